// title: Papers by year
// question: How many papers were published in each year?
// column year: year of the paper
// column papers: number of papers
// column claims: number of claims
MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.status <> 'retracted'
WITH p.year AS year, collect(DISTINCT p.id) AS papers, collect(DISTINCT c.id) AS ids
RETURN year, size(papers) AS papers, size(ids) AS claims
ORDER BY coalesce(year, 0) DESC
