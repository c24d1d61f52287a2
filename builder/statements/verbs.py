"""The verbs of all statements, by short names (`VerbName` in player/src/course/data.ts), and the types of activities.

All are known to LRSs and their dashboards; those of ADL are what cmi5 has too (cmi5, 9.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "initialized": "The learner opened the course. The first statement of a session.",
        "experienced": "A page was shown to the learner for the first time.",
        "exited": "A page that was in view is in view no longer; the duration is how long it was.",
        "progressed": "More of the course is done than was said before, and not yet all.",
        "answered": "The learner answered a question, said how sure they were, or came to the ending of a scenario.",
        "responded": "The learner chose what to say or do at a node of a scenario.",
        "completed": "The learner did all that the course asks; or submitted a quiz, or ended a play of a scenario.",
        "passed": "The learner reached the course's pass mark. Said once, with the final result.",
        "failed": "The learner did all there was to do and missed the pass mark. Said once, with the final result.",
        "suspended": "The learner left the course before it was done.",
        "resumed": "The learner went on where they had left the course.",
        "terminated": "The learner left the course. The last statement of a session.",
    }
)
"""What each verb says here, in the order of a session."""

VERBS: Mapping[str, str] = MappingProxyType({name: f"http://adlnet.gov/expapi/verbs/{name}" for name in MEANINGS})

_TYPES = "http://adlnet.gov/expapi/activities"
COURSE = f"{_TYPES}/course"
MODULE = f"{_TYPES}/module"
PAGE = "http://activitystrea.ms/schema/1.0/page"
QUIZ = f"{_TYPES}/assessment"
SCENARIO = f"{_TYPES}/simulation"
FORM = f"{_TYPES}/performance"
INTERACTION = f"{_TYPES}/cmi.interaction"
PROFILE = f"{_TYPES}/profile"

TYPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        COURSE: ("course", "The whole course."),
        MODULE: ("module", "A part of the course: some pages that belong together."),
        PAGE: ("page", "A page of the course, with text and practice questions."),
        QUIZ: ("quiz", "Questions that are submitted together and scored."),
        SCENARIO: ("scenario", "A conversation in which the learner chooses what to say, and hears what follows."),
        FORM: ("form", "Prompts that the learner writes about; nothing in it is right or wrong."),
        INTERACTION: ("interaction", "A question, a part of one, or a node or ending of a scenario."),
        PROFILE: ("profile", "A profile, as the category of a statement."),
    }
)
"""Name and meaning of each type."""

PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
"""How much of the course is done, in whole per cent: cmi5's own (9.5.5.1), which fits any course."""
