"""Ralph behind the tests' own front: what it takes, and how what it holds is read back."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tincan import Activity, Agent, RemoteLRS, Verb

from tests.lrs import faults, ralph_process
from tests.lrs.ralph_process import AUTHORIZATION
from tests.lrs.server import LrsServer, new_learner

HEADERS = {
    "Authorization": AUTHORIZATION,
    "X-Experience-API-Version": "1.0.3",
    "Content-Type": "application/json",
}
VERB = {"id": "http://adlnet.gov/expapi/verbs/experienced", "display": {"en": "experienced"}}


def statement(registration: str, actor: dict[str, Any], second: int = 0, **more: Any) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "actor": actor,
        "verb": VERB,
        "object": {"id": "https://example.org/course", "objectType": "Activity"},
        "timestamp": f"2026-03-01T09:00:{second:02}.000Z",
        "context": {"registration": registration},
        **more,
    }


def ask(lrs: LrsServer, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """One request as a client makes it, with what the answer says."""
    connection = http.client.HTTPConnection("127.0.0.1", lrs.port)
    content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    connection.request(method, f"/xapi/{path}", content, HEADERS | headers)
    answer = connection.getresponse()
    return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}


def test_where_ralph_is_missing_the_tests_say_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ralph_process, "PYTHON", tmp_path / "python")
    with pytest.raises(ralph_process.RalphMissing, match="run `make lrs`"):
        ralph_process.Ralph()


def test_statements_come_back_as_they_were_sent_and_in_order(lrs: LrsServer) -> None:
    registration, actor = str(uuid4()), new_learner()
    sent = [statement(registration, actor, second) for second in range(5)]
    assert ask(lrs, "POST", "statements", sent[:3])[0] == 200
    assert ask(lrs, "POST", "statements", sent[3:])[0] == 200
    found = lrs.statements(registration=registration)
    assert [{key: one[key] for key in sent[0]} for one in found] == sent
    assert [one["id"] for one in lrs.statements(agent=Agent.from_json(json.dumps(actor)))] == [
        one["id"] for one in sent
    ]


def test_more_statements_than_a_page_holds_are_all_read(lrs: LrsServer) -> None:
    registration, actor = str(uuid4()), new_learner()
    sent = [statement(registration, actor, second) for second in range(7)]
    ask(lrs, "POST", "statements", sent)
    assert len(lrs.statements(registration=registration, limit=3)) == 7
    assert len(lrs.statements(registration=registration, since="2026-03-01T09:00:04+00:00")) == 2
    assert len(lrs.statements(registration=registration, verb=Verb(id=VERB["id"]))) == 7
    assert lrs.statements(registration=registration, activity=Activity(id="https://example.org/another")) == []


def test_one_statement_is_found_by_its_id(lrs: LrsServer) -> None:
    one = statement(str(uuid4()), new_learner())
    ask(lrs, "POST", "statements", [one])
    remote = RemoteLRS(endpoint=lrs.endpoint, auth=AUTHORIZATION)
    assert str(remote.retrieve_statement(one["id"]).content.id) == one["id"]
    assert ask(lrs, "GET", f"statements?statementId={uuid4()}")[0] == 404


def test_the_same_again_is_taken_once_and_another_under_its_id_refused(lrs: LrsServer) -> None:
    registration, actor = str(uuid4()), new_learner()
    first, second = (statement(registration, actor, number) for number in range(2))
    assert ask(lrs, "POST", "statements", [first])[0] == 200
    assert ask(lrs, "POST", "statements", [first])[0] == 204
    assert json.loads(ask(lrs, "POST", "statements", [first, second])[1]) == [second["id"]]
    assert ask(lrs, "POST", "statements", [{**first, "result": {"completion": True}}])[0] == 409
    assert len(lrs.statements(registration=registration)) == 2


def test_a_bad_batch_is_refused_whole(lrs: LrsServer) -> None:
    registration, actor = str(uuid4()), new_learner()
    good = statement(registration, actor)
    assert ask(lrs, "POST", "statements", [])[0] == 400
    assert ask(lrs, "POST", "statements", b"[{")[0] == 400
    assert ask(lrs, "POST", "statements", [good, {"actor": actor}])[0] == 422
    assert lrs.statements(registration=registration) == []


def test_an_actor_is_echoed_exactly(lrs: LrsServer) -> None:
    registration = str(uuid4())
    actor = {"account": {"name": "amara", "homePage": "https://lms.example.org"}, "name": "Amara 'Mara' Ọkáfọ̀r"}
    ask(lrs, "POST", "statements", [statement(registration, actor)])
    assert lrs.statements(registration=registration)[0]["actor"] == actor


def test_every_fault_leaves_what_it_says(lrs: LrsServer) -> None:
    registration, actor = str(uuid4()), new_learner()

    def send(*batch: dict[str, Any]) -> int | None:
        try:
            return ask(lrs, "POST", "statements", list(batch))[0]
        except (OSError, http.client.HTTPException):
            return None

    def held() -> int:
        return len(lrs.statements(registration=registration))

    fresh = [statement(registration, actor, second) for second in range(12)]
    lrs.faults.next("POST statements", faults.drop)
    assert (send(fresh[0]), held()) == (None, 0)
    lrs.faults.next("POST statements", faults.lose)
    assert (send(fresh[0]), held()) == (None, 1)
    lrs.faults.next("POST statements", faults.truncate)
    assert (send(fresh[1]), held()) == (None, 2)
    lrs.faults.next("POST statements", faults.duplicate)
    assert (send(fresh[2]), held()) == (204, 3)
    lrs.faults.next("POST statements", faults.half)
    assert (send(fresh[3], fresh[4]), held()) == (500, 4)
    lrs.faults.next("POST statements", faults.unavailable(1), faults.status(401), faults.html())
    assert [send(fresh[4]) for _ in range(3)] == [503, 401, 200]
    assert held() == 4
    lrs.faults.next("POST statements", *faults.reorder())
    assert (send(fresh[5]), held()) == (None, 4)
    assert (send(fresh[6]), held()) == (200, 6)
    assert [one["id"] for one in lrs.statements(registration=registration)][-2:] == [fresh[6]["id"], fresh[5]["id"]]
