"""Where a command's text goes: into a file, or to stdout for whatever reads it."""

from __future__ import annotations

from pathlib import Path

import typer

from builder.console.show import OUT, complain


def put_out(text: str, out: Path | None) -> int:
    """Writes the text to that file, or prints it as it is; the exit status."""
    if out is None:
        # Not through the console, which may fold lines.
        typer.echo(text, nl=False)
        return 0
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as problem:
        complain(f"{out} cannot be written: {problem.strerror}")
        return 1
    OUT.print(f"{out}")
    return 0
