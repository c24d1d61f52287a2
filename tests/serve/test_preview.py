"""The preview: the course as a web page that reloads itself, or its errors."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import uvicorn

from builder.serve.preview import EVENTS, RELOAD, START, preview
from builder.serve.server import HOST, PortTaken, application, run

SETTINGS = 'id: tea\ntitle: Tea\nlanguage: en-GB\nversion: "1"\niri: https://example.org/tea\n'


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of one page."""
    (tmp_path / "content" / "01-tea").mkdir(parents=True)
    (tmp_path / "course.yaml").write_text(SETTINGS, "utf-8")
    (tmp_path / "content" / "01-tea" / "pot.md").write_text("# Warm the pot\n\nA cold pot steals the heat.\n", "utf-8")
    return tmp_path


def test_a_good_course_is_shown_with_a_script_that_reloads_it(course: Path) -> None:
    shown = preview(course)
    page = shown.files[START].decode()
    assert "A cold pot steals the heat." in page
    assert f'<script src="/{RELOAD}" defer></script>' in page
    assert f'EventSource("/{EVENTS}")' in shown.files[RELOAD].decode()


def test_only_the_preview_may_talk_to_where_it_came_from(course: Path) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', preview(course).files[START].decode())
    assert policy is not None
    assert "connect-src 'self'" in policy[1].replace("&#39;", "'")
    assert "unsafe" not in policy[1]


def test_a_preview_sends_nothing_wherever_the_course_does(course: Path) -> None:
    files = preview(course).files
    (course / "course.yaml").write_text(f"{SETTINGS}outputs: {{html: {{lrs: /xapi}}}}\n", "utf-8")
    assert preview(course).files == files


def test_errors_are_shown_in_the_page_and_go_when_they_are_mended(course: Path) -> None:
    page = course / "content" / "01-tea" / "pot.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n::: <b>\nx\n:::\n", "utf-8")
    shown = preview(course)
    text = shown.files[START].decode()
    assert shown.diagnostics
    assert f"{page.as_posix()}:5:" in text
    assert "<b>" not in text
    assert RELOAD in text
    page.write_text(good, "utf-8")
    assert "A cold pot" in preview(course).files[START].decode()


def test_nothing_is_written_into_the_course(course: Path) -> None:
    before = sorted(course.rglob("*"))
    preview(course)
    assert sorted(course.rglob("*")) == before


@pytest.fixture
def served(course: Path) -> Iterator[HTTPConnection]:
    """A connection to a running preview of the course."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(application(course), log_level="critical", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        connection = HTTPConnection("localhost", listener.getsockname()[1], timeout=20)
        yield connection
        connection.close()
        server.should_exit = True
        thread.join()


def _get(connection: HTTPConnection, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return response, response.read().decode()


def test_the_server_gives_the_files_of_the_preview_and_nothing_else(served: HTTPConnection) -> None:
    page, text = _get(served, "/")
    assert str(page.getheader("content-type")).startswith("text/html")
    assert page.getheader("cache-control") == "no-store"
    script = re.search(r'<script[^>]* src="(assets/player[^"]*)"', text)
    assert script is not None
    assert str(_get(served, f"/{script[1]}")[0].getheader("content-type")).startswith("text/javascript")
    for path in ("/course.yaml", "/../course.yaml", "/%2e%2e/course.yaml", "/content/01-tea/pot.md"):
        assert _get(served, path)[0].status == 404


def test_a_browser_that_asks_for_an_icon_hears_no_error(served: HTTPConnection) -> None:
    assert _get(served, "/favicon.ico")[0].status == 204


def test_the_server_answers_to_this_computer_only(served: HTTPConnection) -> None:
    assert _get(served, "/", Host="attacker.example")[0].status == 400


def test_saving_a_file_announces_a_new_build_to_the_open_page(served: HTTPConnection, course: Path) -> None:
    served.request("GET", f"/{EVENTS}")
    events = served.getresponse()
    assert events.readline() == b"data: 1\n"
    page = course / "content" / "01-tea" / "pot.md"
    page.write_text(page.read_text("utf-8") + "\nUse fresh water.\n", "utf-8")
    assert events.readline() == b"\n"
    assert events.readline() == b"data: 2\n"
    other = HTTPConnection("localhost", served.port, timeout=20)
    assert "Use fresh water." in _get(other, "/")[1]
    other.close()


def test_a_port_that_is_taken_is_a_sentence(course: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTaken, match="name another one with --port"):
            run(course, other.getsockname()[1])
