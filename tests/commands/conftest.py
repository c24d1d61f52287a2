"""The command line as a person meets it, and a course for it to work on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.cli import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Command = Callable[..., Run]

COURSE = {
    "course.yaml": """\
id: tea
title: Tea
language: en-GB
version: "1.0"
iri: https://example.org/tea
""",
    "content/01-pot/warm.md": """\
---
title: Warm the pot
---

A cold pot steals the heat.

::: single {#q-pot}
What comes first?
- (x) Warm water
  feedback: It warms the pot, so that the tea stays hot.
- ( ) Cold milk
  feedback: It can wait until the tea is poured.
:::
""",
}


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `coursewright` in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["coursewright", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Run(int(ended.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of one page with one question, in `tea/` where the command runs."""
    for path, text in COURSE.items():
        target = tmp_path / "tea" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return tmp_path / "tea"
