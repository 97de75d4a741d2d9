MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.id IN $claims
RETURN c.id AS claim, properties(c) AS properties, properties(p) AS paper
ORDER BY claim
