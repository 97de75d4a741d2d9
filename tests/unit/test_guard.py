"""Free Cypher against the allow-list: what must pass, what must not, and that the message names the place."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable

import pytest

from exograph.errors import StoreRefused
from exograph.stores.guard import check, is_explain

ALLOWED = [
    "RETURN 1",
    "return 1 as one;",
    "MATCH (n) RETURN n LIMIT 5",
    "match (c:Cargo)<-[:CARRIES]-(x) return c.name, count(*)",
    "OPTIONAL MATCH (n:Drug) RETURN n.name AS name ORDER BY name DESC SKIP 1 LIMIT 2",
    "WITH 1 AS x UNWIND [x, 2] AS y RETURN y",
    "UNWIND $rows AS row RETURN row.id",
    "MATCH (n) WHERE n.name =~ '(?i)mir-.*' RETURN n",
    "MATCH (n) WHERE n.name STARTS WITH 'miR' AND NOT (n)-[:TARGETS]->() RETURN n",
    "MATCH (n) WHERE n.name CONTAINS 'CREATE (x)' RETURN n",
    'MATCH (n) WHERE n.name = "DELETE; DROP" RETURN n',
    "MATCH (n) WHERE n.name = 'it\\'s; MERGE' RETURN n",
    "MATCH (n) RETURN n // then CREATE (x)",
    "/* DELETE everything; */ MATCH (n) RETURN n",
    "MATCH (n) /* a\nb */ RETURN n;  ;  ",
    "MATCH (n:Gene {id: 'HGNC:1'}) RETURN {`set`: n.set, made: n.delete} AS remove_me",
    "MATCH (n) RETURN n.set, n.`delete`, n.load",
    "MATCH (n:Set)-[r:CREATE]->(m:`Delete`) RETURN n",
    "MATCH (`create`:Gene) RETURN `create`.name AS `set`",
    "MATCH (n) WHERE n.id = $set RETURN n",
    "MATCH p = shortestPath((a:Cargo)-[*..4]->(b:Drug)) RETURN [x IN nodes(p) | x.name] AS names",
    "MATCH p = allShortestPaths((a)-[:REPRESSES*1..3]->(b)) RETURN length(p)",
    "MATCH (c:Claim) RETURN [(c)-[:HAS_TARGET]->(g) | g.id] AS targets",
    "MATCH (c:Claim) WHERE EXISTS { MATCH (c)-[:HAS_DRUG]->(:Drug) } RETURN count(c)",
    "MATCH (c:Claim) RETURN c.id, COUNT { (c)-[:HAS_CARGO]->() } AS n",
    "MATCH (c:Claim) RETURN COLLECT { MATCH (c)-->(d:Drug) RETURN d.name } AS names",
    "MATCH (c) CALL { WITH c MATCH (c)-->(d) RETURN count(d) AS n } RETURN n",
    "MATCH (c) CALL (c) { MATCH (c)-->(d) RETURN count(d) AS n } RETURN n",
    "MATCH (a) RETURN a.name AS name UNION ALL MATCH (b) RETURN b.id AS name",
    "RETURN CASE WHEN 1 > 0 THEN ('yes') ELSE ('no') END AS answer",
    "RETURN reduce(s = 1, x IN [1, -1] | s * x) AS sign, any(x IN [1] WHERE (x) > 0) AS some",
    "MATCH ((a)-[:REPRESSES]->(b)){1,2} RETURN count(*)",
    "MATCH (n:Gene|Cargo&!Drug) RETURN labels(n), keys(n), properties(n)",
    "MATCH (n) WHERE (n.year) IN (range(2010, 2020)) RETURN avg(n.year), stDev(n.year), percentileCont(n.year, 0.5)",
    "RETURN toLower('A') + toString(1.5e3) + substring('abc', 0, 2), 0x1F, 1_000, .5",
    "RETURN date('2026-11-25'), date.truncate('year', date()), duration.between(date(), date())",
    "RETURN point.distance(point({x: 1, y: 2}), point({x: 1, y: 3}))",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "CALL db.relationshipTypes",
    "CALL `db`.`propertyKeys`()",
    "CALL db . schema . visualization ()",
    "OPTIONAL CALL db.labels() YIELD label RETURN label",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "  \n\t explain\nmatch (n) return n",
    "MATCH (n) RETURN n.call AS called",
    "MATCH (n) WHERE n.name = '\u03b1-amylase' OR n.name = '\\u03b1' RETURN n.`größe`, n.größe",
    "MATCH (a)--(b)<--(c)-[r]-(d) WHERE a <> b AND a.x % 2 = 1 ^ 2 RETURN DISTINCT a",
    "MATCH (n) RETURN n{.name, .id, extra: 1} AS map",
    "MATCH (n) RETURN count(DISTINCT n.name) AS names, collect(n.name)[0..3] AS first",
    "MATCH (n) WHERE n.name IS NOT NULL RETURN exists((n)-->()) AS yes",
    "MATCH p = SHORTEST 1 (a:Cargo)-->+(b:Drug) RETURN p",
    "MATCH p = ALL SHORTEST (a:Cargo)-->+(b:Drug) RETURN p",
    "RETURN '' AS empty, \"\" AS too, `x` AS y, 'a''b' AS z",
    "MATCH (n) WITH (n.year) AS year WHERE (year > 2000) RETURN (year)",
    "MATCH (n) RETURN n.name AS offset, n.id AS `database`",
    "MATCH (created)-[deleted]->(settings) RETURN created, deleted, settings AS offsets",
    "MATCH (n) WHERE n:Gene RETURN elementId(n), id(n), randomUUID()",
    "RETURN [x IN range(1, 3) WHERE x % 2 = 1 | x * x] AS squares",
    "MATCH (n) WHERE NOT(n.name = 'x')AND(n.id = 'y') RETURN(n.name)",
]

REFUSED = [
    ("", "empty"),
    ("   \n // nothing\n", "empty"),
    (";", "empty"),
    ("CREATE (n)", "CREATE"),
    ("create (n:Gene {id: 'x'}) return n", "create"),
    ("MERGE (n:Gene {id: 'x'})", "MERGE"),
    ("MATCH (n) SET n.name = 'x'", "SET"),
    ("MATCH (n)SET n.name='x'", "SET"),
    ("MATCH (n) sEt n += {a: 1} RETURN n", "SET"),
    ("MATCH (n) DELETE n", "DELETE"),
    ("MATCH (n) DETACH DELETE n", "DETACH"),
    ("MATCH (n) NODETACH DELETE n", "NODETACH"),
    ("MATCH (n) REMOVE n.name", "REMOVE"),
    ("MATCH (n) FOREACH (x IN [1] | SET n.a = x)", "FOREACH"),
    ("INSERT (n:Gene)", "INSERT"),
    ("MATCH (n) INSERT (n)-[:X]->(n)", "INSERT"),
    ("DROP CONSTRAINT gene_id", "DROP"),
    ("CREATE INDEX FOR (n:Gene) ON (n.name)", "CREATE"),
    ("LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row", "LOAD"),
    ("LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/x' AS row RETURN row", "LOAD"),
    ("MATCH (n) LOAD CSV FROM n.name AS row RETURN row", "LOAD"),
    ("MATCH (n) CALL { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN row", "LOAD"),
    ("WITH 1 AS x LOAD/* */CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
    ("WITH 1 AS x LOAD //\nCSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
    ("EXPLAIN LOAD CSV FROM 'file:///x' AS row RETURN row", "LOAD"),
    ("PROFILE CREATE (n)", "CREATE"),
    ("EXPLAIN", "EXPLAIN"),
    ("USING PERIODIC COMMIT LOAD CSV FROM 'file:///x' AS row RETURN row", "USING"),
    ("MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS", "DELETE"),
    ("MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x", "TRANSACTIONS"),
    ("SHOW USERS", "SHOW"),
    ("SHOW SETTINGS YIELD name, value", "SHOW"),
    ("show databases", "show"),
    ("SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t", "SHOW"),
    ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
    ("USE system MATCH (n) RETURN n", "USE"),
    ("CALL { USE graph.byName('x') MATCH (n) RETURN n } RETURN n", "USE"),
    ("ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "ALTER"),
    ("GRANT ROLE admin TO bob", "GRANT"),
    ("DENY READ {*} ON GRAPH * TO bob", "DENY"),
    ("REVOKE ROLE admin FROM bob", "REVOKE"),
    ("RENAME USER a TO b", "RENAME"),
    ("START DATABASE x", "START"),
    ("STOP DATABASE x", "STOP"),
    ("ENABLE SERVER 'x'", "ENABLE"),
    ("DRYRUN REALLOCATE DATABASES", "DRYRUN"),
    ("CYPHER runtime=slotted CREATE (n)", "CYPHER"),
    ("FINISH", "FINISH"),
    ("1 + 1", "1"),
    ("'MATCH (n) RETURN n'", "MATCH"),
    ("`MATCH` (n) RETURN n", "MATCH"),
    ("CALL dbms.listConfig()", "dbms.listConfig"),
    ("CALL dbms.security.createUser('a', 'b')", "dbms.security.createUser"),
    ("CALL db.createLabel('x')", "db.createLabel"),
    ("CALL db.clearQueryCaches", "db.clearQueryCaches"),
    ("CALL apoc.load.json('http://127.0.0.1')", "apoc.load.json"),
    ("CALL apoc.cypher.doIt('CREATE (n)', {})", "apoc.cypher.doIt"),
    ("CALL apoc . export . csv . all ('x', {})", "apoc.export.csv.all"),
    ("CALL `apoc`.`load`.`csv`('x')", "apoc.load.csv"),
    ("CALL`apoc.load.csv`('x')", "apoc.load.csv"),
    ("CALL/**/apoc.load.csv('x')", "apoc.load.csv"),
    ("OPTIONAL CALL apoc.load.json('x') YIELD value RETURN value", "apoc.load.json"),
    ("MATCH (n) CALL gds.pageRank.stream('g') YIELD nodeId RETURN nodeId", "gds.pageRank.stream"),
    ("CALL db.labels() YIELD label CALL tx.setMetaData({a: 1}) RETURN label", "tx.setMetaData"),
    ("RETURN apoc.load.json('x')", "apoc.load.json"),
    ("RETURN {a: apoc.load.json('x')} AS map", "apoc.load.json"),
    ("RETURN [apoc . cypher . runFirstColumnSingle('x', {})]", "apoc.cypher.runFirstColumnSingle"),
    ("RETURN `apoc`.load.`json` ('x')", "apoc.load.json"),
    ("RETURN `apoc.util.sleep`(1000)", "apoc.util.sleep"),
    ("RETURN genai.vector.encode('x', 'OpenAI', {token: 'y'})", "genai.vector.encode"),
    ("RETURN 1.apoc.load.json('x')", "apoc.load.json"),
    ("MATCH (n) WHERE somethingElse(n) RETURN n", "somethingElse"),
    ("MATCH (n) RETURN file()", "file"),
    ("MATCH (n) USING INDEX n:Gene(id) RETURN n", "USING"),
    ("RETURN 1; CREATE (n)", "second statement"),
    ("RETURN 1;RETURN 2", "second statement"),
    ("RETURN 1 // a;b\n; MATCH (n) DELETE n", "second statement"),
    ("MATCH (n) RETURN 'a' /* ' */ DELETE n //'", "DELETE"),
    ("MATCH (n) WHERE n.a = '\\\\' DELETE n //'", "DELETE"),
    ('MATCH (n) WHERE n.a = "\\"" DELETE n //"', "DELETE"),
    ("MATCH (`n`) DELETE `n`", "DELETE"),
    ("MATCH (`a``b`) DELETE `a``b` //`", "DELETE"),
    ("RETURN 1 // comment\rCREATE (n)", "CREATE"),
    ("RETURN 1 // comment\r\nCREATE (n)", "CREATE"),
    ("RETURN 1 // comment \\u000aCREATE (n)", "u000a"),
    ("MATCH (n) \\u0044ELETE n", "u0044"),
    ("\\u0043REATE (n)", "u0043"),
    ("RETURN 'a\\u0027 CREATE (n) //'", "u0027"),
    ("RETURN 'a\\\\u0027 CREATE (n) //'", "u0027"),
    ("RETURN 'a\\U00000027 CREATE (n) //'", "U00000027"),
    ("RETURN `a\\u0060 CREATE (n) //`", "u0060"),
    ("RETURN 1 \\u03b1", "outside a string"),
    ("MATCH (n) WHERE n.x = 1.SET n.y = 2", "SET"),
    ("MATCH (n) WHERE n.x = .5SET n.y = 2", "SET"),
    ("MATCH (n)-[*1..SET]->(m) RETURN n", "SET"),
    ("MATCH (n) ſet n.x = 1", "SET"),
    ("MATCH (n) \uff33\uff25\uff34 n.x = 1", "SET"),
    ("MATCH (n)\u200bSET n.x = 1", "U+200B"),
    ("MATCH (n)\u00a0SET n.x = 1", "U+00A0"),
    ("MATCH (n)\x00SET n.x = 1", "U+0000"),
    ("MATCH (n)\x1fSET n.x = 1", "U+001F"),
    ("MATCH (n)\u2028SET n.x = 1", "U+2028"),
    ("MATCH (n) RETURN 'never closed", "never closed"),
    ('RETURN "never closed', "never closed"),
    ("RETURN `never closed", "never closed"),
    ("RETURN 1 /* never closed", "never closed"),
    ("RETURN '\ud800\\", "never closed"),
    ("#!/bin/sh", "U+0023"),
    (":param x => 1", ":"),
    ("RETURN " + "1 + " * 30_000 + "1", "longer than"),
]


@pytest.mark.parametrize("statement", ALLOWED)
def test_a_question_passes(statement: str) -> None:
    kept = check(statement)
    assert "//" not in kept
    assert not kept.endswith(";")
    assert check(kept) == kept


@pytest.mark.parametrize(("statement", "named"), REFUSED, ids=[repr(row[0][:60]) for row in REFUSED])
def test_anything_else_does_not(statement: str, named: str) -> None:
    with pytest.raises(StoreRefused) as caught:
        check(statement)
    assert named in str(caught.value)


PLAIN = [statement for statement, _ in REFUSED if re.fullmatch(r"[A-Za-z(][\w ().,:={}\[\]|-]*", statement)]
DISGUISES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "other case": str.swapcase,
    "lines": lambda text: text.replace(" ", "\n"),
    "carriage returns": lambda text: text.replace(" ", "\r"),
    "tabs": lambda text: text.replace(" ", "\t\t"),
    "block comments": lambda text: text.replace(" ", "/* RETURN '*/"),
    "line comments": lambda text: text.replace(" ", " // RETURN '\n"),
    "semicolons": lambda text: f"{text} ;;",
    "explained": lambda text: f"EXPLAIN {text}",
    "profiled twice": lambda text: f"profile EXPLAIN\n{text}",
    "in a subquery": lambda text: f"MATCH (n) CALL (n) {{ {text} }} RETURN n",
    "after a union": lambda text: f"RETURN 1 AS x UNION {text}",
    "after a question": lambda text: f"MATCH (n) RETURN n; {text}",
    "after a string": lambda text: f"WITH '\\\\' AS a, \"'\" AS b, `'` AS c {text}",
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_no_disguise_helps(disguise: str) -> None:
    assert len(PLAIN) >= 25
    starts_alone = {
        "EXPLAIN",
        "FINISH",
        "START DATABASE x",
        "STOP DATABASE x",
    }  # no clauses, so only wrong where they stand first
    for statement in PLAIN:
        if statement in starts_alone and disguise in {"in a subquery", "after a union", "after a string"}:
            continue
        with pytest.raises(StoreRefused):
            check(DISGUISES[disguise](statement))


def test_the_lists_are_as_long_as_they_should_be() -> None:
    assert len(ALLOWED) >= 60
    assert len(REFUSED) >= 60


def test_the_message_says_where() -> None:
    with pytest.raises(StoreRefused) as caught:
        check("MATCH (n)\n/* two\nlines */ RETURN n\n  DELETE n")
    assert "DELETE (line 4, column 3) is not allowed" in caught.value.message
    with pytest.raises(StoreRefused, match="line 1, column 11"):
        check("RETURN 1; RETURN 2")


def test_a_name_that_is_a_clause_word_can_be_written_in_backticks() -> None:
    with pytest.raises(StoreRefused, match="`load`"):
        check("MATCH (load) RETURN load")
    assert check("MATCH (`load`) RETURN `load`")


def test_strings_and_spacing_stay_as_they_are() -> None:
    text = "MATCH (n {name: 'a // b  /* c */\t\"d\"'})\n  WHERE n.x<>'\\'' RETURN n.`a  b`"
    assert check(text) == "MATCH (n {name: 'a // b  /* c */\t\"d\"'}) WHERE n.x<>'\\'' RETURN n.`a  b`"


def test_a_comment_becomes_a_blank() -> None:
    assert check("MATCH(n)/**/RETURN/* x */n//end") == "MATCH(n) RETURN n"


def test_explain_is_told_from_a_question() -> None:
    assert is_explain(check(" explain RETURN 1"))
    assert not is_explain(check("RETURN 'EXPLAIN'"))
    assert not is_explain(check("PROFILE RETURN 1"))


@pytest.mark.parametrize("piece", ["(", "'a' ", "`a` ", "/* */ ", "a.", "n ", "\\u03b1", "/", "1.", "''"])
def test_long_text_is_read_in_time(piece: str) -> None:
    text = "RETURN " + piece * (90_000 // len(piece))
    started = time.monotonic()
    with contextlib.suppress(StoreRefused):
        check(text)
    assert time.monotonic() - started < 5
