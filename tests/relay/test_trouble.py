"""Trouble between the relay and the LRS is never the learner's: the page is told when to come again."""

from __future__ import annotations

import gzip

import httpx
import pytest

from tests.relay.asked import FakeLrs, Page, statement

WAIT = {"Retry-After": "7"}


@pytest.mark.parametrize(
    ("instead", "status", "wait"),
    [
        (httpx.ConnectError("refused"), 502, "10"),
        (httpx.RemoteProtocolError("cut"), 502, "10"),
        (httpx.ConnectTimeout("slow"), 504, "10"),
        (httpx.ReadTimeout("slow"), 504, "10"),
        (httpx.PoolTimeout("full"), 503, "10"),
        (httpx.Response(401), 502, "10"),
        (httpx.Response(403), 502, "10"),
        (httpx.Response(404), 502, "10"),
        (httpx.Response(405), 502, "10"),
        (httpx.Response(408), 504, "10"),
        (httpx.Response(429, headers=WAIT), 429, "7"),
        (httpx.Response(503, headers=WAIT), 503, "7"),
        (httpx.Response(503, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), 503, "1"),
        (httpx.Response(503, headers={"Retry-After": "soon"}), 503, "10"),
        (httpx.Response(503, headers={"Retry-After": "9" * 9}), 503, "3600"),
        (httpx.Response(500), 502, "10"),
        (httpx.Response(504), 504, "10"),
        (httpx.Response(302, headers={"Location": "https://evil.example/"}), 502, "10"),
        (httpx.Response(200, html="<p>Sign in</p>"), 502, "10"),
        (httpx.Response(200, content=b'"' + b"x" * (1024 * 1024) + b'"'), 502, "10"),
    ],
)
def test_the_page_is_told_to_come_again(
    instead: httpx.Response | Exception, status: int, wait: str, page: Page, fake_lrs: FakeLrs
) -> None:
    fake_lrs.instead = [instead]
    answer = page.ask("POST", "statements", statement())
    assert (answer.status_code, answer.headers["Retry-After"]) == (status, wait)
    assert set(answer.json()) == {"error"}
    assert "location" not in answer.headers
    assert len(fake_lrs.requests) == 1


def test_an_encoding_that_was_not_asked_for_is_not_passed_on(page: Page, fake_lrs: FakeLrs) -> None:
    packed = httpx.Response(200, content=gzip.compress(b"{}"))
    packed.headers["Content-Encoding"] = "gzip"
    fake_lrs.instead = [packed]
    assert page.ask("GET", "about").status_code == 502


@pytest.mark.parametrize(("theirs", "ours"), [(400, 400), (422, 400), (409, 409), (413, 413), (412, 412)])
def test_what_the_lrs_says_of_statements_is_passed_on(theirs: int, ours: int, page: Page, fake_lrs: FakeLrs) -> None:
    fake_lrs.instead = [httpx.Response(theirs, text="The verb is no IRI.")]
    answer = page.ask("POST", "statements", statement())
    assert (answer.status_code, answer.text) == (ours, "The verb is no IRI.")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_of_an_lrs_that_explains_itself_by_a_web_page_the_page_gets_a_sentence(page: Page, fake_lrs: FakeLrs) -> None:
    fake_lrs.instead = [httpx.Response(400, html="<script>alert(1)</script>")]
    assert page.ask("POST", "statements", statement()).text == "The LRS refused this."


def test_what_an_lrs_wants_kept_goes_to_no_other_learner(page: Page, fake_lrs: FakeLrs) -> None:
    fake_lrs.instead = [httpx.Response(200, json={"version": ["1.0.3"]}, headers={"Set-Cookie": "who=dana; Path=/"})]
    assert "set-cookie" not in page.ask("GET", "about").headers
    page.ask("GET", "about", user="colin")
    assert "cookie" not in fake_lrs.requests[1].headers


def test_a_mistake_of_ours_is_one_sentence(page: Page, fake_lrs: FakeLrs) -> None:
    fake_lrs.instead = [ZeroDivisionError("dana's answer")]
    answer = page.ask("POST", "statements", statement())
    assert (answer.status_code, answer.json()) == (500, {"error": "The relay made a mistake."})
    mistake = page.lines()[0]
    assert (mistake["event"], mistake["kind"]) == ("mistake", "ZeroDivisionError")
    assert "dana" not in page.log.getvalue()
