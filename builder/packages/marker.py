"""The file `.coursewright` in an output folder: what builds have put there, and a lock that keeps two builds apart."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from builder.source.files import MARKER

if sys.platform != "win32":
    import fcntl

_HEADING = b"Coursewright made what is listed here, and makes it anew with each build.\n"


class NotOurs(Exception):
    """The folder, or something in it, belongs to somebody else; the message is a sentence."""


class Marker:
    """Holds the lock while entered, and undoes what it noted where the block fails. Raises NotOurs and OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / MARKER

    def __enter__(self) -> Marker:
        strangers = any(not path.name.startswith(".") for path in self._folder.iterdir())
        if strangers and not self._path.exists():
            raise NotOurs(
                f"{self._folder} is not empty and no build made it (it has no {MARKER} file): "
                "choose another folder with --out, or empty this one"
            )
        self._file: BinaryIO = self._path.open("a+b")
        try:
            if sys.platform != "win32":
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise NotOurs(f"another build is writing to {self._folder}: wait for it to end") from None
        self._file.seek(0)
        self._before = self._file.read()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            if error is not None:
                self._file.truncate(len(self._before))
        if error is not None and not self._before:
            self._path.unlink()

    def claim(self, names: Iterable[str]) -> None:
        """Notes that these names in the folder are ours. Raises NotOurs where one exists that no build has made."""
        ours = set(self._before.decode("utf-8", "replace").splitlines()[1:])
        fresh = [name for name in sorted(names) if name not in ours]
        for path in (self._folder / name for name in fresh):
            if path.exists() or path.is_symlink():
                raise NotOurs(f"{path} is there already and no build made it: move it away, or choose another --out")
        heading = b"" if self._before else _HEADING
        self._file.write(heading + "".join(f"{name}\n" for name in fresh).encode())
        self._file.flush()
