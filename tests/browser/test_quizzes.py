"""What a quiz can do, as a learner meets it: draws from a bank, a look before sending, a clock nobody must take."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import faults
from tests.browser.conftest import Classroom, build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS, page

ITEMS = 6
SCORING = """\
misconceptions: {MC1: Reacting is responding, MC2: Notes can wait}
outcomes: [{id: LO1, text: Answers the need, assessed-by: [MC1]}]
scoring: {pass: 50, parts: {drawn: 50, timed: 50}}
completion: {required: [drawn, timed]}
"""
REFUTED = "".join(
    f"::: misconception {{ref={id}}}\nclaim: So.\nwhy: It tempts.\ninstead: Not so.\n:::\n\n" for id in ("MC1", "MC2")
)


def ask(id: str, attributes: str = "") -> str:
    return (
        f"::: single {{#{id} {attributes}}}\nWhich of these belongs to {id}?\n"
        "- (x) This one\n  feedback: Yes.\n- ( ) That one\n  feedback: No, the other.\n:::\n"
    )


def bank(*left_out: int) -> str:
    """Three questions on each misconception, but for those left out."""
    return "".join(ask(f"b{n}", f"mc=MC{1 + n % 2} points=2") for n in range(1, ITEMS + 1) if n not in left_out)


FILES = {
    "course.yaml": SETTINGS + SCORING,
    "banks/calls.md": bank(),
    "content/01-first/practice.md": page("Practice", REFUTED + "".join(ask(f"p{n}") for n in (1, 2, 3))),
    "content/01-first/draws.md": page(
        "Draws",
        ":::: quiz {#drawn attempts=3 review confidence}\n::: draw {bank=calls each=MC1:1,MC2:1 count=3}\n:::\n"
        f"{ask('fixed')}::::\n",
    ),
    "content/01-first/clock.md": page(
        "Clock", f":::: quiz {{#timed attempts=2 minutes=6 pass=100}}\n{ask('t1')}{ask('t2')}::::\n"
    ),
    "content/01-first/step-by-step.md": page(
        "Steps", f":::: quiz {{#steps feedback=each again show=one}}\n{ask('s1')}{ask('s2')}{ask('s3')}::::\n"
    ),
    "content/02-later/later.md": page("Later", "::: recall {from=practice count=2}\n:::\n"),
    "content/02-later/minute.md": page(
        "Minute", f':::: quiz {{#one-minute minutes=1 title="In a minute"}}\n{ask("m1")}::::\n'
    ),
    "content/02-later/missed.md": page("Missed", "::: recall {from=practice missed}\n:::\n"),
}


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds the course, with other files in place of its own; the lock goes on from `after`."""

    def make(name: str, after: Path | None = None, **changed: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        lock = {"ids.lock": (after.parent / "source" / "ids.lock").read_text("utf-8")} if after else {}
        for path, text in {**FILES, **lock, **changed}.items():
            file = folder / "source" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return build(folder / "source", folder / "dist")

    return make


@pytest.fixture(scope="module")
def course(make: Callable[..., Path]) -> Path:
    return make("quizzes")


def press(section: Locator, name: str) -> None:
    section.get_by_role("button", name=name, exact=True).click()


def shown(learner: Learner, id: str) -> list[str]:
    """The ids of the questions on the list of a quiz, in order."""
    return [question["id"] for question in learner.quiz_questions(learner.find(id))]


def sure(learner: Learner, question: str, level: int) -> None:
    learner.section(learner.find(question)).locator(f"[data-sure] input[value='{level}']").check()


def test_what_was_drawn_stays_and_a_second_attempt_is_fresh(classroom: Classroom, course: Path) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("drawn")
    section = learner.section(quiz)
    learner.open_page_of(quiz)
    assert section.locator("[data-questions] .question").count() == 1
    learner.begin_quiz(quiz)
    first = shown(learner, "drawn")
    assert len(first) == 4 and first[3] == "fixed"
    objectives = [learner.find(id)["objectives"][-1] for id in first[:3]]
    assert {"MC1", "MC2"} <= {*objectives}
    learner.choose(learner.find(first[0]), right=True)
    sure(learner, first[0], 3)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    assert shown(learner, "drawn") == first
    expect(learner.section(learner.find(first[0])).locator("[data-options] input:checked")).to_have_count(1)
    learner.choose(learner.find(first[1]), right=False)
    sure(learner, first[1], 3)
    learner.choose(learner.find(first[3]), right=True)
    sure(learner, first[3], 1)
    learner.section(learner.find(first[1])).get_by_label("Look at this again before sending").check()

    press(section, "Send my answers")
    review = section.locator("[data-review]")
    expect(review.get_by_role("heading", name="Before you send")).to_be_focused()
    expect(section.locator("[data-questions]")).to_be_hidden()
    assert review.locator("[data-lines] li").all_inner_texts() == [
        "Question 1: answered",
        "Question 2: answered, look again",
        "Question 3: not answered",
        "Question 4: answered",
    ]
    review.get_by_role("link", name="Question 3").click()
    expect(review).to_be_hidden()
    expect(learner.section(learner.find(first[2])).locator("legend").first).to_be_focused()
    learner.choose(learner.find(first[2]), right=True)
    sure(learner, first[2], 2)
    learner.send_quiz(learner.find("drawn"))

    # Two of the points were missed, of seven.
    expect(section.locator("[data-score]")).to_have_text("71.43%")
    expect(learner.section(learner.find(first[0])).locator("[data-outcome]")).to_contain_text("Points: 2 of 2")
    told = section.locator("[data-calibration]")
    assert [each.split("\t") for each in told.locator("tr").all_inner_texts()] == [
        ["Sure", "1 of 2"],
        ["I think so", "1 of 1"],
        ["A guess", "1 of 1"],
    ]
    expect(told.locator("[data-advice]:visible")).to_have_count(1)
    expect(told).to_contain_text("You were sure of something that is not so.")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    learner.open_page("draws")
    expect(section.locator("[data-level='3']")).to_have_text("1 of 2")
    press(section, "Start attempt 2 of 3")
    second = shown(learner, "drawn")
    assert {*first[:3]} & {*second[:3]} == set()
    expect(section.locator("[data-questions] input:checked")).to_have_count(0)
    expect(section.get_by_text("Attempt 2 of 3", exact=True)).to_be_visible()
    # Whoever gave no answer was sure of none.
    sure(learner, second[0], 3)
    learner.send_quiz(learner.find("drawn"))
    expect(learner.section(learner.find(second[0]))).to_contain_text("Not answered")
    expect(section).not_to_contain_text("That makes it worth a closer look")
    learner.sitting.leave()


def test_a_question_that_is_gone_is_replaced_and_the_learner_is_told(
    classroom: Classroom, course: Path, make: Callable[..., Path]
) -> None:
    attempt = classroom.enrol("scorm12", course)
    learner = classroom.sit(attempt)
    learner.take_quiz(learner.find("drawn"))
    learner.begin_quiz(learner.find("drawn"))
    before = shown(learner, "drawn")
    for id in before[:3]:
        learner.choose(learner.find(id), right=True)
    learner.sitting.leave()

    gone = int(before[0][1:])
    corrected = make("corrected", course, **{"banks/calls.md": bank(gone)})
    classroom.lms.add_package(attempt.package, corrected / "scorm12")
    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    after = shown(learner, "drawn")
    assert {*before[1:3]} < {*after[:3]} and len(after) == 4 and before[0] not in after
    # All were drawn by now: the first attempt's answer to it is no answer in this one.
    (fresh,) = {*after} - {*before}
    assert {learner.find(id)["objectives"][-1] for id in after[:3]} == {"MC1", "MC2"}
    learner.open_page("draws")
    expect(section.locator("[data-told]")).to_contain_text("some of its questions are new")
    expect(section.locator("[data-options] input:checked")).to_have_count(2)
    expect(learner.section(learner.find(fresh)).locator("input:checked")).to_have_count(0)
    learner.sitting.leave()
    # It was told once, and what is drawn now stays.
    learner = classroom.sit(attempt)
    learner.open_page("draws")
    assert shown(learner, "drawn") == after
    expect(learner.section(learner.find("drawn")).locator("[data-told]")).to_be_hidden()
    learner.sitting.leave()


def test_a_time_limit_can_be_declined_outlasts_a_reload_and_sends_what_is_there(
    classroom: Classroom, course: Path
) -> None:
    clock = classroom.context.clock
    clock.install()
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("timed")
    section = learner.section(quiz)
    said = learner.frame.locator("[data-announce]")
    learner.open_page_of(quiz)
    expect(section).to_contain_text("To pass this quiz you need 100%.")
    section.get_by_label("All the time I need").check()
    press(section, "Start")
    expect(section.locator("[data-clock]")).to_be_hidden()
    learner.choose(learner.find("t1"), right=True)
    press(section, "Send my answers")
    dialog = learner.frame.get_by_role("dialog")
    expect(dialog).to_contain_text("No answer yet to question: 2.")
    press(dialog, "Go back")
    expect(learner.section(learner.find("t2")).locator("legend")).to_be_focused()
    learner.send_quiz(quiz)
    expect(section.locator("[data-short]")).to_be_visible()

    # What was chosen is remembered, and can be changed at each start.
    expect(section.get_by_label("All the time I need")).to_be_checked()
    section.get_by_label("6 minutes").check()
    press(section, "Start attempt 2 of 2")
    expect(section.locator("[data-clock]")).to_have_text("Time left: 6:00")
    clock.run_for(61_000)
    expect(said).to_have_text("Minutes left: 5.")
    learner.choose(learner.find("t2"), right=True)
    clock.run_for(59_000)
    expect(section.locator("[data-clock]")).to_contain_text("Time left: 4:0")

    learner.sitting.leave()
    learner = classroom.sit(attempt)
    learner.open_page_of(quiz)
    said = learner.frame.locator("[data-announce]")
    section = learner.section(quiz)
    expect(section.locator("[data-clock]")).to_contain_text("Time left: ")
    clock.run_for(182_000)
    expect(said).to_have_text("Minutes left: 1.")
    expect(section.locator("[data-result]")).to_be_hidden()
    clock.run_for(60_000)
    expect(section.locator("[data-result]")).to_be_visible()
    expect(section.locator("[data-over]")).to_be_visible()
    expect(section.locator("[data-score]")).to_have_text("50%")
    expect(section.locator("[data-spent]")).to_be_visible()
    learner.sitting.leave()


def test_each_question_is_checked_by_itself_and_what_was_missed_comes_back(classroom: Classroom, course: Path) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("steps")
    learner.begin_quiz(quiz)
    section = learner.section(quiz)

    def answer(id: str, right: bool) -> Locator:
        card = learner.section(learner.find(id))
        learner.choose(learner.find(id), right)
        press(card, "Check answer")
        expect(card.locator("[data-outcome]")).to_be_focused()
        return card

    expect(section.locator("[data-place]")).to_have_text("Question 1 of 3")
    expect(section.get_by_role("button", name="Previous question")).to_be_hidden()
    expect(section.get_by_role("button", name="Send my answers")).to_be_hidden()
    card = learner.section(learner.find("s1"))
    press(card, "Check answer")
    expect(card.locator("[data-outcome]")).to_contain_text("Give an answer first")
    card = answer("s1", right=False)
    expect(card.locator("[data-outcome]")).to_contain_text("Points: 0 of 1")
    expect(card.locator("input").first).to_be_disabled()
    section.get_by_role("button", name="Next question").press("Enter")
    expect(learner.section(learner.find("s2")).locator("legend")).to_be_focused()
    expect(card).to_be_hidden()
    answer("s2", right=True)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(quiz)
    learner.open_page_of(quiz)
    expect(section.locator("[data-place]")).to_have_text("Question 3 of 3")
    again = section.get_by_role("button", name="Come back to what you missed")
    expect(again).to_be_hidden()
    answer("s3", right=False)
    again.click()
    expect(section.locator("[data-place]")).to_have_text("Question 1 of 2")
    expect(section.locator("[data-round]")).to_be_visible()
    expect(again).to_be_hidden()
    answer("s1", right=True)
    press(section, "Next question")
    answer("s3", right=False)
    again.click()
    expect(section.locator("[data-place]")).to_have_text("Question 1 of 1")
    learner.send_quiz(quiz)
    # Only first answers count, and they are what is shown.
    expect(section.locator("[data-score]")).to_have_text("33.33%")
    for id, words in (("s1", "Not correct"), ("s2", "Correct"), ("s3", "Not correct")):
        expect(learner.section(learner.find(id)).locator("[data-outcome]")).to_contain_text(words)
    learner.sitting.wait_until_saved()
    reported = [(each["id"], each["result"], each["weighting"]) for each in attempt.interactions]
    assert [(id.split("-")[0], result) for id, result, _ in reported] == [
        ("s1", "incorrect"),
        ("s2", "correct"),
        ("s3", "incorrect"),
        ("s1", "correct"),
        ("s3", "incorrect"),
    ]
    assert [float(weight) for *_, weight in reported] == [1, 1, 1, 0, 0]
    learner.sitting.leave()


def test_what_was_missed_in_practice_comes_back_later_and_the_page_waits_for_it(
    classroom: Classroom, course: Path
) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    for id in ("p1", "p2", "p3"):
        learner.practise(learner.find(id), right=id == "p1")
    learner.open_page("later")
    section = learner.section(learner.find("recall-later"))
    cards = section.locator(".question")
    expect(cards).to_have_count(2)
    assert [each.get_attribute("id") for each in cards.all()] == ["recall-later--p2", "recall-later--p3"]
    link = learner.frame.locator("[data-contents] a[href='#later']")
    expect(link).to_contain_text("not done yet")
    card = cards.first
    expect(card.locator("[data-feedback]:visible, :checked")).to_have_count(0)
    card.get_by_label("This one").check()
    press(card, "Check answer")
    expect(card.locator("[data-outcome]")).to_be_focused()
    expect(card.locator("[data-outcome]")).to_contain_text("Correct")
    # The page that it came from has not changed.
    learner.open_page("practice")
    expect(learner.section(learner.find("p2")).locator("[data-outcome]")).to_contain_text("Not correct")
    learner.sitting.wait_until_saved()
    assert [(each["id"].split("-")[0], each["result"]) for each in attempt.interactions][-1] == ("p2", "correct")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page("later")
    cards = learner.section(learner.find("recall-later")).locator(".question")
    expect(cards.first.locator("[data-outcome]")).to_contain_text("Correct")
    expect(cards.first.locator("input").first).to_be_disabled()
    cards.last.get_by_label("That one").check()
    press(cards.last, "Check answer")
    expect(learner.frame.locator("[data-contents] a[href='#later']")).not_to_contain_text("not done yet")
    learner.sitting.leave()


def test_a_recall_that_is_opened_early_waits_and_says_nothing_that_is_not_so(
    classroom: Classroom, course: Path
) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", course))

    def look(id: str, says: str, questions: int) -> None:
        learner.open_page(id)
        section = learner.section(learner.find(f"recall-{id}"))
        expect(section.get_by_text(says)).to_be_visible()
        expect(section.get_by_text("You have met").locator("visible=true")).to_have_count(min(questions, 1))
        expect(section.locator(".question")).to_have_count(questions)

    early = "nothing to look back on yet"
    for id in ("later", "missed"):
        look(id, early, 0)
    link = learner.frame.locator("[data-contents] a[href='#missed']")
    learner.practise(learner.find("p1"))
    look("missed", early, 0)
    look("later", "You have met these questions", 2)
    learner.practise(learner.find("p2"))
    expect(link).to_contain_text("not done yet")
    learner.practise(learner.find("p3"), right=False)
    look("missed", "You have met these questions", 1)
    learner.sitting.leave()

    learner = classroom.open_page(course, "scorm12")
    for id in ("p1", "p2", "p3"):
        learner.practise(learner.find(id))
    look("missed", "You missed nothing there", 0)
    expect(learner.frame.locator("[data-contents] a[href='#missed']")).not_to_contain_text("not done yet")
    learner.sitting.leave()


def test_what_a_quiz_adds_is_accessible_and_fits_a_phone(classroom: Classroom, course: Path) -> None:
    learner = classroom.open_page(course, "scorm12")
    window = learner.sitting.page

    def examine() -> None:
        assert faults(window) == []
        window.set_viewport_size({"width": 320, "height": 640})
        assert window.evaluate("document.documentElement.scrollWidth") <= 320
        window.set_viewport_size({"width": 1280, "height": 720})

    learner.open_page("clock")
    examine()
    learner.begin_quiz(learner.find("drawn"))
    section = learner.section(learner.find("drawn"))
    for id in shown(learner, "drawn"):
        learner.choose(learner.find(id), right=True)
        sure(learner, id, 1)
    examine()
    press(section, "Send my answers")
    examine()
    press(section, "Send my answers")
    examine()
    learner.begin_quiz(learner.find("steps"))
    examine()
    learner.open_page("later")
    examine()


def test_a_quiz_has_the_name_that_it_was_given_and_counts_a_minute_as_one(course: Path) -> None:
    html = (course / "html" / "index.html").read_text("utf-8")
    assert re.search(r"<h2[^>]*>In a minute</h2>", html) and re.search(r"<h2[^>]*>Quiz</h2>", html)
    assert "One minute; then" in html and "1 minutes" not in html


def test_a_bank_is_no_part_of_the_page(course: Path) -> None:
    html = (course / "html" / "index.html").read_text("utf-8")
    assert "belongs to fixed" in html and "belongs to b1" not in html
