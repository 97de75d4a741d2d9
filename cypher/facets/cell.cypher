MATCH (n:ImmuneCell) WHERE n.id IN $values
MATCH (n)<-[:HAS_CELL]-(c:Claim)
RETURN DISTINCT c.id AS claim
