"""Whole plays of courses that send statements: the LRS holds all that was done, once, in order, by the profile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.launched import Enrolment, wait_until_sent
from tests.browser.learner import Learner
from tests.lrs.server import LrsServer


def play(learner: Learner) -> None:
    """Everything that the small course asks for, right the first time."""
    learner.practise(learner.find("q-first"))
    learner.take_quiz(learner.find("check"))
    scenario = learner.find("late-parcel")
    learner.open_scenario(scenario)
    learner.talk(scenario)


WHOLE = (
    ("initialized", ""),
    ("experienced", "parcels"),
    ("answered", "q-first"),
    ("exited", "parcels"),
    ("experienced", "what-stays"),
    ("answered", "q-angry"),
    ("answered", "q-needs"),
    ("completed", "check"),
    ("exited", "what-stays"),
    ("experienced", "late-parcel"),
    ("responded", "late-parcel-opening"),
    ("responded", "late-parcel-found"),
    ("answered", "late-parcel--ending"),
    ("completed", "late-parcel"),
    ("completed", ""),
    ("passed", ""),
    ("exited", "late-parcel"),
    ("terminated", ""),
)


@pytest.mark.parametrize("format", ["xapi", "html"])
def test_a_whole_play_is_told_once_and_in_order(
    lrs: LrsServer, small: Path, context: BrowserContext, format: str
) -> None:
    enrolment = Enrolment(lrs, small / format)
    learner = enrolment.sit(context)
    play(learner)
    wait_until_sent(learner)
    learner.sitting.leave()
    enrolment.expect(*WHOLE)
    statements = enrolment.check()
    progress = [one["result"]["extensions"] for one in statements if one["verb"]["id"].endswith("/progressed")]
    values = [next(iter(each.values())) for each in progress]
    assert values == sorted(set(values))
    assert all(0 < value < 100 for value in values)


def test_the_flagship_played_on_a_hosted_page_is_all_in_the_lrs(
    lrs: LrsServer, varied: Callable[[str, dict[str, str]], Path], context: BrowserContext
) -> None:
    others = "scorm12: {}\n  scorm2004: {edition: 4}\n  "
    hosted = varied("hosted", {f"{others}html: {{}}": "html: {lrs: launch}", "pages: all": "pages: []"})
    enrolment = Enrolment(lrs, hosted / "html")
    learner = enrolment.sit(context)
    learner.read_everything()
    conversations = [learner.find("irate-candidate"), learner.find("aggressive-client")]
    said = 0
    for scenario in conversations:
        learner.open_scenario(scenario)
        said += len(learner.talk(scenario))
    learner.reflect(learner.find("account"))
    quiz = learner.find("final-check")
    learner.take_quiz(quiz)
    asked = learner.asked(quiz) - {question["id"] for question in learner.practice()}
    wait_until_sent(learner)
    learner.sitting.leave()
    enrolment.wait_for(("terminated", ""))
    enrolment.check()

    told = enrolment.told()
    pages = [page["id"] for page in learner.data["pages"]]
    assert [what for verb, what in told if verb == "experienced"] == pages
    assert sum(verb == "responded" for verb, _ in told) == said
    answered = [what for verb, what in told if verb == "answered"]
    assert len(answered) == len(set(answered))
    assert [id for id in asked if not any(f"{what}-".startswith(f"{id}-") for what in answered)] == []
    for scenario in conversations:
        assert told.count(("completed", scenario["id"])) == 1
    assert told.count(("completed", "final-check")) == 1
    results = [verb for verb, what in told if what == "" and verb not in ("initialized", "terminated")]
    assert results == ["completed", "passed"]
