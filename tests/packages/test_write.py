"""Writing into dist/: all or nothing, and never over what is somebody else's."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.packages.marker import Marker
from builder.packages.write import WORKING, NotWritten, staged, write
from builder.source.files import MARKER

ROOT = Path(__file__).parents[2]
OLD = {"c-scorm12.zip": {"a": b"old"}, "c-html": {"index.html": b"old", "gone.txt": b"old"}}
NEW = {"c-scorm12.zip": {"a": b"new"}, "c-html": {"index.html": b"new", "assets/deep/x.css": b"new"}}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """An output folder with a good build in it."""
    write(OLD, tmp_path / "dist")
    return tmp_path / "dist"


def _all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_replaces_what_the_last_one_made(dist: Path) -> None:
    written = write(NEW, dist)
    assert [one.path for one in written] == [dist / "c-scorm12.zip", dist / "c-html"]
    assert written[0].size == (dist / "c-scorm12.zip").stat().st_size
    assert written[1].size == 6
    assert sorted(_all(dist)) == [MARKER, "c-html/assets/deep/x.css", "c-html/index.html", "c-scorm12.zip"]


def test_other_formats_of_earlier_builds_stay(dist: Path) -> None:
    write({"c-scorm2004.zip": {"a": b""}}, dist)
    write(NEW, dist)
    assert (dist / "c-scorm2004.zip").is_file()


@pytest.mark.parametrize("failing", ["c-scorm12.zip", "c-html"])
def test_a_failure_while_renaming_puts_everything_back(
    dist: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _all(dist)
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.parent.name == "new" and self.name == failing:
            raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotWritten, match="as it was"):
        write(NEW | {"c-new.zip": {"a": b""}}, dist)
    assert _all(dist) == before


def test_a_full_disk_leaves_the_last_good_build(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _all(dist)

    def fail(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten, match="the disk is full"):
        write(NEW, dist)
    assert _all(dist) == before


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten):
        write(NEW, tmp_path / "dist")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["write_bytes", "link", "rename", "replace"])
def test_a_build_killed_at_any_moment_is_cleared_up_by_the_next(dist: Path, moment: str) -> None:
    before = _all(dist)
    script = f"""
import os
from pathlib import Path
from builder.packages import write as module
from tests.packages.test_write import NEW
owner = os if {moment!r} == "link" else Path
setattr(owner, {moment!r}, lambda *arguments: os._exit(9))
module.write(NEW, Path({str(dist)!r}))
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 9
    assert (dist / WORKING).exists()
    with Marker(dist) as marker:
        assert marker
    write({"other.zip": {"a": b""}}, dist)
    left = _all(dist)
    assert {name: left[name] for name in before if name != MARKER} == {
        name: data for name, data in before.items() if name != MARKER
    }
    assert not (dist / WORKING).exists()


def test_a_build_killed_while_it_copies_what_it_replaces_leaves_the_whole_of_it(dist: Path) -> None:
    before = _all(dist)
    script = f"""
import os, shutil
from pathlib import Path
from builder.packages import write as module
from tests.packages.test_write import NEW

def no_links(*arguments):
    raise OSError("this file system has no links")

def half(source, target):
    Path(target).write_bytes(Path(source).read_bytes()[:9])
    os._exit(9)

os.link, shutil.copyfile = no_links, half
module.write(NEW, Path({str(dist)!r}))
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 9
    write({"other.zip": {"a": b""}}, dist)
    left = _all(dist)
    assert {name: left[name] for name in before if name != MARKER} == {
        name: data for name, data in before.items() if name != MARKER
    }


def test_a_folder_that_no_build_made_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NotWritten, match="is not empty and no build made it"):
        write(NEW, tmp_path)
    assert _all(tmp_path) == {"thesis.txt": b"mine"}


def test_a_package_of_somebody_else_in_our_folder_is_not_overwritten(dist: Path) -> None:
    (dist / "c-scorm2004").mkdir()
    (dist / "c-scorm2004" / "notes.txt").write_text("mine")
    with pytest.raises(NotWritten, match="c-scorm2004 is there already"):
        write({"c-scorm2004": {"a": b""}}, dist)
    assert (dist / "c-scorm2004" / "notes.txt").read_text() == "mine"


def test_an_empty_folder_may_be_built_into(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    write(NEW, tmp_path)
    assert (tmp_path / "c-scorm12.zip").is_file()


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(NotWritten, match="it is a file where a folder should be"):
        write(NEW, tmp_path / "dist")


@pytest.mark.parametrize("reason", [errno.EACCES, errno.EROFS])
def test_a_folder_that_may_not_be_written_to_is_a_sentence(
    dist: Path, reason: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, *arguments: object, **options: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(NotWritten, match="may not be written to"):
        write(NEW, dist)


def test_a_second_build_at_the_same_time_is_told_to_wait(dist: Path) -> None:
    with Marker(dist), pytest.raises(NotWritten, match="another build is writing"):
        write(NEW, dist)


@pytest.fixture
def strict_umask() -> Iterator[None]:
    """A umask that lets nobody else read."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("strict_umask")
def test_what_is_written_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write(NEW, tmp_path / "dist")
    html = tmp_path / "dist" / "c-html"
    assert stat.S_IMODE((html / "assets" / "deep").stat().st_mode) == 0o755
    assert stat.S_IMODE((html / "assets" / "deep" / "x.css").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "dist" / "c-scorm12.zip").stat().st_mode) == 0o644


def test_a_file_is_replaced_only_after_what_it_goes_with_succeeded(tmp_path: Path) -> None:
    lock = tmp_path / "ids.lock"
    lock.write_bytes(b"old")
    with pytest.raises(NotWritten, match="no"), staged(lock, b"new"):
        raise NotWritten("no")
    assert _all(tmp_path) == {"ids.lock": b"old"}
    with staged(lock, b"new"):
        assert lock.read_bytes() == b"old"
    assert _all(tmp_path) == {"ids.lock": b"new"}
