"""When the LMS, the network or the browser does not do as it should: the course works, loses nothing and says so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, expect

from tests.browser.conftest import Classroom
from tests.browser.learner import Learner
from tests.browser.lms_server import LmsServer

COMMITS = ("LMSCommit", "Commit")
ENDS = ("LMSFinish", "Terminate")

WATCH = """() => {
  self.statuses = [];
  const place = document.querySelector("[data-status]");
  new MutationObserver(() => {
    statuses.push([place.textContent, place.getAttribute("aria-live") === "polite"]);
    document.documentElement.dataset.refusals = statuses.filter(([text]) => text.startsWith("Not saved")).length;
  }).observe(place, { childList: true });
}"""


QUICKLY = """async (inputs) => {
  for (const input of inputs) {
    input.click();
    await new Promise(requestAnimationFrame);
  }
  return inputs.length;
}"""


def statuses(learner: Learner) -> list[tuple[str, bool]]:
    """What the status line has shown since it was watched, and whether it said it aloud."""
    said: list[tuple[str, bool]] = [(text, aloud) for text, aloud in learner.frame.evaluate("statuses")]
    return said


def check_outcome(learner: Learner, id: str) -> None:
    """The question's feedback is there."""
    question = learner.find(id)
    learner.open_page_of(question)
    expect(learner.section(question).locator("[data-outcome]")).to_be_visible()


