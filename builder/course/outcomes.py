"""Which of the course's outcomes and marking points an activity shows: what its answers are reported under."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from builder.course.kind import Activity, Assessing, Establishing
from builder.source.settings import Outcome

MOST = 10
"""Objectives that every LMS takes of one answer (SCORM 2004 4th edition Run-Time Environment, 4.2.9)."""


def objectives(outcomes: Sequence[Outcome], ids: Collection[str], own: Sequence[str]) -> list[str]:
    """The ids of the outcomes that are shown by the activity of these ids (its own, its quiz's) or by one of its own
    objectives, then those; each once.
    """
    shown = [outcome.id for outcome in outcomes if {*ids, *own} & {*outcome.assessed_by}]
    return [*dict.fromkeys((*shown, *own))][:MOST]


def points(activity: Activity) -> frozenset[str]:
    """The marking points that an activity is evidence for: those it assesses, and those that one of its endings
    establishes by a fact.
    """
    assessed = activity.assesses if isinstance(activity, Assessing) else ()
    established = activity.establishes if isinstance(activity, Establishing) else ()
    return frozenset(word.value for word in (*assessed, *established))
