MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
OPTIONAL MATCH (c)-[:HAS_CARGO]->(m:Cargo)
WITH c, p, m ORDER BY m.id
WITH c, p, collect(m.kind) AS kinds
RETURN c.id AS claim, p.id AS paper, c.effect AS effect, c.given AS given, c.model AS model, c.status AS status, c.year AS year,
       c.origin AS origin, kinds[0] AS cargo_kind
ORDER BY claim
