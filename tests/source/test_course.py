"""A folder's files to a course's syntax."""

from __future__ import annotations

import json
from pathlib import Path

from builder.source.course import CourseSyntax, read_course
from builder.source.course_yaml import read_settings
from builder.source.files import SourceFiles
from builder.source.lines import rows
from builder.source.page import read_page
from builder.source.settings import schema
from builder.source.syntax import SceneSyntax
from tests.source.test_syntax import GRAMMARS

SETTINGS = b"id: a\ntitle: T\nlanguage: en\nversion: 1.0.0\niri: https://example.org/a\n"
SCENE = b"---\ncast: {}\n---\n## opening\nnarrator: Hello.\n"


def read(files: dict[str, bytes], *unreadable: str) -> CourseSyntax:
    return read_course(SourceFiles({"course.yaml": SETTINGS, **files}, (), frozenset(unreadable)), GRAMMARS)


def faults(course: CourseSyntax) -> list[tuple[str, str, int]]:
    return [(fault.code, fault.span.file, fault.span.line) for fault in course.diagnostics]


def test_a_folder_is_a_module_and_file_order_is_page_order() -> None:
    course = read(
        {
            "content/10-last/index.md": b"Hi.",
            "content/2-first/10-b.md": b"Hi.",
            "content/2-first/9-a.md": b"Hi.",
            "content/2-first/call.scene.md": SCENE,
            "content/2-first/index.md": b"Hi.",
            "content/2-first/desk.svg": b"<svg/>",
            "theme/logo.svg": b"<svg/>",
            "images/sub/deep.png": b"",
            "ids.lock": b"a 1 page\n",
        }
    )
    assert [module.id for module in course.modules] == ["first", "last"]
    first = course.modules[0]
    assert first.index is not None and first.index.id == "first"
    assert [page.id for page in first.pages] == ["a", "b", "call"]
    assert isinstance(first.pages[2], SceneSyntax)
    assert sorted(course.assets) == ["content/2-first/desk.svg", "images/sub/deep.png"]
    assert course.lock == b"a 1 page\n"
    assert faults(course) == []


def test_a_page_in_no_module_is_told_where_to_go() -> None:
    course = read({"content/needs.md": b"Hi.", "content/a/b/deep.md": b"Hi.", "content/a/c.MD": b"Hi."})
    assert faults(course) == [
        ("CW006", "content/a/b/deep.md", 1),
        ("CW007", "content/a/c.MD", 1),
        ("CW006", "content/needs.md", 1),
    ]
    assert "content/a/deep.md" in course.diagnostics[0].message
    assert "content/01-start/needs.md" in course.diagnostics[2].message
    assert course.lost == {"deep", "c", "needs"}


def test_a_scenario_with_a_slip_in_its_ending_is_named() -> None:
    course = read({"content/a/call.scen.md": SCENE})
    assert faults(course) == [("CW007", "content/a/call.scen.md", 1)]
    assert "call.scene.md" in course.diagnostics[0].message


def test_a_file_with_the_name_of_a_page_in_another_spelling_is_named() -> None:
    assert faults(read({"content/a/call-scene.md": b"---\nstart: a\n---\n"})) == [
        ("CW007", "content/a/call-scene.md", 1)
    ]
    assert faults(read({"content/a/opening-scene.md": b"Text.\n"})) == []
    assert faults(read({"content/a/p.markdown": b"Text.\n"})) == [("CW007", "content/a/p.markdown", 1)]


def test_a_page_that_could_not_be_read_is_remembered() -> None:
    course = read({}, "content/a/01-needs.md", "content/b/index.md")
    assert course.lost == {"needs", "b"}


def test_settings_that_could_not_be_read_are_not_reported_twice() -> None:
    course = read_course(SourceFiles({}, (), frozenset({"course.yaml"})), GRAMMARS)
    assert course.diagnostics == ()
    assert course.settings.value.is_faulty("scoring")


def test_two_headings_of_a_page_may_not_share_an_id() -> None:
    note = b"::: note\nx\n:::\n"
    course = read({"content/a/b.md": b"## One\n" + note + b"## One\n"})
    assert faults(course) == [("CW131", "content/a/b.md", 5)]
    course = read({"content/a/b.md": b"## One {#x}\n\n## Two {#x}\n"})
    assert faults(course) == [("CW131", "content/a/b.md", 3)]


def test_only_the_title_is_a_first_level_heading() -> None:
    course = read({"content/a/b.md": b"# Title\nText.\n\n# Another\n"})
    assert faults(course) == [("CW130", "content/a/b.md", 4)]


def test_a_footnote_is_found_wanting_wherever_it_stands() -> None:
    page = b"Text.[^1]\n::: single\nStem\n- (x) a\n  feedback: Why.[^2]\n:::\n[^1]: Too far away.\n\n[^3]: Alone.\n"
    assert faults(read({"content/a/b.md": page})) == [
        ("CW132", "content/a/b.md", 1),
        ("CW132", "content/a/b.md", 5),
        ("CW133", "content/a/b.md", 9),
    ]


def test_bom_and_windows_line_ends_change_no_place() -> None:
    plain = "---\ntitle: T\n---\nText.\n::: nte\nx\n:::\n"
    assert read_page("p.md", plain, GRAMMARS) == read_page("p.md", "\ufeff" + plain.replace("\n", "\r\n"), GRAMMARS)


def test_a_character_that_no_manifest_can_hold_is_an_error_at_its_place() -> None:
    lines, found = rows("p.md", "ab\x0bc\nd")
    assert [(fault.code, fault.span.line, fault.span.column) for fault in found] == [("CW008", 1, 3)]
    assert lines[0].text == "ab\ufffdc"


def test_every_key_and_value_of_the_settings_has_its_place() -> None:
    settings, _ = read_settings(SETTINGS + b"scoring: {pass: 80, parts: {quiz: 50}}\noutcomes:\n  - {id: L, text: T}\n")
    head = settings.head
    assert (head.key("scoring", "pass").line, head.key("scoring", "pass").column) == (6, 11)
    assert (head.value("scoring", "parts", "quiz").line, head.value("scoring", "parts", "quiz").column) == (6, 35)
    assert head.value("outcomes", 0, "text").column == 19


def test_the_schema_for_editors_comes_from_the_models() -> None:
    made = json.loads(json.dumps(schema()))
    assert made["required"] == ["id", "title", "language", "version", "iri"]
    assert set(made["$defs"]["Scoring"]["properties"]) == {"pass", "parts"}
    assert made["additionalProperties"] is False


def test_the_faulty_example_has_its_two_faults_of_syntax() -> None:
    example = Path(__file__).parents[1] / "activities/scenario/irate-candidate-with-faults.scene.md"
    course = read({"content/a/call.scene.md": example.read_bytes()})
    assert [(line, code) for code, _, line in faults(course)] == [(36, "CW120"), (44, "CW221")]
    assert "did you mean 'feedback'?" in course.diagnostics[0].message
    assert "did you mean 'dana'?" in course.diagnostics[1].message
