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

from builder.packages import swap as swap_module
from builder.packages.marker import Marker
from builder.packages.swap import exchange
from builder.packages.write import WORKING, NotWritten, repair, staged, write
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


@pytest.fixture(params=["one step", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system whose folders change places in one step, and one where nothing does that."""
    if request.param == "two renames":
        monkeypatch.setattr(swap_module, "exchange", lambda one, other: False)
    return str(request.param)


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("failing", ["c-scorm12.zip", "c-html", "c-new.zip"])
def test_a_failure_while_renaming_puts_everything_back(
    dist: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _all(dist)
    place = swap_module._place

    def fail(new: Path, path: Path, old: Path) -> None:
        if new.name == failing:
            raise OSError(errno.EIO, "Input/output error")
        place(new, path, old)

    monkeypatch.setattr(swap_module, "_place", fail)
    with pytest.raises(NotWritten, match="as it was"):
        write(NEW | {"c-new.zip": {"a": b""}}, dist)
    assert _all(dist) == before


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no other system has this step")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name.txt").write_text(name)
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert _all(tmp_path) == {"one/name.txt": b"other", "other/name.txt": b"one"}
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "gone")


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


# Kills a build at each moment at which the disk is about to change: before every os.rename, os.link,
# os.mkdir, open and so on, and on both sides of the step that lets two folders change places.
_KILLED = """
import itertools, os, shutil, sys
from pathlib import Path
from builder.packages import swap, write as module
from tests.packages.test_write import NEW

def build(dist, moment):
    left = moment
    def count(event, arguments):
        nonlocal left
        if event.startswith(("os.", "open", "shutil.", "test.")) and any("dist" in str(one) for one in arguments):
            left -= 1
            if left < 0:
                os._exit(9)
    kept = swap.exchange
    def exchange(one, other):
        sys.audit("test.exchange", str(one))
        done = {able} and kept(one, other)
        sys.audit("test.exchanged", str(one))
        return done
    swap.exchange = exchange
    sys.addaudithook(count)
    module.write(NEW | {{"c-new": {{"a": b""}}}}, dist)
    os._exit(0)

here = Path({here!r})
for moment in itertools.count():
    shutil.copytree(here / "dist", here / str(moment) / "dist")
    child = os.fork()
    if child == 0:
        build(here / str(moment) / "dist", moment)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 0:
        break
    assert status == 9, status
"""


def _packages(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in _all(folder).items() if not name.startswith(".coursewright")}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of the process at each moment")
def test_a_build_killed_at_any_moment_leaves_whole_packages_and_the_next_command_puts_back_the_old_ones(
    tmp_path: Path, system: str
) -> None:
    write(OLD, tmp_path / "dist")
    old = _packages(tmp_path / "dist")
    write(NEW | {"c-new": {"a": b""}}, tmp_path / "new")
    new = _packages(tmp_path / "new")
    folders = [{name: data for name, data in one.items() if name.startswith("c-html")} for one in (old, new)]
    script = _KILLED.format(able=system == "one step", here=str(tmp_path))
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    *killed, whole = sorted((path for path in tmp_path.iterdir() if path.name.isdigit()), key=lambda at: int(at.name))
    assert _packages(whole / "dist") == new
    between = 0
    for dist in (path / "dist" for path in killed):
        left = _packages(dist)
        between += left not in (old, new)
        assert left["c-scorm12.zip"] in (old["c-scorm12.zip"], new["c-scorm12.zip"])
        if system == "one step":
            assert {name: data for name, data in left.items() if name.startswith("c-html")} in folders
        repair(dist)
        assert not (dist / WORKING).exists()
        assert _packages(dist) in ((old, new) if left == new else (old,))
    assert len(killed) > 15
    assert between


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
    with pytest.raises(NotWritten, match="may not be written"):
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


def test_a_file_above_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "dist.txt").write_text("a file")
    with pytest.raises(NotWritten, match=r"dist\.txt is in the way"):
        write(NEW, tmp_path / "dist.txt" / "sub")


def test_a_file_that_may_only_be_read_is_not_replaced(tmp_path: Path) -> None:
    lock = tmp_path / "ids.lock"
    lock.write_bytes(b"old")
    lock.chmod(0o444)
    with pytest.raises(NotWritten, match="it may only be read"), staged(lock, b"new"):
        pass
    assert _all(tmp_path) == {"ids.lock": b"old"}


def test_a_course_folder_that_may_not_be_written_to_is_no_matter_of_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, data: bytes) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten) as refused, staged(tmp_path / "ids.lock", b"new"):
        pass
    assert "may not be written" in str(refused.value)
    assert "--out" not in str(refused.value)
