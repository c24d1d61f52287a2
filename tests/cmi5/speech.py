"""An AU without a browser: the requests of a session in which everything is right, for tests to spoil."""

from __future__ import annotations

import json
import uuid
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.cmi5.lms import Lms
from tests.cmi5.session import CMI5, LAUNCH_DATA, MASTERY, MOVE_ON, PREFERENCES, Session, Statement
from tests.lrs.exchange import Answer, Request

SAID = "http://adlnet.gov/expapi/verbs/"
DURATION = {"duration": "PT7.5S"}
RESULTS: dict[str, dict[str, Any]] = {
    "completed": {"completion": True, **DURATION},
    "passed": {"success": True, "score": {"scaled": 0.9, "raw": 9, "min": 0, "max": 10}, **DURATION},
    "failed": {"success": False, "score": {"scaled": 0.1}, **DURATION},
    "terminated": DURATION,
}
HEADERS = {"content-type": "application/json", "x-experience-api-version": "1.0.3"}
BEGINNING = datetime(2030, 5, 6, 7, 8, 9, tzinfo=UTC)


class Au:
    """Speaks in one session. Statements are a second apart."""

    def __init__(self, lms: Lms, session: Session) -> None:
        self.lms = lms
        self.session = session
        self.headers = HEADERS | {"authorization": f"Basic {session.token}"}
        self._time = BEGINNING + timedelta(hours=len(lms.sessions))

    def open(self) -> None:
        """All that comes before the first statement."""
        self.fetch()
        self.ask("GET", "activities/state", stateId=LAUNCH_DATA)
        self.ask("GET", "agents/profile", profileId=PREFERENCES)

    def fetch(self, method: str = "POST") -> Answer:
        """Asks for the token."""
        parts = urlsplit(self.session.fetch)
        return self._handled(Request(method, parts.path, parts.query))

    def ask(self, method: str, resource: str, body: object = None, **parameters: str) -> Answer:
        """One request to the endpoint, with all the parameters that its resource wants but for those given."""
        enrolment = self.session.enrolment
        query = {"agent": json.dumps(enrolment.actor)} if resource in ("activities/state", "agents/profile") else {}
        if resource == "activities/state":
            query |= {"activityId": enrolment.activity_id, "registration": enrolment.registration}
        path, _, more = f"{urlsplit(self.session.endpoint).path}{resource}".partition("?")
        content = b"" if body is None else json.dumps(body).encode()
        return self._handled(Request(method, path, more + urlencode(query | parameters), self.headers, content))

    def say(self, *names: str) -> None:
        """Sends the statements of those names in one batch; each must be taken."""
        answer = self.send([self.statement(name) for name in names])
        assert answer.status == 200, answer

    def send(self, statements: list[Statement]) -> Answer:
        """Sends a batch."""
        return self.ask("POST", "statements", statements)

    def statement(self, name: str) -> Statement:
        """A right statement: cmi5 defined where the name is a verb of cmi5, else allowed."""
        self._time += timedelta(seconds=1)
        is_defined = name in (*RESULTS, "initialized")
        context = deepcopy(self.session.template) | {"registration": self.session.enrolment.registration}
        activities: dict[str, Any] = context["contextActivities"]
        categories = [*activities.get("category", []), *([{"id": CMI5}] if is_defined else [])]
        if name in ("completed", "passed", "failed"):
            categories.append({"id": MOVE_ON})
        if categories:
            activities["category"] = categories
        if name in ("passed", "failed") and self.session.mastery is not None:
            context["extensions"][MASTERY] = self.session.mastery
        object_id = self.session.enrolment.activity_id
        return {
            "id": str(uuid.uuid4()),
            "actor": deepcopy(self.session.enrolment.actor),
            "verb": {"id": SAID + name},
            "object": {"id": object_id if is_defined else f"{object_id}/inside"},
            "context": context,
            "timestamp": self._time.isoformat().replace("+00:00", "Z"),
            **({"result": deepcopy(RESULTS[name])} if name in RESULTS else {}),
        }

    def _handled(self, request: Request) -> Answer:
        answer = self.lms.handle(request)
        assert answer is not None, request
        return answer
