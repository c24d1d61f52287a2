"""What can be wrong with a hotspot and with no other question."""

from __future__ import annotations

from builder.course.code import Code

_PAGE = "content/01-start/calls.md"
_QUESTION = """\
# Calls

::: hotspot {#q-desk image=desk.svg alt="A desk with a telephone on the left and a window on the right"}
Where does a call come in?
- [x] The telephone {rect=5,10,40,50}
  feedback: It rings here.
- [ ] The window {rect=55,10,40,50}
  feedback: It only shows the street.
:::
"""


def _files(page: str) -> dict[str, str]:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>\n'
    return {_PAGE: page, "content/01-start/desk.svg": drawing}


_GOOD = _files(_QUESTION)

CODES = (
    Code(
        "CW350",
        "A hotspot has no picture",
        why="Its places are places on a picture. Without one there is only a list, which is a multiple.",
        bad=_files(_QUESTION.replace("image=desk.svg ", "")),
        good=_GOOD,
    ),
    Code(
        "CW351",
        "A place on a picture does not say where it is",
        why="It is four numbers, left, top, width and height in per cent, so that it stays where it is at any size.",
        bad=_files(_QUESTION.replace("rect=5,10,40,50", "rect=5,10")),
        good=_GOOD,
    ),
    Code(
        "CW352",
        "A place is not on the picture",
        why="Nobody could press it. Often width and height were taken for the right and lower edges.",
        bad=_files(_QUESTION.replace("rect=55,10,40,50", "rect=55,10,95,60")),
        good=_GOOD,
    ),
    Code(
        "CW353",
        "Two places on a picture overlap",
        why="Where they do, nobody can tell which of them a press was meant for.",
        bad=_files(_QUESTION.replace("rect=55,10,40,50", "rect=40,10,55,50")),
        good=_GOOD,
    ),
)
