"""What stands before the resources: versions, credentials, other origins."""

from __future__ import annotations

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.lrs.ralph_process import AUTHORIZATION
from tests.lrs.server import LrsServer

HEADERS = {"Authorization": AUTHORIZATION, "X-Experience-API-Version": "1.0.3", "Origin": "https://course.example.org"}


def ask(lrs: LrsServer, method: str, path: str, **headers: str | None) -> tuple[int, dict[str, str]]:
    """Headers by their names with underscores; None leaves one out."""
    told: dict[str, str | None] = {**HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection = http.client.HTTPConnection("127.0.0.1", lrs.port)
    connection.request(method, f"/xapi/{path}", headers={name: value for name, value in told.items() if value})
    answer = connection.getresponse()
    answer.read()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}


@pytest.mark.parametrize("version", [None, "0.95", "1.1.0", "2.0.0"])
def test_a_version_that_is_missing_or_not_spoken_is_refused(lrs: LrsServer, version: str | None) -> None:
    status, headers = ask(lrs, "GET", "statements", X_Experience_API_Version=version)
    assert (status, headers["x-experience-api-version"]) == (400, "1.0.3")


def test_any_patch_of_a_version_that_is_spoken_is_taken(lrs: LrsServer) -> None:
    lrs.versions = ("1.0.3", "2.0.0")
    for version, said in (("1.0", "1.0.3"), ("1.0.1", "1.0.3"), ("2.0.0", "2.0.0")):
        status, headers = ask(lrs, "GET", "statements", X_Experience_API_Version=version)
        assert (status, headers["x-experience-api-version"]) == (200, said)


def test_who_does_not_say_who_they_are_learns_about_the_lrs_and_no_more(lrs: LrsServer) -> None:
    assert ask(lrs, "GET", "statements", Authorization=None)[0] == 401
    assert ask(lrs, "GET", "activities/state", Authorization="Basic bm9ib2R5Om5vYm9keQ==")[0] == 401
    assert ask(lrs, "GET", "about", Authorization=None, X_Experience_API_Version=None)[0] == 200


def test_another_origin_reads_what_it_is_let_read(lrs: LrsServer) -> None:
    _, headers = ask(lrs, "GET", "statements")
    assert headers["access-control-allow-origin"] == "https://course.example.org"
    assert "ETag" in headers["access-control-expose-headers"]
    status, headers = ask(lrs, "OPTIONS", "statements", Authorization=None, X_Experience_API_Version=None)
    assert (status, "If-Match" in headers["access-control-allow-headers"]) == (204, True)
    lrs.cors.allowed = False
    assert "access-control-allow-origin" not in ask(lrs, "OPTIONS", "statements")[1]
    assert "access-control-allow-origin" not in ask(lrs, "GET", "statements")[1]


def test_of_a_package_only_its_own_files_are_served(lrs: LrsServer, tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    for file in (package / "index.html", tmp_path / "secret.txt"):
        file.write_text(file.name)
    root = urlsplit(lrs.serve(package)).path

    def status(path: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", lrs.port)
        connection.request("GET", path)
        return connection.getresponse().status

    assert status(f"{root}index.html") == 200
    for path in ("../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", f"{tmp_path}/secret.txt", "", "none.html"):
        assert status(root + path) == 404, path
    assert status("/packages/else/index.html") == 404
