"""The items of questions that are answered by placing them: what belongs together, and what comes after what.

Each is one line of the block's list with a feedback where that helps; the general reason stands behind `explain:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.course.attributes import Faults
from builder.course.items import feedback_of
from builder.course.kind import Json, Part, Render, Setting
from builder.course.stem import part_label
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.syntax import Item, Text, Word


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


def placed_item(item: Item, what: str, setting: Setting, faults: Faults) -> Placed | None:
    """What the item says, with its id and its feedback; None after CW314 (nothing) or what `placed` finds."""
    feedback = feedback_of(item, faults)
    if item.text is not None:
        return placed(item.text, item.attributes.id, feedback, setting, faults)
    if not item.faulty:
        faults("CW314", item.span, f"This {what} is empty. Write its words after the '{item.marker}'.")
    return None


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


def by_words(things: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Things in the order of their words, which gives away nothing of what belongs together."""
    return tuple(sorted(things, key=lambda thing: thing.words.casefold()))


def unlike_the_key(things: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Things in the order of their words, turned round where that is the order that they are written in."""
    found = by_words(things)
    return found if found != things else found[::-1]


def options(numbered: Iterable[tuple[int, Placed]]) -> list[Json]:
    """`Option`s of player/src/course/data.ts."""
    return [{"n": n, "id": one.id.value, "text": one.words} for n, one in numbered]


def feedback(numbered: Iterable[tuple[int, Placed]], render: Render) -> Mapping[str, Json]:
    """HTML by number, of those that have some."""
    return {str(n): render(one.feedback) for n, one in numbered if one.feedback is not None}
