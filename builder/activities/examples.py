"""What a kind's examples.md is made of: words for authors, good examples, and faulty ones with the codes they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```coursewright([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of source. `codes` are the findings that it gives, in order: none for a good example."""

    source: str
    codes: tuple[str, ...]


Piece = str | Example
"""A stretch of Markdown between two examples, without the empty lines around it; or an example."""


def read_examples(folder: Path, name: str = "examples.md") -> tuple[Piece, ...]:
    """The pieces of a kind's examples.md, or of another file like it, in its order."""
    text = (folder / name).read_text("utf-8")
    pieces: list[Piece] = []
    end = 0
    for found in _FENCE.finditer(text):
        pieces += [text[end : found.start()].strip(), Example(found[2], tuple(found[1].split()))]
        end = found.end()
    pieces.append(text[end:].strip())
    return tuple(piece for piece in pieces if piece)
