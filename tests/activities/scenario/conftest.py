"""A small course with a scenario, published on a web server, and a learner at it."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from builder.activities.scenario.model import KIND
from builder.build import build_course

SETTINGS = """\
id: small
title: A small course
language: en-GB
version: "1.0.0"
iri: https://example.org/courses/small
techniques:
  honesty: {label: Straight answer}
  empathy: {label: Empathy}
scoring: {parts: {late-parcel: 100}}
completion: {required: [late-parcel]}
outputs: {html: {}}
"""
SCENE = re.findall(r"^```coursewright\n(.*?)^```$", (KIND.folder / "examples.md").read_text("utf-8"), re.M | re.S)[0]

Publish = Callable[[str], None]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Builds the course with this text of its scenario, over the version before it."""
    source, out = tmp_path / "source", tmp_path / "dist"
    (source / "content" / "01-start").mkdir(parents=True)
    (source / "course.yaml").write_text(SETTINGS, "utf-8")
    (source / "content" / "01-start" / "index.md").write_text("# Start\n\nHello.\n", "utf-8")

    def build(scene: str) -> None:
        (source / "content" / "01-start" / "late-parcel.scene.md").write_text(scene, "utf-8")
        built = build_course(source, out)
        assert built.written, built.diagnostics
        shutil.rmtree(tmp_path / "web", ignore_errors=True)
        shutil.copytree(out / "small-html", tmp_path / "web")

    build(SCENE)
    return build


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 600, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def url(tmp_path: Path, publish: Publish) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=tmp_path / "web")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html#late-parcel"
    server.shutdown()
    server.server_close()


class Play:
    """A learner at the scenario's page, whose work is kept on the device."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(url)
        page.get_by_role("dialog").get_by_role("button", name="Keep my work", exact=True).click()
        self.wait()

    def wait(self) -> None:
        self.page.wait_for_selector("html[data-ready]")

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-play] [data-{name}]")

    @property
    def timeline(self) -> Locator:
        """The turns in the debrief, which comes in a second script."""
        return self.part("ending").locator(".timeline")

    def take_time(self) -> None:
        self.page.get_by_role("button", name="Take my time", exact=True).click()

    def say(self, words: str) -> None:
        self.page.get_by_role("radio", name=words).check()
        self.page.get_by_role("button", name="Send this").click()

    def come_back(self) -> None:
        expect(self.page.locator("[data-status]")).to_contain_text("Saved")
        self.page.reload()
        self.wait()

    def seen(self) -> tuple[str, ...]:
        """All that the play shows: transcript, meters, choices, debrief."""
        assert not self.errors
        if self.part("ending").is_visible():
            self.timeline.wait_for()
        parts = [self.part(name) for name in ("transcript", "meters", "options", "ending")]
        return tuple(part.inner_text() if part.is_visible() else "" for part in parts)


@pytest.fixture
def play(context: BrowserContext, url: str) -> Play:
    return Play(context.new_page(), url)


def sound(page: Page) -> None:
    """Axe finds nothing in the page as it stands."""
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
