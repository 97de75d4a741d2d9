MATCH (c:Claim)-[:HAS_SOURCE|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_DRUG|HAS_MODALITY|HAS_CANCER|HAS_CELL]->(n)
WHERE labels(n)[0] = $label AND c.status <> 'retracted'
RETURN n.name AS name, count(DISTINCT c) AS claims
ORDER BY claims DESC, name
