// title: Claims that oppose each other
// question: Which claims say the opposite on the same cancer, cell, treatment and cargo?
// parameter cancer: Cancer? only on this cancer (narrower ones included)
// parameter drug: Drug? only on this treatment (a class finds its members)
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column opposed_by: the claim that says otherwise
// column other_effect: what it says
// column cancer: cancers
// column drug: treatments
// column same_source: true where both are of one MSC source
// column model: model of the first
// column other_model: model of the second
// example cancer=breast cancer
MATCH (c:Claim)-[:IN_SETTING]->(x:Setting)
WHERE c.status <> 'retracted'
  AND ($cancer IS NULL OR EXISTS { MATCH (c)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(w:Cancer) WHERE w.id = $cancer })
  AND ($drug IS NULL OR EXISTS { MATCH (c)-[:HAS_DRUG]->(:Drug)-[:IS_A*0..9]->(w:Drug) WHERE w.id = $drug })
WITH c, x
MATCH (x)<-[:IN_SETTING]-(o:Claim)
WHERE o.sign < c.sign AND o.status <> 'retracted'
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
MATCH (o)-[:HAS_SOURCE]->(t:MscSource)
RETURN c.id AS claim, c.effect AS effect, o.id AS opposed_by, o.effect AS other_effect, [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer,
       [(c)-[:HAS_DRUG]->(d:Drug) | d.name] AS drug, s.id = t.id AS same_source, c.model AS model, o.model AS other_model
ORDER BY claim, opposed_by
