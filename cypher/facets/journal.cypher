MATCH (p:Publication) WHERE p.journal IN $values
MATCH (p)<-[:REPORTED_IN]-(c:Claim)
RETURN c.id AS claim
