"""`coursewright explain`: each code with its reason, what may be done about it, and its examples."""

from __future__ import annotations

import re

import pytest

from builder.explain.catalogue import every_code
from builder.explain.explanation import contents
from tests.commands.conftest import Command

CODES = {code.code: code for code in every_code()}


def test_a_fault_of_the_source_is_explained_with_the_mistake_and_its_cure(command: Command) -> None:
    run = command("explain", "CW204")
    assert (run.status, run.err) == (0, "")
    title, why, weight, bad, *_ = run.out.split("\n\n")
    assert title == f"CW204: {CODES['CW204'].title}"
    assert " ".join(why.split()) == CODES["CW204"].why
    assert weight.startswith("Error, which cannot be changed")
    assert bad == "The mistake:"
    assert "        * Let her finish. -> agreeed\n" in run.out
    assert "        * Let her finish. -> agreed\n" in run.out.partition("Mended:")[2]


def test_a_rule_is_explained_with_what_changes_and_excuses_it(command: Command) -> None:
    out = command("explain", "cw445").out
    assert "Warning, of group `access`" in out
    assert "    checks: {CW445: off}" in out
    assert "{access: off}" in out
    assert "    excuse: CW445 " in out


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_explained(command: Command, code: str) -> None:
    run = command("explain", code)
    assert run.status == 0
    assert run.out.startswith(f"{code}: ")
    assert max(map(len, run.out.splitlines())) < 200


def test_several_codes_and_bare_numbers_are_taken(command: Command) -> None:
    out = command("explain", "204", "CW305").out
    assert [line[:5] for line in out.splitlines() if re.match(r"CW\d{3}: ", line)] == ["CW204", "CW305"]


def test_a_long_example_is_cut(command: Command) -> None:
    out = command("explain", "CW317").out
    assert re.search(r"\.\.\. and \d+ lines more\n", out)
    assert len(out.splitlines()) < 60


def test_a_code_that_is_none_gets_its_neighbours(command: Command) -> None:
    run = command("explain", "CW2044")
    assert (run.status, run.out) == (1, "")
    assert run.err.endswith("there is no code 'CW2044'. Did you mean one of these?\n  CW204  An arrow leads nowhere\n")
    assert "lists them all" in command("explain", "CW999").err
    assert "lists them all" in command("explain", "xylophone").err


def test_the_beginning_of_codes_lists_those_that_begin_so(command: Command) -> None:
    err = command("explain", "cw2").err
    assert re.findall(r"^  (CW\d)", err, re.MULTILINE) == ["CW2"] * sum(code.startswith("CW2") for code in CODES)
    assert "CW290" in command("explain", "299").err


def test_a_word_lists_the_codes_whose_title_has_it(command: Command) -> None:
    err = command("explain", "divert").err
    assert "\n  CW222  A divert cannot be read\n" in err
    assert all("divert" in line for line in err.splitlines()[1:])


def test_without_a_code_each_is_listed_once(command: Command) -> None:
    out = command("explain").out
    assert out == contents(CODES.values()) + "\n"
    listed = re.findall(r"^    (CW\d{3})  \S", out, re.MULTILINE)
    assert sorted(listed) == sorted(CODES)
    assert "Rules of group `access`\n    CW166  " in out
