// title: Treatments never tested in a cancer
// question: Which treatments that stand in some claim were never tested with MSC vesicles in this cancer?
// parameter cancer: Cancer the cancer (narrower ones included)
// column drug: treatments
// column id: its identifier
// column modality: its modality
// column claims: number of claims elsewhere
// column tested_in: cancers it was tested in
// example cancer=glioma
MATCH (d:Drug)<-[:HAS_DRUG]-(c:Claim)
WHERE c.status <> 'retracted'
  AND NOT EXISTS { MATCH (d)<-[:HAS_DRUG]-(o:Claim)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(x:Cancer) WHERE x.id = $cancer AND o.status <> 'retracted' }
OPTIONAL MATCH (c)-[:HAS_CANCER]->(k:Cancer)
WITH d, c, k ORDER BY k.name
WITH d, collect(DISTINCT c.id) AS ids, collect(DISTINCT k.name) AS tested_in
RETURN d.name AS drug, d.id AS id, [(d)-[:BELONGS_TO]->(m:Modality) | m.name] AS modality, size(ids) AS claims, tested_in
ORDER BY claims DESC, drug, id
