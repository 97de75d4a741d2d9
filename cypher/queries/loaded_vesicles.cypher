// title: Vesicles loaded with a drug
// question: Which vesicles were loaded with a drug, and were they better than what they were compared with?
// parameter drug: Drug* only these drugs (a class finds its members)
// column drug: treatments
// column exosome: the preparation
// column effect: what was measured, in the claim's word
// column versus: the comparison
// column cancer: cancers
// column claim: identifier of the claim
// column model: experimental model
// column paper: the paper
// example drug=doxorubicin
MATCH (c:Claim)-[:HAS_DRUG]->(d:Drug)
WHERE c.loaded = true AND c.status <> 'retracted' AND (size($drug) = 0 OR EXISTS { MATCH (d)-[:IS_A*0..9]->(x:Drug) WHERE x.id IN $drug })
MATCH (c)-[:HAS_EXOSOME]->(e:Exosome)
MATCH (c)-[:REPORTED_IN]->(p:Publication)
RETURN d.name AS drug, e.name AS exosome, c.effect AS effect, c.versus AS versus, [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, c.id AS claim,
       c.model AS model, p.name AS paper
ORDER BY drug, effect, claim
