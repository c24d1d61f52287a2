"""What trackers call things in reports is the same in the key to the reports."""

from __future__ import annotations

from builder.reports.names import interaction_id, letter


def test_a_part_of_an_answer_is_named_behind_the_question() -> None:
    assert interaction_id("q-respond", "") == "q-respond"
    assert interaction_id("self-before", "note") == "self-before-note"


def test_options_are_named_by_letters_then_digits_and_beyond_them_by_their_numbers() -> None:
    assert [letter(n) for n in (1, 2, 26, 27, 36, 37)] == ["a", "b", "z", "0", "9", "37"]
