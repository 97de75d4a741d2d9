MATCH (s:Setting)<-[:IN_SETTING]-(c:Claim)
WHERE c.status <> 'retracted'
WITH s, collect(DISTINCT c.sign) AS signs
WHERE size(signs) > 1
MATCH (s)<-[:IN_SETTING]-(c:Claim)
RETURN c.id AS claim
