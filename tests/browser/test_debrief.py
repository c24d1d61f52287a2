"""The debrief after a play: what it says of each turn, what it keeps closed, and the learner's own words on it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.activities.scenario.scene import TECHNIQUES
from tests.browser.axe import faults
from tests.browser.conftest import ROOT, Classroom, build
from tests.browser.fits import fits, is_whole_when_large, is_whole_when_spaced
from tests.browser.learner import Learner
from tests.course.small import SETTINGS

ID = "irate-candidate"
EXAMPLE = ROOT / "tests" / "activities" / "scenario" / f"{ID}.scene.md"
LABELS = "".join(f"  {id}: {{label: {id.replace('-', ' ').capitalize()}}}\n" for id in TECHNIQUES)
COURSE = f"""\
{SETTINGS}techniques:
{LABELS}\
marking-points: {{MP1: {{text: Listens and shows empathy}}}}
scoring: {{parts: {{{ID}: 100}}}}
completion: {{pages: all, required: [{ID}]}}
outputs: {{scorm12: {{}}, scorm2004: {{}}, html: {{}}}}
"""
COACHED = (
    "  shows: apology, empathy\n",
    """\
  shows: apology, empathy
  weak: questioning
  coach: What did you need on Friday?
  point-of-no-return: true
""",
)
DEFENDED = "Explain that the client decides"
APOLOGISED = "Stop, apologise"
CALM_DOWN = "Tell her, politely but firmly"
SUMMED_UP = "Let her finish"
UNSURE = "Say you do not know yet"
READ = "Ask for two minutes"
PASSED_ON = "Offer to pass her"
AGREED = "Agree one next step"
FAIR = (DEFENDED, APOLOGISED, UNSURE, PASSED_ON)
GOOD = (SUMMED_UP, READ, AGREED)

HEADINGS = "(root) => [...root.querySelectorAll('h2, h3, h4')].map((heading) => Number(heading.localName[1]))"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("debrief")
    content = folder / "source" / "content" / "01-start"
    content.mkdir(parents=True)
    (folder / "source" / "course.yaml").write_text(COURSE, "utf-8")
    (content / "index.md").write_text("# Start\n\nHello.\n", "utf-8")
    # Nobody reads it, so that no play makes the result final, after which all is practice.
    (content / "unread.md").write_text("# More\n\nThere is more.\n", "utf-8")
    (content / f"{ID}.scene.md").write_text(EXAMPLE.read_text("utf-8").replace(*COACHED), "utf-8")
    return build(folder / "source", folder / "dist")


def debrief_of(learner: Learner) -> Locator:
    return learner.section(learner.find(ID)).locator("[data-ending]")


def say(learner: Learner, *choices: str) -> None:
    """Says these one after the other."""
    section = learner.section(learner.find(ID))
    for words in choices:
        section.get_by_role("radio", name=words).check()
        section.get_by_role("button", name="Say this").click()


def play(learner: Learner, *choices: str) -> Locator:
    """Plays to an ending; gives the debrief."""
    say(learner, *choices)
    debrief = debrief_of(learner)
    debrief.get_by_role("heading", name="In your own words").wait_for()
    return debrief


def test_each_turn_is_debriefed_and_what_was_not_seen_stays_closed(classroom: Classroom, course: Path) -> None:
    learner = classroom.open_page(course, ready=False)
    learner.sitting.answer("Keep my work")
    learner.open_scenario(learner.find(ID))
    expect(debrief_of(learner)).to_be_hidden()
    expect(learner.frame.get_by_role("img", name=re.compile("^Map"))).to_have_count(0)
    debrief = play(learner, *FAIR)

    tally = debrief.locator(".tally")
    expect(tally).to_contain_text("Techniques that you showed: 4. Asked for: 2 or more.")
    expect(tally.get_by_role("listitem")).to_have_text(["Empathy", "Honesty", "Apology", "Escalation"])
    first, second, third, fourth = debrief.locator(".timeline > li").all()
    expect(first).to_contain_text("Tension went up")
    expect(first).to_contain_text("There was a stronger choice.")
    expect(first.locator(".stronger")).to_contain_text("Let her finish, then sum up what you heard.")
    expect(first.locator(".stronger")).to_contain_text("Summing up first shows she was heard")
    expect(second.locator(".chips li")).to_have_text(["Apology", "Empathy"])
    expect(second.locator(".coach")).to_contain_text("Tried, but not carried off: Questioning")
    expect(second.locator(".coach")).to_contain_text("How it sounds when it works:")
    expect(second.locator(".coach")).to_contain_text("What did you need on Friday?")
    expect(debrief.get_by_text("From here there was no way back.")).to_have_count(1)
    expect(third).to_contain_text("Ask for two minutes to read her file. (Trust was too low)")
    expect(fourth).to_contain_text("Agree one next step, with a time. (it depends on what happened before)")

    levels = debrief.evaluate(HEADINGS)
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))
    # What was said before and what came back stand with the turn; a choice that is a deed is nobody's words.
    before, after = first.locator(".recalled").all()
    expect(before).to_contain_text("Three weeks! You said Friday")
    expect(after).to_contain_text("I am not interested in your excuses.")
    expect(first.locator(".own")).to_have_text("What you did: Explain that the client decides the timetable.")
    assert faults(learner.sitting.page) == []
    for width, height in ((1280, 800), (600, 400), (320, 640)):
        learner.sitting.page.set_viewport_size({"width": width, "height": height})
        fits(learner.frame, f"the debrief at {width}")
    is_whole_when_spaced(learner.frame, "the debrief")
    is_whole_when_large(learner.frame, "the debrief")

    # The picture and the list say the same, and neither says what the learner has not seen.
    expect(debrief).to_contain_text("Moments that you have seen: 5 of 8. Endings: 1 of 4.")
    places = debrief.locator(".places")
    expect(debrief.locator("svg g.now")).to_have_text(["1", "2", "3", "4", "7"])
    expect(debrief.locator("svg g.never")).to_have_text(["5", "6", "8"])
    expect(places.locator("> li.closed")).to_have_text([f"Moment {n} (an ending, not seen yet)" for n in (5, 6, 8)])
    expect(places.locator("ul > li em.now")).to_have_count(4)
    expect(places).to_contain_text("Ways to moment 5 that you have not taken yet: 1")
    for hidden in ("make sure she gets the next role", "Dana hung up", "Dana stays registered", "A poor ending"):
        expect(debrief).not_to_contain_text(hidden)

    # Who does better sees what they did better than before.
    debrief.get_by_role("button", name="Play again").click()
    play(learner, *GOOD)
    expect(learner.frame.locator("[data-announce]")).to_contain_text("A good ending")
    expect(debrief.get_by_role("heading", name="Your best play before and this one")).to_be_visible()
    turn = debrief.locator("ol.attempts > li").first
    expect(turn).to_have_text(
        re.compile(r"Turn 1\s*Your best play before\s*Explain .*This play\s*Let her finish", re.S)
    )
    learner.sitting.leave()


def test_the_best_play_and_the_latest_stand_side_by_side_where_they_differ(classroom: Classroom, course: Path) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", course))
    learner.open_scenario(learner.find(ID))
    debrief = play(learner, *GOOD)
    side_by_side = debrief.get_by_role("heading", name="Your best play and this one")
    expect(side_by_side).to_have_count(0)

    debrief.get_by_role("button", name="Play again").click()
    play(learner, SUMMED_UP, UNSURE, PASSED_ON)
    expect(side_by_side).to_be_visible()
    expect(debrief).to_contain_text("They are the same up to turn 1.")
    rows = debrief.locator("ol.attempts > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_have_text(
        re.compile(r"Turn 2\s*Your best play\s*Ask for two .*This play\s*Say you do not", re.S)
    )
    ends = debrief.locator("div.attempts .versus > div")
    expect(ends.first).to_contain_text("A good ending")
    expect(ends.first).to_contain_text("100%")
    expect(ends.last).to_contain_text("A fair ending")
    first, last = (each.bounding_box() for each in (ends.first, ends.last))
    assert first and last and first["y"] == last["y"]
    learner.sitting.page.set_viewport_size({"width": 320, "height": 640})
    first, last = (each.bounding_box() for each in (ends.first, ends.last))
    assert first and last and first["x"] == last["x"]
    fits(learner.frame, "two plays at 320")

    # A replay is practice: it is debriefed, and changes neither what counts nor the two that are compared.
    debrief.get_by_role("button", name="Replay from turn 2").click()
    expect(debrief).to_be_hidden()
    play(learner, READ, PASSED_ON)
    expect(debrief.locator(".timeline > li")).to_have_count(3)
    expect(rows).to_have_count(1)
    expect(debrief).to_contain_text("They are the same up to turn 2.")
    expect(debrief).to_contain_text("Endings: 2 of 4.")

    # What an earlier play came to stays on the map, an ending that it came to by itself too.
    debrief.get_by_role("button", name="Play again").click()
    play(learner, CALM_DOWN)
    debrief.get_by_role("button", name="Play again").click()
    play(learner, SUMMED_UP, UNSURE, PASSED_ON)
    expect(debrief.locator("svg g.ever.end")).to_have_text(["6", "8"])
    expect(debrief).to_contain_text("Endings: 3 of 4.")
    learner.sitting.leave()


def test_a_learner_s_own_words_are_kept_as_they_are_told(
    classroom: Classroom, course: Path, standard: str, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, course)
    learner = classroom.sit(attempt)
    learner.open_scenario(learner.find(ID))
    debrief = play(learner, *GOOD)
    travels = standard == "scorm2004"
    kept = "kept with your record in the learning platform" if travels else "stays in this browser on this device"
    box = debrief.get_by_role("textbox", name="Why did you choose what you chose?")
    expect(box).to_have_accessible_description(re.compile(kept))
    box.fill("Because “calm” comes first.")
    long = debrief.get_by_role("textbox", name="What will you do next time?")
    long.fill("é" * 600)
    expect(debrief).to_contain_text("This is too long. Nothing is cut, but it may not be kept until it is shorter.")
    expect(debrief).to_contain_text("about: 100")
    long.fill("é" * 500)
    expect(debrief).not_to_contain_text("This is too long.")
    debrief.get_by_role("button", name="Play again").focus()
    with learner.sitting.page.expect_download() as downloading:
        debrief.get_by_role("button", name="Download a copy").click()
    text = Path(downloading.value.path()).read_text("utf-8")
    assert "Why did you choose what you chose?\n\nBecause “calm” comes first." in text
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    again = classroom.sit(attempt, elsewhere if travels else None)
    again.open_scenario(again.find(ID))
    box = debrief_of(again).get_by_role("textbox", name="Why did you choose what you chose?")
    expect(box).to_have_value("Because “calm” comes first.")
    again.sitting.leave()
