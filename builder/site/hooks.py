"""Checks every rendered activity for the hooks that its controller holds on to, and the document for double ids.

A theme may change all templates; this is what keeps it from breaking scoring silently.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.model import Course
from builder.site.markup import Element, double_ids, elements, matches
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span

SHELL_HOOKS = (
    "main#main",
    "[data-shell=header]",
    "nav[data-contents]",
    "[data-contents-toggle]",
    "[data-progress] progress",
    "[data-status]",
    "[data-announce]",
    "dialog[data-dialog] [data-dialog-title]",
    "dialog[data-dialog] [data-dialog-content]",
    "[data-finish]",
    "[data-notices]",
)
"""What the player's shell holds on to (docs/architecture.md, The page)."""

SENDING_HOOKS = ("[data-sending]", "[data-leave]", "[data-sends-to]")
"""What it holds on to besides in packages that send statements."""


def check_document(html: str, course: Course, theme: str, sends: bool) -> tuple[Diagnostic, ...]:
    """What is missing from the document (CW611 the shell's, CW612 an activity's) and what is in it twice (CW613).

    `sends` where the package sends statements.
    """
    found = elements(html)
    return (
        *_missing_shell_hooks(found, theme, SHELL_HOOKS + SENDING_HOOKS * sends),
        *_missing_hooks(found, course, theme),
        *_double_ids(found, course),
    )


def _missing_shell_hooks(found: tuple[Element, ...], theme: str, hooks: tuple[str, ...]) -> Iterator[Diagnostic]:
    for hook in hooks:
        if not any(matches(element, hook) for element in found):
            yield Diagnostic(
                "CW611",
                Span(f"{theme}/theme.toml"),
                f"The theme '{theme}' leaves out `{hook}`, which the player needs on every page.",
            )


def _missing_hooks(found: tuple[Element, ...], course: Course, theme: str) -> Iterator[Diagnostic]:
    inside = _by_activity(found)
    for activity in course.activities:
        number = str(course.numbers[activity.id.value])
        name = activity.kind
        if number not in inside:
            yield Diagnostic(
                "CW612",
                activity.span,
                f"The theme '{theme}' leaves out `[data-activity={number}]` of the {name} '{activity.id.value}'.",
            )
            continue
        for hook in course.kinds[name].hooks_of(activity):
            if not any(matches(element, hook) for element in inside[number]):
                yield Diagnostic(
                    "CW612",
                    activity.span,
                    f"The theme '{theme}' leaves out `{hook}`, which the {name} '{activity.id.value}' needs to work.",
                )


def _double_ids(found: tuple[Element, ...], course: Course) -> Iterator[Diagnostic]:
    for id in double_ids(found):
        message = f"The id '{id}' is on more than one element of the document. Give one of them another id."
        yield Diagnostic("CW613", _place(id, course), message)


def _by_activity(found: tuple[Element, ...]) -> dict[str, list[Element]]:
    """The elements of each activity by its number, those of a quiz's questions in the quiz as well."""
    inside: dict[str, list[Element]] = {}
    for element in found:
        at: Element | None = element
        while at is not None:
            if "data-activity" in at.attributes:
                inside.setdefault(at.attributes["data-activity"], []).append(element)
            at = at.parent
    return inside


def _place(id: str, course: Course) -> Span:
    """Where an id most likely comes from: the page that it is of, else the course."""
    page = next((page for page in course.pages if id == page.id or id.startswith(f"{page.id}-")), None)
    return page.span if page else Span("course.yaml")
