"""exograph completion: the line that switches shell completion on."""

from __future__ import annotations

import click

from exograph.cli.common import say

_LINES = {
    "bash": ("~/.bashrc", 'eval "$(_EXOGRAPH_COMPLETE=bash_source exograph)"'),
    "zsh": ("~/.zshrc", 'eval "$(_EXOGRAPH_COMPLETE=zsh_source exograph)"'),
    "fish": ("~/.config/fish/completions/exograph.fish", "_EXOGRAPH_COMPLETE=fish_source exograph | source"),
}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(_LINES)))
def command(shell: str) -> None:
    """Print the line that switches completion on in SHELL: commands, options, and names of drugs, cancers, cargos, ...

    Names come from the graph once it is built.
    """
    file, line = _LINES[shell]
    say(f"add this line to {file}, then open a new shell:")
    click.echo(line)
