"""What can be wrong with what scenarios share (nodes, what one leaves to the next), and with how one talks there."""

from __future__ import annotations

from builder.course.code import Code
from builder.course.codes.small_scene import CHOICE, scene
from builder.source.diagnostic import Severity

_HANG_UP = "* Say nothing. -> hang-up\n  feedback: Silence sounds like indifference to her.\n"
_INCLUDE = "include: hang-up.nodes.md\n"
_NODES = "## hang-up\nending: poor\noutcome: Dana hangs up.\n"
_TENSION = "  tension: {start: 2, min: 0, max: 5}\n"
_VARS = f"vars:\n{_TENSION}"
_CARRY = "carry: {tension: first-call}\n"


def _shared(nodes: str = _NODES, head: str = _INCLUDE, opening: str = CHOICE + _HANG_UP) -> dict[str, str]:
    """The files of a course whose scenario shares these nodes."""
    return {**scene(opening, head), "content/01-start/hang-up.nodes.md": nodes}


def _thread(head: str = _VARS, later: str = _VARS + _CARRY) -> dict[str, str]:
    """The files of a course with two scenarios, with these lines in their heads."""
    (text,) = scene(head=head).values()
    return {**scene(head=later), "content/01-start/1-first-call.scene.md": text}


CODES = (
    Code(
        "CW273",
        "A scenario includes what is no file of nodes",
        why="The nodes that it should share are not there, and arrows to them lead nowhere.",
        bad=_shared(head="include: hang-upp.nodes.md\n"),
        good=_shared(),
    ),
    Code(
        "CW274",
        "A scenario includes a file of nodes twice",
        why="Each of its nodes would be there twice, with one id.",
        bad=_shared(head="include: [hang-up.nodes.md, hang-up.nodes.md]\n"),
        good=_shared(),
    ),
    Code(
        "CW275",
        "No scenario includes a file of nodes",
        why="A file of nodes is no page. What stands in it is met by nobody until a scenario includes it.",
        bad=_shared(head="", opening=CHOICE),
        good=_shared(),
        severity=Severity.WARNING,
    ),
    Code(
        "CW276",
        "A file of nodes has no nodes",
        why="Scenarios include it for nothing. Most often a file was begun and forgotten.",
        bad=_shared("", opening=CHOICE),
        good=_shared(),
    ),
    Code(
        "CW277",
        "A node's channel is none",
        why="It decides whether learners read that they say or that they write something.",
        bad=scene("channel: telephone\n" + CHOICE),
        good=scene("channel: phone\n" + CHOICE),
    ),
    Code(
        "CW280",
        "A variable is carried on that the scenario does not declare",
        why="What another scenario left would have nowhere to go.",
        bad=_thread(later=_VARS + "carry: {tensions: first-call}\n"),
        good=_thread(),
    ),
    Code(
        "CW281",
        "A variable is carried on from a scenario that is not there",
        why="Every play would begin with the variable's own start, and what learners did earlier would not be felt.",
        bad=_thread(later=_VARS + "carry: {tension: last-call}\n"),
        good=_thread(),
    ),
    Code(
        "CW282",
        "A variable is carried on that the other scenario does not have",
        why="There is nothing that it could bring.",
        bad=_thread(head=""),
        good=_thread(),
    ),
    Code(
        "CW283",
        "A variable that is carried on has other bounds in the other scenario",
        why="A 9 of 10 is not a 9 of 9, and a 9 is nothing where only 5 are allowed. The proof of the second scenario "
        "goes through every value that the first can leave.",
        bad=_thread(head=_VARS.replace("max: 5", "max: 10")),
        good=_thread(),
    ),
    Code(
        "CW284",
        "Scenarios begin with what is left of each other",
        why="A play of either would wait for a play of the other. One of them must come first.",
        bad=_thread(head=_VARS + "carry: {tension: call}\n"),
        good=_thread(),
    ),
)
