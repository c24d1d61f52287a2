"""`coursewright key`: a table for whoever reads an LMS's reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.usefixtures("course")
def test_the_key_is_written_beside_the_packages(command: Command, tmp_path: Path) -> None:
    run = command("key", "tea")
    path = Path("dist") / "tea-key.csv"
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"{path}  2 lines\n")
    text = (tmp_path / path).read_text("utf-8-sig")
    assert "q-pot,choice,choice,What comes first?,a,warm-water,1,Warm water,yes,0," in text


@pytest.mark.usefixtures("course")
def test_it_can_be_a_page(command: Command, tmp_path: Path) -> None:
    assert command("key", "tea", "--format", "html", "--out", "keys").status == 0
    assert "<td>Warm water</td>" in (tmp_path / "keys" / "tea-key.html").read_text("utf-8")


def test_a_course_with_an_error_has_no_key(command: Command, course: Path, tmp_path: Path) -> None:
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8").replace("(x)", "( )"), "utf-8")
    run = command("key", "tea")
    assert run.status == 1
    assert "Nothing was written." in run.err
    assert not (tmp_path / "dist").exists()
