// title: MSC sources compared in a cancer
// question: Do vesicles of different tissues do different things in this cancer?
// parameter cancer: Cancer the cancer (narrower ones included)
// column source: MSC source
// column effect: what was measured, in the claim's word
// column claims: number of claims
// column papers: number of papers
// column claim_ids: the claims
// example cancer=breast cancer
MATCH (x:Cancer {id: $cancer})<-[:IS_A*0..12]-(:Cancer)<-[:HAS_CANCER]-(c:Claim)
WHERE c.status <> 'retracted'
WITH DISTINCT c
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WITH s, c, p ORDER BY c.id
WITH s, c.effect AS effect, collect(DISTINCT c.id) AS ids, collect(DISTINCT p.id) AS papers
RETURN s.name AS source, effect, size(ids) AS claims, size(papers) AS papers, ids AS claim_ids
ORDER BY source, effect
