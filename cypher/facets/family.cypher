MATCH (c:Claim) WHERE c.family IN $values
RETURN c.id AS claim
