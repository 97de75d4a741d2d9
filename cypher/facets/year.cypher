MATCH (c:Claim) WHERE c.year IN $values
RETURN c.id AS claim
