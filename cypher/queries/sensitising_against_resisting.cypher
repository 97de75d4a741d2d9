// title: Sensitising against resisting, for one treatment
// question: Which claims say that MSC vesicles make tumours answer to this treatment, and which that they make them resist?
// parameter drug: Drug the treatment; a class finds its members
// column direction: sensitising, resisting or no effect
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column cargo: what the vesicle carries
// column target: molecules of the mechanism after it
// column cancer: cancers
// column source: MSC source
// column model: experimental model
// column paper: the paper
// example drug=carfilzomib
MATCH (x:Drug {id: $drug})<-[:IS_A*0..9]-(:Drug)<-[:HAS_DRUG]-(c:Claim)
WHERE c.family = 'response' AND c.status <> 'retracted'
WITH DISTINCT c
MATCH (c)-[:REPORTED_IN]->(p:Publication)
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
RETURN CASE c.sign WHEN 1 THEN 'sensitising' WHEN -1 THEN 'resisting' ELSE 'no effect' END AS direction, c.id AS claim, c.effect AS effect,
       [(c)-[:HAS_CARGO]->(m:Cargo) | m.name] AS cargo, [(c)-[:HAS_TARGET]->(g) | g.name] AS target,
       [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, s.name AS source, c.model AS model, p.name AS paper
ORDER BY direction DESC, claim
