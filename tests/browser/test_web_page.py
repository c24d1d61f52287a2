"""The plain web page: no LMS, the work kept on this device if the learner wants it, also opened from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Classroom
from tests.browser.learner import Learner, course_data
from tests.browser.sitting import Sitting
from tests.browser.test_play import play

ASKED = "Keep your work on this device?"


def keep(learner: Learner, name: str = "") -> Learner:
    """The learner wants their work kept, under that name."""
    dialog = learner.frame.get_by_role("dialog", name=ASKED)
    dialog.get_by_label("A name to find it by").fill(name)
    learner.sitting.answer("Keep my work")
    return learner


def reload(learner: Learner) -> None:
    learner.sitting.page.reload()
    learner.sitting.wait_until_ready()


def test_it_asks_once_and_what_is_kept_comes_back_as_it_was(classroom: Classroom, flagship: Path) -> None:
    learner = keep(classroom.open_page(flagship, ready=False), "Amara")
    learner.practise(learner.find("q-whats-missing"), right=False)
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    learner.talk(scenario, turns=2)
    learner.begin_quiz(learner.find("final-check"))
    for question in learner.quiz_questions(learner.find("final-check"))[:3]:
        learner.choose(question, right=True)
    learner.open_page("your-account")
    learner.frame.locator("textarea").first.fill("I said — “hold on”.\nThen I listened.")
    learner.frame.locator("textarea").first.dispatch_event("change")
    before = {
        page: learner.seen(page) for page in ("read-the-person", "irate-candidate", "your-account", "check-yourself")
    }
    learner.sitting.wait_until_saved()
    reload(learner)
    assert learner.current_page() == "check-yourself"
    assert {page: learner.seen(page) for page in before} == before
    learner.sitting.wait_until_saved()
    learner.sitting.kill()

    learner = classroom.open_page(flagship, ready=False)
    expect(learner.frame.get_by_role("dialog")).to_contain_text("Work on this course is kept on this device.")
    learner.sitting.answer("Go on as Amara")
    assert learner.current_page() == "check-yourself"
    assert {page: learner.seen(page) for page in before} == before
    learner.sitting.leave()


def test_what_is_not_kept_is_gone_and_the_page_says_so_before(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, ready=False)
    learner.sitting.answer("Do not keep it")
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved, kept in this window only")
    learner.open_page("your-account")
    expect(learner.section(learner.find("account"))).to_contain_text("it will be gone when this page is closed")
    reload(learner)
    learner.open_page("how-it-works")
    expect(learner.section(learner.find("q-warm-up")).locator("[data-outcome]")).to_be_hidden()
    learner.sitting.wait_for_status("Not saved, kept in this window only")
    assert "work" not in " ".join(learner.frame.evaluate("Object.keys(localStorage)"))
    learner.sitting.leave()


@pytest.mark.parametrize("storage", ["localStorage", "localStorage sessionStorage"])
def test_where_the_browser_has_no_storage_the_page_works_and_says_so(
    classroom: Classroom, flagship: Path, context: BrowserContext, storage: str
) -> None:
    for name in storage.split():
        refuse = (
            f"Object.defineProperty(self, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError'); }} }});"
        )
        context.add_init_script(refuse)
    learner = classroom.open_page(flagship)
    expect(learner.frame.locator("[data-notice=problem]")).to_contain_text(
        "This browser cannot keep your work: it lasts as long as this window is open."
    )
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved, kept in this window only")
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    assert len(learner.talk(scenario, turns=2)) == 2
    learner.sitting.leave()


def test_two_people_at_one_computer_each_have_their_own_work(classroom: Classroom, flagship: Path) -> None:
    first = keep(classroom.open_page(flagship, ready=False), "Amara")
    first.practise(first.find("q-warm-up"))
    first.open_page("your-account")
    first.frame.locator("textarea").first.fill("Amara's own words.")
    first.sitting.leave()

    second = classroom.open_page(flagship, ready=False)
    second.frame.get_by_role("dialog").get_by_role("button", name="Someone else").click()
    keep(second, "Siân")
    assert second.current_page() == "start-here"
    second.open_page("your-account")
    expect(second.frame.locator("textarea").first).to_have_value("")
    second.open_page("six-moves")
    second.sitting.leave()

    for name, page in (("Amara", "your-account"), ("Siân", "six-moves")):
        learner = classroom.open_page(flagship, ready=False)
        learner.sitting.answer(f"Go on as {name}")
        assert learner.current_page() == page
        if name == "Amara":
            expect(learner.frame.locator("textarea").first).to_have_value("Amara's own words.")
        learner.sitting.leave()


def test_it_works_from_a_file(flagship: Path, context: BrowserContext) -> None:
    folder = flagship / "html"
    url = (folder / "index.html").as_uri()
    learner = keep(Learner(Sitting(context, url, framed=False, ready=False), course_data(folder)), "Amara")
    learner.practise(learner.find("q-anxious-signs"))
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    learner.talk(scenario)
    expect(learner.section(scenario).locator("[data-ending]")).to_contain_text("This play scores")
    before = learner.seen("irate-candidate")
    pictures = learner.frame.locator("img")
    assert (
        pictures.evaluate_all("(all) => all.map((each) => each.complete && each.naturalWidth > 0)")
        == [True] * pictures.count()
    )
    learner.sitting.wait_until_saved()
    learner.sitting.kill()
    learner = Learner(Sitting(context, url, framed=False, ready=False), course_data(folder))
    learner.sitting.answer("Go on as Amara")
    assert learner.seen("irate-candidate") == before
    learner.sitting.leave()


def test_back_and_links_go_by_pages_with_title_and_focus(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, ready=False, fragment="#six-moves")
    keep(learner)
    page, frame = learner.sitting.page, learner.frame

    def at(id: str, title: str, focused: bool = True) -> None:
        expect(page).to_have_title(f"{title} - Managing challenging interactions")
        assert learner.current_page() == id
        if focused:
            expect(frame.locator(f"[id='{id}'] h1")).to_be_focused()

    at("six-moves", "Six moves")
    frame.locator("[id='six-moves'] [rel=next]").click()
    at("voice-and-posture", "Voice, face and keyboard")
    frame.locator("[id='voice-and-posture'] [rel=next]").click()
    at("worked-example", "A call, taken apart")
    page.go_back()
    at("voice-and-posture", "Voice, face and keyboard")
    page.go_back()
    at("six-moves", "Six moves")
    page.go_forward()
    at("voice-and-posture", "Voice, face and keyboard")
    frame.evaluate("location.hash = 'q-sum-up'")
    at("six-moves", "Six moves", focused=False)
    expect(frame.locator("#q-sum-up")).to_be_focused()
    page.go_back()
    at("voice-and-posture", "Voice, face and keyboard")
    reload(learner)
    at("voice-and-posture", "Voice, face and keyboard")
    frame.evaluate("location.hash = 'nowhere'")
    assert learner.current_page() == "voice-and-posture"
    learner.sitting.leave()


def test_a_page_that_comes_back_from_the_back_forward_cache_goes_on(
    classroom: Classroom, flagship: Path, keeping: BrowserContext
) -> None:
    classroom.context = keeping
    learner = keep(classroom.open_page(flagship, ready=False))
    learner.practise(learner.find("q-warm-up"))
    page = learner.sitting.page
    page.evaluate("addEventListener('pageshow', (event) => { self.cameBack = event.persisted; })")
    page.goto(f"{classroom.lms.origin}/lms/host.css")
    page.go_back(wait_until="commit")
    page.wait_for_function("self.cameBack")
    learner.practise(learner.find("q-whats-missing"))
    learner.sitting.wait_until_saved()
    expect(learner.frame.locator("[data-notice=closed]")).to_have_count(0)
    reload(learner)
    for id in ("q-warm-up", "q-whats-missing"):
        learner.open_page_of(learner.find(id))
        expect(learner.section(learner.find(id)).locator("[data-outcome]")).to_be_visible()
    learner.sitting.leave()


def test_played_to_a_pass_the_result_is_settled_and_stays(classroom: Classroom, brief: Path) -> None:
    learner = keep(classroom.open_page(brief, ready=False))
    play(learner, well=True)
    result = learner.frame.locator("[data-finish]:visible").first
    expect(result).to_contain_text("You passed with")
    expect(result).to_contain_text("Your result is settled.")
    expect(result).not_to_contain_text("sent")
    words = result.inner_text()
    learner.sitting.wait_until_saved()
    reload(learner)
    expect(learner.frame.locator("[data-finish]:visible").first).to_have_text(words, use_inner_text=True)
    learner.take_quiz(learner.find("final-check"), right=False)
    expect(learner.frame.locator("[data-finish]:visible").first).to_have_text(words, use_inner_text=True)
    learner.sitting.leave()
