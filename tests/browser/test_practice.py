"""What all questions share on a page: hints, a limit of tries, how sure the learner is, the way to the answer, and work
that no longer fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Classroom, build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z" fill="#999"/></svg>'
QUESTIONS = """\
# Practice

::: single {#q-sure confidence}
Which reply takes it on?
- (x) I have your file here {#file}
  feedback: It takes it on.
- ( ) We close at five {#close}
  feedback: It sends her away.
- ( ) Please ring again {#again}
  feedback: She has rung before.
explain: Taking it on takes ten seconds.
:::

::: multiple {#q-hints attempts=2 score=each hint-cost=0,25}
Which of these can another person check?

| Who | Where |
|---|---|
| Dana | at the desk |

- [x] ![A call at 16:50](call.svg) {#call}
  feedback: The switchboard has it.
- [x] The file's date: {#date}

  | File | Date |
  |---|---|
  | 1 | 3 March |
  feedback: The file says so.
- [ ] Her mood {#mood}
  feedback: That is a judgement.
hint: Two of them are written down somewhere.
hint: A mood is not.
explain: A note holds what another person could find out.
:::
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("practice")
    page = home / "source" / "content" / "01-start" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text(QUESTIONS, encoding="utf-8")
    (page.parent / "call.svg").write_text(PICTURE, encoding="utf-8")
    (home / "source" / "course.yaml").write_text(SETTINGS, encoding="utf-8")
    return build(home / "source", home / "dist")


def choose(learner: Learner, id: str, *options: str) -> Locator:
    """Ticks these options and no others; gives the question's section."""
    question = learner.find(id)
    section = learner.section(question)
    for option in question["options"]:
        box = section.locator(f"[data-option] input[value='{option['n']}']")
        if option["id"] in options:
            box.check()
        elif box.get_attribute("type") == "checkbox":
            box.uncheck()
    return section


def press(section: Locator, name: str) -> None:
    section.get_by_role("button", name=name).click()


def outcome(section: Locator) -> Locator:
    return section.locator("[data-outcome]")


def test_whoever_was_sure_and_wrong_gets_the_whole_explanation_and_others_must_ask(
    classroom: Classroom, practice: Path
) -> None:
    attempt = classroom.enrol("scorm12", practice)
    learner = classroom.sit(attempt)
    section = choose(learner, "q-sure", "close")
    press(section, "Check answer")
    expect(outcome(section)).to_be_focused()
    expect(outcome(section)).to_have_text("Say how sure you are first, then check it.")
    section.get_by_label("I think so").check()
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("Not correct")
    expect(section.locator("[data-feedback]:visible")).to_have_count(1)
    expect(section.get_by_label("I think so")).to_be_disabled()
    expect(section.get_by_role("button", name="Show the answer")).to_be_hidden()

    press(section, "Try again")
    press(section, "Check answer")
    press(section, "Show the answer")
    expect(outcome(section)).to_be_focused()
    expect(section.locator("[data-feedback]:visible")).to_have_count(3)
    expect(section.locator("[data-mark=missed]")).to_contain_text("I have your file here")
    expect(section.get_by_role("button", name="Show the answer")).to_be_hidden()

    press(section, "Try again")
    expect(section.get_by_role("radio", name="We close at five")).to_be_focused()
    choose(learner, "q-sure", "again")
    section.get_by_label("Sure", exact=True).check()
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("You were sure.")
    expect(section.locator("[data-feedback]:visible")).to_have_count(3)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("q-sure"))
    expect(outcome(section)).to_contain_text("You were sure.")
    expect(section.get_by_label("Sure", exact=True)).to_be_checked()
    press(section, "Try again")
    expect(section.get_by_text("You were sure.")).to_be_hidden()
    choose(learner, "q-sure", "file")
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("Taking it on takes ten seconds.")
    expect(outcome(section)).not_to_contain_text("You were sure.")
    learner.sitting.leave()


def test_hints_cost_what_they_say_and_the_last_try_shows_the_answer(classroom: Classroom, practice: Path) -> None:
    attempt = classroom.enrol("scorm2004", practice)
    learner = classroom.sit(attempt)
    section = learner.section(learner.find("q-hints"))
    press(section, "Show a hint")
    expect(section.locator("[data-hint]:visible")).to_have_text("Hint 1 of 2 Two of them are written down somewhere.")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("q-hints"))
    press(section, "Show a hint (takes 25% off)")
    expect(section.locator("[data-hint]:visible")).to_have_count(2)
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("Give an answer first")
    section.get_by_text("3 March").click()
    expect(section.get_by_role("checkbox", name="The file's date:")).to_be_checked()
    choose(learner, "q-hints", "call")
    expect(section.get_by_role("checkbox", name="A call at 16:50")).to_be_checked()
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("Partly correct (37.5%)")
    expect(outcome(section)).not_to_contain_text("could find out")
    press(section, "Try again")
    expect(section).to_contain_text("Try 2 of 2")
    choose(learner, "q-hints", "call", "mood")
    press(section, "Check answer")
    expect(outcome(section)).to_contain_text("A note holds what another person could find out.")
    expect(outcome(section)).to_contain_text("That was your last try")
    expect(section.locator("[data-mark=missed]")).to_contain_text("3 March")
    expect(section.get_by_role("button")).to_have_count(0)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("q-hints"))
    expect(outcome(section)).to_contain_text("That was your last try")
    expect(section.get_by_role("button")).to_have_count(0)
    learner.sitting.leave()
