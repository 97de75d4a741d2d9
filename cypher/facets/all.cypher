MATCH (c:Claim)
RETURN c.id AS claim
