"""What can be wrong between course.yaml and the content."""

from __future__ import annotations

from builder.course.code import Code
from builder.source.diagnostic import Severity

_HERE = "content/01-start/index.md"
_PAGE = "# Calls\n\nBreathe first.\n"
_TRUE = """\
::: truefalse {#q-first answer=true}
A greeting comes first.
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""
_QUIZ = f":::: quiz {{#final}}\n{_TRUE}::::\n"
_REFUTED = """\
::: misconception {ref=MC1}
claim: An angry caller is a rude caller.
why: Anger is loud, so it is what we remember.
instead: Ask what the caller lacks.
:::
"""
_MISCONCEPTION = "misconceptions: {MC1: Angry means rude}\n"
_POINT = "marking-points: {MP1: {text: Says why a technique was chosen}}\n"
_FORM = "::: reflection {#account}\n- What happened?\n:::\n"


def _course(settings: str, body: str, covers: str = "") -> dict[str, str]:
    head = f"---\ntitle: Calls\n{f'covers: [{covers}]' + chr(10) if covers else ''}---\n"
    return {"course.yaml": settings, _HERE: head + body}


CODES = (
    Code(
        "CW400",
        "The course has no pages",
        why="There is nothing to show. Pages stand in folders under content/.",
        bad={"course.yaml": "description: How to take a hard call.\n"},
        good={"course.yaml": "description: How to take a hard call.\n", _HERE: _PAGE},
    ),
    Code(
        "CW401",
        "A page, tip or misconception names what course.yaml does not declare",
        why="The table of what is taught where goes by these ids. A misspelt one leaves a hole that an assessor will "
        "find.",
        bad=_course("topics: {T1: {text: First words}}\n", "Greet people.\n", "T2"),
        good=_course("topics: {T1: {text: First words}}\n", "Greet people.\n", "T1"),
    ),
    Code(
        "CW404",
        "A part of the score is not there",
        why="A part that nobody can do counts as nothing for everybody, and the pass mark may be out of reach.",
        bad=_course("scoring: {parts: {finl: 100}}\n", _QUIZ),
        good=_course("scoring: {parts: {final: 100}}\n", _QUIZ),
    ),
    Code(
        "CW405",
        "A part of the score is something that never scores",
        why="Only quizzes and scenarios have a score. A question on a page is practice, and nobody marks a form.",
        bad=_course("scoring: {parts: {account: 100}}\n", _FORM),
        good=_course("scoring: {parts: {final: 100}}\n", _QUIZ + "\n" + _FORM),
    ),
    Code(
        "CW406",
        "What completion requires is not there",
        why="A course that requires what is not there could never be completed by anybody.",
        bad=_course("completion: {required: [acount]}\n", _FORM),
        good=_course("completion: {required: [account]}\n", _FORM),
    ),
    Code(
        "CW407",
        "Completion requires a question by itself",
        why="A question on a page is done with its page. What can be required is a quiz, a scenario or a form.",
        bad=_course("completion: {required: [q-first]}\n", _TRUE),
        good=_course("completion: {required: [final]}\n", _QUIZ),
    ),
    Code(
        "CW408",
        "A page that completion requires is not there",
        why="A course that requires a page that is not there could never be completed by anybody.",
        bad=_course("completion: {pages: [strat]}\n", "Greet people.\n"),
        good=_course("completion: {pages: [start]}\n", "Greet people.\n"),
    ),
    Code(
        "CW409",
        "What assesses an outcome is not there",
        why="The outcome would be promised and never looked for.",
        bad=_course("outcomes: [{id: LO1, text: Greets people, assessed-by: [finl]}]\n", _QUIZ),
        good=_course("outcomes: [{id: LO1, text: Greets people, assessed-by: [final]}]\n", _QUIZ),
    ),
    Code(
        "CW410",
        "Two outcomes have one id",
        why="Reports name outcomes by their ids, so that two of one name become one there.",
        bad=_course(
            "outcomes:\n- {id: LO1, text: Greets people, assessed-by: [final]}\n"
            "- {id: LO1, text: Listens, assessed-by: [final]}\n",
            _QUIZ,
        ),
        good=_course(
            "outcomes:\n- {id: LO1, text: Greets people, assessed-by: [final]}\n"
            "- {id: LO2, text: Listens, assessed-by: [final]}\n",
            _QUIZ,
        ),
    ),
    Code(
        "CW412",
        "Two modules have one id",
        why="A module's id is its folder's name without the number before it. Statements name modules by it, a "
        "`recall` looks back on it, and cmi5 launches it, so that two of one name could not be told apart.",
        bad={"content/01-start/a.md": _PAGE, "content/02-start/b.md": _PAGE},
        good={"content/01-start/a.md": _PAGE, "content/02-end/b.md": _PAGE},
    ),
    Code(
        "CW420",
        "A misconception is declared that nothing refutes",
        "coverage",
        why="A mistake that is asked about and never put right is practised. Say what people believe, why it tempts "
        "them, and what to believe instead.",
        bad=_course(_MISCONCEPTION, _TRUE.replace("answer", "mc=MC1 answer")),
        good=_course(_MISCONCEPTION, _REFUTED + "\n" + _TRUE.replace("answer", "mc=MC1 answer")),
    ),
    Code(
        "CW421",
        "A misconception is declared that no question asks about",
        "coverage",
        why="Reading that a belief is wrong changes it for a day. A question brings it back to mind, and shows who "
        "still holds it.",
        bad=_course(_MISCONCEPTION, _REFUTED),
        good=_course(_MISCONCEPTION, _REFUTED + "\n" + _TRUE.replace("answer", "mc=MC1 answer")),
    ),
    Code(
        "CW422",
        "A marking point is declared that nothing assesses",
        "coverage",
        why="An assessor looks for evidence of every marking point. For this one learners could not give any.",
        bad=_course(_POINT, _FORM, "MP1"),
        good=_course(_POINT, _FORM.replace("#account", "#account assesses=MP1"), "MP1"),
    ),
    Code(
        "CW452",
        "`checks:` names no check and no group",
        why="A rule that you meant to switch off would stay on, or the other way round.",
        bad=_course("checks: {acces: off}\n", "Greet people.\n"),
        good=_course("checks: {access: off}\n", "Greet people.\n"),
    ),
    Code(
        "CW453",
        "An excuse names no check, or gives no reason",
        why="An excuse is read again in a year by somebody else. Without its reason they can only guess whether it "
        "still holds.",
        bad="::: tip\n### Before a call\n\nBreathe.\nexcuse: CW445\n:::\n",
        good="::: tip\n### Before a call\n\nBreathe.\nexcuse: CW445 the tip's own title is not shown\n:::\n",
    ),
    Code(
        "CW454",
        "An excuse excuses nothing",
        why="What it was for has been mended, or is written elsewhere. Left in place, it would hide the next mistake "
        "there.",
        severity=Severity.WARNING,
        bad="::: tip\nBreathe.\nexcuse: CW445 the tip's own title is not shown\n:::\n",
        good="::: tip\nBreathe.\n:::\n",
    ),
)
