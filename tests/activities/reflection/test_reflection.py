"""A form of prompts: what is kept, where texts travel and where not."""

from __future__ import annotations

import pytest

from builder.course.numbers import Numbers
from builder.course.record import Group, RecordShape, Uint, Utf8
from tests.activities.reading import SETTINGS, html, read

GOOD = """
    ::: reflection {#account assesses=MP1 words=300-800}
    A real conversation.
    - What happened?
    - Which techniques, **why those**? {#why max=900}
    :::
"""


def test_each_prompt_is_a_field_with_room_in_the_state_where_texts_travel() -> None:
    found = read(GOOD)
    assert found.codes == []
    (form,) = found.activities
    assert not form.asks and not form.scored
    assert [(part.id.value, part.kind) for part in form.parts()] == [("what-happened", "field"), ("why", "field")]
    fields = (Uint("submitted", 1), Utf8("text1", 6000), Utf8("text2", 900))
    assert form.record(found.numbers, keeps_texts=True) == RecordShape((Group("latest", fields),))
    assert form.record(found.numbers, keeps_texts=False) == RecordShape((Group("latest", fields[:1]),))


def test_the_place_of_a_prompt_that_is_gone_stays_so_that_older_work_is_read_right() -> None:
    found = read(GOOD)
    numbers = Numbers(
        {("account",): 1, ("account", "what-happened"): 1, ("account", "why"): 3}, {("account", "field"): 3}
    )
    (group,) = found.activities[0].record(numbers, keeps_texts=True).groups
    assert group.fields[1:] == (Utf8("text1", 6000), Utf8("text2", 0), Utf8("text3", 900))


def test_the_controller_learns_the_limits_and_whether_texts_are_reported() -> None:
    found = read(GOOD)
    data = found.activities[0].data(found.numbers, html)
    assert data["words"] == [300, 800]
    assert data["report"] is False
    fields = data["fields"]
    assert fields == [
        {"n": 1, "id": "what-happened", "text": "What happened?", "max": 6000},
        {"n": 2, "id": "why", "text": "Which techniques, why those?", "max": 900},
    ]
    reporting = SETTINGS.model_copy(update={"free_text": SETTINGS.free_text.model_copy(update={"report": True})})
    assert read(GOOD, reporting).activities[0].data(found.numbers, html)["report"] is True


@pytest.mark.parametrize("words", ["300", "800-300", "0-9", "many"])
def test_a_range_of_words_has_a_least_and_a_most(words: str) -> None:
    assert read(GOOD.replace("words=300-800", f"words={words}")).places == [("CW301", 1, 45)]


def test_an_unknown_marking_point_is_named() -> None:
    found = read(GOOD.replace("assesses=MP1", "assesses=MP1,MP2"))
    assert found.codes == ["CW309"]


def test_prompts_need_words_of_their_own() -> None:
    assert read(GOOD.replace("- What happened?", "-")).codes == ["CW314"]
    assert read(GOOD.replace("{#why max=900}", "{#what-happened}")).codes == ["CW307"]
    assert read(GOOD.replace("max=900", "max=0")).codes == ["CW301"]
