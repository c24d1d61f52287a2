"""What was answered, in no standard's terms: the twin of `Response` and `AnswerPart` in the player
(player/src/tracking/tracker.ts, player/src/activity.ts). The key to the reports is made from it, and tests compare what
an LMS holds with it. What would be right goes into the activity's data, so that no controller has to know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be answered, as reports name it: its number in ids.lock, its id, its words."""

    n: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Some of the options, in their order."""

    chosen: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """Items, each with what it was given to."""

    pairs: tuple[tuple[Option, Option], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Options in the order that they were given."""

    order: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as they were typed; `long` for one that may have many lines."""

    texts: tuple[str, ...]
    long: bool = False
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers that are right, the ends included; None for an open end. Only ever a right response."""

    least: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A point on a scale."""

    chosen: Option


MOST_PATTERNS = 5
"""Right responses that every LMS takes (SCORM 2004 4th edition Run-Time Environment, 4.2.9.1)."""

Response = Choices | Truth | Pairs | Order | Texts | Number | Range | Scale


def wire(response: Response) -> dict[str, Any]:
    """The response as the player has it (`Response` in player/src/tracking/tracker.ts)."""
    match response:
        case Choices(options):
            return {"type": "choice", "chosen": [asdict(option) for option in options]}
        case Scale(option):
            return {"type": "likert", "chosen": [asdict(option)]}
        case Order(options):
            return {"type": "sequencing", "chosen": [asdict(option) for option in options]}
        case Pairs(pairs):
            return {"type": "matching", "chosen": [[asdict(item), asdict(target)] for item, target in pairs]}
        case Truth(value):
            return {"type": "true-false", "value": value}
        case Texts(texts, long, exact_case):
            return {"type": "fill-in", "texts": [*texts], "long": long, "exactCase": exact_case}
        case Number(value):
            return {"type": "numeric", "least": value, "most": value}
        case Range(least, most):
            return {"type": "numeric", "least": least, "most": most}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is reported: as the activity itself, or with the id of a `part` of it behind the activity's.

    `options` are all that may be chosen, `targets` all that they may be given to, and `right` the right responses, the
    plainest first (none where nothing is).
    """

    response: Response
    right: tuple[Response, ...] = ()
    options: tuple[Option, ...] = ()
    targets: tuple[Option, ...] = ()
    part: str = ""
    prompt: str = ""


def options_of(data: Mapping[str, Any], key: str = "options") -> tuple[Option, ...]:
    """The options that an activity's data lists under that key."""
    return tuple(Option(each["n"], each["id"], each["text"]) for each in data[key])


def chosen(options: tuple[Option, ...], numbers: object) -> tuple[Option, ...]:
    """Those of the options that have one of these numbers, in their order; a single number is one of them."""
    wanted = numbers if isinstance(numbers, (list, tuple)) else [numbers]
    return tuple(option for option in options if option.n in wanted)
