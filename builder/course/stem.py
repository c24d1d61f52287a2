"""Parts what a question or an option says into the words that name it and what stands around them.

A group of options is named by its legend and an option by its label. HTML allows both one line of text, and screen
readers say them again and again. So the legend is the stem's last plain paragraph and the label an option's first;
pictures, tables, lists and quotations stay blocks above or below.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.source.markdown import paragraphs
from builder.source.syntax import Line, Text


@dataclass(frozen=True, slots=True)
class Stem:
    """`question` names the group of options; `before` and `after` stand round it."""

    question: Text
    before: Text | None = None
    after: Text | None = None


def part_stem(texts: Iterable[Text]) -> Stem | None:
    """The stem that these texts make, which is the question as a whole where it has no paragraph of words; None where
    there is nothing in them.
    """
    whole = _joined(texts)
    if whole is None:
        return None
    worded = [(start, end) for start, end, has_words in paragraphs(whole) if has_words]
    if not worded:
        return Stem(whole)
    start, end = worded[-1]
    question = Text(whole.lines[start:end])
    return Stem(question, _trimmed(whole.lines[:start]), _trimmed(whole.lines[end:]))


def part_label(text: Text) -> tuple[Text, Text | None] | None:
    """The paragraph that an option begins with, of words or a picture, and the blocks under it; None where it begins
    with anything else.
    """
    found = paragraphs(text)
    if not found or found[0][0] > 0:
        return None
    end = found[0][1]
    return Text(text.lines[:end]), _trimmed(text.lines[end:])


def _joined(texts: Iterable[Text]) -> Text | None:
    lines: list[Line] = []
    for text in texts:
        if lines:
            lines.append(Line("", lines[-1].span))
        lines.extend(text.lines)
    return _trimmed(lines)


def _trimmed(lines: Iterable[Line]) -> Text | None:
    """The lines without the empty ones around them; None where there are no others."""
    found = list(lines)
    while found and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].text.strip():
        found.pop()
    return Text(tuple(found)) if found else None
