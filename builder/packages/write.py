"""Puts packages into the output folder: all of them or none, each written beside and then put into place in one step.

What was there stays until all that is new has been written. A build that was killed leaves a hidden working folder
behind; the next one puts the old packages back, if not all were replaced, and takes the rest away.
"""

from __future__ import annotations

import errno
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.packages.archive import require_safe, zip_files
from builder.packages.marker import Marker, NotOurs
from builder.packages.swap import NEW, is_unfinished, put_back, swap

WORKING = ".coursewright-working"

Content = bytes | Mapping[str, bytes]


class NotWritten(Exception):
    """The packages could not be written; the message is a sentence for the person who ran the build."""


@dataclass(frozen=True, slots=True)
class Written:
    """One package in the output folder. `size` is in bytes: the zip's, or the sum of a folder's files."""

    path: Path
    size: int


def write(packages: Mapping[str, Mapping[str, bytes]], folder: Path, epoch: int | None = None) -> tuple[Written, ...]:
    """Writes packages into `folder`, by output name: `*.zip` as a zip, others as a folder of files.

    `epoch` is the time that zip entries bear, in seconds since 1970; None for a fixed one. Raises NotWritten, and then
    everything in the folder is as it was.
    """
    for path in (path for files in packages.values() for path in files):
        require_safe(path)
    ready: dict[str, Content] = {
        name: zip_files(files, epoch) if name.endswith(".zip") else files for name, files in packages.items()
    }
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Marker(folder) as marker:
            _replace(ready, folder, marker)
    except NotOurs as refusal:
        raise NotWritten(str(refusal)) from None
    except OSError as error:
        if is_new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        raise NotWritten(_sentence(error, folder, ", or choose another folder with --out")) from error
    return tuple(Written(folder / name, _size(content)) for name, content in ready.items())


def repair(folder: Path) -> None:
    """Puts right what a killed build left in an output folder. Raises NotWritten."""
    if not (folder / WORKING).is_dir():
        return
    try:
        with Marker(folder):
            _recover(folder / WORKING, folder)
    except NotOurs as refusal:
        raise NotWritten(str(refusal)) from None
    except OSError as error:
        raise NotWritten(_sentence(error, folder, ", or choose another folder with --out")) from error


@contextmanager
def staged(path: Path, data: bytes) -> Iterator[None]:
    """Has the file's new bytes on the disk before the block, and in their place after it where nothing failed.

    Raises NotWritten, also where the file may only be read: renaming would not ask.
    """
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise NotWritten(f"{path} must change, and it may only be read: make it writable, or undo what changes it")
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        yield
        beside.replace(path)
    except OSError as error:
        raise NotWritten(_sentence(error, path)) from error
    finally:
        beside.unlink(missing_ok=True)


def _replace(ready: Mapping[str, Content], folder: Path, marker: Marker) -> None:
    working = folder / WORKING
    _recover(working, folder)
    marker.claim(ready)
    try:
        (working / NEW).mkdir(parents=True)
        for name, content in ready.items():
            _put(working / NEW / name, content)
        swap(ready, working, folder)
    finally:
        # Where the old ones could not be put back, they lie in there.
        if not is_unfinished(working):
            shutil.rmtree(working, ignore_errors=True)


def _recover(working: Path, folder: Path) -> None:
    """Clears up after a build that was killed: where it had not placed all its packages, none shall be."""
    put_back(working, folder)
    if working.exists():
        shutil.rmtree(working)


def _put(path: Path, content: Content) -> None:
    """Writes a file, or a folder of files, with the same permissions whatever the umask is."""
    if isinstance(content, bytes):
        path.write_bytes(content)
        path.chmod(0o644)
        return
    for folder in sorted(
        {path, *(parent for name in content for parent in (path / name).parents if path in parent.parents)}
    ):
        folder.mkdir()
        folder.chmod(0o755)
    for name, data in content.items():
        _put(path / name, data)


def _size(content: Content) -> int:
    return len(content) if isinstance(content, bytes) else sum(map(len, content.values()))


def _sentence(error: OSError, path: Path, otherwise: str = "") -> str:
    """What stopped us; `otherwise` is what else to do where permissions are at fault."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"the disk is full: {path} is as it was"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{path} may not be written: change its permissions, or its folder's{otherwise}"
    if isinstance(error, FileExistsError | NotADirectoryError):
        in_the_way = next((one for one in (*reversed(path.parents), path) if one.is_file()), error.filename)
        return f"{in_the_way} is in the way: it is a file where a folder should be"
    return f"{path} could not be written ({error.strerror}): it is as it was"
