"""What an author may do about a rule: every one of them can be raised, lowered, switched off and excused."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from builder.course.code import Code
from builder.source.diagnostic import Diagnostic, Severity
from tests.checks.test_examples import EVERY, found
from tests.course.small import example_files

RULES = {code.code: code for code in EVERY.values() if code.group is not None}
BLOCK = re.compile(r":::+ [a-z]+.*\n")


def with_settings(code: Code, settings: str) -> Mapping[str, str]:
    files = example_files(code.bad)
    return {**files, "course.yaml": files.get("course.yaml", "") + settings}


def mine(code: Code, files: Mapping[str, str]) -> list[Diagnostic]:
    return [one for one in found(files) if one.code == code.code]


@pytest.mark.parametrize("code", RULES.values(), ids=RULES)
@pytest.mark.parametrize("by_group", [False, True], ids=["by-code", "by-group"])
def test_a_rule_can_be_switched_off_and_changed(code: Code, by_group: bool) -> None:
    name = code.group if by_group else code.code
    assert mine(code, with_settings(code, f"checks: {{{name}: off}}\n")) == []
    for severity in (Severity.ERROR, Severity.WARNING):
        changed = mine(code, with_settings(code, f"checks: {{{name}: {severity}}}\n"))
        assert changed and all(one.severity is severity for one in changed)


@pytest.mark.parametrize("code", RULES.values(), ids=RULES)
def test_what_is_lowered_stops_no_build(code: Code) -> None:
    assert mine(code, example_files(code.bad))
    lowered = found(with_settings(code, f"checks: {{{code.code}: warning}}\n"))
    assert [one for one in lowered if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", RULES.values(), ids=RULES)
def test_a_rule_is_excused_where_it_is_broken(code: Code) -> None:
    """In every block of the example; what is found in course.yaml is changed there, and so is prose by its page."""
    files = example_files(code.bad)
    places = {one.span.file for one in mine(code, files)}
    if places == {"course.yaml"}:
        return
    excuse = f"excuse: {code.code} it is meant so\n"
    for path in places:
        text = files[path]
        inner = BLOCK.sub(lambda opening: opening[0] + excuse, text)
        if inner == text:
            head, _, body = text.removeprefix("---\n").rpartition("---\n")
            inner = f"---\n{head or 'title: Calls' + chr(10)}excuse: [{code.code} it is meant so]\n---\n{body}"
        files = {**files, path: inner}
    left = found(files)
    assert [one for one in left if one.code == code.code] == []
    assert [one for one in left if one.code in ("CW453", "CW120", "CW020")] == []


BANK = """\
::: single {#b-first}
What comes first?
- (x) A greeting
  feedback: It shows that somebody is there.
- ( ) A question
  feedback: No.
:::

::: single {#b-last}
What comes last?
- (x) A thank you
  feedback: It is what people remember of a call.
- ( ) A question
  feedback: It opens what was to be closed.
:::
"""
DRAWING = "# Calls\n\n:::: quiz {#final}\n::: draw {bank=calls count=1}\n:::\n::::\n"


def of_bank(bank: str, settings: str = "") -> list[Diagnostic]:
    files = {"course.yaml": settings, "content/01-start/a.md": DRAWING, "banks/calls.md": bank}
    return [one for one in found(files) if one.code.startswith("CW46")]


def test_a_question_of_a_bank_is_looked_at_once_where_it_is_written() -> None:
    (short,) = of_bank(BANK)
    assert (short.code, short.span.file, short.span.line) == ("CW461", "banks/calls.md", 6)


def test_a_rule_is_changed_and_excused_in_a_bank_as_on_a_page() -> None:
    assert of_bank(BANK, "checks: {feedback: off}\n") == []
    assert of_bank(BANK.replace("No.\n", "No.\n  excuse: CW461 it is a joke of the house\n")) == []
    assert of_bank(f"---\nexcuse: CW461 these are jokes of the house\n---\n{BANK}") == []
    (other,) = of_bank(BANK.replace("closed.\n", "closed.\n  excuse: CW461 it is a joke of the house\n"))
    assert other.code == "CW461"


def test_an_excuse_of_a_page_needs_a_code_and_a_reason_too() -> None:
    page = "---\ntitle: Calls\nexcuse: [CW445, CW999 because]\n---\nBreathe first.\n"
    faults = [one for one in found(page) if one.code == "CW453"]
    assert [(one.span.line, one.span.column) for one in faults] == [(3, 10), (3, 17)]
