// title: Engineered and primed vesicles
// question: How were donor cells or vesicles prepared, and what did it do?
// parameter kind: word native, primed or engineered
// parameter cancer: Cancer* only in these cancers (narrower ones included)
// column exosome: the preparation
// column treatment: what was done
// column effect: what was measured, in the claim's word
// column drug: treatments
// column cancer: cancers
// column claim: identifier of the claim
// column paper: the paper
// example kind=primed
MATCH (c:Claim)-[:HAS_EXOSOME]->(e:Exosome)
WHERE e.kind = $kind AND c.status <> 'retracted'
  AND (size($cancer) = 0 OR EXISTS { MATCH (c)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(x:Cancer) WHERE x.id IN $cancer })
MATCH (c)-[:REPORTED_IN]->(p:Publication)
RETURN e.name AS exosome, e.treatment AS treatment, c.effect AS effect, [(c)-[:HAS_DRUG]->(d:Drug) | d.name] AS drug,
       [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancer, c.id AS claim, p.name AS paper
ORDER BY exosome, effect, claim
