MATCH (c:Claim) WHERE any(m IN $values WHERE c.model CONTAINS m OR '=' + c.model = m)
RETURN c.id AS claim
