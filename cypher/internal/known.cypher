MATCH (n)
WHERE n.id IN $ids AND labels(n)[0] IN $labels
RETURN labels(n)[0] AS label, n.id AS id, n.name AS name
ORDER BY label, id
