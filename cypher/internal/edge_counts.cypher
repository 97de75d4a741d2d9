MATCH ()-[e]->() RETURN type(e) AS kind, count(*) AS number ORDER BY kind
