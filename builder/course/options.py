"""The options of a question: what may be chosen, which are right, and what is said about each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from builder.course.attributes import Faults, flag, only_detail
from builder.course.choices import Choice
from builder.course.kind import Json, Part, Render, Setting
from builder.course.numbers import Numbers
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, About, Question, compile_about
from builder.course.stem import part_label
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.syntax import Block, Item, Text, Word

OPTION_DETAILS = frozenset({"feedback", EXCUSE})

OPTION_HOOKS = (*HOOKS, "[data-options]", "[data-option] label", "[data-option] [data-feedback]")
"""What player/src/questions/options.ts holds on to."""

MOST_OPTIONS = 36
"""SCORM 1.2 names an option by one character, 0 to 9 and a to z (CMIFeedback, choice)."""


def options_grammar(boxes: Collection[str], *attributes: str) -> Grammar:
    """What such a block may hold: options with these boxes, and attributes beside those of every question."""
    return Grammar(
        attributes=ATTRIBUTES | {"shuffle", *attributes},
        details=DETAILS,
        boxes=frozenset(boxes),
        item_details=OPTION_DETAILS,
        item_attributes=frozenset({"last"}),
    )


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen. `text` is its label, a paragraph; `more` the blocks under it; `words` all of it
    without markup. `last` keeps it behind the shuffled ones.
    """

    id: Word
    derived: bool
    text: Text
    more: Text | None
    words: str
    right: bool
    last: bool
    feedback: Text
    span: Span


@dataclass(frozen=True, slots=True)
class OptionsQuestion(Question):
    """A question that is answered by choosing among its options."""

    options: tuple[Option, ...]
    shuffle: bool

    @property
    def texts(self) -> tuple[Text, ...]:
        texts = (text for option in self.options for text in (option.text, option.more, option.feedback))
        return (*self.about.texts, *(text for text in texts if text is not None))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its options, for the checks."""
        return tuple(Choice(option.words, option.text.span, option.right) for option in self.options)

    @property
    def in_order(self) -> bool:
        """Whether the options come in the author's order."""
        return not self.shuffle

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to each option."""
        return tuple(option.feedback for option in self.options)

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(option.id, "option", derived=option.derived) for option in self.options)

    def number(self, option: Option, numbers: Numbers) -> int:
        """The option's number in ids.lock."""
        return numbers[self.id.value, option.id.value]

    def most(self, numbers: Numbers) -> int:
        """The greatest number that any option of it ever had."""
        return numbers.most("option", self.id.value)

    def slip(self, score: str, penalty: int = 0) -> dict[str, Json]:
        """What a wrong option takes of the score, as `SeveralData` of player/src/questions/several.ts says it.

        `each`: the wrong ones together take all of it; `penalties`: `penalty` per cent, or as much as a right one is
        worth; `all`: there is nothing to take from.
        """
        right = len([option for option in self.options if option.right])
        match score:
            case "each":
                return {"slip": [1, max(1, len(self.options) - right)]}
            case "penalties":
                return {"slip": [penalty, 100] if penalty else [1, right]}
        return {}

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return self.options_data(numbers, render)

    def options_data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        """`ChoiceData` of player/src/questions/options.ts."""
        numbered = [(self.number(option, numbers), option) for option in self.options]
        return {
            **self.about.data(render),
            "options": [{"n": n, "id": option.id.value, "text": option.words} for n, option in numbered],
            "right": [*sorted(n for n, option in numbered if option.right)],
            "feedback": {str(n): render(option.feedback) for n, option in numbered},
            "shuffled": [n for n, option in numbered if self.shuffle and not option.last],
        }


def compile_options(block: Block, setting: Setting, faults: Faults) -> tuple[About, tuple[Option, ...], bool] | None:
    """The shared parts, the options, and whether they are shuffled; None where one of them is missing."""
    about = compile_about(block, setting, faults)
    shuffle = flag(block.attributes, "shuffle", True, faults)
    items = block.items
    if not block.faulty and len(items) < 2:
        faults("CW303", block.kind.span, f"A {block.kind.value} needs at least two options, and this has {len(items)}.")
    if len(items) > MOST_OPTIONS:
        faults(
            "CW317",
            items[MOST_OPTIONS].span,
            f"SCORM 1.2 can report {MOST_OPTIONS} options of a question, and this has {len(items)}.",
        )
    options = tuple(option for item in items if (option := _option(item, setting, faults)) is not None)
    differ(options, "option", faults)
    return None if about is None else (about, options, shuffle)


def boxed(block: Block, boxes: Collection[str]) -> bool:
    """Whether it has options and each has its box; else nobody can tell how many are right."""
    return bool(block.items) and all(item.box in boxes for item in block.items)


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
        first = seen.setdefault(" ".join(thing.words.casefold().split()), thing)
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


def _option(item: Item, setting: Setting, faults: Faults) -> Option | None:
    for inner in item.items[:1]:
        faults("CW315", inner.span, "An option holds no list. Say it in a sentence, or put the list into the question.")
    last = flag(item.attributes, "last", False, faults)
    feedback = only_detail([detail for detail in item.details if detail.key.value == "feedback"], faults)
    if item.text is None:
        if not item.faulty:
            faults("CW314", item.span, "This option is empty. Write what can be chosen after its box.")
        return None
    parted = part_label(item.text)
    words = plain(item.text, setting.course.words)
    if parted is None:
        message = "An option begins with words or a picture, which its box is named by. Put this below them."
        faults("CW321", item.text.span, message)
        return None
    label, more = parted
    if not plain(label).strip():
        message = "This option says nothing to those who cannot see it. Describe the picture: ![A desk](desk.svg)."
        faults("CW314", item.text.span, message)
    if feedback is None:
        if not item.faulty:
            faults(
                "CW305",
                item.text.span,
                "This option has no feedback. Say under it, behind `feedback:`, why it is right or wrong.",
            )
        return None
    id = item.attributes.id or Word(slug(plain(label)), label.span)
    right = item.box.lower() in ("(x)", "[x]")
    return Option(id, item.attributes.id is None, label, more, words, right, last, feedback, item.span)
