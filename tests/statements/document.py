"""The examples in docs/lrs.md: one statement of each kind, written by the player. `python -m tests.statements.document`
writes them anew.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from builder.build import check_course
from builder.course.activity_data import activity_data
from builder.course.model import Course
from builder.statements.data import xapi_data
from builder.statements.names import Names
from builder.statements.templates import templates
from builder.statements.verbs import VERBS
from tests.courses.gallery import make
from tests.statements.events import sitting
from tests.statements.placed import placed
from tests.statements.scribe import Scribe, Statement, opened

DOCUMENT = Path(__file__).parents[2] / "docs" / "lrs.md"
BEGIN, END = "<!-- examples -->\n", "<!-- end of examples -->\n"

_WIDTH = 110
_WHOLE = ("initialized", "answered")


def examples(course: Course, statements: Sequence[Statement]) -> str:
    """Markdown: each kind of statement, what it says, and the first of it. What all have alike is shown once."""
    return "\n".join(_examples(course, statements))


def _examples(course: Course, statements: Sequence[Statement]) -> Iterator[str]:
    told = {(each["verb"]["id"], each["object"]["definition"]["type"]): each for each in reversed(statements)}
    for template in templates(Names(course.settings.iri)):
        statement = told[VERBS[template.verb], template.object_type]
        yield f"### {template.name}\n\n{template.definition}\n"
        shown = statement if template.name in _WHOLE else _own(statement)
        yield "\n".join(f"    {line}" for line in pretty(shown).splitlines()) + "\n"


def _own(statement: Statement) -> dict[str, Any]:
    """What is not alike in all: the object without its definition, where another example has it whole."""
    context = statement["context"]
    activities = context["contextActivities"]
    own = {name: activities[name] for name in ("parent", "other") if name in activities}
    more = {**({"contextActivities": own} if own else {}), **_part(context, "extensions")}
    return {
        "verb": statement["verb"],
        "object": {"id": statement["object"]["id"], "definition": {"type": statement["object"]["definition"]["type"]}},
        **_part(statement, "result"),
        **({"context": more} if more else {}),
    }


def _part(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {name: value[name]} if name in value else {}


def pretty(value: Any, indent: int = 0, lead: int = 0) -> str:
    """JSON in which what fits on a line stands on one. `lead` is how much of its first line is taken."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + lead + len(line) <= _WIDTH or not isinstance(value, (dict, list)):
        return line
    inner = " " * (indent + 2)
    if isinstance(value, list):
        parts = [pretty(each, indent + 2) for each in value]
        opening, closing = "[]"
    else:
        names = [f"{json.dumps(name)}: " for name in value]
        parts = [name + pretty(each, indent + 2, len(name)) for name, each in zip(names, value.values(), strict=True)]
        opening, closing = "{}"
    return f"{opening}\n{inner}" + f",\n{inner}".join(parts) + f"\n{' ' * indent}{closing}"


def shown(document: str) -> str:
    """The examples as the document has them."""
    return document.partition(BEGIN)[2].partition(END)[0].strip("\n")


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as scribe:
        checked = check_course(make.write(Path(folder) / "gallery"))
        assert checked.course is not None
        made = examples(checked.course, written(checked.course, scribe))
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{made}\n{END}{rest.partition(END)[2]}", "utf-8")


def written(course: Course, scribe: Scribe) -> list[Statement]:
    """A session with a statement of every kind."""
    return scribe(sent(course), sitting(course))


def sent(course: Course) -> dict[str, Any]:
    """The course's data as far as statements are made from it."""
    data = [activity_data(course, activity, outer, str) for activity, outer in placed(course).values()]
    settings = course.settings
    return {
        "iri": settings.iri,
        "language": settings.language,
        "version": settings.version,
        "xapi": xapi_data(course, data, "1.0.3", None),
    }


if __name__ == "__main__":
    _main()
