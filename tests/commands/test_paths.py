"""`coursewright paths`: how many plays end where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Command
from tests.commands.talk import CALL, SCENE, write_talk


@pytest.fixture(autouse=True)
def talk(tmp_path: Path) -> None:
    write_talk(tmp_path)


def test_plays_are_counted_by_rating_and_by_ending(command: Command) -> None:
    run = command("paths", "call")
    assert (run.status, run.err) == (0, "")
    # After asking: promise or pass on, each with or without the terms before. Then the post, and silence.
    assert run.out == (
        "A call & what follows (call): 6 plays, 9 states\n"
        "good: 2 plays (33%)\n  found  2 plays\npoor: 4 plays (66%)\n  lost   4 plays\n"
    )


def test_the_plays_of_a_rating_or_an_ending_are_listed_as_play_takes_them(command: Command) -> None:
    run = command("paths", "call", "--ending", "good")
    assert "\nfound (good):\n  100.00%  --take ask,promise\n  100.00%  --take ask,terms,promise\n" in run.out
    listed = command("paths", "call", "--ending", "lost").out
    for line in listed.split("lost (poor):\n")[1].splitlines()[:4]:
        assert "A poor ending" in command("play", "call", *line.split()[1:]).out


def test_more_plays_than_asked_for_are_only_counted(command: Command) -> None:
    out = command("paths", "call", "--ending", "poor", "--most", "3").out
    assert "4 plays are too many to list" in out
    assert "silence" not in out


def test_an_ending_that_is_not_there_is_named(command: Command) -> None:
    run = command("paths", "call", "--ending", "god")
    assert run.status == 1
    assert "no ending is called or rated 'god' (did you mean 'good'?): there are good, poor, found, lost" in run.err


def test_timed_plays_are_counted_by_themselves(command: Command) -> None:
    assert "6 plays" in command("paths", "call", "--timed").out


def test_plays_that_get_stuck_are_counted_and_the_endings_behind_them_are_not_called_passed(
    command: Command, tmp_path: Path
) -> None:
    stuck = CALL.replace("* [if owner == true and not visited(lost)]", "* [if visited(lost)]")
    stuck = stuck.replace("* Pass her on.", "* [if heat == 0] Pass her on.")
    (tmp_path / SCENE).write_text(stuck, "utf-8")
    out = command("paths", "call").out
    assert "\ngood: 0 plays (none)\n  found  0 plays\n" in out
    assert "\nstuck, without an ending: 1 play (33%)\n  talk   1 play\n" in out
    listed = command("map", "call").out
    assert "found (good ending, no play comes here)" in listed
    assert "No play comes to the ending 'found' either." in command("check").err
