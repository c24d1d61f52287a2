"""A conversation that goes on by another channel: the page says so, and asks for words of the right kind."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.activities.scenario.scenario import Scenario
from tests.activities.scenario.conftest import SCENE, Play, Publish, sound
from tests.activities.scenario.scene import compiled, read

RUNG = SCENE.replace("sam: Thanks. And?", "channel: phone\nsam: Thanks. And?")


def test_a_node_without_a_channel_has_its_scenarios() -> None:
    scenario: Scenario = compiled(RUNG)
    assert [node.channel for node in scenario.nodes] == [None, "phone", None, None]
    assert scenario.changes_channel
    assert not compiled(SCENE).changes_channel
    assert not compiled(SCENE.replace("sam: Thanks.", "channel: chat\nsam: Thanks.")).changes_channel


@pytest.mark.parametrize(("word", "hint"), [("vidio", "did you mean 'video'?"), ("telepathy", "is no channel:")])
def test_a_channel_that_is_none_is_named_at_its_place(word: str, hint: str) -> None:
    text = RUNG.replace("channel: phone", f"channel: {word}")
    (one,) = read(text)[1]
    assert (one.code, one.span.column, one.span.length) == ("CW277", 10, len(word))
    assert text.splitlines()[one.span.line - 1] == f"channel: {word}"
    assert hint in one.message


def test_the_page_follows_the_channel_and_comes_back_to_it(context: BrowserContext, url: str, publish: Publish) -> None:
    publish(RUNG)
    play = Play(context.new_page(), url)
    play.take_time()
    page, where = play.page, play.page.locator(".scene-place [data-where]")
    expect(where).to_have_text("In a chat")
    expect(page.get_by_role("group", name="What do you write?")).to_be_visible()
    play.say("Look it up")
    for _ in range(2):
        expect(where).to_have_text("On the phone")
        expect(page.get_by_role("group", name="What do you say?")).to_be_visible()
        expect(page.get_by_role("button", name="Say this")).to_be_visible()
        expect(play.part("transcript").get_by_text("On the phone")).to_have_count(1)
        play.come_back()
    sound(page)
    page.get_by_role("radio", name="Say where it is").check()
    page.get_by_role("button", name="Say this").click()
    play.part("again").click()
    expect(where).to_have_text("In a chat")
    expect(page.get_by_role("button", name="Send this")).to_be_visible()
    assert not play.errors
