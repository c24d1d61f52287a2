"""A rendered course: the page's contract, what is in it, and what must never be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from builder import resources
from builder.course.model import Course
from builder.site import Site, Target, Theme, load_theme, render
from builder.site.markup import elements, matches
from builder.site.target import Statements
from tests.course.small import page, question, read

TARGET = Target(name="scorm12", tracker="scorm12", capacity=4096, keeps_texts=False)

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'

FILES: dict[str, str | bytes] = {
    "course.yaml": "misconceptions: {MC1: Loud means angry}\nvariables: {org: {name: Example}}\n",
    "content/01-first/index.md": page("First"),
    "content/01-first/needs.md": page(
        "Needs",
        """\
Words about {{org.name}}, see [the end](../02-second/end.md#the-end), [a block](#q-needs) and [above](#what-they-need).

## What they need

![A circle](Größe%201.SVG)

| Who | Need |
|:---|---:|
| Dana | to be heard |

::: note
An aside.
:::

::: tip {#tip-sum}
Sum up first.
:::

::: misconception {#mis-loud ref=MC1}
claim: Loud means angry.
why: Anger is loud.
instead: Ask what is lacking.
:::
"""
        + question("q-needs", "mc=MC1"),
    ),
    "content/01-first/Größe 1.SVG": PICTURE,
    "content/01-first/unused.svg": PICTURE.replace(b"4", b"3"),
    "content/02-second/end.md": page("The end", "## The end\n\nMore words.\n"),
}


@pytest.fixture(autouse=True)
def built_player(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "core_script", lambda: b"core;\n")
    monkeypatch.setattr(resources, "kind_script", lambda kind, folder: f"kind({kind});".encode())
    monkeypatch.setattr(resources, "tracker_script", lambda name: f"tracker({name});\n".encode())


def course(files: Mapping[str, str | bytes] = FILES) -> Course:
    return read(files).course


def theme(name: str = "base", **folders: Path) -> Theme:
    found = load_theme(name, {**resources.theme_folders(), **folders})
    assert isinstance(found, Theme), found
    return found


def site(of: Course | None = None, *, by: Theme | None = None, target: Target = TARGET) -> Site:
    made = render(of or course(), by or theme(), target)
    assert made.diagnostics == ()
    return made


def html(made: Site) -> str:
    return made.files["index.html"].decode()


def file(made: Site, start: str) -> bytes:
    return next(content for path, content in made.files.items() if path.startswith(f"assets/{start}."))


def data(made: Site) -> dict[str, object]:
    script = file(made, "course").decode()
    assert script.startswith("var Coursewright_data={")
    found = json.loads(script.removeprefix("var Coursewright_data=").rstrip().removesuffix(";"))
    assert isinstance(found, dict)
    return found


def test_each_page_is_a_section_with_its_number_its_title_and_its_neighbours() -> None:
    found = elements(html(site()))
    pages = [element for element in found if matches(element, "main section.page[data-page]")]
    assert [each.attributes["id"] for each in pages] == ["first", "needs", "end"]
    numbers = course().numbers
    assert [each.attributes["data-page"] for each in pages] == [str(numbers[id]) for id in ("first", "needs", "end")]
    assert [each.attributes["aria-labelledby"] for each in pages] == ["first-title", "needs-title", "end-title"]
    turns = [(each.attributes["rel"], each.attributes["href"]) for each in found if matches(each, ".turn a")]
    assert turns == [("next", "#needs"), ("prev", "#first"), ("next", "#end"), ("prev", "#needs")]
    assert sum(matches(each, "h1[tabindex=-1]") for each in found) == len(pages)


def test_the_contents_list_every_page_by_its_number() -> None:
    numbers = course().numbers
    links = [each.attributes for each in elements(html(site())) if matches(each, "nav[data-contents] a[data-to]")]
    assert [(link["href"], link["data-to"]) for link in links] == [
        (f"#{id}", str(numbers[id])) for id in ("first", "needs", "end")
    ]


def test_links_lead_into_the_one_document_and_headings_are_their_pages_own() -> None:
    text = html(site())
    hrefs = [each.attributes["href"] for each in elements(text) if matches(each, "#needs p a")]
    assert hrefs == ["#end--the-end", "#q-needs", "#needs--what-they-need"]
    ids = {each.attributes.get("id") for each in elements(text)}
    assert {href[1:] for href in hrefs} <= ids


def test_a_table_that_may_scroll_is_named_by_its_columns() -> None:
    table = "| State | **Need** & why |\n|---|---|\n| Angry | A hearing |\n"
    made = html(site(course({**FILES, "content/01-first/table.md": page("Table", table)})))
    names = [each.attributes["aria-label"] for each in elements(made) if each.attributes.get("class") == "table"]
    assert "State, Need & why" in names


def test_an_image_gets_a_safe_name_and_one_that_is_not_shown_stays_at_home() -> None:
    made = site()
    sources = [each.attributes["src"] for each in elements(html(made)) if each.tag == "img"]
    assert len(sources) == 1
    assert re.fullmatch(r"assets/groe-1\.[0-9a-f]{10}\.svg", sources[0])
    assert made.files[sources[0]] == PICTURE
    assert sum(path.endswith(".svg") for path in made.files) == 1


def test_nothing_in_the_page_runs_or_styles_by_itself_and_the_policy_forbids_it() -> None:
    text = html(site())
    found = elements(text)
    assert all("src" in each.attributes and "defer" in each.attributes for each in found if each.tag == "script")
    assert not any(each.tag == "style" for each in found)
    assert not any(name == "style" or name.startswith("on") for each in found for name in each.attributes)
    policy = next(each.attributes["content"] for each in found if "http-equiv" in each.attributes)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["script-src"] == rules["img-src"] == "'self'"
    assert rules["style-src"] == "'self' data:"
    assert rules["connect-src"] == rules["object-src"] == rules["base-uri"] == rules["form-action"] == "'none'"


def test_a_format_that_talks_to_a_server_says_so_in_the_policy() -> None:
    found = elements(html(site(target=replace(TARGET, connect_src="'self' https:"))))
    policy = next(each.attributes["content"] for each in found if "http-equiv" in each.attributes)
    assert "connect-src 'self' https:;" in policy


def test_what_the_page_loads_is_in_the_site_and_named_by_its_content() -> None:
    made = site()
    loaded = [
        each.attributes.get("src") or each.attributes["data-file"]
        for each in elements(html(made))
        if each.tag in ("script", "link", "img")
    ]
    assert set(loaded) == set(made.files) - {"index.html"}
    assert all(re.fullmatch(r"assets/[a-z0-9-]+\.[0-9a-f]{10}\.[a-z0-9]+", path) for path in loaded)


def test_the_script_has_the_kinds_that_the_course_uses_and_the_formats_one_tracker() -> None:
    assert file(site(), "player") == b"(()=>{\ncore;\nkind(single);\ntracker(scorm12);\nstart()})();\n"


def test_keys_and_feedback_are_data_and_never_in_the_text() -> None:
    made = site()
    text = html(made)
    assert "Which of these?" in text
    assert "Yes, that is the one." not in text
    assert not any("checked" in each.attributes for each in elements(text))
    assert b"Yes, that is the one." in file(made, "course")


def test_without_scripts_all_text_is_there_and_no_control_pretends_to_work() -> None:
    found = elements(html(site()))
    for element in found:
        if element.tag in ("button", "select", "textarea"):
            holders = [element]
            while holders[-1].parent is not None:
                holders.append(holders[-1].parent)
            assert any("hidden" in each.attributes or "disabled" in each.attributes for each in holders), element
    hidden = [each for each in found if matches(each, ".page") and "hidden" in each.attributes]
    assert hidden == []


def test_the_data_is_what_the_player_expects() -> None:
    found = data(site())
    numbers = course().numbers
    assert found["id"] == "small"
    assert found["texts"] == "device"
    assert found["capacity"] == 4096
    assert found["pages"] == [
        {"n": numbers["first"], "id": "first", "title": "First", "practice": []},
        {"n": numbers["needs"], "id": "needs", "title": "Needs", "practice": [numbers["q-needs"]]},
        {"n": numbers["end"], "id": "end", "title": "The end", "practice": []},
    ]
    assert found["completion"] == {"pages": [numbers[id] for id in ("first", "needs", "end")], "required": []}
    assert found["scoring"] == {"pass": None, "parts": []}
    activities = found["activities"]
    assert isinstance(activities, list)
    assert [(each["kind"], each["n"], each["page"], each["quiz"]) for each in activities] == [
        ("single", numbers["q-needs"], numbers["needs"], 0)
    ]
    assert set(found["state"]) == {"0", str(numbers["q-needs"])}  # type: ignore[call-overload]


def test_the_same_course_gives_the_same_bytes() -> None:
    assert site(course()).files == site(course()).files


TITLES = [
    'Fish & "chips" <script>alert(1)</script>',
    "O'Brien \N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}x\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "Emoji \N{TELEPHONE RECEIVER} and \N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}",
    "{{ 7 * 7 }} {% include 'header.html' %}",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_shown_as_it_is_and_never_becomes_markup(title: str) -> None:
    files = {"course.yaml": "", "content/01-a/index.md": page(json.dumps(title, ensure_ascii=False))}
    made = site(course(files))
    text = html(made)
    assert f">{escape(title)}</h1>" in text
    assert [each.attributes for each in elements(text) if each.tag == "script" and "src" not in each.attributes] == []
    assert b"<" not in file(made, "course")
    pages = data(made)["pages"]
    assert isinstance(pages, list)
    assert pages[0]["title"] == title


def test_a_language_from_right_to_left_turns_the_page() -> None:
    of = course()
    arabic = replace(of, settings=of.settings.model_copy(update={"language": "ar-EG"}))
    assert '<html lang="ar-EG" dir="rtl">' in html(site(arabic))
    assert '<html lang="en-GB" dir="ltr">' in html(site(of))


def test_a_theme_that_leaves_out_a_hook_is_an_error_that_names_both(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    (bare / "templates" / "activities").mkdir(parents=True)
    (bare / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (bare / "templates" / "activities" / "single.html").write_text(
        '<section id="{{ activity.id.value }}" data-activity="{{ number(activity.id.value) }}"></section>', "utf-8"
    )
    (bare / "templates" / "header.html").write_text('<p data-shell="header" data-contents-toggle></p>', "utf-8")
    made = render(course(), theme("bare", bare=bare), TARGET)
    messages = {(found.code, found.message) for found in made.diagnostics}
    assert ("CW611", "The theme 'bare' leaves out `[data-status]`, which the player needs on every page.") in messages
    missing = [found for found in made.diagnostics if found.code == "CW612"]
    assert {found.span.file for found in missing} == {"content/01-first/needs.md"}
    assert any("`[data-outcome]`" in found.message and "'bare'" in found.message for found in missing)


def test_a_theme_has_places_for_the_sending_only_where_a_package_sends(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    (bare / "templates").mkdir(parents=True)
    (bare / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (bare / "templates" / "foot.html").write_text("<footer></footer>", "utf-8")
    sending = replace(TARGET, statements=Statements("1.0.3"))
    assert "data-sending" not in html(site())
    assert render(course(), theme("bare", bare=bare), TARGET).diagnostics == ()
    missing = [found.message for found in render(course(), theme("bare", bare=bare), sending).diagnostics]
    assert missing == ["The theme 'bare' leaves out `[data-sends-to]`, which the player needs on every page."]


def test_an_activity_that_a_theme_swallows_is_an_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    (empty / "templates" / "activities").mkdir(parents=True)
    (empty / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (empty / "templates" / "activities" / "single.html").write_text("", "utf-8")
    made = render(course(), theme("empty", empty=empty), TARGET)
    assert [found.code for found in made.diagnostics] == ["CW612"]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("<p>\n{% if %}", "'foot.html', line 2"),
        ("{{ course.settings.__class__.__mro__ }}", "unsafe"),
        ("{% include 'no.html' %}", "no.html"),
    ],
)
def test_a_faulty_template_is_an_error_and_no_site(tmp_path: Path, template: str, said: str) -> None:
    odd = tmp_path / "odd"
    (odd / "templates").mkdir(parents=True)
    (odd / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (odd / "templates" / "foot.html").write_text(template, "utf-8")
    made = render(course(), theme("odd", odd=odd), TARGET)
    assert made.files == {}
    assert [found.code for found in made.diagnostics] == ["CW614"]
    assert said in made.diagnostics[0].message


def test_an_id_that_the_page_itself_has_is_an_error() -> None:
    of = course({"course.yaml": "", "content/01-a/main.md": page("Main")})
    made = render(of, theme(), TARGET)
    assert [(found.code, found.span.file) for found in made.diagnostics] == [("CW613", "content/01-a/main.md")]
