"""The rules over scenarios, where their examples leave something open: what is a fault, what is none, and once."""

from __future__ import annotations

import pytest

from builder.checks import run_checks
from tests.course.small import read
from tests.proofs.scene import CAPACITIES, END, FILE, TECHNIQUES, named, notes, scene


def choice(words: str, to: str, *details: str, before: str = "") -> str:
    """A choice with its details; its feedback is its own."""
    lines = "".join(f"  {detail}\n" for detail in details)
    return f"* {before}{words} -> {to}\n{lines}  feedback: This is what {words.lower()} does to her.\n"


def test_points_earned_in_a_play_that_is_lost_already_are_no_trap() -> None:
    lost = "## b\n" + choice("Mend it", "badly", "score: 2") + choice("Leave it", "badly")
    nodes = "## a\n" + choice("Listen", "well", "score: 3") + choice("Shout", "b") + lost
    assert named(scene(nodes + END), "CW246") == []
    (trap,) = named(scene(nodes.replace("* Shout -> b\n", "* Shout -> b\n  score: 1\n") + END), "CW246")
    assert trap.span.line == 10
    assert [note for note in notes(trap) if "choose" in note] == ["10: choose: Shout (1 point)"]


def test_a_way_back_that_only_takes_time_is_a_trap_against_the_clock() -> None:
    """The later of two choices that wait can be taken without a clock, and never with one."""
    nodes = (
        "## a\n" + choice("Ask", "b", "score: 1") + choice("Listen", "well", "score: 3")
        + "## b\n" + choice("Wait", "badly", before="[after 5s] ") + choice("Recover", "well", before="[after 9s] ")
    )  # fmt: skip
    (trap,) = named(scene(nodes + END), "CW246")
    assert "can follow it against the clock any more" in trap.message
    assert notes(trap)[-1].endswith("--timed")
    assert named(scene(nodes.replace("[after 9s] ", "") + END), "CW246") == []


def test_an_ending_that_only_comes_without_a_clock_does_happen() -> None:
    nodes = "## a\n" + choice("Wait", "well", before="[after 5s] ") + choice("Wait on", "badly", before="[after 9s] ")
    assert named(scene(nodes + END), "CW241") == []


def test_no_good_ending_against_the_clock_is_named_as_that() -> None:
    nodes = "## a\n" + choice("Wait", "badly", before="[after 5s] ") + choice("Wait on", "well", before="[after 9s] ")
    (hopeless,) = named(scene(nodes + END), "CW261")
    assert hopeless.message.startswith("Against the clock no play")


def test_the_shortest_play_that_shows_too_little_technique_is_told() -> None:
    nodes = (
        "## a\n" + choice("Listen", "b", "shows: empathy") + choice("Sigh", "c")
        + "## b\n" + choice("Own up", "well", "shows: honesty") + choice("Leave", "badly")
        + "## c\n" + choice("Listen late", "b", "shows: honesty") + choice("Leave", "badly")
    )  # fmt: skip
    (short,) = named(scene(nodes + END, "techniques: {min: 2}\n"), "CW260")
    assert "with 1 of the 2 techniques" in short.message
    assert notes(short)[-1] == (
        f"To play it, in the course's folder: coursewright play {FILE} --take sigh,listen-late,own-up"
    )


def test_a_poor_ending_may_show_as_little_as_it_likes() -> None:
    nodes = "## a\n" + choice("Listen", "well", "shows: empathy, honesty") + choice("Shout", "badly")
    assert named(scene(nodes + END, "techniques: {min: 2}\n"), "CW260") == []


def test_ratings_whose_scores_touch_are_fair() -> None:
    nodes = "## a\n" + choice("Listen", "well", "score: 2") + choice("Shout", "badly", "score: SCORE")
    assert named(scene(nodes.replace("SCORE", "2") + END, "caps: {poor: 100}\n"), "CW257") == []
    (unfair,) = named(scene(nodes.replace("SCORE", "3") + END, "caps: {poor: 100}\n"), "CW257")
    assert "ends poor can score 100%, and one that ends good only 66.67%" in unfair.message
    assert [note for note in notes(unfair) if "choose" in note] == [
        "8: choose: Listen (2 points)",
        "11: choose: Shout (3 points)",
    ]


HEAD = "vars: {trust: {start: 3, min: 0, max: 9}}\n"


