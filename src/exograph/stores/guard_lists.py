"""What free Cypher may say: the guard's lists. A word, function or procedure that is on none is refused."""

from __future__ import annotations

#: Words a statement may start with.
STARTERS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})

#: Words that write, administer, read from elsewhere or change how the server works, refused wherever they stand bare.
REFUSED = frozenset(
    """
    CREATE MERGE SET DELETE DETACH NODETACH REMOVE DROP FOREACH INSERT COPY
    LOAD CSV FIELDTERMINATOR PERIODIC COMMIT ROLLBACK TRANSACTIONS CONCURRENT
    SHOW USE USING ALTER GRANT DENY REVOKE RENAME TERMINATE DRYRUN ENABLE DEALLOCATE REALLOCATE
    CONSTRAINT DATABASE DATABASES PRIVILEGES PASSWORD IMPERSONATE
    """.split()
)

#: Words that may stand before `(` without calling anything.
OPENERS = frozenset(
    """
    MATCH WHERE WITH RETURN DISTINCT UNWIND CALL AS BY SKIP OFFSET LIMIT WHEN THEN ELSE CASE
    AND OR XOR NOT IN CONTAINS IS ALL ANY SHORTEST PATH PATHS GROUP GROUPS ORDER ELEMENT ELEMENTS
    """.split()
)

#: Procedures, all of which only describe the graph that is open.
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.visualization",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
    }
)

#: Functions of Cypher itself, in lower case.
FUNCTIONS = frozenset(
    """
    all any exists isempty none single count collect avg sum min max stdev stdevp percentilecont percentiledisc
    coalesce elementid endnode startnode head last id length char_length character_length size timestamp
    toboolean tobooleanornull tofloat tofloatornull tointeger tointegerornull tostring tostringornull type valuetype
    nullif keys labels nodes relationships properties range reduce reverse tail
    tobooleanlist tofloatlist tointegerlist tostringlist
    abs ceil ceiling floor isnan rand round sign e exp log ln log10 sqrt
    acos asin atan atan2 cos cosh cot coth degrees haversin pi radians sin sinh tan tanh
    btrim left lower ltrim normalize replace right rtrim split substring tolower toupper trim upper
    point distance date datetime localdatetime localtime time duration randomuuid
    shortestpath allshortestpaths
    """.split()
)

#: Name spaces of Cypher's own functions.
NAMESPACES = (
    "date.",
    "datetime.",
    "localdatetime.",
    "localtime.",
    "time.",
    "duration.",
    "point.",
    "vector.similarity.",
)
