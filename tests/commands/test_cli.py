"""The command line itself: help, version, wrong words, and what happens when the mistake is ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder import __version__
from builder.commands import check
from tests.commands.conftest import Command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["new", "check", "build", "serve"])
def test_help_names_every_command_and_each_command_has_its_own(command: Command, name: str) -> None:
    assert name in command("--help").out
    run = command(name, "--help")
    assert run.status == 0
    assert f"coursewright {name}" in run.out


def test_version_says_which_version(command: Command) -> None:
    run = command("--version")
    assert (run.status, run.out) == (0, f"coursewright {__version__}\n")


@pytest.mark.parametrize("arguments", [(), ("bake",), ("build", "--sideways"), ("new",), ("serve", "--port", "0")])
def test_a_wrong_command_line_has_the_exit_status_2(command: Command, arguments: tuple[str, ...]) -> None:
    assert command(*arguments).status == 2


def test_a_mistake_of_ours_says_so_and_how_to_report_it(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a surprise")

    monkeypatch.setattr(check, "rehearse", fail)
    run = command("check")
    assert run.status == 70
    assert "this is a mistake in Coursewright, not in your course" in run.err
    report = Path(run.err.rpartition("with the file ")[2].strip().rstrip("."))
    assert "RuntimeError: a surprise" in report.read_text("utf-8")
    report.unlink()


def test_output_that_the_terminal_cannot_show_is_no_crash(course: Path) -> None:
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8") + "\n::: té\nx\n:::\n", "utf-8")
    made = subprocess.run(
        [sys.executable, "-c", "from builder.cli import main; main()", "check", "tea"],
        cwd=course.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert made.returncode == 1
    assert b"t\\xe9" in made.stderr
