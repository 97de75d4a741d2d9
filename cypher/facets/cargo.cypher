MATCH (n:Cargo) WHERE n.id IN $values
MATCH (n)<-[:HAS_CARGO]-(c:Claim)
RETURN DISTINCT c.id AS claim
