MATCH (n)
WHERE labels(n)[0] IN $values
RETURN n.id AS id
