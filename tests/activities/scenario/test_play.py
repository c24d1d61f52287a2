"""A scenario in the browser, on its own web page: what the learner sees, what is kept, and what happens by itself."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from tests.activities.scenario.conftest import SCENE, Play, Publish, sound


def test_nobody_reads_on_while_they_are_asked_whether_to_keep_their_work(context: BrowserContext, url: str) -> None:
    page = context.new_page()
    page.goto(url)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("[data-story]")).to_be_hidden()


def test_a_learner_who_comes_back_finds_the_play_as_it_was(play: Play) -> None:
    play.page.set_viewport_size({"width": 600, "height": 400})
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    before = play.seen()
    assert "I'm looking it up now" in before[0]
    assert "Patience: nearly gone" in " ".join(before[1].split())
    play.come_back()
    assert play.seen() == before
    turn = play.part("transcript").locator(".turn-taken").last
    expect(turn).to_be_in_viewport()
    expect(play.page.get_by_role("heading", level=1)).to_be_focused()
    play.page.evaluate("location.hash = 'start'")
    expect(turn).to_be_hidden()
    play.page.evaluate("location.hash = 'late-parcel'")
    expect(turn).to_be_in_viewport()
    play.say("Say where it is")
    ended = play.seen()
    assert "A good ending" in ended[3]
    play.come_back()
    assert play.seen() == ended


def test_the_debrief_says_what_each_choice_did_and_what_was_stronger(play: Play) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    play.say("Say where it is")
    turns = play.timeline.locator("> li")
    expect(turns).to_have_count(3)
    first, second, _ = turns.all()
    expect(first).to_contain_text("Patience went down, from thin to")
    expect(first).to_contain_text("It is about you")
    expect(first).to_contain_text("There was a stronger choice.")
    expect(first.locator(".stronger")).to_contain_text("Look it up while you say so.")
    expect(second).to_contain_text("you had used it up")
    expect(play.part("ending")).to_contain_text("This play scores 100%. Your best play counts: 100%.")
    expect(play.part("ending").locator("h2")).to_be_focused()
    sound(play.page)


def test_selecting_commits_nothing_and_a_button_without_a_choice_says_so(play: Play) -> None:
    play.take_time()
    play.page.get_by_role("button", name="Send this").click()
    expect(play.part("missing")).to_be_focused()
    play.page.get_by_role("radio", name="Write nothing").check()
    expect(play.part("transcript").locator(".own")).to_have_count(0)
    sound(play.page)


def test_in_a_small_frame_what_is_new_comes_into_view_whole(play: Play) -> None:
    play.page.set_viewport_size({"width": 600, "height": 400})
    play.take_time()
    for words in ("Ask Sam to write", "Look it up"):
        play.say(words)
        turn = play.part("transcript").locator(".turn-taken").last
        expect(turn).to_be_focused()
        box = turn.bounding_box()
        assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 400


def test_where_there_is_room_what_is_new_and_what_can_be_said_are_in_view_together(play: Play) -> None:
    play.page.set_viewport_size({"width": 600, "height": 900})
    play.take_time()
    play.say("Ask Sam to write")
    expect(play.part("transcript").locator(".turn-taken").last).to_be_in_viewport(ratio=1)
    expect(play.part("ask")).to_be_in_viewport(ratio=1)


def test_feedback_comes_at_once_where_the_author_asks_for_it(play: Play) -> None:
    play.take_time()
    play.say("Look it up")
    expect(play.part("transcript")).to_contain_text("A small promise that you can keep at once.")
    expect(play.part("transcript")).to_contain_text("No open choice was stronger.")


def test_what_somebody_with_experience_thinks_stands_above_the_choices_of_its_moment(
    context: BrowserContext, url: str, publish: Publish
) -> None:
    line = "sam [in capitals]: WHERE IS MY PARCEL?"
    assert line in SCENE
    publish(SCENE.replace(line, f"{line}\nthinking: He wants a *place*, not a tone."))
    play = Play(context.new_page(), url)
    play.take_time()
    expect(play.part("thinking")).to_contain_text("He wants a place, not a tone.")
    expect(play.part("thinking").locator("em")).to_have_text("place")
    assert play.part("thinking").locator("details").evaluate("(note) => note.open")
    above = "(note) => !!(note.compareDocumentPosition(note.closest('form').querySelector('fieldset')) & 4)"
    assert play.part("thinking").evaluate(above)
    sound(play.page)
    play.say("Ask Sam to write")
    assert play.part("thinking").locator("details").evaluate("(note) => note.open")
    # In a low frame it is folded, so that there is room for a choice.
    play.page.set_viewport_size({"width": 600, "height": 400})
    play.come_back()
    assert not play.part("thinking").locator("details").evaluate("(note) => note.open")
    play.say("Look it up")
    expect(play.part("thinking")).to_be_hidden()


def test_a_picture_stands_above_the_lines_of_its_moment(
    context: BrowserContext, url: str, publish: Publish, tmp_path: Path
) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    (tmp_path / "source" / "content" / "01-start" / "chat.svg").write_text(picture, "utf-8")
    line = "sam: Thanks. And?"
    assert line in SCENE
    publish(SCENE.replace(line, f"media: chat.svg\nalt: A chat window.\n{line}"))
    play = Play(context.new_page(), url)
    play.take_time()
    expect(play.part("transcript").get_by_role("img")).to_have_count(0)
    play.say("Look it up")
    shown = play.part("transcript").get_by_role("img", name="A chat window.")
    expect(shown).to_be_visible()
    assert shown.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 40
    assert shown.evaluate("(image) => image.closest('[data-line]').querySelector('figure + .line').textContent")
    sound(play.page)


def test_against_the_clock_a_choice_happens_by_itself_and_the_clock_can_be_taken_away(
    context: BrowserContext, url: str
) -> None:
    page = context.new_page()
    page.clock.install()
    play = Play(page, url)
    page.get_by_role("button", name="Play against the clock").click()
    expect(page.get_by_role("radio")).to_have_count(2)
    page.clock.run_for(29_500)
    expect(play.part("ask")).to_be_visible()
    page.clock.run_for(1_000)
    expect(play.part("ending")).to_contain_text("Sam has closed the window.")
    page.get_by_role("button", name="Play again").click()
    page.get_by_role("button", name="Take my time after all").click()
    expect(page.get_by_role("radio")).to_have_count(3)
    page.clock.run_for(60_000)
    expect(play.part("ask")).to_be_visible()


def test_the_clock_stands_still_while_the_page_is_not_in_view(context: BrowserContext, url: str) -> None:
    page = context.new_page()
    page.clock.install()
    play = Play(page, url)
    page.get_by_role("button", name="Play against the clock").click()
    page.evaluate("location.hash = 'start'")
    expect(play.part("ask")).to_be_hidden()
    page.clock.run_for(120_000)
    page.evaluate("location.hash = 'late-parcel'")
    expect(play.part("ask")).to_be_visible()
    expect(play.part("clock")).to_contain_text(re.compile("30|29"))


def test_after_the_result_is_final_a_play_is_practice_and_not_kept(play: Play) -> None:
    play.page.evaluate("location.hash = 'start'")
    expect(play.part("pace")).to_be_hidden()
    play.page.evaluate("location.hash = 'late-parcel'")
    play.take_time()
    play.say("Look it up")
    play.say("Say where it is")
    ended = play.seen()
    play.come_back()
    play.page.get_by_role("button", name="Play again").click()
    expect(play.part("practice")).to_be_visible()
    play.say("Write nothing")
    expect(play.part("ending")).to_contain_text("This play scores 0%.")
    play.come_back()
    assert play.seen() == ended


def test_a_play_goes_on_in_a_scenario_that_has_changed(play: Play, publish: Publish) -> None:
    play.take_time()
    play.say("Ask Sam to write")
    play.say("Look it up")
    expect(play.page.locator("[data-status]")).to_contain_text("Saved")
    old, new = "[again max=1] Ask Sam to write in a normal tone. -> opening", "Ask Sam to calm down. -> gone"
    assert old in SCENE
    publish(SCENE.replace(old, new))
    play.page.reload()
    play.wait()
    expect(play.part("moved")).to_be_visible()
    expect(play.part("transcript")).to_have_text(re.compile(r"^\s*Sam Price:\s+Thanks\. And\?\s*$"))
    expect(play.part("meters")).to_contain_text("nearly gone")
    play.say("Say where it is")
    expect(play.part("ending")).to_contain_text("This play scores 100%.")


def test_without_scripts_the_whole_scenario_can_be_read_and_no_key_is_in_it(
    browser: Browser, url: str, tmp_path: Path
) -> None:
    html = (tmp_path / "web" / "index.html").read_text("utf-8")
    for key in ("A small promise", "It is about you", "What did Sam need", "Straight answer"):
        assert key not in html
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    expect(page.locator("[data-story]")).to_be_visible()
    expect(page.locator("[data-play]")).to_be_hidden()
    page.get_by_role("link", name="Look it up while you say so.").click()
    expect(page.locator(":target")).to_contain_text("Thanks. And?")
    context.close()
