"""Rules over scenarios, one file each, found by being there: a module of this folder with a `CHECK`."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.scenario import Scenario
from builder.course.check import Check, checks_in
from builder.course.model import Course


def scene_checks() -> tuple[Check, ...]:
    """Every check of this folder, by code."""
    return checks_in(__name__, __path__)


def scenarios(course: Course) -> Iterator[Scenario]:
    """The scenarios of a course, but for those in which a play gets stuck: what else is wrong may only follow."""
    found = (activity for activity in course.activities if isinstance(activity, Scenario))
    return (scenario for scenario in found if not scenario.proof.untimed.stuck)
