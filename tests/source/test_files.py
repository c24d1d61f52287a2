"""Reading a course folder: what is read, what is passed over, and what is said of what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.source.diagnostic import Diagnostic
from builder.source.files import SourceFiles, read_folder


def write(folder: Path, *paths: str, data: bytes = b"x") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def one_fault(read: SourceFiles) -> Diagnostic:
    assert len(read.diagnostics) == 1, read.diagnostics
    return read.diagnostics[0]


def test_every_file_of_a_course_is_read_in_order(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml", "ids.lock", "content/02-b/x.md", "content/01-a/desk.svg", "theme/theme.toml")
    read = read_folder(tmp_path)
    assert list(read.files) == [
        "content/01-a/desk.svg",
        "content/02-b/x.md",
        "course.yaml",
        "ids.lock",
        "theme/theme.toml",
    ]
    assert read.diagnostics == ()


def test_hidden_files_backups_and_builds_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml")
    write(
        tmp_path, ".git/HEAD", "content/a/.x.md.swp", "content/a/x.md~", "content/a/#x.md#", "dist/index.html", "a.zip"
    )
    write(tmp_path, "output/.coursewright", "output/index.html")
    assert list(read_folder(tmp_path).files) == ["course.yaml"]


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_is_none_is_one_sentence(tmp_path: Path, name: str) -> None:
    write(tmp_path, "file")
    read = read_folder(tmp_path / name)
    assert one_fault(read).code == "CW001"
    assert name in one_fault(read).message
    assert read.files == {}


def test_a_folder_without_settings_says_which_file_was_meant(tmp_path: Path) -> None:
    write(tmp_path, "course.yml")
    fault = one_fault(read_folder(tmp_path))
    assert (fault.code, fault.span.file) == ("CW002", "course.yaml")
    assert "rename course.yml" in fault.message


def test_a_text_that_is_not_utf8_is_shown_at_its_byte(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml")
    write(tmp_path, "content/a/b.md", data="é\r\nna".encode() + "ï".encode("latin-1") + b"ve")
    read = read_folder(tmp_path)
    fault = one_fault(read)
    assert (fault.code, fault.span.file, fault.span.line, fault.span.column) == ("CW004", "content/a/b.md", 2, 3)
    assert read.unreadable == {"content/a/b.md"}


def test_a_picture_may_hold_any_bytes(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml")
    write(tmp_path, "content/a/b.png", data=b"\xff\xfe")
    assert read_folder(tmp_path).diagnostics == ()


def test_a_link_may_not_leave_the_folder(tmp_path: Path) -> None:
    course = tmp_path / "course"
    write(tmp_path, "secret.md", "course/course.yaml", "course/content/a/real.md")
    (course / "content/a/out.md").symlink_to(tmp_path / "secret.md")
    (course / "content/a/in.md").symlink_to(course / "content/a/real.md")
    (course / "content/a/gone.md").symlink_to("nothing.md")
    (course / "content/a/again").symlink_to(course / "content")
    read = read_folder(course)
    assert [(fault.code, fault.span.file) for fault in read.diagnostics] == [
        ("CW003", "content/a/gone.md"),
        ("CW005", "content/a/out.md"),
    ]
    assert set(read.files) == {"course.yaml", "content/a/real.md", "content/a/in.md"}


def test_what_is_no_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml")
    os.mkfifo(tmp_path / "pipe.md")
    assert one_fault(read_folder(tmp_path)).code == "CW003"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "course.yaml", "content/a/b.md")
    (tmp_path / "content/a/b.md").chmod(0)
    fault = one_fault(read_folder(tmp_path))
    assert (fault.code, fault.span.file) == ("CW003", "content/a/b.md")
