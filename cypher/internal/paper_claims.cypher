MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE p.id IN $papers OR p.pmid IN $papers OR p.pmcid IN $papers OR p.doi IN $papers
RETURN c.id AS claim
ORDER BY claim
