"""What the items of any block must be, whatever its kind: enough of them, no lists, each told from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from builder.course.attributes import Faults, only_detail
from builder.source.grammar import EXCUSE
from builder.source.span import Span
from builder.source.syntax import Block, Item, Text, Word

ITEM_DETAILS = frozenset({"feedback", EXCUSE})
"""What may stand under an item that something can be said about."""

MOST_ITEMS = 36
"""SCORM 1.2 names what was chosen by one character, 0 to 9 and a to z (CMIFeedback, choice)."""


def enough(spans: Sequence[Span], what: str, block: Block, faults: Faults) -> None:
    """CW303 where there is nothing to decide, CW317 where there is too much."""
    if not block.faulty and len(spans) < 2:
        kind = block.kind
        article = "An" if kind.value[0] in "aeiou" else "A"
        faults("CW303", kind.span, f"{article} {kind.value} needs at least two {what}, and this has {len(spans)}.")
    nameable(spans, what, block, faults)


def nameable(spans: Sequence[Span], what: str, block: Block, faults: Faults) -> None:
    """CW317 where there is more than SCORM 1.2 can name."""
    if len(spans) > MOST_ITEMS:
        kind = block.kind.value
        message = f"SCORM 1.2 can report {MOST_ITEMS} {what} of a {kind}, and this has {len(spans)}. Make it two."
        faults("CW317", spans[MOST_ITEMS], message)


def flat(items: Iterable[Item], faults: Faults) -> None:
    """CW315 for every list inside one of these items."""
    for item in items:
        for inner in item.items[:1]:
            faults("CW315", inner.span, "No list stands here: say it in a sentence, or give it an item of its own.")


def feedback_of(item: Item, faults: Faults) -> Text | None:
    """What is said about the item after the answer."""
    return only_detail([detail for detail in item.details if detail.key.value == "feedback"], faults)


class Worded(Protocol):
    """Something of a block that learners tell from the others by its words."""

    @property
    def id(self) -> Word: ...
    @property
    def text(self) -> Text: ...
    @property
    def words(self) -> str: ...


def differ(things: Sequence[Worded], what: str, faults: Faults) -> None:
    """CW306 for things of a block that read the same; their ids are then no matter."""
    seen: dict[str, Worded] = {}
    different: list[Word] = []
    for thing in things:
        first = seen.setdefault(folded(thing.words), thing)
        if first is thing:
            different.append(thing.id)
        else:
            faults(
                "CW306",
                thing.text.span,
                f"This {what} reads like the one in line {first.text.span.line}. Change one of them or take it out.",
            )
    same_id(different, what, faults)


def same_id(words: Sequence[Word], what: str, faults: Faults) -> None:
    """CW307 for every id that an earlier one of the block has too."""
    seen: set[str] = set()
    for word in words:
        if word.value in seen:
            faults(
                "CW307",
                word.span,
                f"Another {what} of this block has the id '{word.value}' too. Give one of them its own: {{#...}}.",
            )
        seen.add(word.value)


def folded(words: str) -> str:
    """Words as learners tell them apart: capitals and blanks make no difference."""
    return " ".join(words.casefold().split())
