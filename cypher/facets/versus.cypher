MATCH (c:Claim) WHERE c.versus IN $values
RETURN c.id AS claim
