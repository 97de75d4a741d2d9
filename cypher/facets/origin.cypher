MATCH (c:Claim) WHERE c.origin IN $values
RETURN c.id AS claim
