"""The page's own requests are served, and no others."""

from __future__ import annotations

import pytest

from tests.relay.asked import ORIGIN, FakeLrs, Page, options, statement

NEITHER = {"Sec-Fetch-Site": "", "Origin": ""}


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": ""}, 200),
        ({"Sec-Fetch-Site": "", "Origin": ORIGIN}, 200),
        (NEITHER, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "https://other.example.org"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "http://learn.example.org"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": f"{ORIGIN}.evil.example"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "", "Origin": "null", "X-Experience-API-Version": ""}, 400),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "none", "Origin": ""}, 403),
    ],
)
def test_only_the_pages_origin_may_send(origin: dict[str, str], status: int, page: Page, fake_lrs: FakeLrs) -> None:
    assert page.ask("POST", "statements", statement(), headers=origin).status_code == status
    assert len(fake_lrs.requests) == (status == 200)


def test_other_sites_may_not_even_ask_who_is_signed_in(page: Page) -> None:
    assert page.ask("GET", "session", headers=NEITHER).status_code == 200
    assert page.ask("GET", "session", headers={"Sec-Fetch-Site": "none", "Origin": ""}).status_code == 200
    answer = page.ask("GET", "session", headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    assert page.ask("OPTIONS", "statements", headers=NEITHER).status_code == 405


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "statements", 405),
        ("DELETE", "statements", 405),
        ("POST", "activities/state", 405),
        ("DELETE", "activities/state", 405),
        ("POST", "about", 405),
        ("GET", "activities/profile", 404),
        ("GET", "activities", 404),
        ("GET", "agents", 404),
        ("GET", "statements/", 404),
        ("GET", "../health", 200),
        ("GET", "//evil.example/", 404),
        ("POST", "statements?method=GET", 400),
        ("GET", "about?extensions=1", 400),
    ],
)
def test_there_is_nothing_else(method: str, path: str, status: int, page: Page, fake_lrs: FakeLrs) -> None:
    content = b"{}" if method == "POST" else None
    answer = page.ask(method, path, content=content)
    assert answer.status_code == status
    assert "location" not in answer.headers
    assert not fake_lrs.requests


def test_the_lrs_says_what_it_speaks(page: Page) -> None:
    assert page.ask("GET", "about").json() == {"version": ["1.0.3"]}


@pytest.mark.parametrize("version", ["", "0.95", "1.1.0", "3.0.0", "1.0.3\x7f"])
def test_every_request_says_which_xapi_it_speaks(version: str, page: Page, fake_lrs: FakeLrs) -> None:
    headers = {"X-Experience-API-Version": version}
    assert page.ask("POST", "statements", statement(), headers=headers).status_code == 400
    assert not fake_lrs.requests


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json;charset=utf-8", 200),
        ("application/json; charset=latin-1", 415),
        ("text/plain", 415),
        ("multipart/mixed", 415),
        ("application/x-www-form-urlencoded", 415),
        ("", 415),
    ],
)
def test_only_json_is_taken(kind: str, status: int, page: Page) -> None:
    assert page.ask("POST", "statements", statement(), headers={"Content-Type": kind}).status_code == status


def test_compressed_bodies_are_not_taken(page: Page) -> None:
    assert page.ask("POST", "statements", statement(), headers={"Content-Encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[NaN]", b"[1e999]", b"[" * 100_000, b"[" + b"9" * 5_000 + b"]", b'{"a":1}{}']
)
def test_what_is_no_json_is_a_bad_request(content: bytes, page: Page, fake_lrs: FakeLrs) -> None:
    assert page.ask("POST", "statements", content=content).status_code == 400
    assert not fake_lrs.requests


def test_a_number_too_large_to_pass_on_is_a_bad_request(page: Page) -> None:
    told = b'{"id":"6b29fc40-ca47-4067-b31d-00dd010662da","verb":{"id":"x"},"object":{"id":"%s"},"result":1e999}'
    assert page.ask("POST", "statements", content=told % options().course[0].encode()).status_code == 400


def test_a_body_has_a_bound(fake_lrs: FakeLrs) -> None:
    large = b'"' + b"x" * (1024 * 1024) + b'"'
    answer = Page(options(), fake_lrs).ask("POST", "statements", content=large)
    assert answer.status_code == 413
    assert not fake_lrs.requests


def test_answers_are_stored_nowhere_and_run_nothing(page: Page) -> None:
    for path in ("session", "about", "nothing", "statements"):
        headers = page.ask("GET", path).headers
        assert headers["Cache-Control"] == "no-store, no-transform"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
