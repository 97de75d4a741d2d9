// title: Cargos that change the answer to a treatment
// question: Which cargos make tumours answer to this treatment, or resist it?
// parameter drug: Drug the treatment; a class finds its members
// column cargo: what the vesicle carries
// column id: its identifier
// column kind: miRNA, protein, ...
// column effect: what was measured, in the claim's word
// column claims: number of claims
// column papers: number of papers
// column claim_ids: the claims
// example drug=chemotherapy
MATCH (x:Drug {id: $drug})<-[:IS_A*0..9]-(:Drug)<-[:HAS_DRUG]-(c:Claim)-[:HAS_CARGO]->(m:Cargo)
WHERE c.status <> 'retracted'
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WITH DISTINCT m, c, p ORDER BY c.id
WITH m, c.effect AS effect, collect(DISTINCT c.id) AS ids, collect(DISTINCT p.id) AS papers
RETURN m.name AS cargo, m.id AS id, m.kind AS kind, effect, size(ids) AS claims, size(papers) AS papers, ids AS claim_ids
ORDER BY papers DESC, claims DESC, cargo, effect
