// title: Papers behind one edge
// question: Who reports that this molecule acts on that one?
// parameter from: Gene? the molecule that acts, a cargo or a gene
// parameter to: Gene? the molecule that is acted on
// column type: ACTIVATES, REPRESSES or ACTS_ON
// column from_name: the molecule that acts
// column to_name: the molecule acted on
// column claim: identifier of the claim
// column effect: what was measured, in the claim's word
// column publication: identifier of the paper
// column paper: the paper
// column status: status of the paper
// example from=miR-1236
// example to=SLC9A1
MATCH (a)-[e:ACTIVATES|REPRESSES|ACTS_ON]->(b)
WHERE ($from IS NULL OR a.id = $from) AND ($to IS NULL OR b.id = $to) AND NOT ($from IS NULL AND $to IS NULL) AND e.claim IS NOT NULL
MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication)
WHERE c.id = e.claim
RETURN type(e) AS type, a.name AS from_name, b.name AS to_name, c.id AS claim, c.effect AS effect, p.id AS publication, p.name AS paper, p.status AS status
ORDER BY type, from_name, to_name, claim
