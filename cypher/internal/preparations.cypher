MATCH (c:Claim)-[:HAS_EXOSOME]->(e:Exosome)
WHERE c.id IN $claims
RETURN c.id AS claim, e.kind AS kind, e.treatment AS treatment
ORDER BY claim
