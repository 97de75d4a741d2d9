// What the embedded store runs for itself. Words in angle brackets are labels and types of graph/schema.yaml.

// name: release
MATCH (r:Release) RETURN properties(r) AS held;

// name: nodes
MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id, properties(n) AS held;

// name: edges
MATCH (a)-[e]->(b)
RETURN type(e) AS kind, e.id AS id, properties(e) AS held, labels(a)[0] AS source_label, a.id AS source,
       labels(b)[0] AS target_label, b.id AS target;

// name: create_nodes
UNWIND $rows AS row CREATE (n:<label> {id: row.id}) SET n += row.properties;

// One statement for each pair of labels: the engine's bulk loaders merge parallel edges across pairs.
// name: create_edges
UNWIND $rows AS row MATCH (a:<source> {id: row.source}) MATCH (b:<target> {id: row.target})
CREATE (a)-[e:<type>]->(b) SET e += row.properties;
