// title: Treatments that act on a gene, as databases say
// question: Which treatments act on this gene product, and are they in a claim?
// parameter gene: Gene the gene
// column drug: the treatment
// column id: its identifier
// column action: how, in the database's word
// column database: who says so
// column claims: claims on the treatment
// example gene=EGFR
MATCH (g:Gene {id: $gene})<-[t:TARGETS]-(d:Drug)
OPTIONAL MATCH (d)<-[:HAS_DRUG]-(c:Claim)
WITH d, t, c ORDER BY c.id
RETURN d.name AS drug, d.id AS id, t.action AS action, t.source AS database, collect(DISTINCT c.id) AS claims
ORDER BY drug, database, action
