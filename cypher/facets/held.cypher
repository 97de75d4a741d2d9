MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
MATCH (c)-[:HAS_EXOSOME]->(e:Exosome)
RETURN DISTINCT p.journal AS journal, p.first_author AS author, e.treatment AS treatment, e.vesicle AS vesicle, c.species AS species, c.origin AS origin
