MATCH (c:Claim) WHERE c.given IN $values
RETURN c.id AS claim
