MATCH (n)
WHERE labels(n)[0] IN $labels AND n.kind IN $kinds
RETURN n.id AS id
ORDER BY id
