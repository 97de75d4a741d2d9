MATCH (s:Setting)<-[:IN_SETTING]-(c:Claim)
WHERE c.status <> 'retracted' AND 'yes' IN $values
WITH s, collect(DISTINCT c.sign) AS signs
WHERE size(signs) > 1
MATCH (s)<-[:IN_SETTING]-(c:Claim)
RETURN c.id AS claim
