"""An LRS as it really answers: page by page, busy, closed, redirected, or not an LRS at all."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from builder.insight.lrs import AUTHORIZATION, KEY, SECRET, Asked, authorization, read_lrs
from builder.insight.record import Trouble, Unreadable

IRI = "https://example.org/talk"
ASKED = Asked("https://lrs.example.org/xapi", "Basic c2VjcmV0", IRI, "2026-01-31T00:00:00Z")

Answer = Callable[[httpx.Request], httpx.Response]


def _statement(n: int, about: str = f"{IRI}/pages/a") -> dict[str, Any]:
    return {"id": str(n), "object": {"id": about}}


def _page(*statements: object, more: str = "") -> httpx.Response:
    return httpx.Response(200, json={"statements": statements, "more": more})


def _read(answer: Answer, asked: Asked = ASKED) -> tuple[list[Any], list[httpx.Request], list[float]]:
    requests: list[httpx.Request] = []
    waits: list[float] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return answer(request)

    found = [value for _, value in read_lrs(asked, httpx.MockTransport(handle), waits.append)]
    return found, requests, waits


def _in_turn(*answers: httpx.Response | Exception) -> Answer:
    left = iter(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        given = next(left)
        if isinstance(given, Exception):
            raise given
        return given

    return answer


def test_all_pages_are_read_in_order_of_time_with_what_is_in_the_course() -> None:
    found, requests, _ = _read(_in_turn(_page(_statement(1), more="/xapi/statements?cursor=2"), _page(_statement(2))))
    assert [it["id"] for it in found] == ["1", "2"]
    assert requests[0].url.path == "/xapi/statements"
    asked = dict(requests[0].url.params)
    assert asked == {
        "activity": IRI,
        "related_activities": "true",
        "since": "2026-01-31T00:00:00Z",
        "ascending": "true",
        "limit": "500",
    }
    assert str(requests[1].url) == "https://lrs.example.org/xapi/statements?cursor=2"
    for request in requests:
        assert request.headers["authorization"] == "Basic c2VjcmV0"
        assert request.headers["x-experience-api-version"] == "1.0.3"


def test_an_lrs_that_is_busy_or_away_is_asked_again_after_a_while() -> None:
    answers = (
        httpx.Response(429, headers={"Retry-After": "7"}),
        httpx.Response(503, headers={"Retry-After": "999999"}),
        httpx.ConnectError("refused"),
        httpx.Response(500),
        _page(_statement(1)),
    )
    found, _, waits = _read(_in_turn(*answers))
    assert len(found) == 1
    assert waits[:2] == [7.0, 60.0]
    assert all(0 < wait <= 60 for wait in waits)


def test_an_lrs_that_stays_away_is_given_up_with_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r"lrs\.example\.org: it answered 503, 6 times"):
        _read(lambda _: httpx.Response(503))
    with pytest.raises(Unreadable, match="could not be reached"):
        _read(_in_turn(*[httpx.ReadTimeout("slow")] * 6))


@pytest.mark.parametrize("status", [401, 403])
def test_refused_credentials_say_which_variables_to_set_and_never_what_they_were(status: int) -> None:
    with pytest.raises(Unreadable) as refused:
        _read(lambda _: httpx.Response(status))
    assert KEY in str(refused.value)
    assert "c2VjcmV0" not in str(refused.value)


def test_credentials_go_to_no_other_host() -> None:
    with pytest.raises(Unreadable, match=r"no place of its own"):
        _read(_in_turn(_page(_statement(1), more="https://evil.example/statements")))
    with pytest.raises(Unreadable, match="a redirection"):
        _read(_in_turn(httpx.Response(302, headers={"Location": "https://evil.example/"})))


def test_a_more_that_leads_back_ends_with_a_word_about_it() -> None:
    found, _, _ = _read(lambda _: _page(_statement(1), more="/xapi/statements?round"))
    assert isinstance(found[-1], Trouble)
    assert len(found) == 3


@pytest.mark.parametrize("body", ["<html>Sign in</html>", "", "[]", '{"statements": 1}', "[" * 100_000])
def test_what_is_no_answer_of_an_lrs_is_named(body: str) -> None:
    with pytest.raises(Unreadable, match="something that holds no statements"):
        _read(lambda _: httpx.Response(200, text=body))


def test_an_lrs_that_leaves_out_what_is_in_the_course_is_asked_for_everything() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return (
            _page(_statement(1, IRI)) if "activity" in request.url.params else _page(_statement(1, IRI), _statement(2))
        )

    found, requests, _ = _read(answer)
    assert [it["id"] for it in found] == ["1", "1", "2"]
    assert len(requests) == 2


def test_an_lrs_that_speaks_only_the_newer_version_is_spoken_to_in_it() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        is_old = request.headers["x-experience-api-version"].startswith("1.")
        return httpx.Response(400, text="X-Experience-API-Version!") if is_old else _page(_statement(1))

    assert len(_read(answer)[0]) == 1


@pytest.mark.parametrize(
    "url", ["lrs.example.org", "ftp://lrs.example.org/", "https://", "https://key:secret@lrs.example.org/", "https://["]
)
def test_an_address_that_is_none_or_has_credentials_in_it_is_refused(url: str) -> None:
    with pytest.raises(Unreadable) as refused:
        _read(lambda _: _page(), Asked(url, None, IRI))
    assert "secret" not in str(refused.value)


def test_credentials_come_from_the_environment() -> None:
    assert authorization({}) is None
    assert authorization({AUTHORIZATION: "Bearer x"}) == "Bearer x"
    basic = authorization({KEY: "key", SECRET: "se:cret"})
    assert basic is not None
    assert base64.b64decode(basic.removeprefix("Basic ")) == b"key:se:cret"


def test_an_answer_with_a_mark_at_its_beginning_is_read() -> None:
    body = "\ufeff" + json.dumps({"statements": [_statement(1)]})
    assert len(_read(lambda _: httpx.Response(200, text=body))[0]) == 1
