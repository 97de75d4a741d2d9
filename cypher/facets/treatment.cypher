MATCH (e:Exosome) WHERE e.treatment IN $values
MATCH (e)<-[:HAS_EXOSOME]-(c:Claim)
RETURN c.id AS claim
