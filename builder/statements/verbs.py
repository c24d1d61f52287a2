"""The verbs of all statements, by short names (`VerbName` in player/src/course/data.ts), and the types of activities.

All are ADL's own, which LRSs, their dashboards and cmi5 know (cmi5, 9.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

VERBS: Mapping[str, str] = MappingProxyType(
    {
        name: f"http://adlnet.gov/expapi/verbs/{name}"
        for name in (
            "initialized",
            "experienced",
            "exited",
            "progressed",
            "answered",
            "responded",
            "completed",
            "passed",
            "failed",
            "suspended",
            "resumed",
            "terminated",
        )
    }
)

_TYPES = "http://adlnet.gov/expapi/activities"
COURSE = f"{_TYPES}/course"
MODULE = f"{_TYPES}/module"
PAGE = "http://activitystrea.ms/schema/1.0/page"
QUIZ = f"{_TYPES}/assessment"
SCENARIO = f"{_TYPES}/simulation"
FORM = f"{_TYPES}/performance"
INTERACTION = f"{_TYPES}/cmi.interaction"
OBJECTIVE = f"{_TYPES}/objective"
PROFILE = f"{_TYPES}/profile"

PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
"""How much of the course is done, in whole per cent: cmi5's own (9.5.5.1), which fits any course."""