def test_an_effect_that_is_whole_in_one_play_is_no_fault() -> None:
    nodes = (
        "## a\n" + choice("Greet", "b", "effects: trust +6") + choice("Wait", "b")
        + "## b\n" + choice("Thank her", "well", "effects: trust +4") + choice("Leave", "badly")
    )  # fmt: skip
    assert named(scene(nodes + END, HEAD), "CW250") == []
    (cut,) = named(scene(nodes.replace("trust +4", "trust +7") + END, HEAD), "CW250")
    assert "`trust +7` is cut off at the bounds (0 to 9)" in cut.message


def test_effects_of_one_choice_are_looked_at_in_their_order() -> None:
    nodes = "## a\n" + choice("Greet", "well", "effects: trust -3, trust +9") + choice("Leave", "badly")
    assert named(scene(nodes + END, HEAD), "CW250") == []


@pytest.mark.parametrize(
    ("condition", "words"),
    [("trust > 9", "holds in no play"), ("trust >= 0", "holds in every play"), ("trust > 3", "")],
)
def test_a_condition_of_a_divert_that_decides_nothing_is_named_where_it_stands(condition: str, words: str) -> None:
    nodes = (
        "## a\n" + choice("Greet", "b", "effects: trust +1") + choice("Sigh", "b")
        + f"## b\n-> c if {condition}\n" + choice("Leave", "badly") + choice("Stay", "well", "score: 1")
        + "## c\n" + choice("Thank her", "well") + choice("Shout", "badly")
    )  # fmt: skip
    found = named(scene(nodes + END, HEAD), "CW251")
    assert [(one.span.line, one.span.column) for one in found] == ([(14, 9)] if words else [])
    assert all(words in one.message for one in found)


def test_a_divert_that_asks_about_what_an_earlier_one_has_taken_is_shadowed_and_no_more() -> None:
    nodes = (
        "## a\n" + choice("Greet", "b", "effects: trust +4") + choice("Sigh", "b")
        + "## b\n-> well if trust > 4\n-> badly if trust == 7\n" + choice("Leave", "badly") + choice("Stay", "well")
    )  # fmt: skip
    (shadowed,) = named(scene(nodes + END, HEAD), "CW252")
    assert shadowed.span.line == 15
    assert named(scene(nodes + END, HEAD), "CW251") == []


def test_a_variable_that_the_learner_sees_needs_no_condition() -> None:
    nodes = "## a\n" + choice("Greet", "well", "effects: trust +1") + choice("Leave", "badly")
    assert named(scene(nodes + END, HEAD), "CW248") == []
    assert len(named(scene(nodes + END, HEAD.replace("max: 9", "max: 9, show: hidden")), "CW248")) == 1


def pass_mark(mark: int, required: str, caps: str = "") -> list[str]:
    """What CW440 says of a course whose score is one scenario, in which no play that ends has less than 40%."""
    nodes = "## a\n" + choice("Listen", "well", "score: 5") + choice("Shout", "badly", "score: 2")
    settings = f"{TECHNIQUES}scoring: {{pass: {mark}, parts: {{call: 100}}}}\ncompletion: {{required: [{required}]}}\n"
    course = read(scene(nodes + END, caps, settings)).compiled.course
    assert course is not None
    return [one.message for one in run_checks(course, CAPACITIES) if one.code == "CW440"]


def test_a_pass_mark_that_every_play_reaches_is_named_where_the_scenario_must_be_played() -> None:
    assert pass_mark(41, "call") == []
    assert "Nobody can fail: whoever has done what is required has 40% at the least" in pass_mark(40, "call")[0]
    assert pass_mark(40, "") == []


def test_a_pass_mark_beyond_the_best_play_is_named() -> None:
    assert "the most that all parts can score is 90%" in pass_mark(91, "call", "caps: {good: 90}\n")[0]
    assert pass_mark(90, "call", "caps: {good: 90}\n") == []


def test_a_rule_can_be_lowered_and_excused_in_place() -> None:
    nodes = "## a\n" + choice("Listen", "well", "score: 3") + choice("Shout", "badly", "score: 1")
    assert len(named(scene(nodes + END), "CW246")) == 1
    assert named(scene(nodes + END, settings=f"{TECHNIQUES}checks: {{state: off}}\n"), "CW246") == []
    excused = nodes.replace("  score: 1\n", "  score: 1\n  excuse: CW246 a point for having rung back at all\n")
    assert named(scene(excused + END), "CW246") == []


def test_a_point_of_no_return_is_no_trap() -> None:
    nodes = "## a\n" + choice("Listen", "well", "score: 3") + choice("Shout", "badly", "score: 1", "DETAIL")
    assert len(named(scene(nodes.replace("  DETAIL\n", "") + END), "CW246")) == 1
    assert named(scene(nodes.replace("DETAIL", "point-of-no-return: true") + END), "CW246") == []
