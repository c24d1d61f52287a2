"""Puts packages into the output folder: all of them or none, each written beside and then renamed into place.

What was there stays until all that is new has been written. A build that was killed leaves a hidden working folder
behind; the next one puts back what had been moved aside, if it was not all replaced, and takes the rest away.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.packages.archive import require_safe, zip_files
from builder.packages.marker import Marker, NotOurs

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
        raise NotWritten(_sentence(error, folder)) from error
    return tuple(Written(folder / name, _size(content)) for name, content in ready.items())


@contextmanager
def staged(path: Path, data: bytes) -> Iterator[None]:
    """Has the file's new bytes on the disk before the block, and in their place after it where nothing failed.

    Raises NotWritten.
    """
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
        (working / "old").mkdir(parents=True)
        (working / "new").mkdir()
        for name, content in ready.items():
            _put(working / "new" / name, content)
        _swap(tuple(ready), working, folder)
    finally:
        shutil.rmtree(working, ignore_errors=True)


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


def _swap(names: tuple[str, ...], working: Path, folder: Path) -> None:
    """Moves the new packages to where the old ones are; on any failure puts the old ones back."""
    placed: list[str] = []
    try:
        for name in names:
            _set_aside(folder / name, working / "old" / name)
            (working / "new" / name).replace(folder / name)
            placed.append(name)
    except BaseException:
        for name in placed:
            _remove(folder / name)
        _restore(working / "old", folder)
        raise


def _set_aside(path: Path, aside: Path) -> None:
    """Keeps what is there for the case of failure; a file stays in its place, too, until the new one replaces it."""
    if path.is_dir() and not path.is_symlink():
        path.rename(aside)
    elif path.exists():
        try:
            os.link(path, aside)
        except OSError:
            # A copy has its name only when it is whole: whoever clears up after us would put half a one back.
            copy = aside.parent.parent / aside.name
            shutil.copyfile(path, copy)
            copy.rename(aside)


def _recover(working: Path, folder: Path) -> None:
    """Clears up after a build that was killed: where it had not placed all its packages, none shall be."""
    if (working / "new").is_dir() and any((working / "new").iterdir()):
        _restore(working / "old", folder)
    if working.exists():
        shutil.rmtree(working)


def _restore(old: Path, folder: Path) -> None:
    for path in sorted(old.iterdir()):
        _remove(folder / path.name)
        path.rename(folder / path.name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _size(content: Content) -> int:
    return len(content) if isinstance(content, bytes) else sum(map(len, content.values()))


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"the disk is full: {path} is as it was"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{path} may not be written to: change its permissions, or choose another folder with --out"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{error.filename} is in the way: it is a file where a folder should be"
    return f"{path} could not be written ({error.strerror}): it is as it was"
