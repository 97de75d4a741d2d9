MATCH (:Cargo)<-[r:HAS_CARGO]-(c:Claim) WHERE r.kind IN $values
RETURN DISTINCT c.id AS claim
