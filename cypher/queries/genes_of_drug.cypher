// title: Genes that stand between vesicle and treatment
// question: Through which genes do MSC vesicles change the answer to this treatment?
// parameter drug: Drug the treatment; a class finds its members
// column gene: symbol
// column id: its identifier
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column mechanism: the chain as the curator wrote it
// column cancer: cancers
// column paper: the paper
// example drug=sorafenib
MATCH (x:Drug {id: $drug})<-[:IS_A*0..9]-(:Drug)<-[:HAS_DRUG]-(c:Claim)-[:HAS_TARGET]->(g)
WHERE c.status <> 'retracted'
MATCH (c)-[:REPORTED_IN]->(p:Publication)
RETURN DISTINCT g.name AS gene, g.id AS id, c.id AS claim, c.effect AS effect, c.mechanism AS mechanism,
       [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, p.name AS paper
ORDER BY gene, claim
