"""The scenario that the examples of the scenario codes change: one node with one choice, and its ending."""

from __future__ import annotations

CHOICE = "* Let her finish. -> agreed\n  feedback: Being heard is what she lacked.\n"
ENDING = "ending: good\noutcome: Dana stays with the agency.\n"

_PATH = "content/01-start/call.scene.md"


def scene(
    opening: str = CHOICE,
    head: str = "",
    *,
    start: str = "opening",
    ending: str = ENDING,
    before: str = "",
    after: str = "",
    settings: str = "",
) -> dict[str, str]:
    """The files of a course with this scenario. `head` is added to its head (with a cast, unless it brings one),
    `before` and `after` to its nodes, and `settings` are the course's; an empty `ending` leaves its node out."""
    cast = "" if "cast:" in head else "cast: {dana: {name: Dana Okoro}}\n"
    nodes = f"{before}## opening\n{opening}" + (f"\n## agreed\n{ending}" if ending else "") + after
    text = f"---\ntitle: A call\nstart: {start}\n{cast}{head}---\n{nodes}"
    return {**({"course.yaml": settings} if settings else {}), _PATH: text}


FOUR_MOMENTS = (
    "* Ask for two minutes to read her file, and say why. -> b\n  score: 2\n  feedback: A short promise helps.\n"
    "* Tell her that the queue is long. -> b\n  feedback: It explains and helps with nothing.\n"
    "\n## b\n"
    "* Sum up what you heard in her own words, and wait. -> c\n  score: 2\n  feedback: She knows that she was heard.\n"
    "* Tell her what you would do. -> c\n  feedback: She did not ask for advice yet.\n"
    "\n## c\n"
    "* Agree who rings whom, and when it will be. -> d\n  score: 2\n  feedback: A time can be held on to.\n"
    "* Say that you will ring. -> d\n  feedback: She has heard that before.\n"
    "\n## d\n"
    "* Ask whether there is anything else, and wait. -> agreed\n  score: 2\n  feedback: She can say what is left.\n"
    "* Thank her and hang up. -> agreed\n  feedback: She is left with the rest.\n"
)
"""Choices of four nodes, the first of each the best and the longest; the last leads to the ending."""
