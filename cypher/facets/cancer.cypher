MATCH (n:Cancer) WHERE n.id IN $values
MATCH (n)<-[:HAS_CANCER]-(c:Claim)
RETURN DISTINCT c.id AS claim
