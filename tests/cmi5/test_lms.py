"""The strict LMS notices every breach of the rules that it has, and nothing where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.cmi5.lms import Lms
from tests.cmi5.request_rules import FETCH_RULES, REQUEST_RULES
from tests.cmi5.session import CMI5, LAUNCH_DATA, MASTERY, MOVE_ON, SESSION_ID, Statement
from tests.cmi5.speech import Au
from tests.cmi5.statement_rules import STATEMENT_RULES

ELSEWHERE = ("10.2.1.0-4", "11.0.0.0-3", "9.3.0.0-6", "9.3.0.0-7")
TEMPLATE = {"contextActivities": {"parent": [{"id": "https://lms.example.org/class/1"}]}, "platform": "The LMS"}
OTHER = "https://elsewhere.example.org/au"


@pytest.fixture
def lms() -> Lms:
    return Lms("http://lms.test")


def opened(lms: Lms, mode: str = "Normal") -> Au:
    """An AU that has read all it must and said nothing."""
    au = Au(lms, lms.launch("http://lms.test/au", template=TEMPLATE, data={"masteryScore": 0.8, "launchMode": mode}))
    au.open()
    return au


Spoil = Callable[[Statement], object]


def categories(statement: Statement) -> list[Any]:
    found: list[Any] = statement["context"]["contextActivities"]["category"]
    return found


def drop(statement: Statement, *path: str) -> None:
    for name in path[:-1]:
        statement = statement[name]
    del statement[path[-1]]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What is wrong with a statement, and after which others it comes."""

    number: str
    name: str
    spoil: Spoil = lambda statement: None
    after: tuple[str, ...] = ("initialized",)
    mode: str = "Normal"


STATEMENTS = [
    Spoilt("3.0.0.0-1", "answered", lambda s: s["object"].update(id="inside/q1")),
    Spoilt("3.0.0.0-1", "answered", lambda s: s.update(result={"extensions": {"spent": 1}})),
    Spoilt("9.1.0.0-1", "answered", lambda s: s.update(id="1234")),
    Spoilt("8.1.3.0-3", "answered", lambda s: s["actor"].update(name="Amara")),
    Spoilt("9.2.0.0-2", "completed", lambda s: s["actor"].update(objectType="Group")),
    Spoilt("9.2.0.0-3", "completed", lambda s: drop(s, "actor", "account")),
    Spoilt("8.1.4.0-3", "answered", lambda s: drop(s, "context", "registration")),
    Spoilt(
        "9.6.1.0-1", "completed", lambda s: s["context"].update(registration="6b1f9f1e-0000-4000-8000-000000000000")
    ),
    Spoilt("9.6.0.0-1", "completed", lambda s: s.update(context={})),
    Spoilt("9.6.3.1-4", "answered", lambda s: drop(s, "context", "extensions", SESSION_ID)),
    Spoilt("10.2.1.0-6", "answered", lambda s: drop(s, "context", "platform")),
    Spoilt("10.2.1.0-7", "answered", lambda s: s["context"].update(platform="Ours")),
    Spoilt("9.6.2.0-1", "completed", lambda s: s["context"]["contextActivities"]["parent"].insert(0, {"id": OTHER})),
    Spoilt("9.7.0.0-1", "answered", lambda s: drop(s, "timestamp")),
    Spoilt("9.7.0.0-2", "answered", lambda s: s.update(timestamp="2031-01-01T09:00:00+02:00")),
    Spoilt("9.7.0.0-2", "answered", lambda s: s.update(timestamp="2031-01-01T09:00:00")),
    Spoilt("9.3.0.0-4", "answered", after=()),
    Spoilt("9.3.2.0-2", "completed", after=()),
    Spoilt("7.1.3.0-1", "answered", lambda s: s.update(timestamp="2001-01-01T00:00:00Z")),
    Spoilt("9.3.0.0-5", "terminated", lambda s: s.update(timestamp="2001-01-01T00:00:00Z")),
    Spoilt("9.3.0.0-1", "completed", lambda s: s["verb"].update(id="https://w3id.org/xapi/adl/verbs/waived")),
    Spoilt("9.6.2.1-1", "completed", lambda s: categories(s).remove({"id": CMI5})),
    Spoilt("8.1.5.0-6", "completed", lambda s: s["object"].update(id=OTHER)),
    Spoilt("9.4.0.0-1", "completed", lambda s: drop(s, "object")),
    Spoilt("9.4.0.0-2", "terminated", lambda s: s["object"].update(id=OTHER)),
    Spoilt("9.3.0.0-2", "completed", after=("initialized", "completed")),
    Spoilt("9.3.2.0-3", "initialized", after=("initialized",)),
    Spoilt("9.3.0.0-3", "failed", after=("initialized", "passed")),
    Spoilt("9.3.0.0-3", "passed", after=("initialized", "failed")),
    Spoilt("9.3.0.0-8", "failed", after=("initialized", "passed")),
    Spoilt("9.3.4.0-2", "passed", lambda s: s["result"]["score"].update(scaled=0.79)),
    Spoilt("9.3.5.0-2", "failed", lambda s: s["result"]["score"].update(scaled=0.8)),
    Spoilt("9.5.1.0-1", "failed", lambda s: s["result"]["score"].update(scaled=0.8)),
    Spoilt("10.2.4.0-2", "passed", lambda s: s["result"]["score"].update(scaled=0.79)),
    Spoilt("9.5.1.0-2", "completed", lambda s: s["result"].update(score={"scaled": 1})),
    Spoilt("9.5.1.0-3", "passed", lambda s: drop(s, "result", "score", "min")),
    Spoilt("9.5.1.0-3", "passed", lambda s: drop(s, "result", "score", "max")),
    Spoilt("9.5.2.0-1", "passed", lambda s: s["result"].update(success=False)),
    Spoilt("9.5.2.0-2", "failed", lambda s: drop(s, "result", "success")),
    Spoilt("9.5.2.0-3", "completed", lambda s: s["result"].update(success=True)),
    Spoilt("9.5.3.0-1", "completed", lambda s: s["result"].update(completion=1)),
    Spoilt("9.5.3.0-2", "terminated", lambda s: s["result"].update(completion=True)),
    Spoilt("9.5.4.1-1", "terminated", lambda s: drop(s, "result")),
    Spoilt("9.5.4.1-2", "completed", lambda s: s["result"].update(duration="7 seconds")),
    Spoilt("9.5.4.1-3", "passed", lambda s: drop(s, "result", "duration")),
    Spoilt("9.5.4.1-4", "failed", lambda s: s["result"].update(duration="PT")),
    Spoilt("9.6.2.2-1", "passed", lambda s: categories(s).remove({"id": MOVE_ON})),
    Spoilt("9.6.2.2-2", "terminated", lambda s: categories(s).append({"id": MOVE_ON})),
    Spoilt("9.6.3.2-2", "passed", lambda s: drop(s, "context", "extensions", MASTERY)),
    Spoilt("9.6.3.2-2", "failed", lambda s: s["context"]["extensions"].update({MASTERY: 0.9})),
    Spoilt("10.2.2.0-9", "completed", mode="Browse"),
    Spoilt("10.2.2.0-2", "passed", mode="Browse"),
    Spoilt("10.2.2.0-11", "completed", mode="Review"),
    Spoilt("10.2.2.0-3", "failed", mode="Review"),
]


