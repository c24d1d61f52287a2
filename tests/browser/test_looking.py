"""Places on a picture, parts of a text, judgements beside an expert's: what a learner sees and what the LMS reads."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from builder.activities import find_kinds
from tests.activities.compare.learner import give as place
from tests.activities.highlight.learner import give as tick
from tests.activities.hotspot.learner import give as choose
from tests.browser.conftest import Classroom, build
from tests.browser.learner import Data, Learner

SETTINGS = """\
id: looking
title: Looking
language: en-GB
version: 1.0.0
iri: https://example.org/courses/looking
outputs: {scorm12: {}, scorm2004: {}}
"""
PAGE = """\
---
title: Looking
---
::: hotspot {#desk image=desk.svg alt="A desk" score=each}
Where does she listen?
- [x] Hand {#hand rect=57,50,20,18}
  feedback: She writes the caller's words.
- [ ] Feet {#feet rect=26,84,21,12}
  feedback: Nobody listens with their feet.
- [x] Eyes {#eyes rect=38,6,18,26}
  feedback: They look up.
:::

::: highlight {#note by=sentence}
What is opinion?
text: SENTENCES
explain: A note keeps to what was said.
:::

::: compare {#urgent low="Can wait" high="Do first"}
How urgent is each?
- A caller on hold {#hold at=90}
- The weekly report {#report at=10}
explain: Who waits on the line comes first.
:::

::: compare {#first}
What matters most?
1. Hear her {#hear}
2. Find out {#find}
3. Explain {#explain}
explain: First she is heard.
:::
""".replace("SENTENCES", " ".join(f"==Rude {n}.== Rang {n}." for n in range(20)))
QUIZ = """\
---
title: Test
---
:::: quiz {#final attempts=2}
::: compare {#again low="Can wait" high="Do first"}
How urgent is each, again?
- A caller on hold {at=90}
- The weekly report {at=10}
explain: Who waits on the line comes first.
:::
::::
"""


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of a course with such questions."""
    folder = tmp_path_factory.mktemp("looking")
    pages = folder / "source" / "content" / "01-start"
    pages.mkdir(parents=True)
    (pages / "01-looking.md").write_text(PAGE, "utf-8")
    (pages / "02-final-check.md").write_text(QUIZ, "utf-8")
    shutil.copy(find_kinds()["hotspot"].folder / "desk.svg", pages)
    (folder / "source" / "course.yaml").write_text(SETTINGS, "utf-8")
    return build(folder / "source", folder / "dist")


def check(learner: Learner, question: Data) -> Locator:
    section = learner.section(question)
    section.get_by_role("button", name="Check answer").press("Enter")
    return section.locator("[data-outcome]")


def test_a_place_is_chosen_on_the_picture_or_in_the_list_under_one_number(classroom: Classroom, looking: Path) -> None:
    learner = classroom.open_page(looking, "scorm12")
    question = learner.find("desk")
    section = learner.section(question)
    regions, options = section.locator("[data-place]"), section.locator("[data-option]")
    numbers = [region.locator("text").first.text_content() for region in regions.all()]
    assert numbers == ["1", "2", "3"]
    assert [option.locator("b").inner_text() for option in options.all()] == numbers
    assert [region.get_attribute("data-place") for region in regions.all()] == [
        option.get_attribute("data-n") for option in options.all()
    ]
    expect(section.locator("[data-picture] [tabindex], [data-picture] a, [data-picture] button")).to_have_count(0)

    eyes = section.get_by_role("checkbox", name="Eyes")
    regions.first.locator("rect").last.click()
    expect(eyes).to_be_checked()
    expect(regions.first).to_have_attribute("data-chosen", "")
    regions.first.locator("rect").last.click()
    expect(eyes).not_to_be_checked()
    expect(regions.first).not_to_have_attribute("data-chosen", "")
    section.get_by_role("checkbox", name="Feet").press("Space")
    expect(regions.last).to_have_attribute("data-chosen", "")

    regions.first.locator("rect").last.click()
    expect(check(learner, question)).to_contain_text("Not correct")
    assert [region.get_attribute("data-mark") for region in regions.all()] == ["good", "", "poor"]
    assert regions.first.locator("text:visible").all_text_contents() == ["1", "✓"]
    assert regions.last.locator("text:visible").all_text_contents() == ["3", "✗"]
    regions.first.locator("rect").last.click()
    expect(eyes).to_be_checked()


def test_a_statement_is_placed_by_keys_buttons_or_a_press_and_says_where_it_is(
    classroom: Classroom, looking: Path
) -> None:
    learner = classroom.open_page(looking, "scorm12")
    question = learner.find("urgent")
    section, said = learner.section(question), learner.frame.locator("[data-announce]")
    hold, report = (section.get_by_role("slider", name=name) for name in ("A caller on hold", "The weekly report"))

    def row(words: str) -> Locator:
        return section.locator("[data-item]", has_text=words)

    expect(hold).to_have_attribute("aria-valuetext", "Not placed yet")
    expect(check(learner, question)).to_contain_text("Give an answer first")

    hold.click()
    expect(hold).to_have_attribute("aria-valuetext", "In the middle")
    expect(check(learner, question)).to_contain_text("Answer every part first")
    hold.press("End")
    expect(hold).to_have_attribute("aria-valuetext", "Do first")
    expect(row("A caller")).to_contain_text("Do first")
    higher, lower = (section.get_by_role("button", name=f"{way}: The weekly report") for way in ("Higher", "Lower"))
    higher.press("Enter")
    expect(said).to_contain_text("60 of 100, nearer to: Do first")
    lower.press("Enter")
    lower.press("Enter")
    expect(said).to_contain_text("40 of 100, nearer to: Can wait")
    expect(report).to_have_attribute("aria-valuetext", "40 of 100, nearer to: Can wait")

    expert = section.locator("[data-expert]")
    expect(expert.filter(visible=True)).to_have_count(0)
    expect(check(learner, question)).to_contain_text("Partly correct")
    expect(row("A caller")).to_contain_text("The expert: 90 of 100, nearer to: Do first")
    expect(row("A caller")).to_contain_text("As the expert sees it")
    expect(row("The weekly")).to_contain_text("Not as the expert sees it")
    thumb, sign = (row("A caller").locator(place) for place in ("input", "[data-point]"))
    track, mark = thumb.bounding_box(), sign.bounding_box()
    assert track is not None and mark is not None
    assert 0.85 < (mark["x"] - track["x"]) / track["width"] < 0.95
    section.get_by_role("button", name="Try again").press("Enter")
    expect(expert.filter(visible=True)).to_have_count(0)


def test_an_order_is_built_in_a_second_column_without_losing_the_focus(classroom: Classroom, looking: Path) -> None:
    learner = classroom.open_page(looking, "scorm12")
    question = learner.find("first")
    section, said = learner.section(question), learner.frame.locator("[data-announce]")
    left, mine = section.locator("[data-list] > li"), section.locator("[data-ranking] > li")
    assert [item.get_attribute("data-n") for item in left.all()] != ["1", "2", "3"]

    left.filter(has_text="Explain").get_by_role("button", name="Add").press("Enter")
    expect(said).to_contain_text("Explain is now 1 of 1")
    expect(left.get_by_role("button", name="Add").and_(section.locator(":focus"))).to_have_count(1)
    expect(check(learner, question)).to_contain_text("Answer every part first")
    left.filter(has_text="Hear her").get_by_role("button", name="Add").press("Enter")
    up = mine.filter(has_text="Hear her").get_by_role("button", name="Move up")
    up.press("Enter")
    expect(said).to_contain_text("Hear her is now 1 of 2")
    expect(up).to_be_focused()
    mine.filter(has_text="Explain").get_by_role("button", name="Take back").press("Enter")
    expect(said).to_contain_text("Explain was taken back")
    expect(section.locator("button:focus")).to_be_visible()
    for name in ("Explain", "Find out"):
        left.filter(has_text=name).get_by_role("button", name="Add").press("Enter")
    expect(mine.filter(has_text="Find out").get_by_role("button", name="Move up")).to_be_focused()
    assert [item.get_attribute("data-n") for item in mine.all()] == ["1", "3", "2"]

    expect(check(learner, question)).to_contain_text("Partly correct")
    expect(section.locator("[data-expert] li")).to_have_text(["Hear her", "Find out", "Explain"])
    expect(section.get_by_text("To rank")).to_be_hidden()


def test_in_a_quiz_the_experts_places_come_with_the_right_answers(classroom: Classroom, looking: Path) -> None:
    learner = classroom.open_page(looking, "scorm12")
    question = learner.find("again")
    section = learner.section(question)
    experts = section.locator("[data-expert]").filter(visible=True)
    learner.begin_quiz(learner.find("final"))
    place(section, question, {"placed": [1, 1]})
    expect(experts).to_have_count(0)
    learner.send_quiz(learner.find("final"))
    expect(section).to_contain_text("Not as the expert sees it")
    expect(experts).to_have_count(2)


EXPECTED: dict[str, dict[str, Any]] = {
    "scorm12": {
        "desk": ("choice", "{a,b}", "{a,b}"),
        "urgent": ("matching", "{a.j,b.g}", "{a.j,b.b}"),
        "first": ("sequencing", "b,a,c", "a,b,c"),
    },
    "scorm2004": {
        "desk": ("choice", "eyes[,]hand", "eyes[,]hand"),
        "urgent": ("matching", "hold[.]90[,]report[.]60", "hold[.]90[,]report[.]10"),
        "first": ("sequencing", "find[,]hear[,]explain", "hear[,]find[,]explain"),
    },
}


def test_the_lms_gets_every_answer_and_a_learner_who_comes_back_finds_it(
    classroom: Classroom, looking: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, looking)
    learner = classroom.sit(attempt)
    desk, note, urgent, first = (learner.find(id) for id in ("desk", "note", "urgent", "first"))
    choose(learner.section(desk), desk, {"chosen": desk["right"]})
    tick(learner.section(note), note, {"chosen": [1, 2, 39, 40]})
    place(learner.section(urgent), urgent, {"placed": [10, 7]})
    place(learner.section(first), first, {"placed": [2, 1, 3]})
    for question in (desk, note, urgent, first):
        check(learner, question)
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    response = "student_response" if standard == "scorm12" else "learner_response"
    reported = {each["id"].rpartition("/")[2]: each for each in attempt.interactions}
    for id, expected in EXPECTED[standard].items():
        each = reported[id]
        patterns = each["correct_responses"]
        (pattern,) = patterns.values() if isinstance(patterns, dict) else patterns
        assert (each["type"], each[response], pattern["pattern"]) == expected
    assert set(re.split(r"\[,\]|; ", reported["note"][response])) == {"rude-0", "rang-0", "rude-19", "rang-19"}

    learner = classroom.sit(attempt)
    regions = learner.section(learner.find("desk")).locator("[data-place]")
    assert [region.get_attribute("data-mark") for region in regions.all()] == ["good", "good", ""]
    ticked = learner.section(learner.find("note")).locator("input:checked")
    assert [box.get_attribute("value") for box in ticked.all()] == ["1", "2", "39", "40"]
    expect(learner.section(learner.find("urgent")).get_by_role("slider", name="The weekly report")).to_have_value("7")
    mine = learner.section(learner.find("first")).locator("[data-ranking] > li")
    assert [item.get_attribute("data-n") for item in mine.all()] == ["2", "1", "3"]
