MATCH (c:Claim) WHERE c.id IN $claims
MATCH (c)-[:HAS_DRUG|HAS_CANCER|HAS_CELL]->(x)<-[:HAS_DRUG|HAS_CANCER|HAS_CELL]-(o:Claim)
WHERE o.family = c.family AND o.sign <> c.sign AND o.id <> c.id AND o.status <> 'retracted'
WITH DISTINCT c, o
WITH c, o,
     [(c)-[:HAS_DRUG]->(n) | n.id] AS drugs, [(o)-[:HAS_DRUG]->(n) | n.id] AS other_drugs,
     [(c)-[:HAS_CANCER]->(n) | n.id] AS cancers, [(o)-[:HAS_CANCER]->(n) | n.id] AS other_cancers,
     [(c)-[:HAS_CELL]->(n) | n.id] AS cells, [(o)-[:HAS_CELL]->(n) | n.id] AS other_cells,
     [(c)-[:HAS_CARGO]->(n) | n.id] AS cargos, [(o)-[:HAS_CARGO]->(n) | n.id] AS other_cargos
WHERE size(drugs) = size(other_drugs) AND all(n IN drugs WHERE n IN other_drugs)
  AND size(cancers) = size(other_cancers) AND all(n IN cancers WHERE n IN other_cancers)
  AND size(cells) = size(other_cells) AND all(n IN cells WHERE n IN other_cells)
  AND size(cargos) = size(other_cargos) AND all(n IN cargos WHERE n IN other_cargos)
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
MATCH (o)-[:HAS_SOURCE]->(t:MscSource)
RETURN c.id AS claim, o.id AS opposed_by, s.id = t.id AS same_source
ORDER BY claim, same_source DESC, opposed_by
