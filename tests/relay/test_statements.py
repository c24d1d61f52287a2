"""A learner's own statements about the allowed courses go to the LRS, and no others."""

from __future__ import annotations

import base64
import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.relay.body import parse, written
from builder.relay.refusal import Refused
from builder.relay.statements import VOIDED, Json, for_the_lrs
from tests.relay.asked import COURSE, FakeLrs, Page, actor, options, statement


def test_statements_go_to_the_lrs_with_the_relays_credentials(page: Page, fake_lrs: FakeLrs) -> None:
    batch = [statement(), statement(object={"objectType": "Activity", "id": COURSE})]
    answer = page.ask("POST", "statements", batch)
    assert (answer.status_code, answer.json()) == (200, [one["id"] for one in batch])
    assert fake_lrs.statements == batch
    sent = fake_lrs.requests[0]
    assert str(sent.url) == "https://lrs.example.org/xapi/statements"
    assert sent.headers["Authorization"] == "Basic " + base64.b64encode(b"the-key:the-secret").decode()
    assert sent.headers["X-Experience-API-Version"] == "1.0.3"
    assert not {"cookie", "origin", "x-remote-user"} & set(sent.headers)


def test_one_statement_can_be_put(page: Page, fake_lrs: FakeLrs) -> None:
    one = statement()
    assert page.ask("PUT", "statements", one, parameters={"statementId": str(one["id"])}).status_code == 200
    assert fake_lrs.statements == [one]
    assert page.ask("PUT", "statements", one, parameters={"statementId": str(uuid4())}).status_code == 400
    assert page.ask("PUT", "statements", one).status_code == 400
    assert len(fake_lrs.requests) == 1


def test_the_actor_is_the_sessions_and_what_only_an_lrs_says_is_taken_out(page: Page, fake_lrs: FakeLrs) -> None:
    said = statement(actor=actor(name="A name of her own"), authority=actor("root"), stored="2020-01-01T00:00:00Z")
    nameless = {name: value for name, value in statement().items() if name != "actor"}
    assert page.ask("POST", "statements", [said, nameless]).status_code == 200
    assert [one["actor"] for one in fake_lrs.statements] == [actor(), actor()]
    assert not any({"authority", "stored"} & one.keys() for one in fake_lrs.statements)


@pytest.mark.parametrize(
    "other",
    [
        actor("colin"),
        {"objectType": "Agent", "account": {"homePage": "https://elsewhere.example.org", "name": "dana"}},
        {"objectType": "Agent", "mbox": "mailto:dana@example.org"},
        {**actor(), "mbox": "mailto:colin@example.org"},
        {**actor(), "objectType": "Group"},
        "dana",
        None,
    ],
)
def test_a_statement_of_somebody_else_is_refused_with_its_batch(other: object, page: Page, fake_lrs: FakeLrs) -> None:
    assert page.ask("POST", "statements", [statement(), statement(actor=other)]).status_code == 401
    assert not fake_lrs.requests


def about(activity: str) -> Json:
    return statement(context={"contextActivities": {"other": [{"id": activity}]}})


@pytest.mark.parametrize(
    "strange",
    [
        statement(object={"id": "https://learn.example.org/courses/other"}),
        statement(object={"id": f"{COURSE}-too/pages/begin"}),
        statement(object={"objectType": "Agent", **actor("colin")}),
        statement(object={"objectType": "StatementRef", "id": str(uuid4())}),
        statement(object={"objectType": "SubStatement", **statement(actor=actor("colin"))}),
        statement(object=None),
        statement(verb={"id": VOIDED}),
        statement(attachments=[]),
        statement(context={"instructor": actor("colin")}),
        statement(context={"statement": {"objectType": "StatementRef", "id": str(uuid4())}}),
        statement(context={"contextActivities": {"parent": {"id": "https://elsewhere.example.org/"}}}),
        about("https://learn.example.org/courses"),
    ],
)
def test_nothing_but_the_courses_activities_is_written_about(strange: Json, page: Page, fake_lrs: FakeLrs) -> None:
    assert page.ask("POST", "statements", strange).status_code == 403
    assert not fake_lrs.requests


@pytest.mark.parametrize(
    "broken",
    [
        [],
        7,
        [7],
        statement(id="1"),
        statement(id=None),
        statement(verb="experienced"),
        statement(context=[]),
        statement(context={"contextActivities": []}),
        statement(context={"contextActivities": {"sibling": []}}),
    ],
)
def test_what_is_no_statement_is_a_bad_request(broken: object, page: Page, fake_lrs: FakeLrs) -> None:
    assert page.ask("POST", "statements", broken).status_code == 400
    assert not fake_lrs.requests


def test_several_courses_may_be_allowed(fake_lrs: FakeLrs) -> None:
    page = Page(options(course=(f"{COURSE}/", "urn:uuid:6b29fc40-ca47-4067-b31d-00dd010662da")), fake_lrs)
    ids = [COURSE, f"{COURSE}/modules/one", "urn:uuid:6b29fc40-ca47-4067-b31d-00dd010662da/pages/one"]
    batch = [statement(object={"id": one}, context={}) for one in ids]
    assert page.ask("POST", "statements", batch).status_code == 200


def test_a_batch_has_a_bound(fake_lrs: FakeLrs) -> None:
    batch = [statement() for _ in range(201)]
    page = Page(options(), fake_lrs)
    assert page.ask("POST", "statements", batch).status_code == 413
    assert page.ask("POST", "statements", batch[:200]).status_code == 200


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PARTS = ["id", "actor", "verb", "object", "result", "context", "timestamp", "version", "authority", "stored", "more"]


@given(changes=st.dictionaries(st.sampled_from(PARTS), VALUES, max_size=3))
def test_whatever_is_sent_only_the_learners_own_statements_pass(changes: Json) -> None:
    try:
        sent = for_the_lrs(statement(**changes), actor(), (COURSE,))
    except Refused as refused:
        assert refused.status in (400, 401, 403)
        return
    assert sent["actor"] == actor()
    assert not {"authority", "stored", "more"} & sent.keys()
    subject = sent["object"]
    assert isinstance(subject, dict) and subject["id"].startswith(COURSE)


@given(value=VALUES)
def test_json_is_passed_on_as_it_came(value: object) -> None:
    assert json.loads(written(parse(json.dumps(value).encode()))) == value
