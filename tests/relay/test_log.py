"""The log says what happened, and neither to whom nor with which secret."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.relay.asked import ENVIRONMENT, FakeLrs, Page, actor, statement
from tests.relay.test_state import PLACE


def test_a_request_is_a_line(page: Page) -> None:
    page.ask("POST", "statements", [statement(), statement()], headers={"X-Request-ID": "from-the-proxy.1"})
    (line,) = page.lines()
    alias = line.pop("learner")
    time = line.pop("time")
    assert line == {
        "event": "request",
        "id": "from-the-proxy.1",
        "method": "POST",
        "resource": "statements",
        "status": 200,
        "ms": 0,
        "statements": 2,
        "lrs": 200,
    }
    assert isinstance(time, str) and time.endswith("Z")
    page.ask("GET", "session")
    page.ask("GET", "session", user="colin")
    later = [line["learner"] for line in page.lines()[1:]]
    assert later[0] == alias != later[1]


def test_why_a_request_was_refused_stands_in_the_log(page: Page) -> None:
    page.ask("POST", "statements", statement(actor=actor("colin")))
    (line,) = page.lines()
    assert (line["status"], line["refused"]) == (401, "The statement is of somebody else than who is signed in.")


def test_an_answer_has_the_id_of_its_line(page: Page) -> None:
    answer = page.ask("GET", "session", headers={"X-Request-ID": b'"\r\n'.hex() * 20})
    (line,) = page.lines()
    assert answer.headers["X-Request-Id"] == line["id"]
    assert len(str(line["id"])) == 32


def test_no_credential_and_no_learner_stand_in_any_log(
    page: Page, fake_lrs: FakeLrs, capfd: pytest.CaptureFixture[str]
) -> None:
    fake_lrs.instead = [httpx.ConnectError("the-key:the-secret"), httpx.Response(400, text="Petrova is no agent")]
    page.ask("POST", "statements", statement(actor=actor(name="Petrova")))
    page.ask("POST", "statements", statement(actor=actor(name="Petrova")))
    page.ask("GET", "activities/state", parameters=PLACE)
    page.ask("GET", "dana/Petrova?agent=dana", headers={"Cookie": "learner=dana"})
    page.ask("POST", "statements", statement(**{"dana": 1}))
    written = page.log.getvalue() + "".join(capfd.readouterr())
    said = [json.loads(line).get("refused") for line in page.log.getvalue().splitlines()]
    assert str(said[-1]).startswith("A statement may have here: actor, ")
    for secret in ("dana", "Petrova", "127.0.0.1", *ENVIRONMENT.values(), "dGhlLWtleTp0aGUtc2VjcmV0"):
        assert secret not in written, secret
