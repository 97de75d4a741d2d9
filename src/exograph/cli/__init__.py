"""The command line: one file a command. The only room that prints or exits."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from exograph import __version__
from exograph.cli import streams
from exograph.errors import EXIT_INTERRUPTED, EXIT_OK, EXIT_USAGE, ExographError, masked

# name -> (module, what it does): a command's module is imported only when it is run
COMMANDS = {
    "ask": ("ask", "Ask a question in plain words."),
    "find": ("find", "Answer a question in its text form."),
    "mechanism": ("mechanism", "Show every reported path that has all of some facets."),
    "query": ("query", "List, show and run the canned questions."),
    "cypher": ("cypher", "Run read-only Cypher of your own."),
    "view": ("view", "Draw what is reported around a name as an HTML page."),
    "map": ("map", "Map two kinds against each other: papers, direction, gaps."),
    "site": ("site", "Write the whole graph as a folder of linked HTML pages."),
    "ground": ("ground", "Show what a name becomes, and why."),
    "stats": ("stats", "Count what the graph holds."),
    "build": ("build", "Build the graph into a store."),
    "check": ("check", "Check claim tables (default: the bundled data)."),
    "claim": ("claim", "Start a claim table of your own."),
    "diff": ("diff", "Show what differs between two graphs, claim by claim."),
    "sources": ("sources", "List the vocabularies and databases, with origin and licence."),
    "mcp": ("mcp", "Serve the graph to agents (Model Context Protocol, stdio)."),
    "completion": ("completion", "Print the line that switches shell completion on."),
}


class _PipeClosed(Exception):
    """Whoever read our stdout is gone. Not a BrokenPipeError: click would end with exit code 1 on that."""


class _Commands(click.Group):
    """Imports a command when it is run; the list of commands needs no import at all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"exograph.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names of commands without importing any of them."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=text) for name, (_, text) in COMMANDS.items() if name.startswith(incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            tail = f" Did you mean `{close[0]}`?" if close else " A question in words goes to `exograph ask`."
            raise click.UsageError(f"There is no command `{masked(args[0])[:60]}`.{tail}", ctx)
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*args, **extra)  # prints --help
        except BrokenPipeError as error:
            raise _PipeClosed from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _PipeClosed from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="exograph %(version)s")
@click.option("--traceback", is_flag=True, help="Show Python's traceback on an error.")
def main_group(traceback: bool) -> None:
    """Ask what is published about mesenchymal-stem-cell exosomes in cancer therapy.

    Which MSC source, by which cargo, through which target gene, makes which cancer answer to, or resist, which
    treatment, and who reports it. The first question builds the bundled graph by itself.

    Exit codes: 0 answered, 1 nothing found, 2 wrong use, 3 bad data, 4 store not reachable or refused, 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: every error becomes a message on stderr and its exit code (`--traceback`: where it arose)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = [word for word in given if word != "--traceback"]
    streams.prepare()
    try:
        code = main_group.main(args=words, prog_name="exograph", standalone_mode=False)
        sys.stdout.flush()  # here, where what goes wrong can still be told
    except (_PipeClosed, BrokenPipeError):
        code = EXIT_OK  # the reader went away (`| head`): not an error
    except (Exception, KeyboardInterrupt) as error:
        if "--traceback" in given:
            import traceback

            streams.complain(traceback.format_exc().rstrip())
        code = _told(error)
    streams.finish()
    sys.exit(code if isinstance(code, int) else EXIT_OK)


def _told(error: BaseException) -> int:
    """Say what went wrong, and give the exit code."""
    if isinstance(error, ExographError):
        return _complain(str(error), error.exit_code)
    if isinstance(error, click.ClickException):
        shown = io.StringIO()
        error.show(shown)
        streams.complain(shown.getvalue().rstrip())
        return EXIT_USAGE
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return _complain("interrupted; nothing was half-written", EXIT_INTERRUPTED)
    if isinstance(error, OSError) and error.strerror:
        what = f"{error.filename}: " if error.filename else "the answer cannot be written: "
        return _complain(f"{what}{error.strerror}", EXIT_USAGE)
    hint = "please report it with what `exograph --traceback ...` prints"
    return _complain(f"a mistake of exograph: {type(error).__name__}: {error}\n  {hint}", EXIT_USAGE)


def _complain(message: str, code: int) -> int:
    streams.complain(f"exograph: {message}")
    return code
