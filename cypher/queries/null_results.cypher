// title: Null results
// question: What was tested and did not change?
// parameter drug: Drug* only these treatments (a class finds its members)
// column claim: identifier of the claim
// column drug: treatments
// column cell: immune cells
// column cancer: cancers
// column source: MSC source
// column model: experimental model
// column paper: the paper
// column summary: one line
MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.effect = 'no effect' AND c.status <> 'retracted'
  AND (size($drug) = 0 OR EXISTS { MATCH (c)-[:HAS_DRUG]->(:Drug)-[:IS_A*0..9]->(x:Drug) WHERE x.id IN $drug })
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
RETURN c.id AS claim, [(c)-[:HAS_DRUG]->(d:Drug) | d.name] AS drug, [(c)-[:HAS_CELL]->(i:ImmuneCell) | i.name] AS cell,
       [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, s.name AS source, c.model AS model, p.name AS paper, c.summary AS summary
ORDER BY claim
