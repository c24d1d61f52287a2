"""What can be wrong with how the lines of a scenario are written."""

from __future__ import annotations

from builder.course.code import Code
from builder.course.codes.small_scene import CHOICE, scene

CODES = (
    Code(
        "CW219",
        "A detail of a node or choice is there twice",
        why="Only one of them would count, and a reader of the file would not know which.",
        bad=scene(CHOICE + "  score: 1\n  score: 2\n"),
        good=scene(CHOICE + "  score: 2\n"),
    ),
    Code(
        "CW220",
        "A line of a scenario is nothing that can stand there",
        why="Each line of a scenario is said by somebody, or is a choice, a divert or a detail. A line that is none "
        "of these would be lost in the middle of a conversation.",
        bad=scene("Nobody rang me back.\n" + CHOICE),
        good=scene("dana: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW221",
        "A speaker is not in the cast",
        why="A slip in a name would bring a stranger into the conversation.",
        bad=scene("dna: Nobody rang me back.\n" + CHOICE),
        good=scene("dana: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW222",
        "A divert cannot be read",
        why="A divert sends the play somewhere else by itself. Where it cannot be read, the play goes on where it "
        "should not.",
        bad=scene("-> agreed when tension > 3\n" + CHOICE),
        good=scene("-> agreed if tension > 3\n" + CHOICE, "vars:\n  tension: {start: 2, min: 0, max: 5}\n"),
    ),
    Code(
        "CW223",
        "A line stands before the first node",
        why="A play begins in a node. What stands before the first belongs to none, and nobody would ever see it.",
        bad=scene(CHOICE, before="narrator: Your phone rings.\n\n"),
        good=scene("narrator: Your phone rings.\n" + CHOICE),
    ),
    Code(
        "CW224",
        "A node has no id",
        why="Arrows lead to ids. A node without one is a room without a door.",
        bad=scene(CHOICE, after="\n##\nending: poor\noutcome: Dana hangs up.\n"),
        good=scene(
            CHOICE + "* Say nothing. -> hangup\n  feedback: Silence sounds like indifference to her.\n",
            after="\n## hangup\nending: poor\noutcome: Dana hangs up.\n",
        ),
    ),
    Code(
        "CW225",
        "A name that nobody in a cast can have",
        why="Lines begin with a speaker's id. With capitals or blanks, or a word that means something else, a line "
        "could be read in two ways.",
        bad=scene(CHOICE, "cast: {Dana O: {name: Dana Okoro}}\n"),
        good=scene(CHOICE, "cast: {dana-o: {name: Dana Okoro}}\n"),
    ),
    Code(
        "CW226",
        "A speaker says nothing",
        why="A line with a name and no words is most often one whose words were to come later.",
        bad=scene("dana:\n" + CHOICE),
        good=scene("dana: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW227",
        "A mood is empty",
        why="Learners would see empty brackets after the name.",
        bad=scene("dana []: Nobody rang me back.\n" + CHOICE),
        good=scene("dana [raised voice]: Nobody rang me back.\n" + CHOICE),
    ),
    Code(
        "CW230",
        "A bracket of a choice cannot be read",
        why="Brackets say when a choice is open. One that is not understood would be shown as words, and the choice "
        "be open always.",
        bad=scene(
            CHOICE + "* [after ten seconds] Say nothing. -> agreed\n  feedback: She goes on by herself, this time.\n"
        ),
        good=scene(CHOICE + "* [after 10s] Say nothing. -> agreed\n  feedback: She goes on by herself, this time.\n"),
    ),
    Code(
        "CW231",
        "A choice has no arrow",
        why="Whoever takes it would be left standing there.",
        bad=scene(CHOICE.replace(" -> agreed", "")),
        good=scene(CHOICE),
    ),
    Code(
        "CW232",
        "A choice has no words",
        why="Learners choose by reading. Even silence needs words: `Say nothing.`",
        bad=scene(CHOICE.replace("Let her finish.", "")),
        good=scene(CHOICE),
    ),
    Code(
        "CW233",
        "What follows an arrow is no id",
        why="After the arrow stands the one node that the choice leads to, and nothing else. Otherwise it is unclear "
        "what is text and what is not.",
        bad=scene(CHOICE.replace("-> agreed", "-> Agreed at last")),
        good=scene(CHOICE),
    ),
    Code(
        "CW234",
        "A line under a choice is no detail, or a detail is indented too deep",
        why="A detail that is indented too deep becomes a part of the one above it: learners would read `score: 2` in "
        "the feedback.",
        bad=scene(CHOICE + "    score: 2\n"),
        good=scene(CHOICE + "  score: 2\n"),
    ),
)
