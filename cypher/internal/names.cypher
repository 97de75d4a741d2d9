MATCH (n)
WHERE size($labels) = 0 OR labels(n)[0] IN $labels
RETURN labels(n)[0] AS label, n.id AS id, n.name AS name, n.synonyms AS synonyms
ORDER BY label, id
