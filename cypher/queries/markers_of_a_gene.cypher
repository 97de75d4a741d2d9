// title: Claims in which a gene was only measured
// question: In which claims is this gene a marker, and did it go up or down?
// parameter gene: Gene the gene
// column direction: up or down
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column mechanism: the chain as the curator wrote it
// column cancer: cancers
// column paper: the paper
// example gene=BCL2
MATCH (g {id: $gene})<-[m:HAS_MARKER]-(c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.status <> 'retracted'
RETURN m.direction AS direction, c.id AS claim, c.effect AS effect, c.mechanism AS mechanism, [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, p.name AS paper
ORDER BY direction, claim
