MATCH (p:Publication) WHERE p.first_author IN $values
MATCH (p)<-[:REPORTED_IN]-(c:Claim)
RETURN c.id AS claim
