"""An option stands for itself, and not for the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.subjects import is_english, keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity

_MANY = r"(?:all|none|any|both|neither|either|each|every one|some|two|three|one|most)"
_THEM = (
    r"(?:the |these |those )?(?:other )?(?:above|below|others?|rest|options?|answers?|choices|replies|these|those|them)"
)
_RIGHT = r"(?:(?:is|are) )?(?:right|correct|true|wrong|false)"
_LETTER = r"(?:[a-h]|[1-8])"
_OTHERS = re.compile(
    rf"{_MANY} (?:of )?{_THEM}(?: (?:above|below|listed|given))?(?: {_RIGHT})?"
    rf"|(?:all|none|both|neither|everything|nothing) (?:{_RIGHT}|(?:listed |given )?above)"
    rf"|(?:both )?(?:answers? |options? )?{_LETTER}(?:(?:,|,? and|,? or| &) {_LETTER})+(?: above| only)?"
    r"|all (?:two|three|four|five|six)"
)


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_english(course):
        return
    for question in keyed(course):
        for choice in question.choices:
            if _OTHERS.fullmatch(choice.words.casefold().strip(" .!")):
                message = (
                    f"'{choice.words}' can be chosen without knowing about each of the others. Ask with `multiple`, or "
                    "put something in its place that can be right or wrong by itself."
                )
                yield Finding(choice.span, message)


_BAD = """\
::: single
Which of these is a sign of fear?
- ( ) A trembling voice
  feedback: It is one, and it is not the only one here.
- ( ) Many questions
  feedback: They are one, and not the only one here.
- (x) All of the above
  feedback: Fear shows in the voice and in the questions.
:::
"""

CHECK = Check(
    code="CW465",
    title="An option is `all of the above` or `none of the above`",
    why="Who knows that two options are right has `all of the above` without the third, and who knows one wrong has "
    "ruled it out. `None of the above` shows what somebody rejects, and never what they know. Shuffled, `above` is "
    "not even true.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good="""\
::: multiple
Which of these are signs of fear?
- [x] A trembling voice
  feedback: Fear takes the breath that a voice needs.
- [x] Many questions
  feedback: Asking is a way to feel some control.
- [ ] A firm handshake
  feedback: It shows that somebody is at ease.
:::
""",
)
