MATCH (n:MscSource) WHERE n.id IN $values
MATCH (n)<-[:HAS_SOURCE]-(c:Claim)
RETURN DISTINCT c.id AS claim
