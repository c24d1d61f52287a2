"""The options of a question: what may be chosen, which are right, and what is said about each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from builder.course.attributes import Faults, flag
from builder.course.choices import Choice
from builder.course.items import ITEM_DETAILS, differ, enough, feedback_of
from builder.course.kind import Json, Part, Render, Setting
from builder.course.numbers import Numbers
from builder.course.options_score import slip
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, About, Question, compile_about
from builder.course.stem import part_label
from builder.source.grammar import Grammar
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.syntax import Block, Item, Text, Word

OPTION_HOOKS = (*HOOKS, "[data-option][data-n] label", "[data-option] [data-feedback]")
"""What player/src/questions/options.ts holds on to."""


def options_grammar(boxes: Collection[str], *attributes: str) -> Grammar:
    """What such a block may hold: options with these boxes, and attributes beside those of every question."""
    return Grammar(
        attributes=ATTRIBUTES | {"shuffle", *attributes},
        details=DETAILS,
        boxes=frozenset(boxes),
        item_details=ITEM_DETAILS,
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
    def mixed(self) -> tuple[Option, ...]:
        """The options that come in an order of the learner's own, in the page before the others."""
        return tuple(option for option in self.options if self.shuffle and not option.last)

    @property
    def fixed(self) -> tuple[Option, ...]:
        """The options that stay where they are."""
        return tuple(option for option in self.options if not self.shuffle or option.last)

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
        """What a wrong option takes of the score, for the question's data."""
        return slip([option.right for option in self.options], score, penalty)

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
        }


def compile_options(block: Block, setting: Setting, faults: Faults) -> tuple[About, tuple[Option, ...], bool] | None:
    """The shared parts, the options, and whether they are shuffled; None where one of them is missing."""
    about = compile_about(block, setting, faults)
    shuffle = flag(block.attributes, "shuffle", True, faults)
    items = block.items
    enough([item.span for item in items], "options", block, faults)
    options = tuple(option for item in items if (option := _option(item, setting, faults)) is not None)
    differ(options, "option", faults)
    return None if about is None else (about, options, shuffle)


def boxed(block: Block, boxes: Collection[str]) -> bool:
    """Whether it has options and each has its box; else nobody can tell how many are right."""
    return bool(block.items) and all(item.box in boxes for item in block.items)


def _option(item: Item, setting: Setting, faults: Faults) -> Option | None:
    for inner in item.items[:1]:
        faults("CW315", inner.span, "An option holds no list. Say it in a sentence, or put the list into the question.")
    last = flag(item.attributes, "last", False, faults)
    feedback = feedback_of(item, faults)
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
