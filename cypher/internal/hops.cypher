// Each node of the claims is opened once: hubs (a tissue, a drug) have an edge for every claim of the graph.
MATCH (c:Claim)-[:HAS_SOURCE|HAS_EXOSOME|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_CELL|HAS_DRUG]->(a)
WHERE c.id IN $claims
WITH DISTINCT a
MATCH (a)-[e]->(b)
WHERE e.claim IN $claims
RETURN e.claim AS claim, e.id AS id, type(e) AS type, e.step AS step, e.sign AS sign, e.derived AS derived,
       labels(a)[0] AS source_label, a.id AS source, labels(b)[0] AS target_label, b.id AS target
ORDER BY claim, step, id