@pytest.mark.parametrize("spoilt", STATEMENTS, ids=lambda spoilt: f"{spoilt.number} {spoilt.name}")
def test_a_spoilt_statement_is_refused_and_recorded(lms: Lms, spoilt: Spoilt) -> None:
    au = opened(lms, spoilt.mode)
    for name in spoilt.after:
        au.say(name)
    statement = au.statement(spoilt.name)
    spoilt.spoil(statement)
    before = len(au.session.statements)
    assert au.send([au.statement("answered"), statement] if spoilt.after else [statement]).status in (400, 403)
    assert len(au.session.statements) == before, "a batch is taken whole or not at all"
    assert lms.breached(spoilt.number), lms.breaches


REQUESTS: list[tuple[str, Callable[[Au], object]]] = [
    ("8.1.2.0-5", lambda au: au.headers.pop("authorization") and au.ask("GET", "about")),
    ("8.2.1.0-5", lambda au: au.headers.update(authorization=au.session.token) or au.ask("GET", "about")),
    ("8.2.2.0-5", lambda au: au.headers.update(authorization="Basic QTpC") or au.ask("GET", "about")),
    ("4.1.0.0-1", lambda au: au.headers.pop("x-experience-api-version") and au.ask("GET", "about")),
    ("7.0.0.0-2", lambda au: au.ask("POST", "statements?method=PUT&", [])),
    ("4.1.0.0-1", lambda au: au.send([])),
    ("4.1.0.0-1", lambda au: au.ask("PUT", "activities/state", {}, stateId="coursewright")),
    ("4.1.0.0-1", lambda au: au.ask("GET", "activities/state", stateId="a", since="b")),
    ("7.0.0.0-3", lambda au: au.ask("GET", "activities/state", stateId="a", activityId=OTHER)),
    ("8.1.5.0-5", lambda au: au.ask("GET", "activities/state", stateId="a", activityId=OTHER)),
    ("8.1.4.0-2", lambda au: au.ask("GET", "activities/state", stateId="a", registration="")),
    ("8.1.3.0-2", lambda au: au.ask("GET", "activities/state", stateId="a", agent="{}")),
    ("11.0.0.0-1", lambda au: au.ask("GET", "agents/profile", profileId="cmi5LearnerPreferences", agent="{}")),
    ("7.0.0.0-4", lambda au: au.ask("GET", "agents/profile", profileId="cmi5LearnerPreferences", agent="nobody")),
    ("11.0.0.0-4", lambda au: au.ask("GET", "agents/profile", profileId="preferences")),
    ("10.2.1.0-5", lambda au: au.ask("PUT", "activities/state", {}, stateId=LAUNCH_DATA)),
    ("10.2.1.0-5", lambda au: au.ask("DELETE", "activities/state")),
    ("8.1.2.0-4", lambda au: au.fetch("GET")),
    ("8.2.1.0-2", lambda au: au.fetch()),
    ("8.2.2.0-4", lambda au: au.fetch("PUT")),
    ("7.1.2.0-1", lambda au: terminated(au).ask("GET", "about")),
    ("9.3.8.0-2", lambda au: later(terminated(au)).send([au.statement("answered")])),
]


