// title: Claims on an immune cell
// question: What do MSC vesicles do to this immune cell?
// parameter cell: ImmuneCell the cell; a broader kind finds the narrower
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column sign: +1, -1 or 0
// column mechanism: the chain as the curator wrote it
// column source: MSC source
// column drug: treatments
// column cancer: cancers
// column model: experimental model
// column paper: the paper
// example cell=T cell
MATCH (x:ImmuneCell {id: $cell})<-[:IS_A*0..12]-(:ImmuneCell)<-[:HAS_CELL]-(c:Claim)
WHERE c.status <> 'retracted'
WITH DISTINCT c
MATCH (c)-[:REPORTED_IN]->(p:Publication)
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
RETURN c.id AS claim, c.effect AS effect, c.sign AS sign, c.mechanism AS mechanism, s.name AS source,
       [(c)-[:HAS_DRUG]->(d:Drug) | d.name] AS drug, [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer,
       c.model AS model, p.name AS paper
ORDER BY sign DESC, effect, claim
