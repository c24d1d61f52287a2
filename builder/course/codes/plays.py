"""What can be wrong with what a scenario means: where its arrows lead, its conditions, and what can happen in play."""

from __future__ import annotations

from builder.course.code import Code
from builder.course.codes.small_scene import CHOICE, ENDING, scene

_TENSION = "vars:\n  tension: {start: 2, min: 0, max: 5}\n"
_OWNER = "vars:\n  owner: false\n"
_TECHNIQUES = "techniques: {empathy: {label: Empathy}}\n"
_POINTS = "marking-points: {MP1: {text: Listens}}\n"
_ASSESSED = "assesses: [MP1]\n"
_SILENT = "* Say nothing. -> hangup\n  feedback: Silence sounds like indifference to her.\n"
_GO = "* Agree a time to call back. -> agreed\n  feedback: A time is a promise that she can hold on to.\n"
_HANGUP = "\n## hangup\nending: poor\noutcome: Dana hangs up.\n"


_WIDE = "vars:\n  tension: {start: 0, min: 0, max: 50}\n  trust: {start: 0, min: 0, max: 50}\nstates: 1000\n"
_WAITS = (
    "* [again max=20] Wait. -> opening\n  effects: tension +1\n  feedback: It makes her more tense.\n"
    "* [again max=20] Nod. -> opening\n  effects: tension +1\n  feedback: She can't see it on the phone.\n"
    "* [again max=20] Hum. -> opening\n  effects: trust +1\n  feedback: She hears that somebody is there.\n" + _GO
)


def _choice(detail: str) -> str:
    return f"{CHOICE}  {detail}\n"


