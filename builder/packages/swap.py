"""Puts packages that are ready into the place of the old ones, each in one step, and puts the old ones back.

A zip is renamed over the old one. A folder changes places with the old one, which Linux and macOS do in one step; where
nothing does, it takes two renames. Before the first step a plan is written into the working folder and after the last
it is taken away: a plan that is found there was not carried out to its end, and its old packages are put back.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

NEW = "new"
_OLD = "old"
_PLAN = "plan.json"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def swap(names: Iterable[str], working: Path, folder: Path) -> None:
    """Moves what is in `working`/new into `folder`; on any failure `folder` is as it was.

    What was replaced is then somewhere in `working`.
    """
    plan = {name: _identity(working / NEW / name) for name in names}
    (working / _OLD).mkdir()
    for name in plan:
        _keep_file(folder / name, working)
    unfinished = working / "unfinished.json"
    unfinished.write_bytes(json.dumps(plan).encode())
    unfinished.replace(working / _PLAN)
    try:
        for name in plan:
            _place(working / NEW / name, folder / name, working / _OLD / name)
    except BaseException:
        put_back(working, folder)
        raise
    (working / _PLAN).unlink()


def put_back(working: Path, folder: Path) -> None:
    """Undoes a swap that did not come to its end; it may itself be killed, and done again."""
    try:
        plan: dict[str, int] = json.loads((working / _PLAN).read_bytes())
    except FileNotFoundError:
        return
    for name, identity in plan.items():
        new, old, path = working / NEW / name, working / _OLD / name, folder / name
        is_placed = _identity(path) == identity
        if old.exists():
            if is_placed and path.is_dir():
                path.rename(new)
            old.replace(path)
        elif is_placed and not (new.exists() and exchange(new, path)):
            path.rename(new)
    (working / _PLAN).unlink()


def is_unfinished(working: Path) -> bool:
    """Whether a swap was begun and neither done nor undone."""
    return (working / _PLAN).exists()


def exchange(one: Path, other: Path) -> bool:
    """Lets two paths change places in one step; False where this system or file system cannot. Raises OSError."""
    here, there = os.fsencode(one), os.fsencode(other)
    library: Any = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    if hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, here, _AT_FDCWD, there, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        status = library.renamex_np(here, there, _RENAME_SWAP)
    else:
        return False
    number = ctypes.get_errno()
    if status != 0 and number not in _UNABLE:
        raise OSError(number, os.strerror(number), str(one), None, str(other))
    return bool(status == 0)


def _place(new: Path, path: Path, old: Path) -> None:
    if not path.is_dir() or path.is_symlink():
        new.replace(path)
    elif not exchange(new, path):
        path.rename(old)
        new.rename(path)


def _keep_file(path: Path, working: Path) -> None:
    """Keeps a file for the case of failure. It stays in its place, too, until the new one replaces it."""
    if path.is_file() or path.is_symlink():
        try:
            os.link(path, working / _OLD / path.name, follow_symlinks=False)
        except OSError:
            shutil.copy2(path, working / _OLD / path.name, follow_symlinks=False)


def _identity(path: Path) -> int:
    """The file system's own number of what is there, which it keeps when it is renamed; 0 for nothing."""
    try:
        return path.lstat().st_ino
    except FileNotFoundError:
        return 0
