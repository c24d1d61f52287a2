"""Bad input from a launch or an LRS: the course goes on, says one true sentence and keeps what it could not send."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.conftest import ROOT, build
from tests.browser.launched import Enrolment, LaunchedSitting, Told, wait_until_sent
from tests.browser.learner import Learner, course_data
from tests.lrs import faults
from tests.lrs.exchange import LRS_PATH, Answer, Request
from tests.lrs.server import LrsServer

BEGUN = (("initialized", ""), ("experienced", "parcels"))
ANSWERED = ("answered", "q-first")
NOTHING = {"endpoint": None, "auth": None, "actor": None, "registration": None}
SECURE = "https://course.example.org"


def expect_notice(learner: Learner, *sentences: str) -> None:
    """The page's notices say exactly these, one each."""
    notices = learner.frame.locator("[data-notices]")
    for sentence in sentences:
        expect(notices).to_contain_text(sentence)
    expect(notices.locator(":scope > *")).to_have_count(len(sentences))


def works(learner: Learner) -> None:
    """A question can be answered."""
    learner.practise(learner.find("q-first"))


def serve_securely(context: BrowserContext, folder: Path) -> None:
    """The package as it would be at SECURE."""

    def fulfil(route: Route) -> None:
        route.fulfill(path=folder / urlsplit(route.request.url).path.lstrip("/"))

    context.route(f"{SECURE}/**", fulfil)


@pytest.mark.parametrize(
    ("launch", "sentence"),
    [
        (NOTHING, "was not opened from a learning platform"),
        ({"actor": {"name": "Nobody"}}, "The link that opened this course is damaged"),
        ({"secure": True}, "an address that is not secure"),
    ],
    ids=["not launched", "an actor who is nobody", "http in https"],
)
def test_a_launch_that_says_too_little_leaves_the_work_on_the_device(
    lrs: LrsServer, small: Path, context: BrowserContext, launch: dict[str, object], sentence: str
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    if "secure" in launch:
        serve_securely(context, enrolment.folder)
        url = f"{SECURE}/index.html?{urlsplit(enrolment.url()).query}"
    else:
        url = enrolment.url(**launch)
    learner = Learner(LaunchedSitting(context, url, framed=False, ready=False), course_data(enrolment.folder))
    learner.sitting.answer("Do not keep it")
    expect_notice(learner, sentence)
    works(learner)
    learner.sitting.leave()
    assert [path for path in asked if path.startswith(LRS_PATH)] == []


def test_an_endpoint_without_a_slash_and_an_actor_of_old_are_understood(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    old = Enrolment(lrs, small / "xapi", actor={"name": ["Amara Okafor"], "mbox": ["mailto:amara@example.org"]})
    learner = old.sit(context, endpoint=lrs.endpoint.rstrip("/"))
    wait_until_sent(learner)
    expect_notice(learner)
    old.expect(*BEGUN)
    assert old.statements()[0]["actor"] == {"name": "Amara Okafor", "mbox": "mailto:amara@example.org"}
    learner.sitting.leave()


def test_a_login_page_in_place_of_the_lrs_is_called_so_and_all_is_sent_when_it_is_gone(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    with lrs.faults.lasting("*", faults.html()):
        learner = enrolment.sit(context)
        works(learner)
        expect(learner.frame.locator("[data-notices]")).to_contain_text("sign in to the network first")
    wait_until_sent(learner)
    expect_notice(learner)
    enrolment.expect(*BEGUN, ANSWERED)
    learner.sitting.leave()


@pytest.mark.parametrize(
    ("body", "begun"),
    [
        ('{"format": 99, "attempt": "x", "state": "new"}', (BEGUN[0], ("resumed", ""), BEGUN[1])),
        ("not ours", BEGUN),
    ],
    ids=["newer", "not ours"],
)
def test_a_state_that_cannot_be_read_is_told_and_left_as_it_is(
    lrs: LrsServer, small: Path, context: BrowserContext, body: str, begun: tuple[Told, ...]
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    store = lrs.documents.answer

    def keep(request: Request) -> None:
        """Puts the document where the course looks for its own, at its first look."""
        if request.name == "GET activities/state" and store(request).status == 404:
            headers = {**request.headers, "if-none-match": "*", "content-type": "application/json"}
            kind = {} if body.startswith("{") else {"content-type": "text/plain"}
            assert store(Request("PUT", request.path, request.query, headers | kind, body.encode())) == Answer(204)

    lrs.handlers.append(keep)
    learner = enrolment.sit(context)
    works(learner)
    expect(learner.frame.locator("[data-notices]")).to_contain_text("left as it is")
    enrolment.expect(*begun, ANSWERED)
    learner.sitting.leave()
    held = lrs.documents.find("activities/state", "coursewright")
    assert [document.body for document in held if document.body == body.encode()] == [body.encode()]


def test_a_clock_that_is_a_year_off_is_told_and_nothing_is_lost(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    context.clock.install(time=datetime.now(UTC) - timedelta(days=365))
    learner = enrolment.sit(context)
    works(learner)
    expect_notice(learner, "The clock of this device is wrong")
    enrolment.expect(*BEGUN, ANSWERED)
    enrolment.check()
    learner.sitting.leave()


@pytest.fixture(scope="module")
def far(lrs_server: LrsServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course for an LRS on another origin, which its author named."""
    folder = tmp_path_factory.mktemp("far")
    shutil.copytree(ROOT / "tests" / "lrs" / "small_course", folder / "source")
    settings = folder / "source" / "course.yaml"
    text = settings.read_text(encoding="utf-8")
    changed = text.replace("xapi: {}, html: {lrs: launch}", f"xapi: {{endpoints: ['{lrs_server.origin}']}}")
    assert changed != text
    settings.write_text(changed, encoding="utf-8")
    return build(folder / "source", folder / "dist") / "xapi"


def test_another_origin_that_refuses_is_told_and_hides_no_document_from_the_course(
    lrs: LrsServer, far: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, far)
    lrs.cors.allowed = False
    learner = enrolment.sit(context, far=True)
    works(learner)
    expect(learner.frame.locator("[data-notices]")).to_contain_text("Answers cannot be sent at the moment")
    lrs.cors.allowed = True
    lrs.cors.read = ()  # no ETag: what was read is known by its digest
    wait_until_sent(learner)
    learner.open_page("what-stays")
    wait_until_sent(learner)
    enrolment.expect(*BEGUN, ANSWERED, ("exited", "parcels"), ("experienced", "what-stays"))
    puts = lrs.requests("PUT activities/state")
    assert all("if-match" in put.headers or "if-none-match" in put.headers for put in puts)
    expect(learner.frame.locator("[data-sends-to]")).to_contain_text("Your answers are sent to 127.0.0.1")
    learner.sitting.leave()
    enrolment.check()
