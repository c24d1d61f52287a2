"""What the checks say, how an author changes them, and that every code is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.activities import find_kinds
from builder.checks import find_checks, run_checks
from builder.course.codes import all_codes
from builder.explain.document import document
from builder.source.diagnostic import Severity
from tests.course.small import page, question, read

ROOT = Path(__file__).parents[2]
CODES = all_codes(find_kinds().values())
CHECKS = {check.code: check for check in find_checks()}


def test_a_state_that_is_too_long_names_the_largest_and_the_way_out() -> None:
    form = "::: reflection {#account}\n- What happened? {max=60000}\n:::\n"
    course = read({"content/01-start/a.md": page("A", form)}).course
    (found,) = run_checks(course, {"scorm12": (4096, False), "scorm2004": (64_000, True)})
    assert found.code == "CW510"
    assert "the reflection 'account' (80" in found.message
    assert "scorm2004 keeps 64,000" in found.message
    assert (found.span.file, found.span.line, found.span.column) == ("content/01-start/a.md", 5, 23)


def test_many_small_things_are_named_together_before_the_largest_single_ones() -> None:
    questions = page("A", "".join(question(f"q{number}") for number in range(450)))
    form = page("B", "::: reflection {#account}\n- What happened?\n:::\n")
    course = read({"content/01-start/a.md": questions, "content/01-start/b.md": form}).course
    (found,) = run_checks(course, {"scorm12": (4096, False)})
    first, second, *_ = found.message.partition("The largest are ")[2].split("), ")
    assert re.fullmatch(r"450 questions of kind single \(\d,\d{3}", first)
    assert second.startswith("the course itself (")
    assert found.span.file == "course.yaml"


def test_an_author_can_change_a_check_by_code_and_by_group() -> None:
    files = {"content/01-start/a.md": page("A", "### Deep\n\n[here](https://example.org)\n")}
    assert [one.code for one in run_checks(read(files).course, {})] == ["CW445", "CW444"]
    off = read({**files, "course.yaml": "checks: {access: off, CW444: error}\n"}).course
    assert [(one.code, one.severity) for one in run_checks(off, {})] == [("CW444", Severity.ERROR)]


def test_a_check_that_does_not_exist_is_an_error_where_it_is_named() -> None:
    course = read({"course.yaml": "checks: {acces: off}\n", "content/01-start/a.md": page("A")}).course
    (found,) = run_checks(course, {})
    assert (found.code, found.severity, found.span.file) == ("CW452", Severity.ERROR, "course.yaml")
    assert "did you mean 'access'?" in found.message


@pytest.mark.parametrize(
    "draw",
    [
        "{bank=cals count=1}\n",
        "{bank=calls count=9}\n",
        "{bank=calls tag=hard count=1}\n",
        "{bank=calls each=hard}\n",
        "{bank=calls}\n",
        "{bank=calls count=1}\nDraw one.\n",
    ],
)
def test_a_faulty_draw_is_one_finding_and_its_bank_is_not_said_to_be_unused(draw: str) -> None:
    quiz = page("Q", f":::: quiz {{#final}}\n::: draw {draw}:::\n::::\n")
    outcome = read({"content/01-start/q.md": quiz, "banks/calls.md": question("b")})
    assert len(outcome.diagnostics) == 1 and outcome.compiled.course is not None
    assert run_checks(outcome.compiled.course, {}) == ()


def test_a_fault_of_the_source_cannot_be_switched_off() -> None:
    course = read({"course.yaml": "checks: {CW162: off}\n", "content/01-start/a.md": page("A")}).course
    (found,) = run_checks(course, {})
    assert found.code == "CW452"
    assert found.message.startswith("CW162 can't be switched off")
    assert "did you mean" not in found.message


@pytest.mark.parametrize(
    ("excuse", "says"), [("CW999 because", "CW999"), ("CW444", "why"), ("CW162 because", "CW162 can't be excused")]
)
def test_an_excuse_names_a_check_and_gives_a_reason(excuse: str, says: str) -> None:
    body = f"::: tip\nWords.\nexcuse: {excuse}\n:::\n"
    (found,) = run_checks(read({"content/01-start/a.md": page("A", body)}).course, {})
    assert (found.code, found.span.line) == ("CW453", 6)
    assert says in found.message


def test_an_excused_finding_is_not_shown() -> None:
    body = "::: tip\n[here](https://example.org)\nexcuse: CW444 the sentence before names the page\n:::\n"
    assert run_checks(read({"content/01-start/a.md": page("A", body)}).course, {}) == ()


def test_the_documentation_is_what_the_code_declares() -> None:
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == document()


def test_every_code_that_the_builder_uses_is_documented() -> None:
    sources = [path for path in (ROOT / "builder").rglob("*.py") if path.parent.name != "codes"]
    used = {code for path in sources for code in re.findall(r'"(CW\d{3})"', path.read_text("utf-8"))}
    assert used - {code.code for code in CODES} - set(CHECKS) == set()
