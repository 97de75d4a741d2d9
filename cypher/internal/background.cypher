MATCH (c:Claim)-[:HAS_CELL]->(:ImmuneCell)
WHERE NOT EXISTS { MATCH (c)-[:HAS_CANCER]->(:Cancer) }
RETURN count(DISTINCT c) AS n
