"""What a course comes to where its modules are passed one by one."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.pass_mark import QUIZ
from builder.course.check import Capacities, Check, Finding
from builder.course.kind import ALONE
from builder.course.model import Course
from builder.course.units import Unit, by_module, is_by_module
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_by_module(course.settings) or "cmi5" not in capacities:
        return
    units = by_module(course)
    yield from _pass_mark(course, units)
    yield from _outcomes(course, units)
    for unit in units:
        if not unit.is_asked_for:
            message = f"Neither `completion:` nor `scoring:` asks for anything in the module '{unit.module.id}', so an "
            yield Finding(unit.module.span, f"{message}LMS does not wait for it: its moveOn is NotApplicable.")


def _pass_mark(course: Course, units: tuple[Unit, ...]) -> Iterator[Finding]:
    scored = [unit for unit in units if unit.course.settings.scoring.parts]
    if len(scored) > 1:
        shares = ", ".join(f"'{unit.module.id}' ({_shares(unit)})" for unit in scored)
        message = f"{ALONE} {shares} must each reach {course.settings.scoring.pass_mark}%"
        place = course.head.value("scoring", "pass")
        if course.settings.scoring.pass_mark is not None:
            yield Finding(place, f"{message}: a good result in one no longer makes up for another.")


def _outcomes(course: Course, units: tuple[Unit, ...]) -> Iterator[Finding]:
    for at, outcome in enumerate(course.settings.outcomes):
        holding = [unit.module.id for unit in units if outcome in unit.course.settings.outcomes]
        if len(holding) > 1:
            message = (
                f"The modules {', '.join(holding)} each show '{outcome.id}', and each reports on it by what it holds"
            )
            yield Finding(course.head.value("outcomes", at, "id"), f"{message} itself.")


def _shares(unit: Unit) -> str:
    return ", ".join(f"{id} {weight}%" for id, weight in unit.course.settings.scoring.parts.items())


_UNITS = "outputs: {cmi5: {au: module}}\nscoring: {pass: 80, parts: {final: 60, first: 40}}\n"
_FIRST = QUIZ.replace("#final", "#first").replace("#q", "#p").replace("Check", "First check")

CHECK = Check(
    code="CW492",
    title="The course's result falls apart where modules are launched by themselves",
    why="With `cmi5: {au: module}` an LMS gets a result for every module and none for the course. Each module that "
    "scores must reach the pass mark by its own parts, and each outcome is judged by what one module holds.",
    group="tracking",
    severity=Severity.INFORMATION,
    find=_find,
    bad={"course.yaml": _UNITS, "content/01-start/early.md": _FIRST, "content/02-end/check.md": QUIZ},
    good={"course.yaml": _UNITS, "content/01-start/early.md": _FIRST, "content/01-start/check.md": QUIZ},
)
