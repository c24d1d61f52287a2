"""What a proof does not hold for is shown as a play that somebody can follow, line by line."""

from __future__ import annotations

from tests.proofs.scene import END, FILE, findings, named, notes, scene

STUCK = """\
## a
dana: You said Friday.
* Say sorry. -> b {#sorry}
  effects: trust +1
  shows: empathy
  score: 2
  feedback: It owns the wait.
## b
dana: And now?
* [if trust > 4] Promise a time. -> well {#promise}
  feedback: A time is a promise.
* [if trust > 9] Shout at her. -> badly {#shout}
  feedback: Nobody is helped.
"""
HEAD = "vars: {trust: {start: 3, min: 0, max: 9}}\n"


def test_a_play_that_gets_stuck_is_told_line_by_line_with_places_and_a_command_that_plays_it() -> None:
    (stuck,) = named(scene(STUCK + END, HEAD), "CW240")
    assert (stuck.span.line, stuck.span.column) == (14, 4)
    assert "get stuck in 'b'" in stuck.message
    assert notes(stuck) == [
        "8: Dana Okoro: You said Friday.",
        "9: choose: Say sorry. (trust 3 to 4; shows empathy; 2 points)",
        "15: Dana Okoro: And now?",
        "14: This is 'b', with trust 4.",
        f"To play it, in the course's folder: coursewright play {FILE} --take sorry",
    ]


def test_giving_up_says_on_what_and_which_proofs_are_missing_up_to_the_bound_that_the_head_sets() -> None:
    steps = "".join(
        f"* [again max=9] Wait {name}. -> a\n  effects: {name} +1\n  feedback: It takes a while.\n" for name in "bcde"
    )
    nodes = f"## a\n{steps}* Stop. -> well\n  feedback: Enough.\n* Shout. -> badly\n  feedback: No.\n{END}"
    head = "vars: {" + ", ".join(f"{name}: {{start: 0, min: 0, max: 9}}" for name in "bcde") + "}\n"
    (gave_up,) = findings(scene(nodes, f"{head}states: 1000\n"))
    assert gave_up.code == "CW242"
    assert "more than 1,000 states" in gave_up.message
    assert "Nothing is proved that needs all of them" in gave_up.message
    assert "`states: 5000`" in gave_up.message
    assert len(gave_up.notes) == 5
    assert all(note.span is not None for note in gave_up.notes)
    assert all("different values" in note.text for note in gave_up.notes)
    assert named(scene(nodes, f"{head}states: 30000\n"), "CW242") == []
