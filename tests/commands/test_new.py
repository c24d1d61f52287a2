"""`coursewright new`: a course that builds as it is."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Command


def test_a_new_course_builds_without_a_word_of_complaint(command: Command, tmp_path: Path) -> None:
    made = command("new", "My First Course")
    assert made.status == 0
    assert "coursewright build 'My First Course' " in made.out
    run = command("build", "My First Course")
    assert (run.status, run.err) == (0, "")
    assert (tmp_path / "dist" / "my-first-course-scorm12.zip").is_file()


def test_an_empty_folder_is_filled_and_any_other_is_left_alone(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert command("new", "empty").status == 0
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("mine")
    run = command("new", "full")
    assert run.status == 1
    assert "full is not empty" in run.err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["thesis.txt"]


def test_a_place_where_nothing_can_be_made_is_a_sentence(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in ("file", "file/below"):
        run = command("new", place)
        assert run.status == 1
        assert run.err.startswith(f"coursewright: {place} could not be made")