def test_answers_whose_commits_fail_are_called_not_saved_until_one_works_and_none_is_lost(
    classroom: Classroom, flagship: Path, standard: str, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.sitting.wait_until_saved()
    learner.frame.evaluate(WATCH)
    attempt.fails = True  # 403, as when the LMS's own session has expired
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved, kept on this device")
    learner.practise(learner.find("q-whats-missing"))
    expect(learner.frame.locator("html")).to_have_attribute("data-refusals", re.compile("[2-9]"))
    said = statuses(learner)
    assert not [text for text, _ in said if text.startswith("Saved")]
    assert [text for text, aloud in said if aloud] == ["Not saved, kept on this device"]
    attempt.fails = False
    learner.sitting.wait_until_saved()
    learner.sitting.expect_error("403")
    learner.sitting.kill()
    learner = classroom.sit(attempt, elsewhere)
    check_outcome(learner, "q-warm-up")
    check_outcome(learner, "q-whats-missing")
    ids = [interaction["id"] for interaction in attempt.interactions]
    assert ids == ["q-warm-up", "q-whats-missing"]
    learner.sitting.leave()


def test_work_done_without_a_connection_is_saved_as_soon_as_it_is_back(
    classroom: Classroom, flagship: Path, context: BrowserContext
) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    learner = classroom.sit(attempt)
    learner.sitting.wait_until_saved()
    before = len(attempt.commits)
    context.set_offline(True)
    learner.open_page("read-the-person")
    learner.practise(learner.find("q-loud"))
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    learner.talk(scenario, turns=1)
    learner.sitting.wait_for_status("Not saved, kept on this device")
    assert len(attempt.commits) == before
    context.set_offline(False)
    learner.sitting.wait_until_saved()
    assert len(attempt.commits) > before
    learner.sitting.expect_error("ERR_INTERNET_DISCONNECTED")
    learner.sitting.leave()


def test_without_an_lms_the_course_works_and_says_that_nothing_is_recorded(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship, offers_api=False)
    learner = classroom.sit(attempt)
    expect(learner.frame.locator("[data-notice=problem]")).to_contain_text(
        "No learning platform was found, so nothing is recorded."
    )
    learner.practise(learner.find("q-warm-up"))
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    learner.talk(scenario, turns=1)
    learner.sitting.wait_for_status("Not saved, kept in this window only")
    learner.open_page("your-account")
    expect(learner.section(learner.find("account"))).to_contain_text("it will be gone when this page is closed")
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    assert learner.current_page() == "start-here"
    # Who else is at this browser is unknown, so nothing of the work may stay in it.
    assert [key for key in learner.frame.evaluate("Object.keys(localStorage)") if "/tab/" not in key] == []
    learner.sitting.leave()


@pytest.fixture
def far(flagship: Path) -> Iterator[LmsServer]:
    """A server on another origin, where an LMS keeps its courses."""
    server = LmsServer()
    yield server
    server.close()


def test_a_course_that_lies_on_another_origin_than_the_lms_says_what_is_wrong_and_works(
    classroom: Classroom, flagship: Path, far: LmsServer
) -> None:
    attempt = classroom.enrol("scorm12", flagship, course_origin=far.origin)
    far.packages = classroom.lms.packages
    learner = classroom.sit(attempt)
    problem = learner.frame.locator("[data-notice=problem]")
    expect(problem).to_contain_text("keeps the course and the learning platform apart, so nothing is recorded")
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved, kept in this window only")
    learner.sitting.leave()


KNOWN = {
    "scorm12": ("cmi.core.lesson_status", "cmi.core.lesson_location", "cmi.core.score.raw", "cmi.suspend_data"),
    "scorm2004": ("cmi.completion_status", "cmi.success_status", "cmi.score.scaled", "cmi.suspend_data"),
}


@pytest.mark.parametrize(
    ("standard", "unknown"),
    [("scorm12", "empty"), ("scorm12", "throws"), ("scorm2004", "undefined"), ("scorm2004", "throws")],
)
def test_an_lms_that_knows_a_handful_of_elements_keeps_the_work_all_the_same(
    classroom: Classroom, flagship: Path, standard: str, unknown: str
) -> None:
    attempt = classroom.enrol(standard, flagship, knows=KNOWN[standard], unknown=unknown)
    learner = classroom.sit(attempt)
    expect(learner.frame.locator("[data-notice=problem]")).to_have_count(0)
    learner.practise(learner.find("q-warm-up"))
    learner.take_quiz(learner.find("final-check"))
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    held = attempt.cmi["core"] if standard == "scorm12" else attempt.cmi
    assert held["lesson_status" if standard == "scorm12" else "completion_status"] == "incomplete"
    assert float(held["score"]["raw" if standard == "scorm12" else "scaled"]) > 0
    learner = classroom.sit(attempt)
    assert learner.current_page() == "check-yourself"
    expect(learner.section(learner.find("final-check")).locator("[data-score]")).to_have_text("100%")
    check_outcome(learner, "q-warm-up")
    learner.sitting.leave()


def test_an_api_that_the_lms_puts_there_late_is_found(classroom: Classroom, flagship: Path, standard: str) -> None:
    attempt = classroom.enrol(standard, flagship, api_after=1000)
    learner = classroom.sit(attempt)
    expect(learner.frame.locator("[data-notice=problem]")).to_have_count(0)
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    assert attempt.cmi["suspend_data"]


def test_skipping_to_the_page_and_turning_it_stay_inside_the_frame(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", flagship))
    page, frame = learner.sitting.page, learner.frame
    address, title = page.url, page.title()
    frame.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(frame.locator("#start-here h1")).to_be_focused()
    frame.locator("#start-here [rel=next]").focus()
    page.keyboard.press("Enter")
    expect(frame.locator("#how-it-works h1")).to_be_focused()
    assert frame.title() == "How it works, and what counts - Managing challenging interactions"
    assert (page.url, page.title()) == (address, title)
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    learner.sitting.leave()


def test_two_windows_with_the_same_course_both_warn(classroom: Classroom, flagship: Path) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    first = classroom.sit(attempt)
    warning = "open in another window too"
    expect(first.frame.locator("[data-notice=second-tab]")).to_have_count(0)
    second = classroom.sit(attempt)
    for learner in (first, second):
        expect(learner.frame.locator("[data-notice=second-tab]")).to_contain_text(warning)
    other = classroom.sit(classroom.enrol("scorm12", flagship, learner="learner-2"))
    other.sitting.wait_until_saved()
    expect(other.frame.locator("[data-notice=second-tab]")).to_have_count(0)
    for learner in (first, second, other):
        learner.sitting.leave()


def test_many_quick_answers_are_few_commits(classroom: Classroom, flagship: Path, standard: str) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.sitting.wait_until_saved()
    quiz = learner.find("final-check")
    learner.begin_quiz(quiz)
    before = len(learner.sitting.calls())
    answers = learner.section(quiz).locator("input").evaluate_all(QUICKLY)
    assert answers > 30
    learner.sitting.wait_until_saved()
    calls = learner.sitting.calls()[before:]
    commits = [call["at"] for call in calls if call["name"] in COMMITS]
    assert 1 <= len(commits) < answers / 4
    assert all(later - earlier > 900 for earlier, later in itertools.pairwise(commits))
    state = learner.sitting.sets("cmi.suspend_data")[-1]
    assert attempt.cmi["suspend_data"] == state
    seen = learner.seen("check-yourself")
    learner.sitting.kill()
    learner = classroom.sit(attempt)
    assert learner.seen("check-yourself") == seen
    learner.sitting.leave()


def test_each_session_reports_its_own_time_and_a_sleeping_device_adds_none(
    classroom: Classroom, flagship: Path, standard: str, context: BrowserContext, elsewhere: BrowserContext
) -> None:
    element = "cmi.core.session_time" if standard == "scorm12" else "cmi.session_time"
    attempt = classroom.enrol(standard, flagship)
    context.clock.install()
    learner = classroom.sit(attempt)
    context.clock.run_for("10:00")
    context.clock.fast_forward("08:00:00")
    learner.open_page("respond")
    learner.sitting.wait_until_saved()
    learner.open_page("six-moves")
    context.clock.run_for(1500)
    first = seconds(learner.sitting.sets(element)[-1])
    assert 600 <= first <= 720
    learner.sitting.leave()
    learner = classroom.sit(attempt, elsewhere)
    learner.open_page("respond")
    learner.sitting.wait_until_saved()
    assert seconds(learner.sitting.sets(element)[-1]) < 60
    learner.sitting.leave()


def seconds(span: str) -> float:
    """A time of SCORM 1.2 (0000:00:00.00) or of SCORM 2004 (PT0H0M0S)."""
    hours, minutes, rest = (
        re.findall(r"[\d.]+", span)
        if ":" in span
        else ((re.search(rf"([\d.]+){unit}", span) or [0, 0])[1] for unit in "HMS")
    )
    return float(hours) * 3600 + float(minutes) * 60 + float(rest)


@pytest.mark.parametrize("start", ["index.html?session=a%20b&lang=xx#nowhere", "index.html?x=#%E0%A4%A"])
def test_whatever_the_lms_adds_to_the_address_or_drops_from_it_the_course_opens(
    classroom: Classroom, flagship: Path, start: str
) -> None:
    assert "?" not in Path(flagship / "scorm12" / "imsmanifest.xml").read_text(encoding="utf-8").partition("?>")[2]
    attempt = classroom.enrol("scorm12", flagship)
    attempt.start = start
    learner = classroom.sit(attempt)
    assert learner.current_page() == "start-here"
    learner.practise(learner.find("q-whats-missing"))
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    attempt.start = "index.html"
    learner = classroom.sit(attempt)
    assert learner.current_page() == "read-the-person"
    expect(learner.section(learner.find("q-whats-missing")).locator("[data-outcome]")).to_be_visible()
    learner.sitting.leave()


def test_a_page_that_comes_back_from_the_back_forward_cache_goes_on_in_the_same_session(
    classroom: Classroom, flagship: Path, standard: str, keeping: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt, keeping)
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_until_saved()
    page = learner.sitting.page
    before = len(attempt.commits)
    page.evaluate("addEventListener('pageshow', (event) => { self.cameBack = event.persisted; })")
    page.goto(f"{classroom.lms.origin}/lms/host.css")
    page.go_back(wait_until="commit")
    page.wait_for_function("self.cameBack")
    assert len(attempt.commits) > before
    assert learner.sitting.calls(*ENDS) == []
    # Playwright has lost the frame; the page has not.
    saved = len(learner.sitting.calls(*COMMITS))
    page.evaluate("frames[0].location.hash = 'read-the-person'")
    page.wait_for_function(
        "(saved) => self.lms.spy.log.filter(({ name }) => /Commit$/.test(name)).length > saved", arg=saved
    )
    page.wait_for_function("/^Saved/.test(frames[0].document.querySelector('[data-status]').textContent)")
    assert page.evaluate("frames[0].document.querySelector('[data-notice=closed]')") is None
    assert learner.sitting.calls(*ENDS) == []
    learner.sitting.leave()


def test_a_page_that_comes_back_after_its_session_was_ended_says_so_and_keeps_work_on_the_device(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.sitting.wait_until_saved()
    turn(learner.frame, "pagehide", persisted=False)
    assert len(learner.sitting.calls(*ENDS)) == 1
    calls = len(learner.sitting.calls())
    turn(learner.frame, "pageshow", persisted=True)
    expect(learner.frame.locator("[data-notice=closed]")).to_contain_text("This session has ended.")
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Session closed: open the course again")
    turn(learner.frame, "pagehide", persisted=False)
    assert len(learner.sitting.calls()) == calls
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    check_outcome(learner, "q-warm-up")
    learner.sitting.leave()


def turn(frame: Frame, name: str, persisted: bool) -> None:
    """What a browser does to a page that goes or comes."""
    frame.evaluate(
        "([name, persisted]) => dispatchEvent(new PageTransitionEvent(name, { persisted }))", [name, persisted]
    )
