MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.id IN $claims
RETURN c.id AS claim, c.effect AS effect, c.sign AS sign, c.family AS family, c.model AS model, c.species AS species, c.given AS given,
       c.year AS year, coalesce(c.loaded, false) AS loaded, p.id AS paper, p.name AS paper_name, p.journal AS journal, p.first_author AS first_author
ORDER BY claim
