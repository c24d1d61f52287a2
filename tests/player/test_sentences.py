"""The player's sentences are in the course's data; none is left in a script, where no translation reaches it."""

from __future__ import annotations

import re

import pytest

from builder import resources
from builder.activities import find_kinds
from builder.resources import sentences

PLACES = sorted(sentences())
# What is no sentence for a learner: names of keys, headers, types and of the LMS's functions, and reasons for whoever
# mends an LMS or an LRS.
NO_SENTENCES = {
    "No session",
    "Not taken: ",
    "Newer state",
    "Unsent",
    "Activity",
    "Basic ",
    "Browse",
    "Review",
    "Date",
    "Not kept",
    "Escape",
    "Enter",
    "Initialize",
    "Terminate",
    "Finish",
    "Commit",
}
LITERAL = re.compile(r'"([A-Z][a-z]+(?: [^"\\]*)?)"')


def script(place: str) -> str:
    kind, _, name = place.partition("/")
    if place == "core":
        return resources.core_script().decode()
    if kind == "trackers":
        return resources.tracker_script(name).decode()
    folder, _, feature = name.partition(".")
    home = find_kinds()[folder].folder
    if feature.endswith(".later"):
        return resources.later_script(folder, feature.removesuffix(".later"), home)[1].decode()
    found = resources.feature_script(folder, feature, home) if feature else resources.kind_script(folder, home)
    return found.decode()


@pytest.mark.parametrize("place", PLACES)
def test_no_sentence_is_left_in_a_script(place: str) -> None:
    assert set(LITERAL.findall(script(place))) - NO_SENTENCES == set()


def test_a_sentence_has_one_number_wherever_it_is_said() -> None:
    numbers: dict[str, str] = {}
    for place in PLACES:
        for number, sentence in sentences()[place].items():
            assert numbers.setdefault(sentence, number) == number
    assert len(set(numbers.values())) == len(numbers)
