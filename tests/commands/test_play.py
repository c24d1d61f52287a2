"""`coursewright play`: a scenario in the terminal, for whoever types and for a pipe."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.commands.conftest import Command, Run
from tests.commands.talk import CALL, SCENE, write_talk


@pytest.fixture
def play(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Plays the call of the course `talk`, which is where the command runs, with these lines typed."""
    write_talk(tmp_path)

    def run(*arguments: str) -> Run:
        *options, typed = arguments
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return command("play", "call", *options)

    return run


def test_a_play_is_a_transcript_with_numbered_choices_and_how_it_stands(play: Command) -> None:
    run = play("1\n1\nq\n")
    assert (run.status, run.err) == (0, "")
    assert (
        "A call & what follows\nThe phone rings.\nAnn Bell (loud): Where is it?\n\n  heat 2, [owner false]\n" in run.out
    )
    assert "  1  Ask what she is waiting for.\n  2  Tell her that it is in the post.\n  3  Say nothing.\n" in run.out
    assert "\nYou pick up a pen.\nYou: What should have come?\nAnn Bell: The spare part.\n" in run.out
    assert "  Thinking: She has said what it is. Now it is yours.\n\n  heat 1, [owner true]\n" in run.out


def test_the_debrief_says_what_each_turn_did_and_what_was_stronger(play: Command) -> None:
    out = play("--take", "post", "").out
    assert "A poor ending. Ann hangs up." in out
    assert "This play scores 0%. It showed 0 of at least 1 technique." in out
    assert "1. opening: Tell her that it is in the post.\n   heat +1; 0 points\n   You do not know that" in out
    assert "   Stronger: Ask what she is waiting for. She can tell you" in out
    weak = play("--take", "silence", "").out
    assert "   tries asking; 0 points\n" in weak
    assert "   How it would sound when it works: What is it that should have come?\n" in weak
    assert "When did she stop listening?" in out


def test_the_debrief_names_what_was_not_open_and_why(play: Command) -> None:
    out = play("1\n2\n1\nq\n").out
    assert "   Not open: Read her the terms. (taken as often as it may be)" in out
    run = play("--take", "ask,promise", "")
    assert "A good ending" in run.out
    assert "This play scores 100%. It showed 2 of at least 1 technique: asking, summing-up." in run.out
    assert "The same again: --take ask,promise" in run.out


def test_b_goes_back_a_turn_and_not_before_the_beginning(play: Command) -> None:
    out = play("b\n1\nb\n2\nb\nq\n").out
    assert out.count("This is the beginning.") == 1
    assert out.count("Back.") == 2
    assert out.count("  1  Ask what she is waiting for.") == 3
    assert out.endswith("Left in 'opening'.\n")


def test_what_is_none_of_the_choices_is_asked_again(play: Command) -> None:
    out = play("7\nhello\n0\n" + "9" * 5000 + "\n²\nw\n1\n").out
    assert out.count("is none of these.") == 6
    assert out.endswith("Left in 'talk'.\n")
    assert "The play is over" in play("--take", "post", "1\n").out


def test_against_the_clock_what_happens_by_itself_is_waited_for(play: Command) -> None:
    out = play("--timed", "w\n").out
    assert "  2  Tell her that it is in the post.\n  w  wait 20 s: Say nothing.\n" in out
    assert "A poor ending" in out
    assert "A poor ending" in play("--timed", "--take", "silence", "").out


def test_a_seed_gives_the_order_of_one_learner_and_the_same_every_time(play: Command) -> None:
    def order(*options: str) -> str:
        lines = play(*options, "").out.splitlines()
        return " ".join(line[5:8] for line in lines if line[:2] == "  " and line[2:3].isdigit())

    orders = {seed: order("--seed", str(seed)) for seed in range(1, 12)}
    assert len(set(orders.values())) > 1
    assert orders[3] == order("--seed", "3")
    assert order() == "Ask Tel Say"


