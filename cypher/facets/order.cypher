MATCH (c:Claim) WHERE c.id IN $values
RETURN c.id AS claim, coalesce(c.loaded, false) AS loaded, c.sign AS sign, c.effect AS effect, coalesce(c.year, 0) AS year
