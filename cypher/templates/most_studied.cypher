// title: The most studied <plural>
// question: Which <plural> were studied most?
// column <facet>: name
// column id: its identifier
// column claims: number of claims
// column papers: number of papers
// column sign_plus: claims with a good outcome
// column sign_minus: claims with a bad outcome
// column sign_zero: claims of no effect
MATCH (c:Claim)-[:<role>]->(n:<label>)
WHERE c.status <> 'retracted'
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WITH n, collect(DISTINCT c.id) AS ids, collect(DISTINCT p.id) AS papers, collect(DISTINCT CASE WHEN c.sign = 1 THEN c.id END) AS plus,
     collect(DISTINCT CASE WHEN c.sign = -1 THEN c.id END) AS minus, collect(DISTINCT CASE WHEN c.sign = 0 THEN c.id END) AS zero
RETURN n.name AS <facet>, n.id AS id, size(ids) AS claims, size(papers) AS papers, size(plus) AS sign_plus, size(minus) AS sign_minus, size(zero) AS sign_zero
ORDER BY papers DESC, claims DESC, <facet>, id
