"""`coursewright build`: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from builder.build import check_course
from builder.packages.write import WORKING
from tests.commands.conftest import Command


def _all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("course")
def test_a_build_makes_every_format_and_says_what_it_made(command: Command, tmp_path: Path) -> None:
    run = command("build", "tea")
    assert run.status == 0
    assert run.err == ""
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {
        ".coursewright",
        "tea-html",
        "tea-scorm12.zip",
        "tea-scorm2004.zip",
    }
    lines = run.out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == [
        "dist/tea-html",
        "dist/tea-scorm12.zip",
        "dist/tea-scorm2004.zip",
    ]
    assert all(" kB " in line for line in lines[:3])
    assert " of 4,096 characters" in lines[1]
    assert " of 64,000 characters" in lines[2]
    assert lines[-1].startswith("Built in ")


@pytest.mark.usefixtures("course")
def test_a_scorm_package_is_whole(command: Command, tmp_path: Path) -> None:
    command("build", "tea")
    with zipfile.ZipFile(tmp_path / "dist" / "tea-scorm12.zip") as archive:
        names = archive.namelist()
        page = archive.read("index.html").decode()
        script = next(name for name in names if name.startswith("assets/player."))
        assert b'"scorm12"' in archive.read(script)
    assert "imsmanifest.xml" in names
    assert "Warm the pot" in page


@pytest.mark.usefixtures("course")
def test_format_and_out_change_what_is_built_and_where(command: Command, tmp_path: Path) -> None:
    assert command("build", "tea", "--format", "scorm2004", "--out", "elsewhere/deep").status == 0
    assert sorted(_all(tmp_path / "elsewhere" / "deep")) == [".coursewright", "tea-scorm2004.zip"]
    assert not (tmp_path / "dist").exists()


def test_without_a_folder_the_course_here_or_in_course_src_is_built(
    command: Command, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.rename(course.with_name("course_src"))
    assert command("build").status == 0
    monkeypatch.chdir(course.with_name("course_src"))
    assert command("build").status == 0


def test_the_first_build_writes_ids_lock_and_the_next_leaves_it(command: Command, course: Path) -> None:
    assert "ids.lock has changed" in command("build", "tea").out
    lock = (course / "ids.lock").read_text("utf-8")
    assert "q-pot" in lock
    assert "ids.lock" not in command("build", "tea").out
    assert command("build", "tea", "--locked").status == 0


def test_locked_refuses_a_lock_that_would_change(command: Command, course: Path, tmp_path: Path) -> None:
    run = command("build", "tea", "--locked")
    assert run.status == 1
    assert run.err.startswith("tea/ids.lock:1:1: CW506 ")
    assert not (course / "ids.lock").exists()
    assert not (tmp_path / "dist").exists()


def test_building_twice_gives_the_same_bytes(command: Command, course: Path, tmp_path: Path) -> None:
    command("build", "tea", "--out", "one")
    for path in course.rglob("*.md"):
        path.touch()
    command("build", "tea", "--out", "two")
    assert _all(tmp_path / "one") == _all(tmp_path / "two")


@pytest.mark.usefixtures("course")
def test_source_date_epoch_is_the_time_in_the_zip(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    command("build", "tea")
    with zipfile.ZipFile(tmp_path / "dist" / "tea-scorm12.zip") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {2023}


@pytest.mark.usefixtures("course")
def test_a_source_date_epoch_that_is_no_number_is_a_sentence(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = command("build", "tea")
    assert run.status == 1
    assert run.err == "coursewright: SOURCE_DATE_EPOCH must be whole seconds since 1970, not 'yesterday'\n"


def test_a_course_with_an_error_leaves_the_last_good_build(command: Command, course: Path, tmp_path: Path) -> None:
    command("build", "tea")
    before, lock = _all(tmp_path / "dist"), (course / "ids.lock").read_bytes()
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8") + "\n::: sinlge {#q-two}\n:::\n", "utf-8")
    run = command("build", "tea")
    assert run.status == 1
    assert "Nothing was built." in run.err
    assert _all(tmp_path / "dist") == before
    assert (course / "ids.lock").read_bytes() == lock


def test_a_full_disk_is_a_sentence_and_leaves_everything(
    command: Command, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("build", "tea")
    before = _all(tmp_path)
    (course / "content" / "01-pot" / "more.md").write_text("# More\n\nBiscuits.\n", "utf-8")
    before["tea/content/01-pot/more.md"] = b"# More\n\nBiscuits.\n"

    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    run = command("build", "tea")
    assert run.status == 1
    assert "coursewright: the disk is full" in run.err
    assert _all(tmp_path) == before


@pytest.mark.usefixtures("course")
def test_a_dist_that_is_not_ours_is_a_sentence_and_left_alone(command: Command, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "photo.jpg").write_bytes(b"mine")
    run = command("build", "tea")
    assert run.status == 1
    assert "coursewright: dist is not empty and no build made it" in run.err
    assert _all(tmp_path / "dist") == {"photo.jpg": b"mine"}


@pytest.mark.usefixtures("course")
def test_an_unknown_format_is_a_wrong_command_line(command: Command) -> None:
    run = command("build", "tea", "--format", "scrom12")
    assert run.status == 2
    assert "did you mean 'scorm12'?" in run.err


@pytest.mark.parametrize(
    "title", ["Fish & <chips>", "“Quotes” 'and' \"more\"", "إدارة المحادثات", "🫖 Tea", "</script><b>", "{{ 7 * 7 }}"]
)
def test_any_title_can_be_built(command: Command, course: Path, tmp_path: Path, title: str) -> None:
    settings = course / "course.yaml"
    quoted = title.replace('"', '\\"')
    settings.write_text(settings.read_text("utf-8").replace("title: Tea", f'title: "{quoted}"'), "utf-8")
    run = command("build", "tea")
    assert (run.status, run.err) == (0, "")
    page = (tmp_path / "dist" / "tea-html" / "index.html").read_text("utf-8")
    assert "<b>" not in page
    assert "49" not in page.partition("</title>")[0]


def test_what_lies_outside_the_course_folder_never_gets_into_a_package(
    command: Command, course: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    page = course / "content" / "01-pot" / "warm.md"
    page.write_text(page.read_text("utf-8") + "\n![A secret.](../../../secret.svg)\n", "utf-8")
    run = command("build", "tea")
    assert run.status == 1
    assert "tea/content/01-pot/warm.md:15:" in run.err
    assert not (tmp_path / "dist").exists()


def test_checking_again_after_a_build_finds_the_lock_as_it_must_be(command: Command, course: Path) -> None:
    command("build", "tea")
    assert not check_course(course).lock_differs


def test_even_a_build_that_finds_errors_clears_up_after_one_that_was_killed(
    command: Command, course: Path, tmp_path: Path
) -> None:
    assert command("build", "tea").status == 0
    before = _all(tmp_path / "dist")
    (tmp_path / "dist" / WORKING / "new").mkdir(parents=True)
    (course / "course.yaml").write_text("", "utf-8")
    assert command("build", "tea").status == 1
    assert _all(tmp_path / "dist") == before
    assert not (tmp_path / "dist" / WORKING).exists()
