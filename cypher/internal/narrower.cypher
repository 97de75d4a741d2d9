MATCH (a)-[:IS_A*1..12]->(b)
WHERE a.id IN $ids AND b.id IN $ids AND labels(a)[0] = labels(b)[0] AND a.id <> b.id
RETURN DISTINCT labels(a)[0] AS label, a.id AS narrower, b.id AS broader
ORDER BY label, broader, narrower
