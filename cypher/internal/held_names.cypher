MATCH (n)
WHERE labels(n)[0] IN $labels
RETURN labels(n)[0] AS label, n.id AS id, n.name AS name, n.kind AS kind, n.role AS role,
       size([(n)<-[:HAS_SOURCE|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_MARKER|HAS_DRUG|HAS_MODALITY|HAS_CANCER|HAS_CELL]-(c:Claim) | 1]) AS claims
ORDER BY label, id
