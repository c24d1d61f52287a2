"""What a scenario leaves behind: reports and objectives in the LMS, evidence to print, notes for the account."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import faults
from tests.browser.conftest import Classroom, build
from tests.browser.fits import fits, is_whole_when_large, is_whole_when_spaced
from tests.browser.learner import Learner
from tests.browser.lms_server import Attempt
from tests.browser.test_debrief import COURSE, EXAMPLE, FAIR, GOOD, ID, debrief_of, play, say

POINTS = "marking-points: {MP1: {text: Listens and shows empathy}"
CHANGES = (
    ("assesses: [MP1]\n", "assesses: [MP1]\nfacts: {next-step: MP2}\n"),
    ("ending: good\n", "ending: good\nfacts: next-step\n"),
)
PROMPTS = ("What happened?", "Which techniques?", "What next?")
ACCOUNT = f"""\
---
title: Your account
---
::: reflection {{#account assesses=MP1 from={ID}}}
{"".join(f"- {prompt}" + chr(10) for prompt in PROMPTS)}:::
"""
EVIDENCE = """\
---
title: Your evidence
---
Some words before it.

::: evidence {#evidence}
Take this with you.
:::
"""
ENDING = f"{ID}--ending"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scenario whose good ending establishes a fact, an account that takes up its notes, and a page of evidence."""
    folder = tmp_path_factory.mktemp("evidence")
    content = folder / "source" / "content" / "01-start"
    content.mkdir(parents=True)
    assert POINTS in COURSE
    settings = COURSE.replace(POINTS, f"{POINTS}, MP2: {{text: Agrees a next step}}")
    settings += "outcomes: [{id: LO1, text: Respond to a need, assessed-by: [MP1]}]\n"
    (folder / "source" / "course.yaml").write_text(settings, "utf-8")
    scene = EXAMPLE.read_text("utf-8")
    for old, new in CHANGES:
        assert old in scene
        scene = scene.replace(old, new)
    (content / f"{ID}.scene.md").write_text(scene, "utf-8")
    (content / "your-account.md").write_text(ACCOUNT, "utf-8")
    (content / "your-evidence.md").write_text(EVIDENCE, "utf-8")
    # Nobody reads it, so that no play makes the result final, after which all is practice.
    (content / "unread.md").write_text("# More\n\nThere is more.\n", "utf-8")
    return build(folder / "source", folder / "dist")


def evidence(learner: Learner) -> Locator:
    """The evidence, once it is there."""
    learner.open_page("your-evidence")
    section = learner.section(learner.find("evidence"))
    section.locator("dl").wait_for()
    return section


def score_told(learner: Learner) -> float:
    """What the page says that this play scores, in per cent."""
    told = debrief_of(learner).get_by_text("This play scores").inner_text()
    found = re.search(r"This play scores ([\d.]+)%", told)
    assert found, told
    return float(found[1])


def objectives(attempt: Attempt) -> dict[str, tuple[str, ...]]:
    """Of each objective its score, and its one status or its two."""
    names = ("status",) if attempt.standard == "scorm12" else ("completion_status", "success_status")
    return {each["id"]: (each["score"]["raw"], *(each[name] for name in names)) for each in attempt.objectives}


def test_the_lms_holds_each_choice_each_ending_and_each_marking_point(
    classroom: Classroom, course: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, course)
    learner = classroom.sit(attempt)
    learner.open_scenario(learner.find(ID))
    say(learner, *FAIR)
    fair = score_told(learner)
    learner.sitting.wait_until_saved()
    still_open = ("incomplete",) if standard == "scorm12" else ("incomplete", "unknown")
    # A fact establishes a marking point or does not: a play's score says nothing of it.
    unscored = {"MP2": ("", *still_open)}
    assert objectives(attempt) == dict.fromkeys(("LO1", "MP1"), (f"{fair:g}", *still_open)) | unscored
    debrief_of(learner).get_by_role("button", name="Play again").click()
    say(learner, *GOOD)
    expect(evidence(learner).locator("dd").first).to_have_text(attempt.name)
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    said = "student_response" if standard == "scorm12" else "learner_response"
    told = [(each["id"], each[said], each["result"]) for each in attempt.interactions]
    parts = [id.removeprefix(f"{ID}-") for id, *_ in told]
    assert parts == ["opening", "defended", "heard", "facts", "-ending", "opening", "heard", "facts", "-ending"]
    endings = [(response, result) for id, response, result in told if id == ENDING]
    words = [
        ("A fair ending", "A manager takes over with a clear handover."),
        ("A good ending", "Dana stays registered, with a call booked for Thursday."),
    ]
    if standard == "scorm12":
        expected = ["; ".join(each) for each in words]
    else:
        expected = ["[,]".join(f"{{lang=en-GB}}{text}" for text in each) for each in words]
    assert endings == [(expected[0], f"{fair / 100:g}"), (expected[1], "1")]
    assert {each["type"] for each in attempt.interactions if each["id"] == ENDING} == {"fill-in"}
    assert objectives(attempt) == dict.fromkeys(("LO1", "MP1"), ("100", *still_open)) | unscored
    if standard == "scorm2004":
        assert [each["description"] for each in attempt.objectives] == [
            f"{{lang=en-GB}}{text}" for text in ("Respond to a need", "Listens and shows empathy", "Agrees a next step")
        ]


def test_the_evidence_says_what_was_shown_and_can_be_printed_by_itself(classroom: Classroom, course: Path) -> None:
    learner = classroom.open_page(course, ready=False)
    learner.sitting.answer("Keep my work")
    section = evidence(learner)
    first, second = section.locator("section").all()
    expect(first).to_have_text(
        re.compile("MP1: Listens.*Three weeks of silence.*not been done yet.*Your account.*not been done yet", re.S)
    )
    expect(section).to_contain_text("It does not say that anybody is competent.")
    expect(section.locator("dd").first).to_have_text("Learner 1")

    learner.open_scenario(learner.find(ID))
    play(learner, *FAIR)
    section = evidence(learner)
    expect(first).to_contain_text("A fair ending")
    expect(first).to_contain_text("Plays that came to an end: 1.")
    expect(second).not_to_contain_text("Facts established")
    learner.open_scenario(learner.find(ID))
    debrief_of(learner).get_by_role("button", name="Play again").click()
    play(learner, *GOOD).get_by_role("textbox", name="What happened?").fill("She shouted.")
    learner.open_page("your-account")
    learner.frame.get_by_text("She shouted.").wait_for()
    assert faults(learner.sitting.page) == []
    learner.reflect(learner.find("account"))
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    # It is made of what is kept: another day shows the same.
    learner = classroom.open_page(course, ready=False)
    learner.sitting.answer("Go on as Learner 1")
    section = evidence(learner)
    first, second = section.locator("section").all()
    expect(first).to_contain_text("A good ending")
    expect(first).to_contain_text("Dana stays registered")
    expect(first).to_contain_text("Best play: 100%. Plays that came to an end: 2.")
    expect(first.get_by_role("listitem")).to_have_text(["Active listening", "Empathy", "Questioning", "Negotiation"])
    expect(first).to_contain_text("This is done.")
    expect(first).not_to_contain_text("Facts established")
    expect(second).to_contain_text("Facts established: Next step.")
    expect(section.locator("dd").nth(1)).to_have_text("A small course, version 1.0.0")

    assert faults(learner.sitting.page) == []
    for width, height in ((1280, 800), (320, 640)):
        learner.sitting.page.set_viewport_size({"width": width, "height": height})
        fits(learner.frame, f"the evidence at {width}")
    is_whole_when_spaced(learner.frame, "the evidence")
    is_whole_when_large(learner.frame, "the evidence")

    learner.frame.evaluate("self.print = () => { self.printed = true; }")
    section.get_by_role("button", name="Print this evidence").click()
    assert learner.frame.evaluate("self.printed")
    learner.sitting.page.emulate_media(media="print")
    expect(section).to_be_visible()
    expect(section.get_by_role("button")).to_have_count(0)
    expect(learner.frame.get_by_text("Some words before it.")).to_be_hidden()
    learner.frame.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(learner.frame.get_by_text("Some words before it.")).to_be_visible()
    learner.sitting.page.emulate_media(media="screen")
    learner.sitting.leave()


def test_notes_from_a_debrief_go_into_the_account_and_overwrite_nothing(
    classroom: Classroom, course: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, course)
    learner = classroom.sit(attempt)
    learner.open_page("your-account")
    section = learner.section(learner.find("account"))
    expect(section).to_contain_text("You have no notes on this yet.")

    learner.open_scenario(learner.find(ID))
    debrief = play(learner, *GOOD)
    for prompt, text in (("What happened?", "She shouted."), ("What will you do next time?", "Ask sooner.")):
        debrief.get_by_role("textbox", name=prompt).fill(text)
    debrief.get_by_role("button", name="Play again").focus()
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page("your-account")
    section = learner.section(learner.find("account"))
    boxes = [section.get_by_role("textbox", name=prompt) for prompt in PROMPTS]
    boxes[0].fill("It began badly.")
    buttons = section.get_by_role("button", name=re.compile("^Add to answer"))
    expect(buttons).to_have_text(["Add to answer 1", "Add to answer 3"])
    expect(section.locator("blockquote")).to_have_text(["She shouted.", "Ask sooner."])
    for button in buttons.all():
        button.press("Enter")
        expect(button).to_be_focused()
    expect(learner.frame.locator("[data-announce]")).to_contain_text("Added to answer 3.")
    buttons.first.press("Enter")
    expect(learner.frame.locator("[data-announce]")).to_contain_text("It is in answer 1 already.")
    expected = ["It began badly.\n\nShe shouted.", "", "Ask sooner."]
    for box, text in zip(boxes, expected, strict=True):
        expect(box).to_have_value(text)
    learner.sitting.page.set_viewport_size({"width": 320, "height": 640})
    fits(learner.frame, "notes at 320")
    learner.sitting.wait_until_saved()
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page("your-account")
    section = learner.section(learner.find("account"))
    for prompt, text in zip(PROMPTS, expected, strict=True):
        expect(section.get_by_role("textbox", name=prompt)).to_have_value(text)
    learner.sitting.leave()
