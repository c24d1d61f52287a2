"""What can be wrong with the order of a node's lines, and with words that were meant as something else."""

from __future__ import annotations

from builder.course.code import Code
from builder.course.codes.small_scene import CHOICE, scene

_TENSION = "vars:\n  tension: {start: 2, min: 0, max: 5}\n"

_SILENT = "* Say nothing. -> hang-up\n  feedback: She hears that nobody is there.\n"
_HANGUP = "\n## hang-up\nending: poor\noutcome: Dana hangs up.\n"

CODES = (
    Code(
        "CW290",
        "Something stands below a divert that always leads on",
        why="No learner ever sees it. Most often a condition was forgotten, and with it all the choices of the node "
        "are lost.",
        bad=scene("-> agreed\n" + CHOICE),
        good=scene(
            "-> agreed if tension == 0\n" + CHOICE + "  effects: tension -1\n"
            "* [again max=2] Wait. -> opening\n  effects: tension -1\n  feedback: She calms down by herself.\n",
            _TENSION,
        ),
    ),
    Code(
        "CW291",
        "A line or a divert stands below the choices of its node",
        why="A node's lines come first and its choices last. What stands below them would be heard before them, and "
        "read as if it answered what nobody has said yet.",
        bad=scene(CHOICE + "dana: Nobody rang me back.\n"),
        good=scene("dana: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW292",
        "A mood stands behind the colon",
        why="It would be read as words that are said. Before the colon it tells learners how they are said.",
        bad=scene("dana: [quietly] Nobody rang me back.\n" + CHOICE),
        good=scene("dana [quietly]: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW294",
        "The heading of a node is no id",
        why="An arrow can only name an id. An id made from words changes with them, and then the arrows lead nowhere "
        "and what learners have done there is lost.",
        bad=scene(CHOICE + _SILENT, after=_HANGUP.replace("hang-up", "Hang up")),
        good=scene(CHOICE + _SILENT, after=_HANGUP),
    ),
)
