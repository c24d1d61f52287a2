"""A relay in front of a real LRS: what a page sends arrives there, once, as this learner's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest

from tests.lrs import faults
from tests.lrs.ralph_process import PASSWORD, USER
from tests.lrs.server import LrsServer
from tests.relay.asked import COURSE, HOME, JSON, ORIGIN, PAGE, Json, actor, statement
from tests.relay.served import serve


@pytest.fixture(scope="module")
def relay(lrs_server: LrsServer) -> Iterator[str]:
    """The address of the relay's path; the LRS knows it by credentials that no page has."""
    told = ("--lrs", lrs_server.endpoint, "--origin", ORIGIN, "--course", COURSE, "--home-page", HOME)
    known = ("--user-header", "X-Remote-User", "--trusted-proxy", "127.0.0.1")
    with serve(told + known, {"COURSEWRIGHT_LRS_KEY": USER, "COURSEWRIGHT_LRS_SECRET": PASSWORD}) as running:
        yield f"{running.url}/xapi"


@pytest.fixture
def page(relay: str) -> Iterator[httpx.Client]:
    """A page for whose learner a proxy vouches."""
    headers = {**PAGE, **JSON, "X-Remote-User": f"learner-{uuid4()}"}
    with httpx.Client(base_url=relay, headers=headers) as client:
        yield client


def told(page: httpx.Client, registration: str) -> tuple[Json, Json]:
    """Who the session says the learner is, and a statement of theirs."""
    who = page.get("session").json()["actor"]
    return who, statement(actor=who, context={"registration": registration})


def test_statements_are_held_once_as_the_learners_own(page: httpx.Client, lrs: LrsServer) -> None:
    registration = str(uuid4())
    who, one = told(page, registration)
    _, another = told(page, registration)
    lrs.faults.next("POST statements", faults.lose, faults.status(401), faults.unavailable(7), faults.html())
    answers = [page.post("statements", json=[one]) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [502, 502, 503, 502]
    assert answers[2].headers["Retry-After"] == "7"
    assert page.post("statements", json=[{**one, "authority": actor("root")}, another]).status_code == 200
    assert page.post("statements", json=[another]).status_code == 204
    assert page.post("statements", json=[{**one, "actor": actor("colin")}]).status_code == 401
    held = lrs.statements(registration=registration)
    assert sorted(each["id"] for each in held) == sorted(str(each["id"]) for each in (one, another))
    assert all(each["actor"] == who for each in held)
    assert all(each.get("authority") != actor("root") for each in held)


def test_two_windows_never_overwrite_each_other(page: httpx.Client, lrs: LrsServer) -> None:
    who, _ = told(page, str(uuid4()))
    place = {"activityId": COURSE, "agent": json.dumps(who), "stateId": "coursewright", "registration": str(uuid4())}

    def put(said: object, **headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return page.put("activities/state", params=place, json=said, headers=named).status_code

    assert page.get("activities/state", params=place).status_code == 404
    assert put({"n": 1}, If_None_Match="*") == 204
    first = page.get("activities/state", params=place)
    assert put({"n": 2}, If_Match=first.headers["ETag"]) == 204
    assert put({"n": 3}, If_Match=first.headers["ETag"]) == 412
    assert put({"n": 3}, If_None_Match="*") == 412
    assert page.get("activities/state", params=place).json() == {"n": 2}


def test_a_version_that_the_lrs_does_not_speak_is_told_as_it_is(page: httpx.Client, lrs: LrsServer) -> None:
    _, one = told(page, str(uuid4()))
    refused = page.post("statements", json=[one], headers={"X-Experience-API-Version": "2.0.0"})
    assert (refused.status_code, refused.headers["X-Experience-API-Version"]) == (400, "1.0.3")
    assert page.get("about").json() == {"version": ["1.0.3"]}
