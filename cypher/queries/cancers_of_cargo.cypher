// title: Cancers in which a cargo was studied
// question: In which cancers was this cargo studied, and what did it do?
// parameter cargo: Cargo the cargo, with or without its arm
// column cancer: cancers
// column effect: what was measured, in the claim's word
// column claims: number of claims
// column papers: number of papers
// column claim_ids: the claims
// example cargo=miR-21
MATCH (x:Cargo {id: $cargo})-[:IS_A*0..1]-(:Cargo)<-[:HAS_CARGO]-(c:Claim)-[:HAS_CANCER]->(k:Cancer)
WHERE c.status <> 'retracted'
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WITH DISTINCT k, c, p ORDER BY c.id
WITH k, c.effect AS effect, collect(DISTINCT c.id) AS ids, collect(DISTINCT p.id) AS papers
RETURN k.name AS cancer, effect, size(ids) AS claims, size(papers) AS papers, ids AS claim_ids
ORDER BY papers DESC, claims DESC, cancer, effect
