MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
RETURN p.id AS id, p.name AS name, p.pmid AS pmid, p.pmcid AS pmcid, p.doi AS doi, p.first_author AS first_author, p.year AS year, p.status AS status,
       collect(DISTINCT c.id) AS claims
ORDER BY id
