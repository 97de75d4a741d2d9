MATCH (n:Drug) WHERE n.kind IN $values
MATCH (n)<-[:HAS_DRUG]-(c:Claim)
RETURN DISTINCT c.id AS claim
