// title: Cargos of one MSC source
// question: Which cargos do vesicles of MSCs of this tissue carry, and in how many papers?
// parameter source: MscSource the tissue; a broader one finds the narrower
// column cargo: what the vesicle carries
// column id: its identifier
// column kind: miRNA, protein, ...
// column claims: number of claims
// column papers: number of papers
// column sign_plus: claims with a good outcome
// column sign_minus: claims with a bad outcome
// example source=umbilical cord
MATCH (x:MscSource {id: $source})<-[:IS_A*0..9]-(:MscSource)<-[:HAS_SOURCE]-(c:Claim)-[:HAS_CARGO]->(m:Cargo)
WHERE c.status <> 'retracted'
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WITH m, collect(DISTINCT c.id) AS ids, collect(DISTINCT p.id) AS papers, collect(DISTINCT CASE WHEN c.sign = 1 THEN c.id END) AS plus,
     collect(DISTINCT CASE WHEN c.sign = -1 THEN c.id END) AS minus
RETURN m.name AS cargo, m.id AS id, m.kind AS kind, size(ids) AS claims, size(papers) AS papers, size(plus) AS sign_plus, size(minus) AS sign_minus
ORDER BY papers DESC, claims DESC, cargo, id
