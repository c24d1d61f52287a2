"""A learner's own work in an allowed course is read and replaced, by its ETag."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.relay.asked import COURSE, FakeLrs, Page, actor

PLACE = {"activityId": COURSE, "agent": json.dumps(actor()), "stateId": "coursewright"}
REGISTRATION = "6b29fc40-ca47-4067-b31d-00dd010662da"
WORK = b'{"format": 1,  "attempt":"a", "state":"x"}'


def put(page: Page, headers: dict[str, str], content: bytes = WORK) -> int:
    return page.ask("PUT", "activities/state", parameters=PLACE, headers=headers, content=content).status_code


def test_work_is_kept_and_read_byte_by_byte(page: Page) -> None:
    assert page.ask("GET", "activities/state", parameters=PLACE).status_code == 404
    assert put(page, {"If-None-Match": "*"}) == 204
    read = page.ask("GET", "activities/state", parameters=PLACE)
    assert (read.status_code, read.content) == (200, WORK)
    assert put(page, {"If-Match": read.headers["ETag"]}, b"{}") == 204


def test_work_of_another_window_is_not_overwritten(page: Page, fake_lrs: FakeLrs) -> None:
    put(page, {"If-None-Match": "*"})
    for stale in ({"If-None-Match": "*"}, {"If-Match": '"old"'}):
        assert put(page, stale, b"{}") == 412
    assert list(fake_lrs.documents.values()) == [WORK]


def test_an_etag_that_a_compressing_proxy_made_weak_is_still_good(page: Page) -> None:
    put(page, {"If-None-Match": "*"})
    tag = page.ask("GET", "activities/state", parameters=PLACE).headers["ETag"]
    assert put(page, {"If-Match": f"W/{tag}"}, b"{}") == 204


def test_the_lrs_is_asked_for_the_account_alone_and_for_no_other_encoding(page: Page, fake_lrs: FakeLrs) -> None:
    said = {**PLACE, "agent": json.dumps(actor(name="Anybody")), "registration": REGISTRATION}
    page.ask("GET", "activities/state", parameters=said)
    asked = fake_lrs.requests[0]
    assert json.loads(asked.url.params["agent"]) == actor()
    assert asked.url.params["registration"] == REGISTRATION
    assert asked.headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"agent": json.dumps(actor("colin"))}, 401),
        ({"agent": json.dumps({"mbox": "mailto:dana@example.org"})}, 401),
        ({"agent": "dana"}, 400),
        ({"agent": ""}, 400),
        ({"activityId": "https://learn.example.org/courses/other"}, 403),
        ({"stateId": "LMS.LaunchData"}, 403),
        ({"stateId": ""}, 403),
        ({"registration": "all"}, 400),
        ({"since": "2020-01-01T00:00:00Z"}, 400),
        ({"Agent": json.dumps(actor())}, 400),
    ],
)
def test_no_other_document_is_asked_for(change: dict[str, str], status: int, page: Page, fake_lrs: FakeLrs) -> None:
    for method, content in (("GET", None), ("PUT", WORK)):
        answer = page.ask(method, "activities/state", parameters={**PLACE, **change}, content=content)
        assert answer.status_code == status
    assert not fake_lrs.requests


def test_a_parameter_stands_once(page: Page, fake_lrs: FakeLrs) -> None:
    twice = str(httpx.QueryParams(PLACE)) + "&stateId=coursewright"
    assert page.ask("GET", f"activities/state?{twice}").status_code == 400
    assert not fake_lrs.requests


def test_work_must_be_json(page: Page, fake_lrs: FakeLrs) -> None:
    assert put(page, {"If-None-Match": "*"}, b"work") == 400
    assert put(page, {"If-None-Match": "*", "Content-Type": "text/plain"}) == 415
    assert not fake_lrs.requests


def test_of_the_profiles_only_preferences_are_read(page: Page, fake_lrs: FakeLrs) -> None:
    fake_lrs.instead = [httpx.Response(200, json={"languagePreference": "de"}, headers={"ETag": '"1"'})]
    said = {"agent": json.dumps(actor()), "profileId": "cmi5LearnerPreferences"}
    assert page.ask("GET", "agents/profile", parameters=said).json() == {"languagePreference": "de"}
    assert page.ask("GET", "agents/profile", parameters=said).status_code == 404
    others = {**said, "agent": json.dumps(actor("colin"))}
    assert page.ask("GET", "agents/profile", parameters=others).status_code == 401
    assert page.ask("GET", "agents/profile", parameters={**said, "profileId": "else"}).status_code == 403
    assert page.ask("PUT", "agents/profile", {}, parameters=said).status_code == 405
    assert len(fake_lrs.requests) == 2
