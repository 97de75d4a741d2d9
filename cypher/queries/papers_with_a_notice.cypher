// title: Papers that are retracted, corrected or under a concern
// question: Which papers carry a notice, and which claims rest on them?
// column publication: identifier of the paper
// column paper: the paper
// column status: retracted, corrected or expression of concern
// column page: page that says so
// column claim_ids: the claims
MATCH (p:Publication)<-[:REPORTED_IN]-(c:Claim)
WHERE p.status <> 'ok'
WITH p, c ORDER BY c.id
RETURN p.id AS publication, p.name AS paper, p.status AS status, p.status_page AS page, collect(c.id) AS claim_ids
ORDER BY status, publication
