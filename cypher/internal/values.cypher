MATCH (c:Claim)-[r:HAS_SOURCE|HAS_EXOSOME|HAS_CARGO|HAS_TARGET|HAS_PATHWAY|HAS_MARKER|HAS_DRUG|HAS_MODALITY|HAS_CANCER|HAS_CELL]->(n)
WHERE c.id IN $claims AND type(r) IN $roles AND labels(n)[0] IN $labels
RETURN c.id AS claim, labels(n)[0] AS label, n.id AS id, n.name AS name, coalesce(r.kind, n.kind) AS kind, n.vesicle AS vesicle,
       r.change AS change, r.direction AS direction
ORDER BY claim, label, id
