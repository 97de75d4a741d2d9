MATCH (e:Exosome) WHERE e.kind IN $values
MATCH (e)<-[:HAS_EXOSOME]-(c:Claim)
RETURN c.id AS claim
