"""Questions in which each item belongs to one of some targets: the pairs of a match, the categories of a categorise."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from builder.course import pairs_score
from builder.course.attributes import Faults
from builder.course.items import differ, same_id
from builder.course.kind import AskingKind, Json, Part, Render, Values
from builder.course.numbers import Numbers
from builder.course.placed import Placed, by_words, feedback, options
from builder.course.question import HOOKS, Question, question_record
from builder.course.record import RecordShape
from builder.course.record import Sequence as Numbered
from builder.course.response import Answer, Pairs, options_of
from builder.source.syntax import Block, Text

LONG = 36
"""More characters than this do not fit into a select on a screen of 320 pixels."""

ITEM = "item"
TARGET = "target"

PAIR_HOOKS = (
    *HOOKS,
    "[data-options]",
    "[data-item] [data-feedback]",
    "[data-item] [data-given]",
)
"""What player/src/questions/pairs.ts holds on to, beside the controls of each item."""


@dataclass(frozen=True, slots=True)
class Pairing(Question):
    """`belongs` is, place by place, the target of each of the `items`; `score` is `each` or `all`."""

    items: tuple[Placed, ...]
    targets: tuple[Placed, ...]
    belongs: tuple[Placed, ...]
    score: str

    @property
    @abstractmethod
    def kind(self) -> str: ...
    @property
    @abstractmethod
    def mixes_items(self) -> bool:
        """Whether the items come in an order of the learner's own."""

    @property
    @abstractmethod
    def mixes_targets(self) -> bool:
        """Whether the targets do."""

    @property
    @abstractmethod
    def radios(self) -> bool:
        """Whether a target is chosen by radio buttons; else by a select."""

    @property
    def items_in_the_page(self) -> tuple[Placed, ...]:
        """The items as the page has them before the player mixes them: where they are mixed, by their words."""
        return by_words(self.items) if self.mixes_items else self.items

    @property
    def targets_in_the_page(self) -> tuple[Placed, ...]:
        """The targets likewise."""
        return by_words(self.targets) if self.mixes_targets else self.targets

    @property
    def listed(self) -> bool:
        """Whether the targets are listed above too, since a select on a narrow screen would cut them off."""
        return not self.radios and any(len(target.words) > LONG for target in self.targets)

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, *(text for one in (*self.items, *self.targets) for text in one.texts))

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single items and targets."""
        return tuple(one.feedback for one in (*self.items, *self.targets) if one.feedback is not None)

    def parts(self) -> tuple[Part, ...]:
        return (*(item.part(ITEM) for item in self.items), *(target.part(TARGET) for target in self.targets))

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        id = self.id.value
        return question_record(Numbered("chosen", numbers.most(ITEM, id), numbers.most(TARGET, id)))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        """`PairsData` of player/src/questions/pairs.ts."""

        def number(one: Placed) -> int:
            return numbers[self.id.value, one.id.value]

        items = [(number(item), item) for item in self.items]
        targets = [(number(target), target) for target in self.targets]
        pairs = zip(self.items, self.belongs, strict=True)
        return {
            **self.about.data(render),
            "options": options(items),
            "targets": options(targets),
            "pairs": {str(number(item)): number(target) for item, target in pairs},
            "feedback": {**feedback(items, render)},
            "astray": {**feedback(targets, render)},
            "score": self.score,
        }


class PairingKind(AskingKind):
    """What the kinds of such questions have in common."""

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return pairs_score.score(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return pairs_score.best(data)

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        right = _pairs(data, self.best(data))
        return (Answer(_pairs(data, values), (right,), options_of(data), options_of(data, "targets")),)


def _pairs(data: Mapping[str, Json], values: Values) -> Pairs:
    targets = {target.n: target for target in options_of(data, "targets")}
    chosen = cast(Sequence[int], values.get("chosen", ()))
    given = ((item, targets.get(chosen[item.n - 1])) for item in options_of(data) if item.n <= len(chosen))
    return Pairs(tuple((item, target) for item, target in given if target is not None))


def apart(
    items: Sequence[Placed],
    targets: Sequence[Placed],
    belongs: Sequence[Placed],
    names: tuple[str, str],
    block: Block,
    faults: Faults,
) -> None:
    """CW306 and CW307 for what cannot be told apart, CW331 where all items belong to the same target.

    `names` are what the kind calls an item and a target.
    """
    item, target = names
    differ(items, item, faults)
    differ(targets, target, faults)
    if not faults.found:
        same_id([one.id for one in (*items, *targets)], f"{item} or {target}", faults)
    if not faults.found and len(belongs) > 1 and len({one.id.value for one in belongs}) == 1:
        message = f"Everything here belongs to '{belongs[0].words}', so there is nothing to tell apart. Add an {item} "
        faults("CW331", block.kind.span, message + "that belongs elsewhere, or ask with `multiple`.")
