MATCH (c:Claim) WHERE c.model IN $values
RETURN c.id AS claim
