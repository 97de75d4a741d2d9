MATCH (n:Gene|Cargo|Pathway|ImmuneCell) WHERE n.id IN $values
MATCH (n)<-[r:HAS_TARGET|HAS_PATHWAY|HAS_CELL|HAS_MARKER]-(c:Claim)
WHERE r.change = 1 OR r.direction = 'up'
RETURN DISTINCT c.id AS claim
