"""The items of questions that are answered by placing them: what belongs together, and what comes after what.

Each is one line of the block's list with a feedback where that helps; the general reason stands behind `explain:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.course.attributes import Faults, only_detail
from builder.course.kind import Json, Part, Render, Setting
from builder.course.options import MOST_OPTIONS
from builder.course.stem import part_label
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


def placed(text: Text, id: Word | None, feedback: Text | None, setting: Setting, faults: Faults) -> Placed | None:
    """What stands in a line of the list, a paragraph; its id comes from its words where it has none.

    None after CW321 (more than a paragraph) or CW314 (a picture that says nothing to who cannot see it).
    """
    label, more = part_label(text) or (text, text)
    words = plain(text, setting.course.words).strip()
    if more is not None:
        faults(
            "CW321", more.span, "An item is one paragraph, in words or as a picture. Put the rest into the question."
        )
    elif not words:
        faults(
            "CW314",
            text.span,
            "This says nothing to who cannot see it. Say what the picture shows: ![A desk](desk.svg).",
        )
    else:
        return Placed(id or Word(slug(plain(label)), label.span), id is None, label, words, feedback)
    return None


def feedback_of(item: Item, faults: Faults) -> Text | None:
    """What is said about the item after the answer."""
    return only_detail([detail for detail in item.details if detail.key.value == "feedback"], faults)


def flat(items: Iterable[Item], faults: Faults) -> None:
    """CW315 for every list inside one of these items."""
    for item in items:
        for inner in item.items[:1]:
            faults("CW315", inner.span, "No list stands here: say it in a sentence, or give it an item of its own.")


def enough(spans: Sequence[Span], what: str, block: Block, faults: Faults) -> None:
    """CW303 where there is nothing to decide, CW317 where there is too much."""
    if not block.faulty and len(spans) < 2:
        kind = block.kind
        faults("CW303", kind.span, f"A {kind.value} needs at least two {what}, and this has {len(spans)}.")
    nameable(spans, what, block, faults)


def nameable(spans: Sequence[Span], what: str, block: Block, faults: Faults) -> None:
    """CW317 where there is more than SCORM 1.2 can name."""
    if len(spans) > MOST_OPTIONS:
        kind = block.kind.value
        message = f"SCORM 1.2 can report {MOST_OPTIONS} {what} of a {kind}, and this has {len(spans)}. Make it two."
        faults("CW317", spans[MOST_OPTIONS], message)


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
