MATCH (c:Claim) WHERE ('yes' IN $values AND c.loaded = true) OR ('no' IN $values AND coalesce(c.loaded, false) = false)
RETURN c.id AS claim
