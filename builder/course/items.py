"""The items of questions that are answered by placing them: what belongs together, and what comes after what.

Each is one line of the block's list with a feedback where that helps; the general reason stands behind `explain:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.course.attributes import Faults, only_detail
from builder.course.kind import Json, Part, Render, Setting
from builder.course.options import MOST_OPTIONS
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.syntax import Block, Item, Text, Word


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that is placed, or where it is placed. `words` is its text without markup."""

    id: Word
    derived: bool
    text: Text
    words: str
    feedback: Text | None

    @property
    def span(self) -> Span:
        """Where its text stands."""
        return self.text.span

    @property
    def texts(self) -> tuple[Text, ...]:
        """Its Markdown."""
        return (self.text,) if self.feedback is None else (self.text, self.feedback)

    def part(self, kind: str) -> Part:
        """It as ids.lock numbers it."""
        return Part(self.id, kind, derived=self.derived)


def placed(item: Item, text: Text, id: Word | None, setting: Setting, faults: Faults) -> Placed:
    """What stands in a line of the list; its id comes from its words where it has none."""
    feedback = only_detail([detail for detail in item.details if detail.key.value == "feedback"], faults)
    words = plain(text, setting.course.words)
    return Placed(id or Word(slug(plain(text)), text.span), id is None, text, words, feedback)


def flat(items: Iterable[Item], faults: Faults) -> None:
    """CW315 for every list inside one of these items."""
    for item in items:
        for inner in item.items[:1]:
            faults("CW315", inner.span, "No list stands here: say it in a sentence, or give it an item of its own.")


def enough(items: Sequence[Item], what: str, block: Block, faults: Faults) -> None:
    """CW303 where there is nothing to decide, CW317 where there is more than SCORM 1.2 can name."""
    kind = block.kind.value
    if not block.faulty and len(items) < 2:
        faults("CW303", block.kind.span, f"A {kind} needs at least two {what}, and this has {len(items)}.")
    if len(items) > MOST_OPTIONS:
        message = f"SCORM 1.2 can report {MOST_OPTIONS} {what} of a {kind}, and this has {len(items)}. Make it two."
        faults("CW317", items[MOST_OPTIONS].span, message)


def explained(block: Block, faults: Faults) -> None:
    """CW305 where the block says nothing about its answer."""
    if not block.faulty and not block.details("explain"):
        faults(
            "CW305",
            block.kind.span,
            f"This {block.kind.value} does not say why its answer is right. Put `explain:` and the reason under its "
            "last item.",
        )


def options(numbered: Iterable[tuple[int, Placed]]) -> list[Json]:
    """`Option`s of player/src/course/data.ts."""
    return [{"n": n, "id": one.id.value, "text": one.words} for n, one in numbered]


def feedback(numbered: Iterable[tuple[int, Placed]], render: Render) -> Mapping[str, Json]:
    """HTML by number, of those that have some."""
    return {str(n): render(one.feedback) for n, one in numbered if one.feedback is not None}
