"""What a strict LMS of cmi5 knows of one launch, and of the enrolment that it belongs to."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.lrs.exchange import Request

Statement = dict[str, Any]
Document = dict[str, Any]

SESSION_ID = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
VERBS = {
    f"http://adlnet.gov/expapi/verbs/{name}": name
    for name in ("initialized", "completed", "passed", "failed", "terminated")
}
LAUNCH_DATA = "LMS.LaunchData"
PREFERENCES = "cmi5LearnerPreferences"
NAMES = ("endpoint", "fetch", "actor", "registration", "activityId")


@dataclass(slots=True)
class Enrolment:
    """One learner's registration for one AU, and what was accepted in all its sessions, in the order of its arrival."""

    actor: Document
    activity_id: str
    publisher_id: str
    registration: str = field(default_factory=lambda: str(uuid.uuid4()))
    statements: list[Statement] = field(default_factory=list)

    def has(self, verb: str) -> bool:
        """Whether a cmi5 defined statement of that name was accepted."""
        return any(defined(each) == verb for each in self.statements)


@dataclass(slots=True)
class Session:
    """One launch of an AU."""

    enrolment: Enrolment
    launch_data: Document
    course: str
    endpoint: str
    fetch: str
    id: str
    token: str
    fetch_error: str = ""
    """The error-code that the fetch URL answers with; '' for none."""
    fetched: int = 0
    ended: str = ""
    """`terminated` or `abandoned` once it is over."""
    statements: list[Statement] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    @property
    def mode(self) -> str:
        return str(self.launch_data["launchMode"])

    @property
    def mastery(self) -> float | None:
        found = self.launch_data.get("masteryScore")
        return None if found is None else float(found)

    @property
    def template(self) -> Document:
        found: Document = self.launch_data["contextTemplate"]
        return found

    def url(self, names: tuple[str, ...] = NAMES) -> str:
        """The launch URL, its parameters in that order (8.1)."""
        values = {
            "endpoint": self.endpoint,
            "fetch": self.fetch,
            "actor": json.dumps(self.enrolment.actor),
            "registration": self.enrolment.registration,
            "activityId": self.enrolment.activity_id,
        }
        return f"{self.course}?{urlencode({name: values[name] for name in names})}"

    def said(self) -> list[str]:
        """The names of its cmi5 defined statements as they came."""
        return [name for each in self.statements if (name := defined(each))]

    def find(self, verb: str) -> Statement:
        """The one cmi5 defined statement of that name."""
        (found,) = [each for each in self.statements if defined(each) == verb]
        return found

    def asked(self, name: str, **parameters: str) -> list[Request]:
        """Its requests of that name, `GET activities/state` say, that have those parameters at the least."""
        wanted = parameters.items()
        return [each for each in self.requests if each.name == name and wanted <= dict(each.parameters).items()]


def categories(statement: Statement) -> list[str]:
    """The ids of its category activities."""
    activities = statement.get("context", {}).get("contextActivities", {}).get("category", [])
    return [each.get("id", "") for each in activities]


def defined(statement: Statement) -> str:
    """The name of its verb where it is cmi5 defined (7.1.3); '' where it is not."""
    return VERBS.get(statement["verb"]["id"], "other") if CMI5 in categories(statement) else ""
