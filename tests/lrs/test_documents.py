"""The State and profile resources keep to the specification's rules, those of concurrency above all (3.1)."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.lrs.documents import Documents
from tests.lrs.exchange import Answer, Request

AGENT = json.dumps({"account": {"homePage": "https://lms.example.org", "name": "amara"}})
STATE = {"activityId": "https://example.org/course", "agent": AGENT, "stateId": "coursewright"}
PROFILE = {"agent": AGENT, "profileId": "cmi5LearnerPreferences"}
REGISTRATION = "5c1f5a0e-4a8b-4f0a-9d2f-0f5f6f1a2b3c"
NEVER = f'"{"0" * 40}"'


def ask(
    documents: Documents, method: str, resource: str, parameters: dict[str, str], body: Any = b"", **headers: str
) -> Answer:
    """Headers by their names with underscores: `if_match`."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    return documents.answer(Request(method, f"/xapi/{resource}", urlencode(parameters), named, content))


@pytest.fixture
def documents() -> Documents:
    return Documents()


def state(
    documents: Documents, method: str, body: Any = b"", more: dict[str, str] | None = None, **headers: str
) -> Answer:
    return ask(documents, method, "activities/state", STATE | (more or {}), body, **headers)


def test_a_document_comes_back_byte_for_byte_with_its_digest(documents: Documents) -> None:
    body = b'{"a": 1,\n "b": "\xc3\xa9"}'
    assert state(documents, "GET").status == 404
    assert state(documents, "PUT", body, if_none_match="*").status == 204
    got = state(documents, "GET")
    assert (got.status, got.body, got.headers["Content-Type"]) == (200, body, "application/json")
    assert got.headers["ETag"] == f'"{hashlib.sha1(body).hexdigest()}"'
    assert state(documents, "HEAD").headers == got.headers


def test_who_writes_over_what_they_have_not_seen_is_refused_and_nothing_changes(documents: Documents) -> None:
    state(documents, "PUT", {"n": 1}, if_none_match="*")
    old = state(documents, "GET").headers["ETag"]
    assert state(documents, "PUT", {"n": 2}, if_match=old).status == 204
    for method in ("PUT", "POST", "DELETE"):
        assert state(documents, method, {"n": 3}, if_match=old).status == 412
        assert state(documents, method, {"n": 3}, if_match=NEVER).status == 412
    assert state(documents, "PUT", {"n": 3}, if_none_match="*").status == 412
    assert state(documents, "GET").json() == {"n": 2}


def test_if_match_on_what_is_not_there_fails(documents: Documents) -> None:
    assert state(documents, "PUT", {}, if_match=NEVER).status == 412
    assert state(documents, "PUT", {}, if_match="*").status == 412
    assert state(documents, "GET").status == 404


@pytest.mark.parametrize("tag", ["0" * 40, "W/x", '"a" "b"'])
def test_entity_tags_are_quoted(documents: Documents, tag: str) -> None:
    assert state(documents, "PUT", {}, if_match=tag).status == 400


def test_a_weak_tag_never_matches(documents: Documents) -> None:
    state(documents, "PUT", {"n": 1}, if_none_match="*")
    weak = "W/" + state(documents, "GET").headers["ETag"]
    assert state(documents, "PUT", {"n": 2}, if_match=weak).status == 412


def test_profiles_ask_for_preconditions_and_state_only_from_2_0_on(documents: Documents) -> None:
    assert ask(documents, "PUT", "agents/profile", PROFILE, {}).status == 400
    ask(documents, "PUT", "agents/profile", PROFILE, {}, if_none_match="*")
    refused = ask(documents, "PUT", "agents/profile", PROFILE, {"audioPreference": "off"})
    assert (refused.status, b"If-Match" in refused.body) == (409, True)
    assert ask(documents, "GET", "agents/profile", PROFILE).json() == {}
    assert state(documents, "PUT", {}).status == 204
    assert state(documents, "PUT", {"n": 1}).status == 204
    assert state(documents, "PUT", {"n": 2}, x_experience_api_version="2.0.0").status == 409


