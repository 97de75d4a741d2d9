MATCH (c:Claim) WHERE c.status IN $values
RETURN c.id AS claim
