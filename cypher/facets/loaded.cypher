MATCH (c:Claim) WHERE c.loaded = true
RETURN c.id AS claim