def test_choices_to_begin_with_must_be_there_and_open(play: Command, tmp_path: Path) -> None:
    unknown = play("--take", "aks", "")
    assert (unknown.status, unknown.err) == (1, "coursewright: 'opening' has no choice 'aks' (did you mean 'ask'?)\n")
    assert "'promise' of 'talk' is not open here: needs owner == true" in closed(tmp_path, play).err
    over = play("--take", "silence,ask", "")
    assert over.err == "coursewright: the play is over in 'lost', so that 'ask' cannot be taken\n"


def closed(folder: Path, play: Command) -> Run:
    (folder / SCENE).write_text(CALL.replace("effects: heat +1", "effects: heat -1"), "utf-8")
    return play("--take", "post,promise", "")


def test_a_scenario_is_named_by_its_file_or_its_id(command: Command, tmp_path: Path) -> None:
    write_talk(tmp_path / "talk")
    by_file = command("paths", str(Path("talk") / SCENE))
    assert (by_file.status, by_file.err) == (0, "")
    assert "and no course here that a scenario 'call' could be in" in command("paths", "call").err
    (tmp_path / "talk").rename(tmp_path / "course_src")
    assert command("paths", "call").out == by_file.out
    assert "has no scenario 'cal' (did you mean 'call'?)" in command("paths", "cal").err


def test_whatever_is_no_scenario_is_refused_with_the_reason(command: Command, tmp_path: Path) -> None:
    write_talk(tmp_path / "talk")
    (tmp_path / "alone.scene.md").write_text(CALL, "utf-8")
    for named, sentence in {
        "talk": "talk is a folder: name a scenario's file, which ends in .scene.md, or its id",
        "gone.scene.md": "gone.scene.md does not exist",
        "alone.scene.md": "no folder above alone.scene.md has a course.yaml",
        "talk/course.yaml": "talk/course.yaml is no scenario",
    }.items():
        run = command("play", named)
        assert run.status == 1
        assert sentence in run.err


def test_a_scenario_with_a_fault_is_not_played_and_its_faults_are_shown(command: Command, tmp_path: Path) -> None:
    write_talk(tmp_path)
    (tmp_path / SCENE).write_text(CALL.replace("-> found", "-> fuond"), "utf-8")
    for named in ("call", str(SCENE)):
        run = command("play", named)
        assert run.status == 1
        assert "CW204" in run.err
        assert "must be mended first" in run.err


def test_a_scenario_that_gets_stuck_is_played_to_where_it_does(play: Command, tmp_path: Path) -> None:
    guarded = CALL.replace("* Pass her on.", "* [if heat == 0] Pass her on.").replace("heat +1", "heat -1")
    (tmp_path / SCENE).write_text(guarded, "utf-8")
    run = play("--take", "post,terms", "1\nb\n")
    assert run.status == 0
    assert run.out.count("No choice is open: the play is stuck here.") == 1
    assert "Nothing can be chosen here: b goes back, q quits." in run.out
    assert "1  Read her the terms." in run.out


def test_what_a_moment_shows_or_plays_is_told_in_words(play: Command, tmp_path: Path) -> None:
    shown = CALL.replace("narrator: The phone", "media: desk.svg\nalt: A phone on a desk.\nnarrator: The phone")
    (tmp_path / SCENE).write_text(shown, "utf-8")
    (tmp_path / SCENE.parent / "desk.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert "\n[Picture: A phone on a desk.]\nThe phone rings.\n" in play("q\n").out


def test_a_scenario_is_played_while_another_page_has_a_fault(command: Command, tmp_path: Path) -> None:
    write_talk(tmp_path)
    (tmp_path / "content" / "01-start" / "01-hello.md").write_text(
        "---\ntitle: Hello\n---\n::: nothing\n:::\n", "utf-8"
    )
    assert command("paths", "call").status == 0
