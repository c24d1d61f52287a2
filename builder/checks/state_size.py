"""A learner's whole work fits into what each format keeps."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.check import Capacities, Check, Finding
from builder.course.capacity import Contributor, worst_case
from builder.course.model import Course
from builder.source.diagnostic import Severity

_NAMED = 3


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for name, (limit, keeps_texts) in sorted(capacities.items()):
        worst = worst_case(course, keeps_texts)
        if limit is None or worst.total <= limit:
            continue
        largest = ", ".join(_named(contributor) for contributor in worst.contributors[:_NAMED])
        texts = " With `free-text: {resume: device}` texts of forms stay on the device." if keeps_texts else ""
        yield Finding(
            course.head.key("outputs", name),
            f"A learner's work can take {worst.total} characters, and {name} keeps {limit}. The largest are {largest}. "
            f"Make these smaller (fewer choices, shorter plays, a smaller max), make two courses of this one, or leave "
            f"{name} out of `outputs:`.{texts}",
        )


def _named(contributor: Contributor) -> str:
    name = f"the {contributor.kind} '{contributor.id}'" if contributor.id else "the course itself"
    return f"{name} ({contributor.length})"


_MANY = "".join(
    f"\n::: single {{#q{question}}}\nWhich?\n"
    + "".join(
        f"- ({'x' if option == 0 else ' '}) Option {option} {{#o{option}}}\n  feedback: So.\n" for option in range(2)
    )
    + ":::\n"
    for question in range(450)
)

CHECK = Check(
    code="CW510",
    title="A learner's work can outgrow what a format keeps",
    why="An LMS cuts or drops what is too long without a word, and the learner's work with it. So the longest state "
    "that the course can come to is computed, and must fit: 4,096 characters in SCORM 1.2 and 64,000 in SCORM 2004.",
    group="tracking",
    severity=Severity.ERROR,
    find=_find,
    bad={"content/01-start/a.md": f"---\ntitle: Many\n---\n{_MANY}"},
    good={"content/01-start/a.md": "---\ntitle: Few\n---\nNothing to keep.\n"},
)
