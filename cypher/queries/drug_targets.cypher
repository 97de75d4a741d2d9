// title: Targets of a treatment, as databases say
// question: On which gene products does this treatment act, and do claims run through them?
// parameter drug: Drug the treatment
// column gene: symbol
// column id: its identifier
// column action: how, in the database's word
// column database: who says so
// column page: page that the database gives
// column claims: claims whose mechanism names the gene
// example drug=cetuximab
MATCH (d:Drug {id: $drug})-[t:TARGETS]->(g:Gene)
OPTIONAL MATCH (g)<-[:HAS_TARGET]-(c:Claim)
WITH g, t, c ORDER BY c.id
RETURN g.name AS gene, g.id AS id, t.action AS action, t.source AS database, t.source_page AS page, collect(DISTINCT c.id) AS claims
ORDER BY gene, database, action, page
