"""A page that a provider hosts, with a relay on its own origin: the learner who is signed in is the one who learns."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from tincan import Agent

from builder.build import build_course
from tests.browser.launched import LaunchedSitting, short, wait_until_sent
from tests.browser.learner import Learner, course_data
from tests.built import once
from tests.lrs.exchange import Answer, Request
from tests.lrs.ralph_process import PASSWORD, USER
from tests.lrs.server import LrsServer
from tests.relay.asked import HOME, actor
from tests.relay.served import serve

COURSE = "https://example.org/courses/late-parcels"
PATH = "/relay"
KEPT = """() => new Promise((give) => {
  const opened = indexedDB.open("coursewright");
  opened.onsuccess = () => {
    const all = opened.result.transaction("statements").objectStore("statements").getAll();
    all.onsuccess = () => { opened.result.close(); give(all.result.map((entry) => entry.statement.object.id)); };
  };
})"""
"""What the statements that wait on the device are about, whoever said them."""
SMALL_COURSE = Path(__file__).parents[1] / "lrs" / "small_course"


@dataclass
class Provider:
    """A provider's web server: it has the page, knows who is signed in, and passes on what is for the relay."""

    relay: str
    user: str | None = None
    seen: list[Request] = field(default_factory=list)

    def __call__(self, request: Request) -> Answer | None:
        """The relay's answer; None for what is not for it."""
        if not request.path.startswith(f"{PATH}/"):
            return None
        self.seen.append(request)
        dropped = ("x-remote-user", "host", "connection", "content-length", "accept-encoding")
        headers = {name: value for name, value in request.headers.items() if name not in dropped}
        if self.user:
            headers["X-Remote-User"] = self.user
        url = f"{self.relay}{request.path}?{request.query}".rstrip("?")
        try:
            got = httpx.request(request.method, url, headers=headers, content=request.body)
        except httpx.TransportError:
            return Answer(502)
        kept = {name: value for name, value in got.headers.items() if name not in ("content-length", "connection")}
        return Answer(got.status_code, got.content, kept)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, which looks for its relay at PATH."""

    def make(home: Path) -> None:
        shutil.copytree(SMALL_COURSE, home / "course")
        settings = home / "course" / "course.yaml"
        text = settings.read_text(encoding="utf-8").partition("outputs:")[0]
        settings.write_text(f"{text}outputs: {{html: {{lrs: {PATH}}}}}\n", encoding="utf-8")
        build_course(home / "course", home / "dist")

    return next(once(tmp_path_factory, "behind-a-relay", make).glob("*-html"))


@pytest.fixture(scope="module")
def provider(lrs_server: LrsServer) -> Iterator[Provider]:
    told = ("--lrs", lrs_server.endpoint, "--origin", lrs_server.origin, "--course", COURSE, "--home-page", HOME)
    known = ("--user-header", "X-Remote-User", "--trusted-proxy", "127.0.0.1", "--path", PATH)
    with serve(told + known, {"COURSEWRIGHT_LRS_KEY": USER, "COURSEWRIGHT_LRS_SECRET": PASSWORD}) as running:
        yield Provider(running.url)


@pytest.fixture
def context(browser: Browser, provider: Provider, lrs: LrsServer) -> Iterator[BrowserContext]:
    """A browser that several people use; nobody is signed in at first."""
    provider.user = None
    provider.seen.clear()
    lrs.handlers.append(provider)
    with browser.new_context() as context:
        yield context


def account(name: str) -> str:
    """An account that nobody had in earlier tests."""
    return f"{name}-{uuid4()}"


def held(lrs: LrsServer, account: str) -> list[tuple[str, str]]:
    """What the LRS holds of the learner, in short."""
    found = lrs.statements(agent=Agent.from_json(json.dumps(actor(account))))
    assert all(one["actor"] == actor(account) for one in found)
    return [short(one) for one in found]


def sit(context: BrowserContext, url: str, folder: Path) -> Learner:
    return Learner(LaunchedSitting(context, url, framed=False), course_data(folder))


def test_who_is_signed_in_learns_in_their_own_name_and_nobody_elses(
    context: BrowserContext, lrs: LrsServer, provider: Provider, built: Path
) -> None:
    url = f"{lrs.serve(built)}index.html"
    stranger = LaunchedSitting(context, url, framed=False, ready=False)
    stranger.answer("Do not keep it")
    expect(stranger.page.locator("main").get_by_text("You are not signed in")).to_be_visible()
    stranger.page.close()

    dana, colin = account("dana"), account("colin")
    provider.user = dana
    first = sit(context, url, built)
    first.practise(first.find("q-first"))
    wait_until_sent(first)
    assert ("answered", "q-first") in held(lrs, dana)

    # Somebody else signs in, in another window of the same browser: hers says nothing in his name.
    provider.user = colin
    first.take_quiz(first.find("check"))
    first.frame.wait_for_function(f"async () => (await ({KEPT})()).some((id) => id.endsWith('/check'))")
    first.sitting.page.close()
    second = sit(context, url, built)
    expect(second.frame.get_by_text("0 of 5 done").first).to_be_visible()
    assert lrs.wait_until(lambda: held(lrs, colin) == [("initialized", ""), ("experienced", "parcels")])
    kept = second.frame.evaluate(KEPT)
    assert {"q-angry", "q-needs"} <= {id.rpartition("/")[2] for id in kept}
    second.sitting.page.close()

    # She comes back: what waited for her is sent, once, and her work goes on where it was kept.
    provider.user = dana
    third = sit(context, url, built)
    assert lrs.wait_until(lambda: {("completed", "check"), ("resumed", "")} <= set(held(lrs, dana)))
    wait_until_sent(third)
    told = held(lrs, dana)
    assert [told.count(("answered", question)) for question in ("q-first", "q-angry", "q-needs")] == [1, 1, 1]
    assert not {short for short in held(lrs, colin) if short[0] == "answered"}
    assert not any("authorization" in request.headers for request in provider.seen)
    assert {request.headers.get("sec-fetch-site") for request in provider.seen} == {"same-origin"}
