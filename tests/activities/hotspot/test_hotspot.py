"""Places on a picture: how they are read and numbered, what is said about slips, and that the picture is checked."""

from __future__ import annotations

from decimal import Decimal
from textwrap import dedent
from typing import cast

import pytest

from builder.activities.hotspot.model import KIND, Hotspot
from builder.course.question import question_record
from builder.course.record import Bits
from tests.activities.reading import html, read
from tests.course import small

GOOD = """
    ::: hotspot {#q-desk image=desk.svg alt="A desk" score=each}
    Where does she listen?
    - [x] Hand on the notebook {#hand rect=57,50,20,18}
      feedback: She writes the caller's own words.
    - [ ] Feet {#feet rect=26,84,21,12}
      feedback: Nobody listens with their feet.
    - [ ] Eyes {#eyes rect=38,6.5,18,26}
      feedback: They read something else.
    :::
"""


def test_places_come_from_the_top_of_the_picture_down_and_are_never_shuffled() -> None:
    found = read(GOOD)
    assert found.codes == []
    question = cast(Hotspot, found.activities[0])
    assert [option.id.value for option in question.options] == ["eyes", "hand", "feet"]
    assert question.regions[0].top == Decimal("6.5")
    assert [region.span.line for region in question.regions] == [7, 3, 5]
    data = question.data(found.numbers, html)
    assert data["right"] == [found.numbers["q-desk", "hand"]]
    assert question.record(found.numbers, keeps_texts=True) == question_record(Bits("chosen", 4))


def test_the_picture_is_followed_as_those_of_the_text_are() -> None:
    (question,) = read(GOOD).activities
    (picture,) = question.images
    assert (picture.kind, picture.target, picture.text) == ("image", "desk.svg", "A desk")
    assert (picture.span.line, picture.span.column) == (1, 28)


def test_round_boxes_let_one_place_be_chosen_and_keep_it_as_a_set_all_the_same() -> None:
    found = read(GOOD.replace("[x]", "(x)").replace("[ ]", "( )"))
    assert found.codes == []
    question = cast(Hotspot, found.activities[0])
    assert question.one
    assert question.record(found.numbers, keeps_texts=True) == question_record(Bits("chosen", 4))


def test_edges_of_places_may_touch() -> None:
    touching = GOOD.replace("rect=26,84,21,12", "rect=57,68,20,12.3").replace("38,6.5,18,26", "57,80.3,20,0.4")
    assert read(touching).codes == []


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("image=desk.svg ", "", [("CW350", 1, 5)]),
        (" rect=26,84,21,12", "", [("CW351", 5, 1)]),
        ("rect=26,84,21,12", "rect=26,84,21", [("CW351", 5, 24)]),
        ("rect=26,84,21,12", 'rect="26, 84, 21, wide"', [("CW351", 5, 25)]),
        ("rect=26,84,21,12", "rect=26,84,0,12", [("CW352", 5, 24)]),
        ("rect=26,84,21,12", "rect=26,84,21,-2", [("CW352", 5, 24)]),
        ("rect=26,84,21,12", "rect=-1,84,21,12", [("CW352", 5, 24)]),
        ("rect=26,84,21,12", "rect=26,84,21,16.1", [("CW352", 5, 24)]),
        ("rect=26,84,21,12", "rect=76,60,21,12", [("CW353", 5, 24)]),
        ("[x]", "[ ]", [("CW304", 1, 5)]),
        ("[x]", "(x)", [("CW123", 3, 1)]),
        ("image=desk.svg", "imag=desk.svg", [("CW113", 1, 22)]),
    ],
)
def test_a_slip_is_named_once_and_where_it_is(old: str, new: str, places: list[tuple[str, int, int]]) -> None:
    assert old in GOOD
    assert read(GOOD.replace(old, new)).places == places


def test_places_that_overlap_are_named_by_both_their_lines() -> None:
    (finding,) = read(GOOD.replace("rect=38,6.5,18,26", "rect=56,60,2,10")).findings
    assert (finding.code, finding.span.line) == ("CW353", 7)
    assert "lines 3 and 7" in finding.message


def test_with_round_boxes_there_is_one_right_place() -> None:
    two = GOOD.replace("[x] Hand", "(x) Hand").replace("[ ] Feet", "(x) Feet").replace("[ ] Eyes", "( ) Eyes")
    assert read(two).codes == ["CW304"]


def test_one_place_is_no_choice() -> None:
    one = GOOD[: GOOD.index("    - [ ] Feet")] + "    :::\n"
    assert read(one).codes == ["CW303"]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("image=desk.svg", "image=dsk.svg", [("CW162", 4, 28)]),
        ("image=desk.svg", "image=../../../desk.svg", [("CW163", 4, 28)]),
        ("image=desk.svg", "image=a.md", [("CW164", 4, 28)]),
        (' alt="A desk"', "", [("CW166", 4, 28)]),
    ],
)
def test_its_picture_is_checked_as_those_of_the_text_are(
    old: str, new: str, places: list[tuple[str, int, int]]
) -> None:
    files = _files(GOOD.replace(old, new))
    assert [(found.code, found.span.line, found.span.column) for found in small.read(files).diagnostics] == places


def test_its_picture_is_carried() -> None:
    assert list(small.read(_files(GOOD)).course.assets) == ["content/01-start/desk.svg"]


def _files(question: str) -> dict[str, str | bytes]:
    page = f"---\ntitle: Desks\n---\n{dedent(question).strip()}\n"
    return {"content/01-start/a.md": page, "content/01-start/desk.svg": (KIND.folder / "desk.svg").read_bytes()}
