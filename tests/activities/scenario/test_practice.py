"""A play that has ended: its debrief comes in a second script, and any turn of it can be played again as practice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.activities.scenario.conftest import SCENE, Play, Publish, sound

GOOD = ("Ask Sam to write", "Look it up", "Say where it is")


def finish(play: Play) -> tuple[str, ...]:
    play.take_time()
    for words in GOOD:
        play.say(words)
    return play.seen()


def test_a_turn_is_played_again_as_practice_which_is_neither_kept_nor_counted(play: Play) -> None:
    ended = finish(play)
    expect(play.part("practice")).to_be_hidden()
    play.page.get_by_role("button", name="from turn 2").click()
    expect(play.part("practice")).to_be_visible()
    expect(play.part("transcript").locator(".own")).to_have_count(1)
    expect(play.part("meters")).to_contain_text("nearly gone")
    expect(play.page.locator("[data-announce]")).to_contain_text("This play is practice.")
    expect(play.part("transcript").locator(".turn-taken").last).to_be_focused()
    sound(play.page)
    play.say("Write nothing")
    expect(play.part("ending")).to_contain_text("A poor ending")
    expect(play.part("ending")).to_contain_text("This play scores 0%.")
    expect(play.part("ending")).not_to_contain_text("Your best play counts")
    play.come_back()
    assert play.seen() == ended


def test_the_first_turn_can_be_played_again_too(play: Play) -> None:
    finish(play)
    play.page.get_by_role("button", name="from turn 1").click()
    expect(play.part("transcript").locator(".own")).to_have_count(0)
    expect(play.page.get_by_role("radio")).to_have_count(3)


def test_practice_can_be_left_for_the_play_that_counts(play: Play) -> None:
    ended = finish(play)
    play.page.get_by_role("button", name="from turn 3").click()
    play.page.get_by_role("button", name="Leave practice").click()
    expect(play.part("ending").get_by_role("heading", name="How it ended")).to_be_focused()
    expect(play.part("practice")).to_be_hidden()
    assert play.seen() == ended


def test_after_practice_a_play_counts_again(play: Play) -> None:
    play.take_time()
    play.say("Write nothing")
    play.page.get_by_role("button", name="from turn 1").click()
    play.page.get_by_role("radio", name="Look it up").check()
    play.page.get_by_role("button", name="Leave practice").click()
    play.page.get_by_role("button", name="Play again").click()
    expect(play.part("practice")).to_be_hidden()
    play.say("Look it up")
    play.say("Say where it is")
    expect(play.part("ending")).to_contain_text("This play scores 100%. Your best play counts: 100%.")


def test_a_play_that_went_on_in_a_changed_scenario_is_played_again_from_where_it_went_on(
    play: Play, publish: Publish
) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    expect(play.page.locator("[data-status]")).to_contain_text("Saved")
    old, new = "[again max=1] Ask Sam to write in a normal tone. -> opening", "Ask Sam to calm down. -> gone"
    assert old in SCENE
    publish(SCENE.replace(old, new))
    play.page.reload()
    play.wait()
    play.say("Say where it is")
    play.page.get_by_role("button", name="from turn 1").click()
    expect(play.part("transcript")).to_have_text(re.compile(r"^\s*Sam Price:\s+Thanks\. And\?\s*$"))
    expect(play.page.get_by_role("radio", name="Say where it is")).to_be_visible()


@pytest.fixture
def cut_off(context: BrowserContext, url: str) -> Page:
    """A page that cannot fetch the second script."""
    page = context.new_page()
    page.route("**/later.*.js", lambda route: route.abort())
    return page


def test_where_the_debrief_cannot_be_had_the_outcome_stands_and_it_can_be_asked_for_again(
    cut_off: Page, url: str
) -> None:
    play = Play(cut_off, url)
    play.take_time()
    play.say("Look it up")
    play.say("Say where it is")
    expect(play.part("ending")).to_contain_text("A good ending")
    expect(play.part("ending")).to_contain_text("This play scores 100%.")
    expect(play.part("missed")).to_contain_text("The debrief could not be loaded.")
    expect(cut_off.locator("[data-announce]")).to_contain_text("The debrief could not be loaded.")
    sound(cut_off)
    # The request must have failed before the next may pass: it would bring the debrief else.
    with cut_off.expect_event("requestfailed"):
        play.part("retry").click()
    expect(play.part("missed")).to_be_visible()
    cut_off.unroute("**/later.*.js")
    play.part("retry").click()
    expect(play.timeline).to_be_visible()
    expect(play.part("debrief")).to_be_focused()
    expect(play.part("missed")).to_be_hidden()
