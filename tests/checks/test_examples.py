"""Every code says why, and its examples keep their word: the bad one gives it, the good one is sound."""

from __future__ import annotations

import pytest

from builder.activities import find_kinds
from builder.checks import find_checks, run_checks
from builder.course.code import Code, Example
from builder.course.codes import all_codes
from builder.resources import theme_folders
from builder.site import load_theme
from builder.source.diagnostic import Diagnostic, Severity
from tests.course.small import example_files, read

CAPACITIES = {"scorm12": (4096, False), "scorm2004": (64_000, True), "html": (None, True), "cmi5": (None, True)}
CODES = all_codes(find_kinds().values())
EVERY = {code.code: code for code in (*CODES, *find_checks())}

NOT_SHOWN = {
    "CW001": "there is no folder, so there are no files",
    "CW002": "every example is given the settings that it needs",
    "CW003": "what cannot be read is no text",
    "CW004": "an example is a text, and so is UTF-8",
    "CW005": "a link of the file system is no text",
    "CW506": "a course gives it only with --locked",
    **dict.fromkeys(
        ("CW602", "CW603", "CW604", "CW611", "CW612", "CW613", "CW614"), "a theme lies outside the course's folder"
    ),
}


def found(example: Example) -> tuple[Diagnostic, ...]:
    """What a check of these files would say."""
    outcome = read(example_files(example))
    course = outcome.compiled.course
    if course is None:
        return outcome.diagnostics
    theme = load_theme(course.settings.theme, theme_folders())
    themes = (theme,) if isinstance(theme, Diagnostic) else ()
    return (*outcome.diagnostics, *run_checks(course, CAPACITIES), *themes)


def test_no_two_codes_are_one() -> None:
    codes = [code.code for code in (*CODES, *find_checks())]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("code", EVERY.values(), ids=EVERY)
def test_a_code_says_why(code: Code) -> None:
    assert code.why.rstrip("`").endswith((".", "?", ")")), "fill in `why`: what it does to learners or to the work"
    assert code.title == code.title.strip().rstrip(".")


@pytest.mark.parametrize("code", EVERY.values(), ids=EVERY)
def test_the_bad_example_has_the_fault(code: Code) -> None:
    if code.code in NOT_SHOWN:
        assert not code.bad, "it is shown, so it is no exception"
        return
    assert code.bad, "fill in `bad`: a page or files that have the fault"
    mine = [one for one in found(code.bad) if one.code == code.code]
    assert mine, [(one.code, one.message) for one in found(code.bad)]
    assert all(one.severity is code.severity for one in mine)


@pytest.mark.parametrize("code", EVERY.values(), ids=EVERY)
def test_the_good_example_is_sound(code: Code) -> None:
    if code.code in NOT_SHOWN:
        assert not code.good, "it is shown, so it is no exception"
        return
    assert code.good, "fill in `good`: the bad example mended"
    wrong = [one for one in found(code.good) if one.code == code.code or one.severity is Severity.ERROR]
    assert wrong == []
