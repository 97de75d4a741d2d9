MATCH (c:Claim) WHERE c.id IN $values
MATCH (c)-[:HAS_EXOSOME]->(e:Exosome)
RETURN c.id AS claim, c.effect AS effect, c.family AS family, c.given AS given, c.versus AS versus, c.model AS model,
       c.species AS species, c.year AS year, c.status AS status, c.origin AS origin,
       e.kind AS preparation, e.treatment AS treatment, e.vesicle AS vesicle
