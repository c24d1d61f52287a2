"""The author's own words with their places: without code, quotations, addresses and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.source.span import Span
from builder.source.syntax import Text

# What is not the author's to word, and the marks of Markdown. Two line ends in a row end every stretch but code.
_FOREIGN = re.compile(
    r"""
    (?P<fence>^[ ]{0,3}(?P<mark>`{3,}|~{3,}).*?(?:^[ ]{0,3}(?P=mark)|\Z))   # a stretch of code
    | (?P<ticks>`+)(?:(?!\n\s*\n).)*?(?P=ticks)                             # code in a line
    | ^[ ]{0,3}>[^\n]*                                                      # a quotation of its own
    | "(?:(?!\n\s*\n)[^"])*"                                                # words in quotes
    | “(?:(?!\n\s*\n)[^”])*”
    | (?<!\w)‘(?:(?!\n\s*\n)[^’])*’(?!\w)
    | (?<=\])\([^()\s]*(?:\s+"[^"]*")?\)                                    # a link's address
    | <[^<>\s]+>                                                            # an address by itself
    | \w+://\S+ | \S+@\S+\.\w+
    | \{\{[^{}]*\}\} | \{\#[^{}]*\}                                         # a variable, an id
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_NOT_A_LINE_END = re.compile(r"[^\n]")


def own_words(text: Text) -> str:
    """The text with blanks for all that is not its author's wording, each character in its place."""
    return _FOREIGN.sub(lambda found: _NOT_A_LINE_END.sub(" ", found[0]), text.value)


def matches(pattern: re.Pattern[str], text: Text) -> Iterator[tuple[re.Match[str], Span]]:
    """Where the pattern is in the author's own words, with the place of its beginning in the source."""
    words = own_words(text)
    for found in pattern.finditer(words):
        before = words[: found.start()]
        line = text.lines[before.count("\n")]
        column = len(before) - (before.rfind("\n") + 1)
        yield found, line.span.moved(column, max(1, len(found[0].split("\n")[0])))
