MATCH (p:Publication) WHERE p.id IN $values OR p.pmid IN $values OR p.pmcid IN $values OR p.doi IN $values
MATCH (p)<-[:REPORTED_IN]-(c:Claim)
RETURN c.id AS claim
