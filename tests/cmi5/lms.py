"""A strict LMS for cmi5: it launches an AU, keeps its sessions, refuses what the rules forbid and records every breach.

Each enrolment has an endpoint of its own. What a later session brings of an abandoned one is refused and counted as
`late`: the LMS must take nothing more of that (9.3.6), while no rule forbids the AU to try.
"""

from __future__ import annotations

import json
import threading
import uuid
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from tests.cmi5.request_rules import FETCH_RULES, REQUEST_RULES, Asked
from tests.cmi5.rule import Breach, Rule
from tests.cmi5.session import (
    LAUNCH_DATA,
    PREFERENCES,
    SESSION_ID,
    Document,
    Enrolment,
    Session,
    Statement,
    defined,
)
from tests.cmi5.statement_rules import STATEMENT_RULES, Said
from tests.cmi5.store import Store
from tests.lrs.exchange import LRS_PATH, Answer, Request, explain, json_answer

NOTHING: Mapping[str, Any] = MappingProxyType({})
PATIENCE = 8.0
"""Seconds that a browser has for what it is to send."""
FETCH_PATH = "/lms/fetch/"
ERRORS = {"1": "The token was given already.", "2": "You may not have a token.", "3": "The LMS is out of order."}


class Lms:
    """The LMS at an origin. `handle` answers a request, or gives None for one that is none of its business."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.store = Store()
        self.sessions: list[Session] = []
        self.breaches: list[Breach] = []
        self.applied: Counter[str] = Counter()
        self.late: list[Statement] = []
        self.forbid_preferences = False
        """Answers 403 to requests for the learner's preferences."""
        self.forbids: Callable[[Statement], bool] = lambda statement: False
        """Statements that it takes from nobody, though no rule is against them."""
        self._lock = threading.RLock()
        self._happened = threading.Condition(self._lock)

    def enrol(self, name: str = "amara") -> Enrolment:
        """A learner that nobody knows yet, enrolled in a course."""
        own = uuid.uuid4().hex[:8]
        account = {"homePage": "https://lms.example.org/people", "name": f"{name}-{own}"}
        actor = {"objectType": "Agent", "account": account, "name": "Amara Ọ́nà"}
        return Enrolment(actor, f"https://lms.example.org/au/{own}", f"https://courses.example.org/{own}")

    def launch(
        self,
        course: str,
        enrolment: Enrolment | None = None,
        *,
        template: Mapping[str, Any] = NOTHING,
        data: Mapping[str, Any] = NOTHING,
        preferences: Document | None = None,
        fetch_error: str = "",
    ) -> Session:
        """Launches the AU at the URL `course`, of a new learner or in a registration that is there.

        `template` and `data` are added to contextTemplate and to LMS.LaunchData; `preferences` are the learner's own,
        written once. A session of the registration that is still open is abandoned (9.3.6).
        """
        learner = enrolment or self.enrol()
        with self._lock:
            for before in self.sessions:
                if before.enrolment is learner and not before.ended:
                    before.ended = "abandoned"
            id = str(uuid.uuid4())
            session = Session(
                learner,
                {
                    "contextTemplate": self._template(learner, id, template),
                    "launchMode": "Normal",
                    "moveOn": "CompletedAndPassed",
                    **data,
                },
                course,
                f"{self.origin}{self._endpoint(learner)}",
                f"{self.origin}{FETCH_PATH}?k={id}",
                id,
                b64encode(f"{id}:{uuid.uuid4()}".encode()).decode(),
                fetch_error,
            )
            self._write(session, "activities/state", session.launch_data, stateId=LAUNCH_DATA)
            if preferences is not None:
                self._write(session, "agents/profile", preferences, profileId=PREFERENCES)
            self.sessions.append(session)
        return session

    def handle(self, request: Request) -> Answer | None:
        """The answer to one request to the LMS."""
        with self._lock:
            self._happened.notify_all()
            if request.path == FETCH_PATH:
                return self._fetch(request)
            for session in reversed(self.sessions):
                at = self._endpoint(session.enrolment)
                if request.path.startswith(at):
                    return self._handle(replace(request, path=LRS_PATH + request.path.removeprefix(at)), session)
        return None

    def wait_until(self, so: Callable[[], bool], what: str) -> None:
        """Returns once requests have made it so; fails after some seconds, saying `what` did not happen."""
        with self._lock:
            assert self._happened.wait_for(so, PATIENCE), f"{what}: it did not happen"

    def breached(self, number: str) -> list[Breach]:
        """The breaches of a requirement."""
        return [each for each in self.breaches if number in each.numbers]

    @staticmethod
    def _endpoint(enrolment: Enrolment) -> str:
        return f"/lms/{enrolment.registration}/listener/"

    @staticmethod
    def _template(enrolment: Enrolment, id: str, more: Mapping[str, Any]) -> Document:
        activities = {"grouping": [{"id": enrolment.publisher_id}], **more.get("contextActivities", {})}
        return {**more, "contextActivities": activities, "extensions": {SESSION_ID: id, **more.get("extensions", {})}}

    def _write(self, session: Session, resource: str, value: Document, **names: str) -> None:
        agent = json.dumps(session.enrolment.actor)
        state = {"activityId": session.enrolment.activity_id, "registration": session.enrolment.registration}
        query = {"agent": agent, **names, **(state if resource == "activities/state" else {})}
        self.store.write(resource, value, urlencode(query))

    def _fetch(self, request: Request) -> Answer:
        session = next(each for each in self.sessions if each.id == dict(request.parameters)["k"])
        fine = self._judge(FETCH_RULES, Asked(session, request), f"{request.method} fetch")
        session.fetched += 1
        if not fine or session.fetch_error:
            code = session.fetch_error or "1"
            return json_answer(200, {"error-code": code, "error-text": ERRORS[code]})
        return json_answer(200, {"auth-token": session.token})

    def _handle(self, request: Request, latest: Session) -> Answer:
        token = request.headers.get("authorization", "").removeprefix("Basic ")
        session = next((each for each in self.sessions if each.token == token), latest)
        fine = self._judge(REQUEST_RULES, Asked(session, request), request.name)
        session.requests.append(request)
        if session.ended or not session.fetched:
            return explain(403, f"The session is {session.ended or 'not begun'}.")
        if not fine:
            return explain(400, self.breaches[-1].asks)
        if self.forbid_preferences and request.resource == "agents/profile":
            return explain(403, "Preferences are the LMS's own business.")
        if request.name == "POST statements":
            return self._take(request, session)
        answer = self.store.answer(request)
        if answer.status == 400:
            self.breaches.append(Breach(("4.1.0.0-1", "7.0.0.0-2"), "a request that an LRS understands", str(answer)))
        return answer

    def _take(self, request: Request, session: Session) -> Answer:
        """Takes the statements of a batch, all of them or none."""
        taken: list[tuple[Session, Statement]] = []
        refusal: Answer | None = None
        for statement in request.json():
            of = self._session_of(statement, session)
            if of.ended == "abandoned":
                self.late.append(statement)
                refusal = explain(403, "That session was abandoned.")
            elif self.forbids(statement):
                refusal = explain(403, "Nobody wants to know that here.")
            elif not of.ended and self.store.holds(statement):
                continue
            elif self._judge(STATEMENT_RULES, Said(of, statement), json.dumps(statement)):
                of.statements.append(statement)
                of.enrolment.statements.append(statement)
                taken.append((of, statement))
                if defined(statement) == "terminated":
                    of.ended = "terminated"
            else:
                refusal = explain(403, self.breaches[-1].asks)
        answer = refusal or self.store.answer(request)
        if answer.status != 200:
            for of, statement in taken:
                of.statements.remove(statement)
                of.enrolment.statements.remove(statement)
                if defined(statement) == "terminated":
                    of.ended = ""
        return answer

    def _session_of(self, statement: Statement, sender: Session) -> Session:
        """The session that a statement names, where it is one of the same registration."""
        id = statement.get("context", {}).get("extensions", {}).get(SESSION_ID)
        fellows = [each for each in self.sessions if each.enrolment is sender.enrolment]
        return next((each for each in fellows if each.id == id), sender)

    def _judge(self, rules: tuple[Rule[Any], ...], case: Any, what: str) -> bool:
        """Whether the case breaks none of the rules; counts those that applied and records those that are broken."""
        broken: list[Breach] = []
        for rule in rules:
            if rule.applies(case):
                self.applied.update(rule.numbers)
                if not _holds(rule.holds, case):
                    broken.append(Breach(rule.numbers, rule.asks, what))
        self.breaches += broken
        return not broken


def _holds(test: Callable[[Any], bool], case: Any) -> bool:
    """What has not even the shape to be asked breaks the rule."""
    try:
        return test(case)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
