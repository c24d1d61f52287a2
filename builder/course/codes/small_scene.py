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
