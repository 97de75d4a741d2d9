// What the Neo4j store runs for itself. Each statement stands under its name; <label>, <type>, <source> and <target>
// are filled in with kinds of graph/schema.yaml, since Cypher takes no parameters there.

// Which data the database was loaded with, and whether a load in several batches is under way.
// name: release
MATCH (r:Release {id: $id})
RETURN properties(r) AS held;

// Anything that exograph did not write: another label, two labels, no identifier.
// name: foreign_node
MATCH (n)
WHERE size(labels(n)) <> 1 OR NOT labels(n)[0] IN $labels OR n.id IS NULL
RETURN labels(n) AS labels LIMIT 1;

// name: foreign_edge
MATCH ()-[e]->()
WHERE NOT type(e) IN $types OR e.id IS NULL
RETURN type(e) AS type LIMIT 1;

// name: any_node
MATCH (n) RETURN labels(n) AS labels LIMIT 1;

// name: count_nodes
MATCH (n) RETURN labels(n)[0] AS kind, count(*) AS number ORDER BY kind;

// name: count_edges
MATCH ()-[e]->() RETURN type(e) AS kind, count(*) AS number ORDER BY kind;

// What is held of one kind, to be compared with what should be.
// name: held_nodes
MATCH (n:<label>) RETURN n.id AS id, properties(n) AS properties;

// name: held_edges
MATCH (a)-[e:<type>]->(b)
RETURN e.id AS id, labels(a)[0] AS source_label, a.id AS source, labels(b)[0] AS target_label, b.id AS target,
       properties(e) AS properties;

// name: write_nodes
UNWIND $rows AS row
MERGE (n:<label> {id: row.id})
SET n = row.properties;

// name: write_edges
UNWIND $rows AS row
MATCH (a:<source> {id: row.source})
MATCH (b:<target> {id: row.target})
MERGE (a)-[e:<type> {id: row.id}]->(b)
SET e = row.properties;

// name: remove_edges
UNWIND $rows AS row
MATCH ()-[e:<type> {id: row}]->()
DELETE e;

// name: remove_nodes
UNWIND $rows AS row
MATCH (n:<label> {id: row})
DETACH DELETE n;

// A load in several batches begins; questions are refused until write_nodes puts the Release as it should be. It names
// the user's tables already, so that a load that was broken off can be done again with them.
// name: stamp_loading
MERGE (r:Release {id: $id}) SET r.loading = true, r.tables = $tables;

// Never committed: holds the uniqueness lock on this id for as long as its transaction is open. The lock rests on the
// constraint on Release, which is made first.
// name: lock_writer
MERGE (r:Release {id: $id}) RETURN r.id AS id;

// name: constraints
SHOW CONSTRAINTS YIELD name RETURN name;
