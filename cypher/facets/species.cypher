MATCH (c:Claim) WHERE c.species IN $values
RETURN c.id AS claim
