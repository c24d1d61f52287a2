"""A course in British English is spelt so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.british import british
from builder.checks.wording import matches
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.texts import page_texts
from builder.source.diagnostic import Severity

_LANGUAGE = "en-gb"
# Names begin with a capital, and are written as their owners write them.
_WORD = re.compile(r"(?<![\w'’/.#@-])[A-Z]?[a-z]{4,}(?![\w/@])")
_NAME = re.compile(r"(?<=[\w,] )[A-Z]")


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if course.settings.language.lower() != _LANGUAGE:
        return
    for document in course.documents:
        for text in page_texts(document):
            for found, span in matches(_WORD, text):
                meant = british(found[0])
                if meant is not None and not _is_name(found):
                    as_written = meant.capitalize() if found[0][0].isupper() else meant
                    yield Finding(span, f"In British English '{found[0]}' is '{as_written}'.")


def _is_name(found: re.Match[str]) -> bool:
    """Whether the word has a capital in the middle of a sentence."""
    return found[0][0].isupper() and _NAME.match(found.string, found.start()) is not None


CHECK = Check(
    code="CW473",
    title="A word is spelt the American way in a British course",
    why="Two spellings of a word make a course look put together from pieces, and readers look up from the sentence. "
    "It goes by `language: en-GB`, in your own words: code and what stands in quotes are left alone, and so are "
    "names. For Oxford spelling (`organize`) write `language: en-GB-oxendict`.",
    group="words",
    severity=Severity.WARNING,
    find=_find,
    bad="Apologize first, in a neutral color of voice.\n",
    good='Apologise first, in a neutral colour of voice. The form says "Organization Name".\n',
)
