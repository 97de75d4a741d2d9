MATCH (n:Modality) WHERE n.id IN $values
MATCH (n)<-[:HAS_MODALITY]-(c:Claim)
RETURN DISTINCT c.id AS claim
