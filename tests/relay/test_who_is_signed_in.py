"""The relay knows who is signed in, or that nobody is."""

from __future__ import annotations

import json
import re
import textwrap
import time
from pathlib import Path

import pytest

from builder.relay.identity import cookie_serializer
from tests.relay.asked import COOKIE_SECRET, FakeLrs, Page, actor, options

DOCUMENTATION = (Path(__file__).parents[2] / "docs" / "relay.md").read_text(encoding="utf-8")
REGISTRATION = "6b29fc40-ca47-4067-b31d-00dd010662da"


def by_cookie(cookie: str, **other: object) -> tuple[int, object]:
    """What a relay says to a page that comes with this cookie."""
    told = options(user_header="", trusted_proxy=(), user_cookie="learner", **other)
    answer = Page(told, FakeLrs()).ask("GET", "session", user=None, headers={"Cookie": f"learner={cookie}"})
    return answer.status_code, answer.json()


def signed(said: object, secret: str = COOKIE_SECRET) -> str:
    return str(cookie_serializer((secret,)).dumps(said))


def test_the_session_names_the_learner_as_statements_do(page: Page) -> None:
    answer = page.ask("GET", "session", headers={"X-Experience-API-Version": "", "Origin": ""})
    assert (answer.status_code, answer.json()) == (200, {"actor": actor()})
    assert "no-store" in answer.headers["Cache-Control"]


def test_without_a_name_nobody_is_signed_in(page: Page, fake_lrs: FakeLrs) -> None:
    for user in (None, " ", "a" * 256, "da\tna"):
        assert page.ask("GET", "session", user=user).status_code == 401
    assert page.ask("POST", "statements", [], user=None).status_code == 401
    assert page.ask("GET", "about", user=None).status_code == 401
    assert not fake_lrs.requests


def test_the_header_is_believed_from_trusted_proxies_only(fake_lrs: FakeLrs) -> None:
    networks = options(trusted_proxy=("10.1.0.0/16", "fd00::/8"))
    peers = {"10.1.2.3": 200, "::ffff:10.1.2.3": 200, "fd00::7": 200, "10.2.0.1": 401, "127.0.0.1": 401, "unix": 401}
    found = {peer: Page(networks, fake_lrs, peer=peer).ask("GET", "session").status_code for peer in peers}
    assert found == peers


def test_two_names_are_nobody(page: Page) -> None:
    both = {"x-remote-user": "dana", "X-Remote-User": "colin"}
    answer = page.ask("GET", "session", user=None, headers=both)
    assert answer.status_code == 401


def test_account_names_may_be_of_any_script(page: Page) -> None:
    answer = page.ask("GET", "session", user="Đặng Minh")
    assert answer.json() == {"actor": actor("Đặng Minh")}


def test_a_signed_cookie_says_who_it_is() -> None:
    said = {"user": "dana", "name": "Dana Petrova", "registration": REGISTRATION}
    expected = {"actor": actor(name="Dana Petrova"), "registration": REGISTRATION}
    assert by_cookie(signed(said)) == (200, expected)


def test_the_documentations_own_example_is_a_cookie_that_holds() -> None:
    block = re.search(r"\n((?:    .*\n|\n)*?    cookie = .*\n)", DOCUMENTATION)
    assert block is not None
    said: dict[str, str] = {"cookie_secret": COOKIE_SECRET}
    exec(textwrap.dedent(block[1]), said)
    assert by_cookie(said["cookie"]) == (200, {"actor": actor("48151", name="Dana Petrova")})


def test_the_documentations_cookie_for_other_languages_is_right() -> None:
    told = re.search(r"the secret `(.+?)`, the JSON `(.+?)` and the time (\d+), the cookie is\s`(.+?)`", DOCUMENTATION)
    assert told is not None
    secret, said, at, cookie = told.groups()
    found, signed_at = cookie_serializer((secret,)).loads(cookie, return_timestamp=True)
    assert (found, signed_at.timestamp()) == (json.loads(said), int(at))


@pytest.mark.parametrize(
    "said", [{}, [], "dana", {"user": 7}, {"user": ""}, {"user": "dana", "name": 7}, {"user": "d", "registration": "x"}]
)
def test_a_cookie_that_says_something_else_is_nobody(said: object) -> None:
    assert by_cookie(signed(said))[0] == 401


def test_a_cookie_that_was_changed_or_signed_by_others_is_nobody() -> None:
    good = signed({"user": "dana"})
    forged = good.replace(good.split(".")[0], signed({"user": "colin"}).split(".")[0])
    for cookie in ("", "x", good[:-1], forged, signed({"user": "dana"}, "b" * 40)):
        assert by_cookie(cookie)[0] == 401, cookie


def test_a_cookie_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = signed({"user": "dana"})
    now = time.time()
    for hours, status in ((0.9, 200), (1.1, 401)):
        monkeypatch.setattr("itsdangerous.timed.time.time", lambda then=now + hours * 3600: then)
        assert by_cookie(cookie, cookie_hours=1)[0] == status


def test_a_secret_can_be_changed_while_learners_are_signed_in() -> None:
    said = {"user": "dana"}
    serializer = cookie_serializer(("o" * 40, "n" * 40))
    assert serializer.loads(signed(said, "o" * 40)) == said
    assert cookie_serializer(("n" * 40,)).loads(serializer.dumps(said)) == said
