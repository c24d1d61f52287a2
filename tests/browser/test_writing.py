"""Typing words and numbers, writing a few sentences, rating statements: what a learner sees, and what the LMS reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.activities.likert.learner import give as rate
from tests.browser.conftest import Classroom, build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS

PAGE = """\
# Writing

::: fill {#rule typos=1}
Complete the rule.

An access request is answered within one [[month / calendar month]], by [[the agency | the client | nobody]].
wrong: week => That is the first reply.
explain: The clock starts at once.
:::

::: numeric {#days answer=30 unit=days attempts=2}
Within how many days?
wrong: 28 => That is four weeks.
explain: Thirty, from the first day on.
:::

::: short {#first words=5-20 max=60}
What would you say first?
model: You were told Friday.
rubric: It says what happened {#happened}
rubric: It has no "but" {#no-but}
explain: Hearing comes before helping.
:::

::: short {#secret report=false}
Which phrase do you want to lose?
model: As I said before.
:::

::: likert {#today scale="Not yet, Sometimes, Always"}
How often do you do these?
- I let people finish. {#finish}
- I write my note at once. {#note}
:::
"""


def test_a_text_that_nobody_gets_is_not_said_to_be_reported(classroom: Classroom, writing: Path) -> None:
    learner = classroom.open_page(writing, ready=False)
    learner.sitting.answer("Keep my work")
    section, _ = of(learner, "first")
    expect(section.get_by_role("textbox", name="Your text")).to_be_enabled()
    expect(section.get_by_text("goes into the report")).to_be_hidden()


@pytest.fixture(scope="module")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("writing")
    page = folder / "source" / "content" / "01-start" / "writing.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    (folder / "source" / "course.yaml").write_text(
        SETTINGS + "outputs: {scorm12: {}, scorm2004: {}, html: {}}\n", "utf-8"
    )
    return build(folder / "source", folder / "dist")


def of(learner: Learner, id: str) -> tuple[Locator, Locator]:
    """A question and its outcome."""
    section = learner.section(learner.find(id))
    return section, section.locator("[data-outcome]")


def button(section: Locator, name: str) -> Locator:
    return section.get_by_role("button", name=name)


def test_a_gap_says_what_is_wrong_with_this_answer_and_forgives_a_slip(classroom: Classroom, writing: Path) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", writing))
    section, outcome = of(learner, "rule")
    gap = section.get_by_role("textbox", name="Gap 1 of 2: An access request is answered within one \u2026, by ____.")
    listed = section.get_by_role("combobox", name="Gap 2 of 2")
    assert sorted(listed.locator("option").all_inner_texts()[1:]) == ["nobody", "the agency", "the client"]

    gap.fill("Week")
    gap.press("Enter")
    expect(outcome).to_contain_text("Answer every part first")
    listed.select_option("the agency")
    gap.press("Enter")
    expect(outcome).to_contain_text("Partly correct (50%)")
    expect(outcome).to_be_focused()
    expect(section.locator("[data-notes]")).to_have_text("Gap 1 That is the first reply.")
    expect(gap).to_have_accessible_description("Not correct")
    expect(listed).to_have_accessible_description("Correct")
    expect(gap).to_be_disabled()

    button(section, "Try again").click()
    expect(gap).to_be_focused()
    expect(gap).to_have_accessible_description("")
    gap.fill(" monht")
    gap.press("Enter")
    expect(outcome).to_contain_text("Correct")
    expect(section.locator("[data-notes]")).to_have_text("Gap 1 It is spelt \u201cmonth\u201d.")

    button(section, "Try again").click()
    gap.fill("mouse")
    listed.select_option("nobody")
    gap.press("Enter")
    expect(section.locator("[data-notes]")).to_be_hidden()
    button(section, "Show the answer").click()
    expect(section.locator("[data-notes] li")).to_have_text(
        ["Gap 1 The answer is \u201cmonth\u201d.", "Gap 2 The answer is \u201cthe agency\u201d."]
    )
    learner.sitting.leave()


def test_what_is_no_number_is_said_beside_the_field_and_is_no_try(classroom: Classroom, writing: Path) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", writing))
    section, outcome = of(learner, "days")
    field = section.get_by_role("textbox", name="Your answer, in days")
    field.fill("thirty")
    field.press("Enter")
    expect(outcome).to_contain_text("Put right what is marked")
    expect(section.locator("[data-error]")).to_contain_text("cannot be read as one number")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(section).to_contain_text("Try 1 of 2")

    field.fill("28 days")
    expect(section.locator("[data-error]")).to_be_hidden()
    field.press("Enter")
    expect(outcome).to_contain_text("Not correct")
    expect(section).to_contain_text("That is four weeks.")
    expect(section).not_to_contain_text("The answer is")
    button(section, "Try again").click()
    field.fill("31")
    field.press("Enter")
    expect(section).to_contain_text("The answer is 30 days.")
    learner.sitting.leave()


def test_a_text_is_compared_before_it_counts_and_all_of_it_survives_a_break(
    classroom: Classroom, writing: Path, standard: str
) -> None:
    words = "She was told\nFriday — nobody rang."
    attempt = classroom.enrol(standard, writing)
    learner = classroom.sit(attempt)
    section, outcome = of(learner, "first")
    field = section.get_by_role("textbox", name="Your text")
    expect(section).to_contain_text("goes into the report to your training provider")
    field.press("Enter")
    expect(outcome).to_be_hidden()
    field.fill("é" * 31)
    expect(section.locator("[data-error]")).to_contain_text("too long")
    button(section, "Compare my text").click()
    expect(outcome).to_contain_text("Put right what is marked")
    field.fill(words)
    expect(section.locator("[data-count]")).to_have_text("7")
    expect(section.get_by_text("You were told Friday.")).to_be_hidden()
    button(section, "Compare my text").click()
    expect(section.get_by_text("You were told Friday.")).to_be_visible()
    expect(field).not_to_be_editable()
    section.get_by_role("checkbox", name="It says what happened").press("Space")
    learner.sitting.leave()
    assert attempt.interactions == []

    learner = classroom.sit(attempt)
    section, outcome = of(learner, "first")
    expect(section.get_by_role("textbox", name="Your text")).to_have_value(words)
    expect(section.get_by_role("checkbox", name="It says what happened")).to_be_checked()
    button(section, "I have compared").click()
    expect(outcome).to_contain_text("Thank you.")
    expect(outcome).to_contain_text("Hearing comes before helping.")
    button(section, "Change my text").click()
    expect(section.get_by_role("textbox", name="Your text")).to_be_focused()
    expect(section.get_by_role("textbox", name="Your text")).to_be_editable()
    expect(section.locator("[data-compare]")).to_be_hidden()
    section.get_by_role("textbox", name="Your text").fill("She was told Monday.")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section, outcome = of(learner, "first")
    expect(section.get_by_role("textbox", name="Your text")).to_have_value("She was told Monday.")
    expect(outcome).to_be_hidden()
    expect(section.locator("[data-compare]")).to_be_hidden()
    learner.sitting.leave()


def test_what_is_typed_is_kept_when_the_window_goes(classroom: Classroom, writing: Path) -> None:
    attempt = classroom.enrol("scorm2004", writing)
    learner = classroom.sit(attempt)
    of(learner, "rule")[0].get_by_role("textbox").fill("month")
    of(learner, "secret")[0].get_by_role("textbox").fill("Calm down")
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    expect(of(learner, "rule")[0].get_by_role("textbox")).to_have_value("month")
    expect(of(learner, "secret")[0].get_by_role("textbox")).to_have_value("Calm down")
    learner.sitting.leave()


REPORTED: dict[str, dict[str, tuple[str, str]]] = {
    "scorm12": {
        "rule": ("fill-in", "month"),
        "days": ("numeric", "30"),
        "first-text": ("fill-in", "She was told Friday."),
        "first-rubric": ("choice", "b"),
        "secret-text": ("fill-in", ""),
        "today-finish": ("likert", "b"),
        "today-note": ("likert", "c"),
    },
    "scorm2004": {
        "rule": ("fill-in", "{lang=en-GB}month[,]{lang=en-GB}the agency"),
        "days": ("numeric", "30"),
        "first-text": ("long-fill-in", "She was told Friday."),
        "first-rubric": ("choice", "no-but"),
        "secret-text": ("long-fill-in", ""),
        "today-finish": ("likert", "sometimes"),
        "today-note": ("likert", "always"),
    },
}


def test_the_lms_gets_what_was_written_and_nothing_that_was_to_stay_private(
    classroom: Classroom, writing: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, writing)
    learner = classroom.sit(attempt)
    rule, _ = of(learner, "rule")
    rule.get_by_role("combobox").select_option("the agency")
    rule.get_by_role("textbox").fill("month")
    rule.get_by_role("textbox").press("Enter")
    days, _ = of(learner, "days")
    days.get_by_role("textbox").fill("30 days")
    days.get_by_role("textbox").press("Enter")
    first, _ = of(learner, "first")
    first.get_by_role("textbox").fill("She was told Friday.")
    button(first, "Compare my text").click()
    first.get_by_role("checkbox", name='It has no "but"').press("Space")
    button(first, "I have compared").click()
    secret, told = of(learner, "secret")
    expect(secret).to_contain_text("Your text goes into no report.")
    secret.get_by_role("textbox").fill("My own affair")
    button(secret, "Compare my text").click()
    expect(told).to_contain_text("Thank you.")
    today, thanks = of(learner, "today")
    rate(today, learner.find("today"), {"points": [2, 1]})
    button(today, "Send my answers").click()
    expect(thanks).to_contain_text("Thank you.")
    button(today, "Change my answers").click()
    rate(today, learner.find("today"), {"points": [2, 3]})
    button(today, "Send my answers").click()
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    response = "student_response" if standard == "scorm12" else "learner_response"
    latest: dict[str, Any] = {each["id"].rpartition("/")[2]: each for each in attempt.interactions}
    assert latest.keys() == REPORTED[standard].keys()
    for id, (type, given) in REPORTED[standard].items():
        each = latest[id]
        assert each["type"] == type, id
        assert given in each.get(response, ""), id
        assert each["result"] == ("correct" if id in ("rule", "days") else "neutral"), id
    assert "My own affair" not in str(attempt.interactions)
