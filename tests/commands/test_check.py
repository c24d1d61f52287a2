"""`coursewright check`: bad input is a finding with its place or a sentence, and never a traceback."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from builder import resources
from tests.commands.conftest import Command

LINE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<code>CW\d{3}) (?P<message>.+)")


def _codes(printed: str) -> list[str]:
    return [found["code"] for line in printed.splitlines() if (found := LINE.fullmatch(line))]


@pytest.mark.usefixtures("course")
def test_a_good_course_passes_and_nothing_is_written(command: Command, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run = command("check", "tea")
    assert (run.status, run.out, run.err) == (0, "tea: 1 page, nothing wrong\n", "")
    assert sorted(tmp_path.rglob("*")) == before


def test_all_errors_are_shown_at_once_sorted_and_counted(command: Command, course: Path) -> None:
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8").replace("- ( ) Cold", "- (y) Cold") + "\n::: tpi\nx\n:::\n", "utf-8")
    settings = course / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + "colour: red\n", "utf-8")
    run = command("check", "tea")
    assert run.status == 1
    assert run.out == ""
    lines = run.err.splitlines()
    found = [match for line in lines[:-1] if (match := LINE.fullmatch(line))]
    assert len(found) == len(lines) - 1 >= 3
    places = [(match["path"], int(match["line"]), int(match["column"])) for match in found]
    assert places == sorted(places)
    assert {path for path, _, _ in places} == {"tea/content/01-pot/warm.md", "tea/course.yaml"}
    assert lines[-1] == f"{len(found)} errors"


def test_warnings_are_shown_and_let_a_course_pass(command: Command, course: Path) -> None:
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8") + "\n#### Too deep\n\nWords.\n", "utf-8")
    run = command("check", "tea")
    assert run.status == 0
    assert "tea/content/01-pot/warm.md:15:1: CW445 warning: " in run.err
    assert run.out == "tea: 1 page, 1 warning\n"


def test_a_missing_folder_is_one_finding(command: Command) -> None:
    run = command("check", "nowhere")
    assert run.status == 1
    assert _codes(run.err) == ["CW001"]


def test_a_file_in_the_place_of_the_folder_is_one_finding(command: Command, tmp_path: Path) -> None:
    (tmp_path / "course.md").write_text("# Hello\n")
    run = command("check", "course.md")
    assert (run.status, _codes(run.err)) == (1, ["CW001"])
    assert "course.md is a file: FOLDER is the folder that holds course.yaml." in run.err


def test_an_empty_folder_is_one_finding(command: Command) -> None:
    run = command("check")
    assert (run.status, _codes(run.err)) == (1, ["CW002"])
    assert run.err.startswith("course.yaml:1:1: ")
    assert "`coursewright new`" in run.err


@pytest.mark.parametrize(
    ("path", "content", "code", "line"),
    [
        ("course.yaml", b"id: tea\n  title: [Tea\n", "CW0", 2),
        ("course.yaml", b"id: tea\ntitle: Tea\nlanguage: en\nversion: 1.10\niri: https://example.org/t\n", "CW0", 4),
        ("content/01-pot/latin.md", b"# Caf\xe9\n", "CW004", 1),
        ("content/01-pot/again.md", b"# Again\n\n::: note {#q-pot}\nx\n:::\n", "CW155", 7),
        ("content/01-pot/image.md", b"# Image\n\n![A cup.](cup.png)\n", "CW162", 3),
        ("content/01-pot/outside.md", b"# Outside\n\n![A cup.](../../../cup.svg)\n", "CW163", 3),
    ],
)
def test_bad_input_is_named_with_its_place(
    command: Command, course: Path, path: str, content: bytes, code: str, line: int
) -> None:
    (course / path).write_bytes(content)
    run = command("check", "tea")
    assert run.status == 1
    found = [match for text in run.err.splitlines() if (match := LINE.fullmatch(text))]
    assert any(match["code"].startswith(code) and int(match["line"]) == line for match in found), run.err


def test_a_file_that_cannot_be_read_is_a_finding(command: Command, course: Path) -> None:
    (course / "content" / "01-pot" / "gone.md").symlink_to("nowhere.md")
    run = command("check", "tea")
    assert (run.status, _codes(run.err)) == (1, ["CW003"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_course_folder_does_not_hang_the_check(command: Command, course: Path) -> None:
    os.mkfifo(course / "content" / "01-pot" / "pipe.md")
    run = command("check", "tea")
    assert (run.status, _codes(run.err)) == (1, ["CW003"])


def test_a_theme_that_is_not_there_is_found_where_it_is_named(command: Command, course: Path) -> None:
    settings = course / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + "theme: bass\n", "utf-8")
    run = command("check", "tea")
    assert run.status == 1
    message = "CW601 There is no theme 'bass' (did you mean 'base'?)."
    assert run.err.splitlines() == [f"tea/course.yaml:6:8: {message}", "1 error"]
    assert command("build", "tea").err.splitlines()[0] == f"tea/course.yaml:6:8: {message}"


def test_what_only_rendering_can_find_is_found_by_a_check(
    command: Command, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "themes" / "bare"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.toml").write_text('extends = "base"\n', "utf-8")
    folders = {**resources.theme_folders(), "bare": theme}
    monkeypatch.setattr(resources, "theme_folders", lambda: folders)
    settings = course / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + "theme: bare\n", "utf-8")
    (theme / "templates" / "index.html").write_text("{{ nothing.at.all }}", "utf-8")
    run = command("check", "tea")
    assert (run.status, _codes(run.err)) == (1, ["CW614"])
