"""Prose to HTML, to words and to references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.source.markdown import Options, Reference, plain, references, to_html, to_inline_html
from builder.source.span import Span
from builder.source.syntax import Line, Text
from tests.source.read_cases import Case, read_cases

VARIABLES = {"org.phone": "01632 <960> *000*"}
OPTIONS = Options(
    image=lambda path: f"assets/{path}",
    link=lambda target: target if ":" in target else f"#{target}",
    prefix="page--",
    variables=VARIABLES,
)


def text(source: str, line: int = 1, column: int = 1) -> Text:
    return Text(
        tuple(
            Line(words, Span("page.md", line + at, column, max(1, len(words))))
            for at, words in enumerate(source.split("\n"))
        )
    )


@pytest.mark.parametrize("case", read_cases("markdown.txt"), ids=lambda case: case.name)
def test_html(case: Case) -> None:
    assert to_html(text(case.source), OPTIONS).rstrip("\n") == case.expected


def test_a_label_has_no_paragraph_around_it() -> None:
    assert to_inline_html(text("Say *this*"), OPTIONS) == "Say <em>this</em>"
    assert to_inline_html(text("One\n\nTwo"), OPTIONS) == "One<br>\nTwo"
    assert to_inline_html(text("- One"), OPTIONS) == "<ul>\n<li>One</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Nothing special, here: words!", "Nothing special, here: words!"),
        ("**Bold** and `code` and [a link](x.md) \\* & more", "Bold and code and a link * & more"),
        ("One\ntwo\n\n- three", "One two three"),
        ("![A desk](desk.svg) here", "A desk here"),
        ("Call {{org.phone}}", "Call 01632 <960> *000*"),
        ("1. one", "one"),
    ],
)
def test_plain_words_have_no_markup(source: str, words: str) -> None:
    assert plain(text(source), VARIABLES) == words


def test_every_reference_has_its_place() -> None:
    source = text(
        "## Head {#top}\nSee [needs](needs.md) and [needs](needs.md).\n![A desk](my%20desk.svg) {{org.x}}", 10, 3
    )
    assert references(source) == (
        Reference("heading", "top", "Head", 2, Span("page.md", 10, 3, 14)),
        Reference("link", "needs.md", "needs", 0, Span("page.md", 11, 15, 8)),
        Reference("link", "needs.md", "needs", 0, Span("page.md", 11, 37, 8)),
        Reference("image", "my desk.svg", "A desk", 0, Span("page.md", 12, 13, 13)),
        Reference("variable", "org.x", "", 0, Span("page.md", 12, 28, 7)),
    )


def test_a_footnote_without_its_other_half_is_found() -> None:
    found = references(text("Here[^one].\n\n[^two]: Nobody comes."))
    assert [(one.kind, one.target, one.span.line, one.span.column) for one in found] == [
        ("footnote", "one", 1, 5),
        ("note", "two", 3, 1),
    ]


@given(st.text(alphabet=st.sampled_from("ab #*_[](){}!^|-:\\`<>&\n\t\"'~=123./"), max_size=200))
def test_random_prose_never_raises_and_every_place_is_in_it(source: str) -> None:
    prose = text(source)
    html = to_html(prose, OPTIONS)
    assert "<script" not in html and "style=" not in html
    plain(prose)
    to_inline_html(prose, OPTIONS)
    for reference in references(prose):
        words = prose.lines[reference.span.line - 1].text
        assert reference.span.column + reference.span.length - 1 <= max(1, len(words))


def test_a_decorative_picture_says_so_and_shows_nobody_that_word() -> None:
    text = Text((Line('![](line.svg "decorative") ![](desk.svg)', Span("p.md")),))
    assert [found.text for found in references(text)] == ["decorative", ""]
    assert to_inline_html(text, Options()) == '<img src="line.svg" alt=""> <img src="desk.svg" alt="">'
