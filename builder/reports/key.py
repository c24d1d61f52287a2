"""The key to the reports: for whoever reads in an LMS that somebody answered `{a,c}`, what that means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from html import escape
from typing import Any

from builder.course.activity_data import activity_data
from builder.course.kind import Activity
from builder.course.model import Course
from builder.course.response import Answer, Choices, Option, Order, Pairs, Range, Response, Texts, Truth
from builder.reports.names import interaction_id, letter, type12, type2004
from builder.reports.reported import answers
from builder.reports.sheet import sheet

COLUMNS = (
    "Interaction",
    "Type in SCORM 1.2",
    "Type in SCORM 2004",
    "Question",
    "Answer in SCORM 1.2",
    "Answer in SCORM 2004",
    "Number",
    "Answer in words",
    "Right",
    "Points",
    "Objectives",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, as reports name it."""

    interaction: str
    type12: str
    type2004: str
    question: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that may be answered. `right` is yes or no, the place in an order, or what an item belongs to.

    `number` is the option's in ids.lock, by which SCORM 1.2 names options where their words are too long together;
    `points` are what the whole answer is worth, 0 for practice; both are empty where there is no such thing.
    """

    asked: Asked
    code12: str
    code2004: str
    number: str
    words: str
    right: str
    points: str = ""
    objectives: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As COLUMNS name them."""
        return (*astuple(self.asked), *astuple(self)[1:])


def key(course: Course) -> tuple[Line, ...]:
    """Every line, in the order of the course."""
    return tuple(line for page in course.pages for outer in page.activities for line in _lines(course, outer))


def as_csv(lines: tuple[Line, ...]) -> str:
    """For spreadsheets."""
    return sheet(COLUMNS, (line.cells for line in lines))


def as_html(lines: tuple[Line, ...], title: str, language: str) -> str:
    """A page with one table."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in COLUMNS)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line.cells)}</tr>\n" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        "<style>body{font:1rem/1.4 sans-serif}table{border-collapse:collapse}"
        "th,td{border:1px solid;padding:.3em .5em;text-align:start;vertical-align:top}</style>\n"
        f"<h1>{escape(title)}</h1>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</html>\n"
    )


def _lines(course: Course, outer: Activity) -> Iterator[Line]:
    yield from _activity(course, outer, None)
    for inner in outer.inner:
        yield from _activity(course, inner, outer)


def _activity(course: Course, activity: Activity, outer: Activity | None) -> Iterator[Line]:
    data: dict[str, Any] = {**activity_data(course, activity, outer, str)}
    named = ", ".join(data.get("objectives", []))
    output = course.settings.outputs.scorm12
    words = output is not None and output.answers == "words"
    for answer in answers(course, activity, data):
        asked = Asked(
            interaction_id(activity.id.value, answer.part),
            type12(answer, words, scene=not activity.asks),
            type2004(answer),
            answer.prompt or str(data.get("prompt", "")),
        )
        points = str(data["points"] if outer else 0) if answer.right else ""
        for line in _answered(asked, answer, words):
            yield replace(line, points=points, objectives=named)


def _answered(asked: Asked, answer: Answer, words: bool) -> Iterator[Line]:
    if isinstance(answer.response, Truth):
        for value in (True, False):
            text = str(value).lower()
            yield Line(asked, text[0], text, "", text, _yes(Truth(value) in answer.right))
    free = asked.type12 == "performance"
    for option in (*answer.options, *answer.targets):
        code = option.text if free and words else option.id if free else letter(option.n)
        name = option.id
        if answer.targets:
            # An item and what it belongs to stand in one pair, `a.b`: which of the two this is.
            first = option in answer.options
            code = _half(code, "=" if free else ".", first)
            name = _half(name, "[.]", first)
        yield Line(asked, code, name, str(option.n), option.text, _right(answer, option))
    if not isinstance(answer.response, Truth) and not answer.options:
        yield from (_typed(asked, right) for right in answer.right or (Texts(("",)),))


def _half(name: str, between: str, first: bool) -> str:
    return f"{name}{between}?" if first else f"?{between}{name}"


def _right(answer: Answer, option: Option) -> str:
    match next(iter(answer.right), None):
        case Choices(chosen):
            return _yes(option in chosen)
        case Order(order):
            return str(order.index(option) + 1)
        case Pairs(pairs) if option in answer.options:
            return next((target.text for item, target in pairs if item == option), "")
        case _:
            return ""


def _typed(asked: Asked, right: Response) -> Line:
    """What a typed answer must be; empty where anything may be written."""
    match right:
        case Texts(texts):
            said = "; ".join(texts)
            return Line(asked, said, "[,]".join(texts), "", said, "yes" if said else "")
        case Range(least, most):
            low, high = ("" if end is None else f"{end:g}" for end in (least, most))
            ends = [end for end in (least, most) if end is not None]
            words = low if low == high else f"{low or 'anything'} to {high or 'anything'}"
            return Line(asked, f"{sum(ends) / len(ends):g}" if ends else "", f"{low}[:]{high}", "", words, "yes")
        case _:
            raise TypeError(f"nobody types {right}")


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