CODES = (
    Code(
        "CW200",
        "A variable of a scenario is not declared as one can be",
        why="Conditions are made of variables' names. A name that means something else in them could be read in two "
        "ways.",
        bad=scene(CHOICE, "vars:\n  not: false\n"),
        good=scene(CHOICE, _OWNER),
    ),
    Code(
        "CW202",
        "A scenario starts nowhere",
        why="`start` names the node that a play begins in. Without it there is no play.",
        bad=scene(start="openning"),
        good=scene(),
    ),
    Code(
        "CW203",
        "Two nodes of a scenario, or two choices of a node, have one id",
        why="Learners' plays are kept as ids. With two things of one name nobody could replay what was chosen.",
        bad=scene(CHOICE + CHOICE),
        good=scene(CHOICE + CHOICE.replace("Let her finish.", "Sum up what she said.")),
    ),
    Code(
        "CW204",
        "An arrow leads nowhere",
        why="Whoever takes the choice would be stranded in the middle of a conversation. Most often the node was "
        "renamed.",
        bad=scene(CHOICE.replace("-> agreed", "-> agreeed")),
        good=scene(),
    ),
    Code(
        "CW205",
        "No arrows lead to a node",
        why="No learner can ever see what stands in it, so either the work or an arrow is lost.",
        bad=scene(CHOICE, after=_HANGUP),
        good=scene(CHOICE + _SILENT, after=_HANGUP),
    ),
    Code(
        "CW206",
        "A node leads nowhere and is no ending",
        why="A play that comes there stops without an outcome, and the learner can neither go on nor be done.",
        bad=scene(ending="dana: Thank you.\n"),
        good=scene(ending="dana: Thank you.\n" + ENDING),
    ),
    Code(
        "CW207",
        "A play can go round for ever",
        why="A choice that leads back without a limit can be taken again and again. No end could then be promised, "
        "and the record of the play would outgrow what an LMS keeps.",
        bad=scene(CHOICE + "* Explain the process. -> opening\n  feedback: She did not ask about it.\n"),
        good=scene(CHOICE + "* [again max=2] Explain the process. -> opening\n  feedback: She did not ask about it.\n"),
    ),
    Code(
        "CW208",
        "A scenario has no ending",
        why="A play is over at an ending, and has its rating from there. Without one no play ever counts.",
        bad=scene(
            "* [again max=2] Let her finish. -> opening\n  feedback: Being heard is what she lacked.\n", ending=""
        ),
        good=scene("* [again max=2] Let her finish. -> opening\n  feedback: Being heard is what she lacked.\n" + _GO),
    ),
    Code(
        "CW209",
        "A node holds what does not go together",
        why="An ending ends: it has an outcome, and nothing follows it. An outcome without a rating ends nothing.",
        bad=scene(ending="ending: good\n"),
        good=scene(),
    ),
    Code(
        "CW210",
        "A choice has no feedback",
        why="The debrief tells for each choice what it did and why. A choice without it teaches nobody anything.",
        bad=scene("* Let her finish. -> agreed\n"),
        good=scene(),
    ),
    Code(
        "CW211",
        "A variable is unknown",
        why="An effect on a variable that is not there changes nothing, and the scene would never turn as it should.",
        bad=scene(_choice("effects: tention -1"), _TENSION),
        good=scene(_choice("effects: tension -1"), _TENSION),
    ),
    Code(
        "CW212",
        "A technique is not declared in course.yaml",
        why="The debrief counts the techniques that a play has shown. A misspelt one would never count.",
        bad=scene(_choice("shows: empaty"), settings=_TECHNIQUES),
        good=scene(_choice("shows: empathy"), settings=_TECHNIQUES),
    ),
    Code(
        "CW213",
        "A condition cannot be read",
        why="A condition says when something is open. One that is misread would open it to everybody, or to nobody.",
        bad=scene(
            CHOICE + "* [if tension = 2] Ask her name. -> agreed\n  feedback: Names calm people down.\n", _TENSION
        ),
        good=scene(
            CHOICE + "* [if tension == 2] Ask her name. -> agreed\n  feedback: Names calm people down.\n", _TENSION
        ),
    ),
    Code(
        "CW214",
        "A number stands for a yes or no, or the other way round",
        why="It would have to be guessed what a number means as a yes. Guesses make scenes turn where nobody expects "
        "it.",
        bad=scene(_choice("effects: owner +1"), _OWNER),
        good=scene(_choice("set: owner = true"), _OWNER),
    ),
    Code(
        "CW215",
        "An effect or a `set:` cannot be read, or a `set:` goes out of the bounds",
        why="An effect is a step up or down, and `set:` a value. What is neither would change nothing.",
        bad=scene(_choice("effects: tension falls"), _TENSION),
        good=scene(_choice("effects: tension -1"), _TENSION),
    ),
    Code(
        "CW270",
        "A technique that was not carried off has no coaching, or coaching has no such technique",
        why="A technique that was tried and did not come off is not counted. The debrief says how it would have "
        "sounded, so that a learner hears the difference.",
        bad=scene(_choice("weak: empathy"), settings=_TECHNIQUES),
        good=scene(
            _choice("weak: empathy\n  coach: Three weeks is a long time to hear nothing."), settings=_TECHNIQUES
        ),
    ),
    Code(
        "CW271",
        "A detail that is said or not is neither `true` nor `false`",
        why="`point-of-no-return: true` tells learners, and the checks, that nothing mends what follows.",
        bad=scene(_choice("point-of-no-return: yes")),
        good=scene(_choice("point-of-no-return: true")),
    ),
    Code(
        "CW272",
        "The description of a picture has no picture",
        why="`alt` says in words what a picture shows, for whoever does not see it.",
        bad=scene("alt: A desk with two phones.\n" + CHOICE),
        good=scene(CHOICE),
    ),
    Code(
        "CW216",
        "The number of a score, of `again` or of `after` is none, or out of its bounds",
        why="Scores, repeats and seconds are whole numbers within bounds, so that every play can be counted through.",
        bad=scene(_choice("score: two")),
        good=scene(_choice("score: 2")),
    ),
    Code(
        "CW217",
        "A fact or marking point is not declared",
        why="What an ending establishes goes into the evidence for a marking point. A misspelt one is evidence for "
        "nothing.",
        bad=scene(head="assesses: [MP2]\n", settings=_POINTS),
        good=scene(head=_ASSESSED, settings=_POINTS),
    ),
    Code(
        "CW218",
        "A condition names a node that is not there",
        why="Nobody can have visited it, so the condition would never hold.",
        bad=scene(CHOICE + "* [if not visited(hangup)] Ask her name. -> agreed\n  feedback: Names calm people down.\n"),
        good=scene(
            CHOICE + "* [if not visited(agreed)] Ask her name. -> agreed\n  feedback: Names calm people down.\n"
        ),
    ),
    Code(
        "CW240",
        "A play can get stuck",
        why="In some play no choice is open any more. The message has the shortest such play, so that you can follow "
        "it.",
        bad=scene(CHOICE.replace("* ", "* [if owner] "), _OWNER),
        good=scene(CHOICE + _SILENT.replace("* ", "* [if not owner] "), _OWNER, after=_HANGUP),
    ),
    Code(
        "CW242",
        "A scenario has too many states to be proved",
        why="That no play gets stuck, and all else that is promised of a scenario, is proved by trying every state. "
        "With many variables of wide bounds there are too many to try, and nothing can be promised. The bound is "
        "200,000, or what `states:` in the head says, from 1,000 to 5,000,000.",
        bad=scene(_WAITS, _WIDE),
        good=scene(_WAITS, _WIDE.replace("1000", "20000")),
    ),
)
