"""One style sheet in layers, without what a browser does not need."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from markupsafe import escape

from builder.activities import find_kinds
from builder.resources import theme_folders
from builder.site import Theme, load_theme
from builder.site.styles import squeeze, style_address, style_sheet

FOLDERS = theme_folders()


# The classes that selectors begin with: a rule for such a class holds wherever it is used.
LEADING = re.compile(r"(?:^|[{},])\s*(\.[a-z][a-z0-9-]*)")


def bare(css: str) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def base() -> Theme:
    theme = load_theme("base", FOLDERS)
    assert isinstance(theme, Theme)
    return theme


def kind_styles() -> list[str]:
    return [(kind.folder / "style.css").read_text("utf-8") for kind in find_kinds().values()]


@pytest.mark.parametrize(
    ("css", "squeezed"),
    [
        ("/* it's a comment */ a  {\n  color : red ;\n  margin: 0 auto; }", "a{color :red;margin:0 auto}\n"),
        ('a::before { content: "  ; }  " ; }', 'a::before{content:"  ; }  "}\n'),
        ("a > b , c + d :hover {}", "a>b,c + d :hover{}\n"),
        ("a { width: calc(9% - 2rem); font: 1rem / 2 serif }", "a{width:calc(9% - 2rem);font:1rem / 2 serif}\n"),
    ],
)
def test_only_comments_and_spare_whitespace_are_left_out(css: str, squeezed: str) -> None:
    assert squeeze(css) == squeezed


def test_the_address_of_the_style_sheet_holds_all_of_it_and_fits_into_an_attribute() -> None:
    css = style_sheet(base(), kind_styles()) + 'a::after{content:"9% & \N{BULLET} #"}'
    address = style_address(css)
    assert unquote(address.removeprefix("data:text/css;charset=utf-8,")) == css
    assert str(escape(address)) == address


def test_a_theme_that_extends_has_the_last_word(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "styles").mkdir(parents=True)
    (mine / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (mine / "styles" / "mine.css").write_text(".mine { color: red; }", "utf-8")
    theme = load_theme("mine", {**FOLDERS, "mine": mine})
    assert isinstance(theme, Theme)
    css = style_sheet(theme, [".activity { color: blue; }"])
    assert css.startswith("@layer tokens,base,layout,components,activities,print,theme;")
    assert css.rstrip().endswith("@layer theme{.mine{color:red}}")


def test_styles_of_questions_are_left_out_of_a_course_without_any() -> None:
    assert ".option" not in style_sheet(base(), [])
    assert ".option" in style_sheet(base(), [".activity { color: blue; }"])


def test_styles_name_no_side_and_no_colour_of_their_own() -> None:
    for css in [style.css for style in base().styles if style.name != "print.css"] + kind_styles():
        plain = bare(css)
        assert not re.findall(r"(?:margin|padding|border|inset)?-?\b(?:left|right)\s*:", plain)
        assert not re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", plain)
        assert "!important" not in plain
        assert "100vh" not in plain


def test_every_token_that_styles_use_is_there() -> None:
    css = style_sheet(base(), kind_styles())
    used = set(re.findall(r"var\((--(?:colour|font|text|leading|space|radius|size)-[\w-]+)", css))
    assert used
    assert used <= set(re.findall(r"(--[\w-]+):", css))


def test_no_class_means_one_thing_to_a_kind_and_another_to_a_second_kind_or_to_the_theme() -> None:
    theme = set(re.findall(r"\.[a-z][a-z0-9-]*", " ".join(bare(style.css) for style in base().styles)))
    own = Counter(name for css in kind_styles() for name in set(LEADING.findall(bare(css))))
    assert [name for name, kinds in own.items() if kinds > 1 or name in theme] == []
