MATCH (s:Setting)<-[:IN_SETTING]-(o:Claim)
WHERE o.status <> 'retracted'
WITH s, collect(DISTINCT o.sign) AS signs
MATCH (s)<-[:IN_SETTING]-(c:Claim)
WHERE any(sign IN signs WHERE sign <> c.sign)
RETURN c.id AS claim
