MATCH (n:Pathway) WHERE n.id IN $values
MATCH (n)<-[:HAS_PATHWAY]-(c:Claim)
RETURN DISTINCT c.id AS claim
