MATCH (c:Claim) WHERE c.id IN $claims
MATCH (c)-[:IN_SETTING]->(:Setting)<-[:IN_SETTING]-(o:Claim)
WHERE o.sign <> c.sign AND o.status <> 'retracted'
MATCH (c)-[:HAS_SOURCE]->(s:MscSource)
MATCH (o)-[:HAS_SOURCE]->(t:MscSource)
RETURN c.id AS claim, o.id AS opposed_by, s.id = t.id AS same_source
ORDER BY claim, same_source DESC, opposed_by
