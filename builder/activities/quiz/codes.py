"""The codes of what can be wrong with a quiz, its draws and what they draw from."""

from __future__ import annotations

from builder.course.code import Code
from builder.source.diagnostic import Severity

_PAGE = "content/01-start/calls.md"
_BANK = "banks/greetings.md"
_TRUE = """\
::: truefalse {#ID answer=true TAGS}
A greeting comes before SAYS.
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""


def _item(id: str, says: str, tags: str = "tags=first") -> str:
    return _TRUE.replace("ID", id).replace("SAYS", says).replace("TAGS", tags)


def _quiz(attributes: str, *inside: str, before: str = "") -> str:
    inner = "".join(inside)
    return f"---\ntitle: Calls\n---\n{before}:::: quiz {{#final{attributes}}}\n{inner}::::\n"


def _draw(attributes: str) -> str:
    return f"::: draw {{{attributes}}}\n:::\n"


_ITEMS = _item("q1", "a question") + _item("q2", "a hold")
_ONE = _quiz("", _draw("bank=greetings count=1"))
_WHOLE = _quiz("", _draw("bank=greetings count=2"))

CODES = (
    Code(
        "CW360",
        "Words stand in a bank outside its questions",
        why="Learners see the questions that are drawn and nothing else of a bank, so what stands between them is seen "
        "by nobody.",
        bad={_PAGE: _WHOLE, _BANK: f"Read the notes first.\n\n{_ITEMS}"},
        good={_PAGE: _WHOLE, _BANK: _ITEMS},
        severity=Severity.WARNING,
    ),
    Code(
        "CW361",
        "A bank holds what is no question",
        why="Only questions can be drawn. A note or a form in a bank would never come up.",
        bad={_PAGE: _WHOLE, _BANK: f"{_ITEMS}::: note\nThe line closes at six.\n:::\n"},
        good={_PAGE: _WHOLE, _BANK: _ITEMS},
    ),
    Code(
        "CW362",
        "A draw names a bank that is not there",
        why="There would be nothing to draw from, and the quiz would lack these questions.",
        bad={_PAGE: _quiz("", _draw("bank=greeting count=2")), _BANK: _ITEMS},
        good={_PAGE: _WHOLE, _BANK: _ITEMS},
    ),
    Code(
        "CW363",
        "A draw does not say what it draws",
        why="A draw needs a bank and a number, and the tags that it names must fit into that number. Whatever is "
        "written inside it would not be seen.",
        bad={_PAGE: _quiz("", _draw("bank=greetings")), _BANK: _ITEMS},
        good={_PAGE: _WHOLE, _BANK: _ITEMS},
    ),
    Code(
        "CW364",
        "A bank has fewer questions than a draw takes",
        why="Learners would get a shorter quiz than it says, and no second attempt could have other questions.",
        bad={_PAGE: _quiz("", _draw("bank=greetings count=3")), _BANK: _ITEMS},
        good={_PAGE: _WHOLE, _BANK: _ITEMS},
    ),
    Code(
        "CW365",
        "The draws of a quiz together take more than there is",
        why="Each draw by itself could be filled, but no question comes twice in an attempt, so some learner would get "
        "too few.",
        bad={
            _PAGE: _quiz("", _draw("bank=greetings count=2"), _draw("bank=greetings count=1 tag=first")),
            _BANK: _ITEMS,
        },
        good={
            _PAGE: _quiz("", _draw("bank=greetings count=1"), _draw("bank=greetings count=1 tag=first")),
            _BANK: _ITEMS,
        },
    ),
    Code(
        "CW366",
        "Two quizzes may draw the same question",
        why="A learner's answer to a question is kept once. Drawn by two quizzes, the answer in one would overwrite "
        "the answer in the other.",
        bad={
            _PAGE: _quiz(
                "",
                _draw("bank=greetings count=1"),
                before=f":::: quiz {{#early}}\n{_draw('bank=greetings count=1')}::::\n\n",
            ),
            _BANK: _ITEMS,
        },
        good={
            _PAGE: _quiz(
                "",
                _draw("bank=greetings tag=last count=1"),
                before=f":::: quiz {{#early}}\n{_draw('bank=greetings tag=first count=1')}::::\n\n",
            ),
            _BANK: _item("q1", "a question") + _item("q2", "a hold", "tags=last"),
        },
    ),
    Code(
        "CW367",
        "A file of banks/ is not where or what a bank is",
        why="Banks are the files right in banks/ whose names end in .md. Any other would be left out without a word, "
        "with the questions in it.",
        bad={_PAGE: _WHOLE, _BANK: _ITEMS, "banks/old/holds.md": _item("q3", "a sigh")},
        good={_PAGE: _WHOLE, _BANK: _ITEMS + _item("q3", "a sigh")},
    ),
    Code(
        "CW368",
        "A quiz has a pass mark that changes nothing",
        why="Learners are told that they must reach it, but only a part of the score can pass or fail, and only in a "
        "course that has a pass mark.",
        bad=_quiz(" pass=70", _item("q1", "a question")),
        good={
            "course.yaml": "scoring: {pass: 50, parts: {final: 100}}\ncompletion: {required: [final]}\n",
            _PAGE: _quiz(" pass=70", _item("q1", "a question")),
        },
        severity=Severity.WARNING,
    ),
    Code(
        "CW369",
        "Questions are to come back in a quiz that tells nobody what was missed",
        why="What was missed is known only once it was checked. Where answers are checked at the end, there is no "
        "later in which a question could come back.",
        bad=_quiz(" again", _item("q1", "a question")),
        good=_quiz(" again feedback=each", _item("q1", "a question")),
    ),
)
