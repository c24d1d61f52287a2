"""What cmi5, and xAPI below it, ask of an AU's requests to the endpoint and to the fetch URL."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.cmi5.rule import Rule, always
from tests.cmi5.session import LAUNCH_DATA, PREFERENCES, Session
from tests.lrs.exchange import Request

VERSIONS = ("1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0")
STATE = "activities/state"
PROFILE = "agents/profile"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request on its way in."""

    session: Session
    request: Request

    @property
    def parameters(self) -> dict[str, str]:
        return dict(self.request.parameters)

    @property
    def agent(self) -> object:
        """The agent that it names; None where that is no JSON."""
        try:
            return json.loads(self.parameters.get("agent", ""))
        except ValueError:
            return None

    @property
    def writes(self) -> bool:
        return self.request.method in ("PUT", "POST", "DELETE")


def to_state(asked: Asked) -> bool:
    return asked.request.resource == STATE


def to_profile(asked: Asked) -> bool:
    return asked.request.resource == PROFILE


def to_launch_data(asked: Asked) -> bool:
    return to_state(asked) and asked.parameters.get("stateId", LAUNCH_DATA) == LAUNCH_DATA


def names_learner(asked: Asked) -> bool:
    return asked.agent == asked.session.enrolment.actor


def conditional(asked: Asked) -> bool:
    headers = asked.request.headers
    return ("if-match" in headers) != (headers.get("if-none-match") == "*")


def is_batch(asked: Asked) -> bool:
    return asked.request.name == "POST statements"


REQUEST_RULES: tuple[Rule[Asked], ...] = (
    Rule(
        ("8.1.2.0-5", "8.2.1.0-5", "8.2.2.0-5"),
        "the token in the Authorization header",
        always,
        lambda asked: asked.request.headers.get("authorization") == f"Basic {asked.session.token}",
    ),
    Rule(
        ("7.1.2.0-1",),
        "no request of any kind after terminated",
        always,
        lambda asked: asked.session.ended != "terminated",
    ),
    Rule(
        ("4.1.0.0-1", "7.0.0.0-2"),
        "the version of xAPI",
        always,
        lambda asked: asked.request.headers.get("x-experience-api-version") in VERSIONS,
    ),
    Rule(
        ("4.1.0.0-1", "7.0.0.0-2"),
        "no alternate request syntax",
        always,
        lambda asked: "method" not in asked.parameters,
    ),
    Rule(
        ("8.1.3.0-2", "8.1.3.0-3"),
        "the agent as it was launched",
        lambda asked: to_state(asked) or to_profile(asked),
        names_learner,
    ),
    Rule(
        ("8.1.4.0-2", "8.1.4.0-3"),
        "the registration as it was launched",
        to_state,
        lambda asked: asked.parameters.get("registration") == asked.session.enrolment.registration,
    ),
    Rule(
        ("8.1.5.0-5", "7.0.0.0-3"),
        "the activity as it was launched",
        to_state,
        lambda asked: asked.parameters.get("activityId") == asked.session.enrolment.activity_id,
    ),
    Rule(("10.2.1.0-5",), "the launch data left alone", to_launch_data, lambda asked: not asked.writes),
    Rule(
        ("4.1.0.0-1", "7.0.0.0-2", "7.0.0.0-3"),
        "a state written under a condition",
        lambda asked: to_state(asked) and asked.request.method == "PUT",
        conditional,
    ),
    Rule(("11.0.0.0-1", "7.0.0.0-4"), "the profile of the agent as it was launched", to_profile, names_learner),
    Rule(
        ("11.0.0.0-4",),
        "the preferences by their name",
        to_profile,
        lambda asked: asked.parameters.get("profileId") == PREFERENCES,
    ),
    Rule(
        ("4.1.0.0-1", "7.0.0.0-2"),
        "a batch of statements that has some",
        is_batch,
        lambda asked: bool(asked.request.json()),
    ),
    Rule(
        ("4.1.0.0-1", "7.0.0.0-2"),
        "JSON that says so",
        lambda asked: asked.request.method in ("PUT", "POST"),
        lambda asked: asked.request.headers.get("content-type", "").split(";")[0] == "application/json",
    ),
)

FETCH_RULES: tuple[Rule[Asked], ...] = (
    Rule(
        ("8.1.2.0-3", "8.1.2.0-4", "8.2.1.0-2", "8.2.2.0-4"),
        "the fetch URL by POST",
        always,
        lambda asked: asked.request.method == "POST",
    ),
    Rule(("8.2.1.0-2",), "the fetch URL once a session", always, lambda asked: asked.session.fetched == 0),
)
