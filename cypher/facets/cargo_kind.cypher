MATCH (n:Cargo) WHERE n.kind IN $values OR n.id STARTS WITH 'HGNC:'
MATCH (n)<-[r:HAS_CARGO]-(c:Claim)
WHERE r.kind IN $values
RETURN DISTINCT c.id AS claim
