MATCH (c:Claim)-[r:HAS_SOURCE|HAS_EXOSOME|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_MARKER|HAS_DRUG|HAS_MODALITY|HAS_CANCER|HAS_CELL]->(n)
WHERE c.id IN $claims
RETURN c.id AS claim, type(r) AS role, r.direction AS direction, r.change AS change, labels(n)[0] AS label, n.id AS id, n.name AS name,
       n.role AS cell_role
ORDER BY claim, role, id
