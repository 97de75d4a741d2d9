MATCH (c:Claim) WHERE c.effect IN $values
RETURN c.id AS claim
