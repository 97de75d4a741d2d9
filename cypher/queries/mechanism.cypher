// title: Mechanisms: claims by any mix of filters
// question: Which MSC source, by which cargo and which target, changes what, and who reports it?
// parameter source: MscSource* tissue of the MSCs (any of; narrower tissues included)
// parameter cargo: Cargo* what the vesicle carries (a miRNA is found with and without its arm)
// parameter gene: Gene* a molecule of the mechanism after the cargo, or a marker
// parameter pathway: Pathway* a pathway or process of the mechanism
// parameter drug: Drug* the treatment (a class finds its members)
// parameter cancer: Cancer* the cancer (a broader one finds the narrower)
// parameter modality: Modality* chemotherapy, targeted therapy, radiotherapy or immunotherapy
// parameter cell: ImmuneCell* an immune cell acted on, or on the way
// parameter effect: word* the claim's effect
// parameter model: word* in vitro, in vivo, ex vivo, clinical
// parameter year: integer* year of the paper
// parameter claim: Claim* these claims only
// parameter not_source: MscSource* without these sources
// parameter not_cargo: Cargo* without these cargos
// parameter not_gene: Gene* without these genes
// parameter not_pathway: Pathway* without these pathways
// parameter not_drug: Drug* without these treatments
// parameter not_cancer: Cancer* without these cancers
// parameter not_modality: Modality* without these modalities
// parameter not_cell: ImmuneCell* without these cells
// parameter not_effect: word* without these effects
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column sign: +1, -1 or 0
// column mechanism: the chain as the curator wrote it
// column source: MSC source
// column drug: treatments
// column cancer: cancers
// column cell: immune cells
// column model: experimental model
// column given: vesicles, cells, ...
// column status: status of the paper
// column paper: the paper
// column year: year of the paper
// example drug=temozolomide
MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE (size($claim) = 0 OR c.id IN $claim)
  AND (size($effect) = 0 OR c.effect IN $effect)
  AND (size($not_effect) = 0 OR NOT c.effect IN $not_effect)
  AND (size($year) = 0 OR c.year IN $year)
  AND (size($model) = 0 OR any(m IN $model WHERE c.model CONTAINS m))
  AND (size($source) = 0 OR EXISTS { MATCH (c)-[:HAS_SOURCE]->(:MscSource)-[:IS_A*0..9]->(x:MscSource) WHERE x.id IN $source })
  AND (size($cargo) = 0 OR EXISTS { MATCH (c)-[:HAS_CARGO]->(:Cargo)-[:IS_A*0..1]-(x:Cargo) WHERE x.id IN $cargo })
  AND (size($gene) = 0 OR EXISTS { MATCH (c)-[:HAS_TARGET|HAS_MARKER]->(x) WHERE x.id IN $gene })
  AND (size($pathway) = 0 OR EXISTS { MATCH (c)-[:HAS_PATHWAY]->(x:Pathway) WHERE x.id IN $pathway })
  AND (size($drug) = 0 OR EXISTS { MATCH (c)-[:HAS_DRUG]->(:Drug)-[:IS_A*0..9]->(x:Drug) WHERE x.id IN $drug })
  AND (size($cancer) = 0 OR EXISTS { MATCH (c)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(x:Cancer) WHERE x.id IN $cancer })
  AND (size($modality) = 0 OR EXISTS { MATCH (c)-[:HAS_MODALITY]->(x:Modality) WHERE x.id IN $modality })
  AND (size($cell) = 0 OR EXISTS { MATCH (c)-[:HAS_CELL]->(:ImmuneCell)-[:IS_A*0..9]->(x:ImmuneCell) WHERE x.id IN $cell })
  AND (size($not_source) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_SOURCE]->(:MscSource)-[:IS_A*0..9]->(x:MscSource) WHERE x.id IN $not_source })
  AND (size($not_cargo) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_CARGO]->(:Cargo)-[:IS_A*0..1]-(x:Cargo) WHERE x.id IN $not_cargo })
  AND (size($not_gene) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_TARGET|HAS_MARKER]->(x) WHERE x.id IN $not_gene })
  AND (size($not_pathway) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_PATHWAY]->(x:Pathway) WHERE x.id IN $not_pathway })
  AND (size($not_drug) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_DRUG]->(:Drug)-[:IS_A*0..9]->(x:Drug) WHERE x.id IN $not_drug })
  AND (size($not_cancer) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(x:Cancer) WHERE x.id IN $not_cancer })
  AND (size($not_modality) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_MODALITY]->(x:Modality) WHERE x.id IN $not_modality })
  AND (size($not_cell) = 0 OR NOT EXISTS { MATCH (c)-[:HAS_CELL]->(:ImmuneCell)-[:IS_A*0..9]->(x:ImmuneCell) WHERE x.id IN $not_cell })
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
OPTIONAL MATCH (c)-[:HAS_DRUG]->(d:Drug)
WITH c, p, s, d ORDER BY d.name
WITH c, p, s, collect(d.name) AS drug
OPTIONAL MATCH (c)-[:HAS_CANCER]->(k:Cancer)
WITH c, p, s, drug, k ORDER BY k.name
WITH c, p, s, drug, collect(k.name) AS cancer
OPTIONAL MATCH (c)-[:HAS_CELL]->(i:ImmuneCell)
WITH c, p, s, drug, cancer, i ORDER BY i.name
WITH c, p, s, drug, cancer, collect(i.name) AS cell
RETURN c.id AS claim, c.effect AS effect, c.sign AS sign, c.mechanism AS mechanism, s.name AS source, drug, cancer, cell,
       c.model AS model, c.given AS given, c.status AS status, p.name AS paper, c.year AS year
ORDER BY coalesce(c.loaded, false), c.sign DESC, effect, coalesce(c.year, 0) DESC, claim