def test_post_merges_json_objects_at_the_top_and_nothing_else(documents: Documents) -> None:
    state(documents, "PUT", {"x": "foo", "y": {"a": 1}}, if_none_match="*")
    assert state(documents, "POST", {"x": "bash", "y": {"b": 2}}).status == 204
    assert state(documents, "GET").json() == {"x": "bash", "y": {"b": 2}}
    assert state(documents, "POST", [1]).status == 400
    assert state(documents, "POST", b"x=1", content_type="text/plain").status == 400
    assert state(documents, "POST", b"{").status == 400
    assert state(documents, "GET").json() == {"x": "bash", "y": {"b": 2}}


def test_registrations_agents_and_activities_never_see_each_other(documents: Documents) -> None:
    state(documents, "PUT", {"n": 1}, if_none_match="*")
    other = json.dumps({"account": {"homePage": "https://lms.example.org", "name": "colin"}})
    for more in ({"registration": REGISTRATION}, {"agent": other}, {"activityId": "https://example.org/other"}):
        assert state(documents, "GET", more=more).status == 404
        assert state(documents, "PUT", {"n": 2}, more=more, if_none_match="*").status == 204
    assert state(documents, "GET").json() == {"n": 1}
    named = json.dumps({"name": "A. Okafor", "objectType": "Agent", **json.loads(AGENT)})
    assert state(documents, "GET", more={"agent": named}).json() == {"n": 1}


def test_ids_are_listed_and_limited_by_since(documents: Documents) -> None:
    context = {name: STATE[name] for name in ("activityId", "agent")}
    for id in ("b", "a"):
        state(documents, "PUT", {}, more={"stateId": id}, if_none_match="*")
    listed = ask(documents, "GET", "activities/state", context)
    assert (listed.json(), "ETag" in listed.headers) == (["a", "b"], True)
    late = ask(documents, "GET", "activities/state", context | {"since": "2999-01-01T00:00:00Z"})
    assert late.json() == []


def test_delete_takes_one_or_all_of_a_context(documents: Documents) -> None:
    context = {name: STATE[name] for name in ("activityId", "agent")}
    for id in ("a", "b", "c"):
        state(documents, "PUT", {}, more={"stateId": id}, if_none_match="*")
    assert state(documents, "DELETE", more={"stateId": "a"}).status == 204
    assert ask(documents, "GET", "activities/state", context).json() == ["b", "c"]
    assert ask(documents, "DELETE", "activities/state", context).status == 204
    assert ask(documents, "GET", "activities/state", context).json() == []
    assert ask(documents, "DELETE", "agents/profile", {"agent": AGENT}).status == 400


@pytest.mark.parametrize(
    "more",
    [
        {"stateid": "x"},
        {"since": "2026-01-01T00:00:00Z"},
        {"method": "PUT"},
        {"registration": "not-a-uuid"},
        {"activityId": "course"},
        {"agent": "{"},
        {"agent": "{}"},
        {"agent": '{"mbox": "amara@example.org"}'},
        {"agent": '{"mbox": ["mailto:amara@example.org"]}'},
        {"agent": '{"objectType": "Group", "mbox": "mailto:a@example.org"}'},
        {"agent": '{"mbox": "mailto:a@example.org", "openid": "https://a.example.org"}'},
    ],
    ids=str,
)
def test_parameters_that_are_unknown_or_malformed_are_refused(documents: Documents, more: dict[str, str]) -> None:
    assert state(documents, "PUT", {}, more=more, if_none_match="*").status == 400
    assert state(documents, "GET").status == 404


@pytest.mark.parametrize("missing", sorted(STATE))
def test_parameters_that_are_missing_are_told(documents: Documents, missing: str) -> None:
    left = {name: value for name, value in STATE.items() if name != missing}
    refused = ask(documents, "PUT", "activities/state", left, {}, if_none_match="*")
    assert (refused.status, missing.encode() in refused.body) == (400, True)
