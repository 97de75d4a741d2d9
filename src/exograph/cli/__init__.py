"""The command line: one file a command. The only room that prints or exits."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import click

from exograph import __version__
from exograph.errors import EXIT_INTERRUPTED, EXIT_OK, EXIT_USAGE, ExographError

# name -> (module, what it does): a command's module is imported only when it is run
COMMANDS = {
    "ask": ("ask", "Ask a question in plain words."),
    "mechanism": ("mechanism", "Show every reported path that passes the filters."),
    "query": ("query", "List, show and run the canned questions."),
    "cypher": ("cypher", "Run read-only Cypher of your own."),
    "view": ("view", "Draw what is reported around a name as an HTML page."),
    "ground": ("ground", "Show what a name becomes, and why."),
    "stats": ("stats", "Count what the graph holds."),
    "build": ("build", "Build the graph into a store."),
    "check": ("check", "Check claim tables (default: the bundled data)."),
}


class _Commands(click.Group):
    """Imports a command when it is run; the list of commands needs no import at all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"exograph.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            tail = f" Did you mean `{close[0]}`?" if close else " A question in words goes to `exograph ask`."
            raise click.UsageError(f"There is no command `{args[0][:60]}`.{tail}", ctx)
        return super().resolve_command(ctx, args)

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
    """Entry point: every error of ours becomes a message on stderr and its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    show = "--traceback" in given
    try:
        code = main_group.main(args=[word for word in given if word != "--traceback"], prog_name="exograph", standalone_mode=False)
    except ExographError as error:
        if show:
            raise
        sys.exit(_complain(str(error), error.exit_code))
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_USAGE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(_complain("interrupted; nothing was half-written", EXIT_INTERRUPTED))
    except BrokenPipeError:
        # the reader of the pipe went away (`| head`): not an error; keep Python from complaining at exit
        sys.stderr.close()
        sys.exit(EXIT_OK)
    except Exception as error:
        if show:
            raise
        sys.exit(_complain(f"a mistake of exograph: {type(error).__name__}: {error}\n  please report it with what `exograph --traceback ...` prints", EXIT_USAGE))
    sys.exit(code if isinstance(code, int) else EXIT_OK)


def _complain(message: str, code: int) -> int:
    click.echo(f"exograph: {message}", err=True)
    return code
