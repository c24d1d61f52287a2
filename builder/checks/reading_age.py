"""A page can be read without effort."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.readability import Reading, measure
from builder.checks.subjects import is_english
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.texts import page_texts
from builder.source.diagnostic import Severity

LEAST_WORDS = 100
"""A sentence or two say nothing about a page."""

MOST_AGE = 14


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_english(course):
        return
    for page in course.pages:
        found = measure(page_texts(page), course.settings.words)
        if found.words >= LEAST_WORDS and round(found.age) > MOST_AGE:
            yield Finding(page.span, f"The page '{page.title}' {_sentence(found)}")


def _sentence(found: Reading) -> str:
    return (
        f"has a reading age of {round(found.age)}: its sentences have "
        f"{found.words / found.sentences:.0f} words and its words {found.syllables / found.words:.1f} syllables on "
        f"average. Aim for 12 to {MOST_AGE}: part long sentences, and take short words."
    )


_HARD = (
    "Organisational communication necessitates comprehensive consideration of individual circumstances,\nparticularly "
    "where dissatisfaction originates in misinterpretation of procedural requirements."
)
_EASY = "Callers want to know what comes next. Tell them when you will ring, and ring then. It takes one minute."

CHECK = Check(
    code="CW471",
    title="A page is hard to read",
    why="Many adults read like somebody of twelve to fourteen, and everybody does at the end of a shift. The reading "
    "age is the Flesch-Kincaid grade plus five years: 0.39 times the words of a sentence, plus 11.8 times the "
    "syllables of a word, less 10.59. Syllables are counted by their vowels. It is a rough measure of pages with 100 "
    "words or more, and for English alone.",
    group="words",
    severity=Severity.INFORMATION,
    find=_find,
    bad="\n\n".join([_HARD] * 6) + "\n",
    good="\n\n".join([_EASY] * 6) + "\n",
)
