"""A scenario in the browser, on its own web page: what the learner sees, what is kept, and what happens by itself."""

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


def test_a_learner_who_comes_back_finds_the_play_as_it_was(play: Play) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    before = play.seen()
    assert "I'm looking it up now" in before[0]
    assert "Patience: nearly gone" in " ".join(before[1].split())
    play.come_back()
    assert play.seen() == before
    play.say("Say where it is")
    ended = play.seen()
    assert "A good ending" in ended[3]
    play.come_back()
    assert play.seen() == ended


def test_the_debrief_says_what_each_choice_did_and_what_was_stronger(play: Play) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    play.say("Say where it is")
    turns = play.timeline.locator("> li")
    expect(turns).to_have_count(3)
    first, second, _ = turns.all()
    expect(first).to_contain_text("Patience went down, from thin to")
    expect(first).to_contain_text("It is about you")
    expect(first).to_contain_text("There was a stronger choice.")
    expect(first.locator(".stronger")).to_contain_text("Look it up while you say so.")
    expect(second).to_contain_text("you had used it up")
    expect(play.part("ending")).to_contain_text("This play scores 100%. Your best play counts: 100%.")
    expect(play.part("ending").locator("h2")).to_be_focused()
    sound(play.page)


def test_selecting_commits_nothing_and_a_button_without_a_choice_says_so(play: Play) -> None:
    play.take_time()
    play.page.get_by_role("button", name="Send this").click()
    expect(play.part("missing")).to_be_focused()
    play.page.get_by_role("radio", name="Write nothing").check()
    expect(play.part("transcript").locator(".own")).to_have_count(0)
    sound(play.page)


def test_feedback_comes_at_once_where_the_author_asks_for_it(play: Play) -> None:
    play.take_time()
    play.say("Look it up")
    expect(play.part("transcript")).to_contain_text("A small promise that you can keep at once.")
    expect(play.part("transcript")).to_contain_text("No open choice was stronger.")


def test_against_the_clock_a_choice_happens_by_itself_and_the_clock_can_be_taken_away(
    context: BrowserContext, url: str
) -> None:
    page = context.new_page()
    page.clock.install()
    play = Play(page, url)
    page.get_by_role("button", name="Play against the clock").click()
    expect(page.get_by_role("radio")).to_have_count(2)
    page.clock.run_for(29_500)
    expect(play.part("ask")).to_be_visible()
    page.clock.run_for(1_000)
    expect(play.part("ending")).to_contain_text("Sam has closed the window.")
    page.get_by_role("button", name="Play again").click()
    page.get_by_role("button", name="Take my time after all").click()
    expect(page.get_by_role("radio")).to_have_count(3)
    page.clock.run_for(60_000)
    expect(play.part("ask")).to_be_visible()


def test_the_clock_stands_still_while_the_page_is_not_in_view(context: BrowserContext, url: str) -> None:
    page = context.new_page()
    page.clock.install()
    play = Play(page, url)
    page.get_by_role("button", name="Play against the clock").click()
    page.evaluate("location.hash = 'start'")
    expect(play.part("ask")).to_be_hidden()
    page.clock.run_for(120_000)
    page.evaluate("location.hash = 'late-parcel'")
    expect(play.part("ask")).to_be_visible()
    expect(play.part("clock")).to_contain_text(re.compile("30|29"))


def test_after_the_result_is_final_a_play_is_practice_and_not_kept(play: Play) -> None:
    play.page.evaluate("location.hash = 'start'")
    expect(play.part("pace")).to_be_hidden()
    play.page.evaluate("location.hash = 'late-parcel'")
    play.take_time()
    play.say("Look it up")
    play.say("Say where it is")
    ended = play.seen()
    play.come_back()
    play.page.get_by_role("button", name="Play again").click()
    expect(play.part("practice")).to_be_visible()
    play.say("Write nothing")
    expect(play.part("ending")).to_contain_text("This play scores 0%.")
    play.come_back()
    assert play.seen() == ended


def test_a_play_goes_on_in_a_scenario_that_has_changed(play: Play, publish: Publish) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    expect(play.page.locator("[data-status]")).to_contain_text("Saved")
    old, new = "[again max=1] Ask Sam to write in a normal tone. -> opening", "Ask Sam to calm down. -> gone"
    assert old in SCENE
    publish(SCENE.replace(old, new))
    play.page.reload()
    play.wait()
    expect(play.part("moved")).to_be_visible()
    expect(play.part("transcript")).to_have_text(re.compile(r"^\s*Sam Price:\s+Thanks\. And\?\s*$"))
    expect(play.part("meters")).to_contain_text("nearly gone")
    play.say("Say where it is")
    expect(play.part("ending")).to_contain_text("This play scores 100%.")


def test_without_scripts_the_whole_scenario_can_be_read_and_no_key_is_in_it(
    browser: Browser, url: str, tmp_path: Path
) -> None:
    html = (tmp_path / "web" / "index.html").read_text("utf-8")
    for key in ("A small promise", "It is about you", "What did Sam need", "Straight answer"):
        assert key not in html
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    expect(page.locator("[data-story]")).to_be_visible()
    expect(page.locator("[data-play]")).to_be_hidden()
    page.get_by_role("link", name="Look it up while you say so.").click()
    expect(page.locator(":target")).to_contain_text("Thanks. And?")
    context.close()
