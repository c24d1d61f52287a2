"""What can be wrong with ids.lock, which keeps the number of everything that a learner's record may name."""

from __future__ import annotations

from builder.course.code import Code

_HERE = "content/01-start/index.md"
_PAGES = {_HERE: "# Calls\n\nBreathe first.\n", "content/01-start/needs.md": "# Needs\n\nThere are five.\n"}
_LOCK = "needs 2 page\nstart 1 page\n"
_QUESTION = """\
# Calls

::: single {#q-first}
What comes first?
- (x) A greeting
  feedback: Yes. It shows that somebody is there.
- ( ) A question about her call
  feedback: It sounds like an interview.
:::
"""
_OPTIONS = """\
q-first 2 single
q-first/a-greeting 1 option
q-first/a-question 2 option
q-first/a-word 3 option
start 1 page
"""


def _lock(text: str) -> dict[str, str]:
    return {**_PAGES, "ids.lock": text}


CODES = (
    Code(
        "CW501",
        "A line of ids.lock cannot be read",
        why="The line kept the number of something in learners' records. Without it a new build would give that thing "
        "another number, and their work to something else.",
        bad=_lock("needs 2\nstart 1 page\n"),
        good=_lock(_LOCK),
    ),
    Code(
        "CW502",
        "ids.lock holds an unfinished merge",
        why="Two people added things at the same time. Both sides' lines are needed.",
        bad=_lock("<<<<<<< mine\nneeds 2 page\n=======\n>>>>>>> theirs\nstart 1 page\n"),
        good=_lock(_LOCK),
    ),
    Code(
        "CW503",
        "Two things in ids.lock have one number",
        why="Records name things by number, so that the work on one would be taken for work on the other.",
        bad=_lock("needs 1 page\nstart 1 page\n"),
        good=_lock(_LOCK),
    ),
    Code(
        "CW504",
        "One thing is in ids.lock twice",
        why="Nobody can tell which of its two numbers learners' records have.",
        bad=_lock("needs 2 page\nneeds 3 page\nstart 1 page\n"),
        good=_lock(_LOCK),
    ),
    Code(
        "CW505",
        "It is not clear whether something is new or renamed",
        why="If it is the old one reworded, learners' answers belong to it; if it is new, they do not. Only you know.",
        bad={_HERE: _QUESTION, "ids.lock": _OPTIONS},
        good={_HERE: _QUESTION.replace("her call", "her call {#a-question}"), "ids.lock": _OPTIONS},
    ),
    Code(
        "CW506",
        "ids.lock would change, and `--locked` forbids it",
        why="A build that nobody watches must not give out numbers: the next one would give them to other things. "
        "Build once by hand, and keep the file with the source.",
    ),
)
