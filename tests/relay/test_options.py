"""A wrong or missing setting is one clear line and exit status 2."""

from __future__ import annotations

import socket
from collections.abc import Mapping

import pytest
from typer.testing import CliRunner

from builder.cli import app
from builder.relay.options import WrongSetting, settings
from builder.relay.settings import CookieIdentity, HeaderIdentity
from tests.relay.asked import ENVIRONMENT, options

COOKIE: dict[str, object] = {"user_header": "", "trusted_proxy": (), "user_cookie": "learner"}


def without(name: str, **other: str) -> dict[str, str]:
    return {**{key: value for key, value in ENVIRONMENT.items() if key != name}, **other}


@pytest.mark.parametrize(
    ("change", "environment", "says"),
    [
        ({"lrs": ""}, ENVIRONMENT, "--lrs is missing"),
        ({"lrs": "lrs.example.org/xapi"}, ENVIRONMENT, "--lrs is no web address"),
        ({"lrs": "https://lrs.example.org:x/"}, ENVIRONMENT, "--lrs is no web address"),
        ({"lrs": "https://[::1/"}, ENVIRONMENT, "--lrs is no web address"),
        ({"lrs": "https://me:secret@lrs.example.org/"}, ENVIRONMENT, "--lrs must hold no user and password"),
        ({"lrs": "https://lrs.example.org/?key=x"}, ENVIRONMENT, "--lrs must end with the endpoint's path"),
        ({}, without("COURSEWRIGHT_LRS_KEY"), "COURSEWRIGHT_LRS_KEY is missing"),
        ({}, without("COURSEWRIGHT_LRS_SECRET"), "COURSEWRIGHT_LRS_SECRET is missing"),
        ({}, {**ENVIRONMENT, "COURSEWRIGHT_LRS_KEY": "a:b"}, "COURSEWRIGHT_LRS_KEY has a colon"),
        ({}, {**ENVIRONMENT, "COURSEWRIGHT_LRS_AUTHORIZATION": "Bearer x"}, "not both"),
        ({}, {"COURSEWRIGHT_LRS_AUTHORIZATION": "Bearer x\r\n"}, "characters that a header can't have"),
        ({"origin": ""}, ENVIRONMENT, "--origin is missing"),
        ({"origin": "https://learn.example.org/course"}, ENVIRONMENT, "--origin is no origin"),
        ({"origin": "learn.example.org"}, ENVIRONMENT, "--origin is no origin"),
        ({"course": ()}, ENVIRONMENT, "--course is missing"),
        ({"course": ("logs",)}, ENVIRONMENT, "--course is no absolute IRI"),
        ({"home_page": ""}, ENVIRONMENT, "--home-page is missing"),
        ({"home_page": "example"}, ENVIRONMENT, "--home-page is no absolute IRI"),
        ({"listen": "8400"}, ENVIRONMENT, "--listen is no address"),
        ({"listen": "127.0.0.1:99999"}, ENVIRONMENT, "--listen is no address"),
        ({"path": "xapi"}, ENVIRONMENT, "--path is no path"),
        ({"path": "/"}, ENVIRONMENT, "--path is no path"),
        ({"path": "/../xapi"}, ENVIRONMENT, "--path is no path"),
        ({"path": "/{x}"}, ENVIRONMENT, "--path is no path"),
        ({"user_header": ""}, ENVIRONMENT, "give --user-header or --user-cookie"),
        ({"user_cookie": "learner"}, ENVIRONMENT, "not both"),
        ({"user_header": "X Remote"}, ENVIRONMENT, "--user-header is no header's name"),
        ({"trusted_proxy": ()}, ENVIRONMENT, "--trusted-proxy is missing"),
        ({"trusted_proxy": ("nginx",)}, ENVIRONMENT, "--trusted-proxy is no address"),
        ({"trusted_proxy": ("0.0.0.0/0",)}, ENVIRONMENT, "--trusted-proxy must not be every address"),
        ({**COOKIE, "trusted_proxy": ("127.0.0.1",)}, ENVIRONMENT, "--trusted-proxy goes with --user-header"),
        ({**COOKIE, "user_cookie": "a b"}, ENVIRONMENT, "--user-cookie is no cookie's name"),
        (COOKIE, without("COURSEWRIGHT_COOKIE_SECRET"), "COURSEWRIGHT_COOKIE_SECRET is missing"),
        (COOKIE, {**ENVIRONMENT, "COURSEWRIGHT_COOKIE_SECRET": "short"}, "must have 32 characters or more"),
        (COOKIE, {**ENVIRONMENT, "COURSEWRIGHT_COOKIE_SECRET_OLD": "short"}, "must have 32 characters or more"),
    ],
)
def test_a_wrong_setting_is_named(change: dict[str, object], environment: Mapping[str, str], says: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        settings(options(**change), environment)
    said = str(wrong.value)
    assert says in said
    assert "\n" not in said
    assert "secret@" not in said and "the-secret" not in said


def test_good_settings_are_understood() -> None:
    told = settings(options(origin="HTTPS://Learn.Example.org:443/", listen="[::1]:0"), ENVIRONMENT)
    assert (told.lrs, told.origin) == ("https://lrs.example.org/xapi/", "https://learn.example.org")
    assert (told.host, told.port) == ("::1", 0)
    assert isinstance(told.identity, HeaderIdentity)
    by_cookie = settings(options(**COOKIE, cookie_hours=2), {**ENVIRONMENT, "COURSEWRIGHT_COOKIE_SECRET_OLD": "o" * 32})
    assert by_cookie.identity == CookieIdentity(
        "learner", ("o" * 32, ENVIRONMENT["COURSEWRIGHT_COOKIE_SECRET"]), 2 * 3600
    )
    bearer = settings(options(), {"COURSEWRIGHT_LRS_AUTHORIZATION": "Bearer x"})
    assert bearer.authorization == "Bearer x"


def command(*arguments: str) -> tuple[int, str]:
    """What `coursewright relay` says to stderr, in its tests' environment."""
    ran = CliRunner(env=ENVIRONMENT).invoke(app, ["relay", *arguments])
    return ran.exit_code, ran.stderr


def test_the_command_stops_with_a_line() -> None:
    code, said = command("--lrs", "https://me:pass@lrs.example.org/")
    assert code == 2
    assert said.splitlines() == [
        "coursewright: --lrs must hold no user and password: "
        "set COURSEWRIGHT_LRS_KEY and COURSEWRIGHT_LRS_SECRET in the environment"
    ]


def test_a_port_that_is_taken_is_a_line_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        told = ["--origin", "https://a.example", "--course", "https://a.example/c", "--home-page", "https://a.example"]
        code, said = command(*told, "--lrs", "https://l.example/", "--user-cookie", "learner", "--listen", listen)
    assert code == 2
    assert said.splitlines() == [f"coursewright: --listen {listen} can't be listened on: Address already in use"]
