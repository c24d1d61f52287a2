"""A theme is read whole or refused with a place, and its colours can be told apart."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.resources import theme_folders
from builder.site import Theme, load_theme
from builder.site.tokens import faulty_token, tokens_css
from builder.source.diagnostic import Diagnostic

BASE = theme_folders()["base"]


def write_theme(folder: Path, settings: str, **files: str) -> Path:
    folder.mkdir()
    (folder / "theme.toml").write_text(settings, "utf-8")
    for name, text in files.items():
        kind, _, file = name.partition("__")
        path = folder / kind / file.replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def loaded(name: str, folders: dict[str, Path]) -> Theme:
    theme = load_theme(name, folders)
    assert isinstance(theme, Theme), theme
    return theme


def refused(name: str, folders: dict[str, Path]) -> Diagnostic:
    diagnostic = load_theme(name, folders)
    assert isinstance(diagnostic, Diagnostic)
    return diagnostic


def test_a_theme_that_extends_another_gives_only_what_it_changes(tmp_path: Path) -> None:
    mine = write_theme(
        tmp_path / "mine",
        'name = "mine"\nextends = "base"\n[colours.light]\naccent = "#123456"\n',
        templates__foot_html="<footer>{% include 'base/foot.html' %}</footer>",
        styles__extra_css=".extra { color: red; }",
    )
    theme = loaded("mine", {"base": BASE, "mine": mine})
    base = loaded("base", {"base": BASE})
    assert theme.tokens["colours.light"] == {**base.tokens["colours.light"], "accent": "#123456"}
    assert theme.tokens["spaces"] == base.tokens["spaces"]
    assert theme.templates["foot.html"].startswith("<footer>{%")
    assert theme.templates["base/foot.html"] == base.templates["foot.html"]
    assert [(style.name, style.theme) for style in theme.styles][-1] == ("extra.css", "mine")


def test_an_unknown_theme_is_named_with_the_one_that_was_meant() -> None:
    found = refused("bse", {"base": BASE})
    assert (found.code, found.span.file) == ("CW601", "course.yaml")
    assert "did you mean 'base'?" in found.message


def test_a_theme_that_extends_itself_is_refused(tmp_path: Path) -> None:
    one = write_theme(tmp_path / "one", 'extends = "two"\n')
    two = write_theme(tmp_path / "two", 'extends = "one"\n')
    assert refused("one", {"one": one, "two": two}).code == "CW603"


def test_a_fault_in_theme_toml_is_shown_at_its_line_and_column(tmp_path: Path) -> None:
    broken = write_theme(tmp_path / "broken", "[colours.light]\nink = #123456\n")
    found = refused("broken", {"broken": broken})
    assert (found.code, found.span.file, found.span.line, found.span.column) == ("CW602", "broken/theme.toml", 2, 7)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[colour.light]\nink = "#000"', "no table of tokens 'colour.light' (did you mean 'colours.light'?)"),
        ('[spaces]\n"m;}" = "1rem"', "'m;}' in 'spaces' must be lower-case"),
        ('[spaces]\nm = "1rem;} body{display:none"', "'m' in 'spaces' must be one plain CSS value"),
        ('[fonts]\nbody = "url(https://example.org/font)"', "'body' in 'fonts' must be one plain CSS value"),
        ("extends = 4", "`extends` must be the name of a theme"),
    ],
)
def test_a_token_that_is_no_plain_value_is_refused(tmp_path: Path, settings: str, said: str) -> None:
    found = refused("odd", {"odd": write_theme(tmp_path / "odd", settings)})
    assert found.code == "CW602"
    assert said in found.message


def test_a_template_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "old", "", templates__page_html="")
    (folder / "templates" / "page.html").write_bytes(b"caf\xe9")
    assert refused("old", {"old": folder}).code == "CW604"


def test_every_token_becomes_a_custom_property_and_dark_ones_follow_the_device_and_the_learner() -> None:
    css = tokens_css({"colours.light": {"ink": "#111"}, "colours.dark": {"ink": "#eee"}, "spaces": {"m": "1rem"}})
    assert css.startswith(":root{--colour-ink:#111;--space-m:1rem;}")
    assert "@media screen and (prefers-color-scheme:dark){:root:not([data-scheme=light]){--colour-ink:#eee;}}" in css
    assert "@media screen{:root[data-scheme=dark]{color-scheme:dark;--colour-ink:#eee;}}" in css


def test_both_schemes_of_the_base_theme_have_the_same_colours() -> None:
    colours = tomllib.loads((BASE / "theme.toml").read_text("utf-8"))["colours"]
    assert colours["light"].keys() == colours["dark"].keys()
    assert faulty_token({"colours.light": colours["light"]}) is None


def pairs() -> list[tuple[str, str, str, float]]:
    theme = tomllib.loads((BASE / "theme.toml").read_text("utf-8"))
    least = {"text": 4.5, "parts": 3.0}
    return [
        (scheme, front, back, least[use])
        for scheme in ("light", "dark")
        for use in least
        for front, back in theme["contrast"][use]
    ]


@pytest.mark.parametrize(("scheme", "front", "back", "least"), pairs())
def test_text_and_parts_stand_out_by_wcag_aa(scheme: str, front: str, back: str, least: float) -> None:
    colours = tomllib.loads((BASE / "theme.toml").read_text("utf-8"))["colours"][scheme]
    assert contrast(colours[front], colours[back]) >= least


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
