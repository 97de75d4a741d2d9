MATCH (n)-[:IS_A]->(b)
RETURN labels(n)[0] AS label, n.id AS narrower, b.id AS broader
