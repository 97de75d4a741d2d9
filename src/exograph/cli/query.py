"""exograph query: the canned questions."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from exograph.cli import complete
from exograph.cli.common import json_option, print_json, raw, raw_option, ready_store, store_option
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK, UsageError
from exograph.questions import catalogue


@click.group("query")
def command() -> None:
    """List, show and run the canned questions of cypher/queries/."""


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List all canned questions."""
    queries = catalogue.catalogue().values()
    if as_json:
        print_json(
            [
                {
                    "name": query.name,
                    "title": query.title,
                    "question": query.question,
                    "parameters": {name: spec.kind for name, spec in query.parameters.items()},
                }
                for query in queries
            ]
        )
        return
    width = max(len(query.name) for query in queries)
    for query in queries:
        click.echo(f"{query.name:{width}}  {query.title}")


_parameter_option = click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; again for more, or for a list.",
)


@command.command("show")
@click.argument("name", shell_complete=complete.queries)
@_parameter_option
@store_option
def show(name: str, parameters: tuple[str, ...], store: str) -> None:
    """Print one question's Cypher, ready for Neo4j Browser: parameters first, as :param lines.

    Names become the identifiers that the query takes; without -p the question's own example is shown.
    """
    from exograph.questions.canned import Unread, bind

    query = catalogue.get(name)
    given = pairs(parameters) or query.example
    bound = bind(ready_store(store), query, given)
    if isinstance(bound, Unread):
        raise UsageError(bound.why, hint=f"nearest: {', '.join(bound.nearest)}" if bound.nearest else "")
    click.echo(f"// {query.title}\n// {query.question}")
    for parameter in query.parameters.values():
        texts = ", ".join(text for one, text in given if one == parameter.name)
        click.echo(f"// {parameter.name}: {parameter.describe}{f' (here: {texts})' if texts else ''}")
        click.echo(f":param {parameter.name} => {json.dumps(bound.values[parameter.name], ensure_ascii=False)};")
    click.echo(query.cypher + ";")


@command.command("run")
@click.argument("name", shell_complete=complete.queries)
@_parameter_option
@store_option
@json_option
@click.option("--tsv", "as_tsv", is_flag=True, help="Print tab-separated lines.")
@raw_option
def run(name: str, parameters: tuple[str, ...], store: str, as_json: bool, as_tsv: bool) -> int:
    """Run one question. Values are names, synonyms or identifiers: -p drug=cisplatin -p cancer="breast cancer"."""
    from exograph.questions.canned import run as run_canned

    result = run_canned(ready_store(store), catalogue.get(name), pairs(parameters))
    if as_json:
        print_json(result.document())
    else:
        from exograph.views.rows import table, tsv

        for note in result.notes:
            click.echo(note, err=True)
        click.echo(
            tsv(result.columns, result.rows, raw=raw()) if as_tsv else table(result.columns, result.rows), nl=False
        )
    return EXIT_OK if result.rows else EXIT_NOTHING_FOUND


def pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    """`name=value` texts as pairs."""
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"`{text[:60]}` is no parameter", hint="write -p drug=cisplatin")
        found.append((name.strip(), value.strip()))
    return found
