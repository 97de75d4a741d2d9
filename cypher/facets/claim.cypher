MATCH (c:Claim) WHERE c.id IN $values
RETURN c.id AS claim
