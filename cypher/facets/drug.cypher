MATCH (n:Drug) WHERE n.id IN $values
MATCH (n)<-[:HAS_DRUG]-(c:Claim)
RETURN DISTINCT c.id AS claim