def terminated(au: Au) -> Au:
    """The AU after its session."""
    au.say("initialized", "terminated")
    return au


def later(au: Au) -> Au:
    """The AU in a later session of the registration."""
    again = Au(au.lms, au.lms.launch("http://lms.test/au", au.session.enrolment))
    again.open()
    return again


@pytest.mark.parametrize(("number", "ask"), REQUESTS, ids=lambda case: case if isinstance(case, str) else "")
def test_a_wrong_request_is_recorded(lms: Lms, number: str, ask: Callable[[Au], object]) -> None:
    au = opened(lms)
    assert not lms.breaches
    ask(au)
    assert lms.breached(number), lms.breaches


@pytest.mark.parametrize(("number", "left_out"), [("10.2.1.0-4", "activities/state"), ("11.0.0.0-3", "agents/profile")])
def test_who_has_not_read_what_must_be_read_first_may_not_begin(lms: Lms, number: str, left_out: str) -> None:
    au = Au(lms, lms.launch("http://lms.test/au"))
    au.open()
    au.session.requests = [each for each in au.session.requests if each.resource != left_out]
    assert au.send([au.statement("initialized")]).status == 403
    assert lms.breached(number)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("9.3.0.0-6", "completed"),
        ("9.3.3.0-2", "completed"),
        ("9.3.0.0-7", "passed"),
        ("9.3.4.0-3", "passed"),
        ("9.3.0.0-8", "failed"),
    ],
)
def test_what_was_said_in_an_earlier_session_is_not_said_again(lms: Lms, number: str, name: str) -> None:
    au = opened(lms)
    au.say("initialized", "completed", "passed", "terminated")
    again = later(au)
    again.say("initialized")
    assert again.send([again.statement(name)]).status == 403
    assert lms.breached(number)


@pytest.mark.parametrize("judged", ["passed", "failed"])
def test_a_right_session_breaks_no_rule_and_a_later_one_neither(lms: Lms, judged: str) -> None:
    au = opened(lms)
    au.say("initialized", "answered", "completed")
    assert au.ask("GET", "activities/state", stateId="coursewright").status == 404
    au.headers["if-none-match"] = "*"
    assert au.ask("PUT", "activities/state", {"state": "A"}, stateId="coursewright").status == 204
    del au.headers["if-none-match"]
    au.say(judged, "terminated")
    again = later(au)
    again.say("initialized", "answered", "terminated")
    assert [each.said() for each in lms.sessions] == [
        ["initialized", "completed", judged, "terminated"],
        ["initialized", "terminated"],
    ]
    assert not lms.breaches


def test_a_batch_that_comes_again_is_the_same_batch(lms: Lms) -> None:
    au = opened(lms)
    au.say("initialized")
    batch = [au.statement("completed"), au.statement("answered")]
    assert [au.send(batch).status, au.send(batch).status] == [200, 200]
    assert au.session.said() == ["initialized", "completed"]
    assert not lms.breaches


def test_of_an_abandoned_session_nothing_more_is_taken(lms: Lms) -> None:
    au = opened(lms)
    au.say("initialized")
    late = au.statement("answered")
    again = later(au)
    again.say("initialized")
    assert au.session.ended == "abandoned"
    assert [au.send([late]).status, again.send([late]).status] == [403, 403]
    assert lms.late == [late]
    assert not lms.breaches


def test_the_token_is_given_once_and_errors_have_their_codes(lms: Lms) -> None:
    au = Au(lms, lms.launch("http://lms.test/au"))
    assert au.ask("GET", "about").status == 403, "a token that was not fetched is worth nothing"
    assert au.fetch().json() == {"auth-token": au.session.token}
    assert au.fetch().json()["error-code"] == "1"
    for code in "123":
        assert Au(lms, lms.launch("http://lms.test/au", fetch_error=code)).fetch().json()["error-code"] == code


def test_every_rule_has_a_test_in_which_it_is_broken() -> None:
    broken = {spoilt.number for spoilt in STATEMENTS} | {number for number, _ in REQUESTS} | set(ELSEWHERE)
    rules = [
        *(rule.numbers for rule in STATEMENT_RULES),
        *(rule.numbers for rule in REQUEST_RULES),
        *(rule.numbers for rule in FETCH_RULES),
    ]
    assert [numbers for numbers in rules if not broken & set(numbers)] == []
