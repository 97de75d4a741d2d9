// title: Cargos that act on an immune cell
// question: Which cargos make this immune cell stronger or weaker for immunity?
// parameter cell: ImmuneCell the cell; a broader kind finds the narrower
// parameter effect: word* the effect (empty: any)
// column cargo: what the vesicle carries; empty where none is named
// column effect: what was measured, in the claim's word
// column cell: immune cells
// column claim: identifier of the claim
// column mechanism: the chain as the curator wrote it
// column cancer: cancers
// column model: experimental model
// column paper: the paper
// example cell=macrophage
MATCH (x:ImmuneCell {id: $cell})<-[:IS_A*0..9]-(i:ImmuneCell)<-[:HAS_CELL]-(c:Claim)
WHERE c.status <> 'retracted' AND c.family = 'immune' AND (size($effect) = 0 OR c.effect IN $effect)
WITH DISTINCT c, i
MATCH (c)-[:REPORTED_IN]->(p:Publication)
RETURN [(c)-[:HAS_CARGO]->(m:Cargo) | m.name] AS cargo, c.effect AS effect, i.name AS cell, c.id AS claim, c.mechanism AS mechanism,
       [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, c.model AS model, p.name AS paper
ORDER BY effect, cell, claim
