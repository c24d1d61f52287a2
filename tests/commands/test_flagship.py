"""The flagship course, as `make course` builds it."""

from __future__ import annotations

from pathlib import Path

from builder.build import check_course
from tests.commands.conftest import Command

COURSE = Path(__file__).parents[2] / "course_src"


def test_the_flagship_course_has_no_findings_and_its_lock_is_up_to_date() -> None:
    assert check_course(COURSE, locked=True).diagnostics == ()


def test_the_flagship_course_builds_without_a_word_of_complaint(command: Command) -> None:
    run = command("build", str(COURSE), "--locked")
    assert (run.status, run.err) == (0, "")
