MATCH (e:Exosome) WHERE e.vesicle IN $values
MATCH (e)<-[:HAS_EXOSOME]-(c:Claim)
RETURN c.id AS claim
