MATCH (n:Gene|Cargo) WHERE n.id IN $values
MATCH (n)<-[:HAS_MARKER]-(c:Claim)
RETURN DISTINCT c.id AS claim
