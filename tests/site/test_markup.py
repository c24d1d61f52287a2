"""Selectors of hooks match what a browser would match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.markup import double_ids, elements, matches

HTML = """<main id="main"><section class="activity activity-single" data-activity="9">
<form data-question><input type="radio" name="a"><br><p>Text & more</p></form></section>
<p id="a">x</p><p id="a">y</p></main>"""


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        ("form[data-question]", 1),
        ("[data-activity=9]", 1),
        ('[data-activity="9"]', 1),
        ("[data-activity=8]", 0),
        (".activity.activity-single", 1),
        ("main#main", 1),
        (".activity input[type=radio]", 1),
        ("form section", 0),
        ("main form p", 1),
        ("*", 8),
        ("[data-question] p", 1),
    ],
)
def test_a_selector_matches_as_in_a_browser(selector: str, count: int) -> None:
    assert sum(matches(element, selector) for element in elements(HTML)) == count


def test_a_selector_that_is_beyond_hooks_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="not one that hooks may use"):
        matches(elements(HTML)[0], "a:hover")


def test_an_id_on_two_elements_is_found_once() -> None:
    assert list(double_ids(elements(HTML + '<p id="a">'))) == ["a"]


@given(st.text())
def test_no_text_stops_the_reader(text: str) -> None:
    assert isinstance(elements(text), tuple)
