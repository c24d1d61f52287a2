"""Whole plays of courses that send statements: the LRS holds all that was done, once, in order, by the profile."""

from __future__ import annotations

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
