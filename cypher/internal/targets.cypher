MATCH (d:Drug)-[t:TARGETS]->(g:Gene)
WHERE d.id IN $drugs
RETURN t.id AS id, d.id AS drug, d.name AS drug_name, g.id AS gene, g.name AS gene_name, t.action AS action, t.source AS origin, t.source_page AS page
ORDER BY drug, gene_name, origin, id
