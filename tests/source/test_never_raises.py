"""Whatever an author writes is read: nothing raises, and every fault lies in the file."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.source.course import read_course
from builder.source.course_yaml import read_settings
from builder.source.diagnostic import Diagnostic
from builder.source.files import SourceFiles
from builder.source.page import read_page
from builder.source.scene import read_scene
from tests.source.test_syntax import GRAMMARS

_PIECES = (
    "---", "title: T", "cast: {dana: {name: D}}", "covers: [", "a: &x *x", ":::", "::::", "::: note", "::: single {#q}",
    ":::: quiz {#q", " ::: note", "::: nonsense", "- ( ) One", "- (x) Two {last}", "  feedback: Good", "  feedbak:",
    "claim: x", "explain:", "  deeper", "\tdeeper", "```", "~~~~", "\\::: x", "## node", "##", "* [if a] b -> c {#d}",
    "* [again max=2", "-> x if", "->", "dana [mood]: words", "narrator:", "ending: good", "# Heading {#x}", "[^1]",
    "[^1]: note", "{{x}}", "{#a key=\"b c\" flag}", "", " ", "\ufeff", "\x00", "\u2028", "\x85", "\r", "é\U0001f600",
)  # fmt: skip
documents = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=25).map("\n".join),
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join),
    st.text(max_size=200),
)


def places_lie_in(text: str, faults: Iterable[Diagnostic]) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults:
        span = fault.span
        assert 1 <= span.line <= len(lines), fault
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, fault
        assert span.length >= 1 and span.column + span.length - 1 <= max(span.column, len(lines[span.line - 1])), fault


@given(documents)
@settings(max_examples=300)
@example("---\na: 1")
@example("::: quiz\n" * 400)
@example("\n".join(" " * depth + "- (x) a" for depth in range(300)))
def test_a_page(text: str) -> None:
    _, faults = read_page("page.md", text, GRAMMARS)
    places_lie_in(text, faults)


@given(documents)
@settings(max_examples=300)
def test_a_scenario(text: str) -> None:
    _, faults = read_scene("call.scene.md", text)
    places_lie_in(text, faults)


_YAML_PIECES = (
    "id: a", "title: [", "version: 1.10", "scoring: {pass: 80", "scoring: {pass: x}", "}", "outcomes:", "  - {id: L}",
    "  - x", "checks: {A: off}", "outputs: {scorm12: , cmi5: 1}", "completion: {pages: [a, 1]}", "law: 3", "titel: x",
    "variables: {a: {b: {c: 1}}}", "? [a]", ": b", '"\\UFFFFFFFF": 1', 'a: "\\ud800"', "key: |9", "techniques: {a: {}}",
)  # fmt: skip
yaml_documents = st.one_of(
    st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t\\x0u9~\x85\u2028", max_size=80),
    st.lists(st.sampled_from(_YAML_PIECES), max_size=12).map("\n".join),
)


@given(yaml_documents)
@settings(max_examples=300)
def test_settings(text: str) -> None:
    read, faults = read_settings(text.encode("utf-8", "replace"))
    places_lie_in(text, faults)
    assert read.value.id


@given(
    st.dictionaries(st.sampled_from(["course.yaml", "content/a/b.md", "content/a/index.md", "content/x.md"]), documents)
)
def test_a_course(files: dict[str, str]) -> None:
    data = {path: text.encode("utf-8", "replace") for path, text in files.items()}
    course = read_course(SourceFiles(data), GRAMMARS)
    for path, text in files.items():
        places_lie_in(text.encode("utf-8", "replace").decode(), [f for f in course.diagnostics if f.span.file == path])
