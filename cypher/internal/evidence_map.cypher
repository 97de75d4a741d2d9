MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.id IN $claims
OPTIONAL MATCH (c)-[r:HAS_SOURCE|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_DRUG|HAS_MODALITY|HAS_CANCER|HAS_CELL]->(n)
WHERE type(r) IN $roles
RETURN c.id AS claim, p.id AS paper, c.sign AS sign, c.effect AS effect, c.model AS model, c.year AS year,
       type(r) AS role, labels(n)[0] AS label, n.id AS id, n.name AS name
ORDER BY claim, role, label, id
