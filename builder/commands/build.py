"""`coursewright build`: checks a course, builds its packages and says what it made."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from builder.build import Built, Room, build_course
from builder.console.show import ERR, OUT, complain, show
from builder.packages.package import find_packages
from builder.packages.write import NotWritten
from builder.resources import PlayerMissing
from builder.source.suggest import did_you_mean


def build(folder: Path, out: Path, formats: tuple[str, ...], locked: bool) -> int:
    """Builds; the exit status is 1 where nothing was built, 2 where a format is unknown."""
    began = time.monotonic()
    known = find_packages()
    for name in formats:
        if name not in known:
            complain(f"no format is called {name!r}{did_you_mean(name, known)}: there are {', '.join(known)}")
            return 2
    try:
        built = build_course(folder, out, formats, locked=locked, epoch=_epoch(os.environ))
    except (NotWritten, PlayerMissing, _BadEpoch) as problem:
        complain(str(problem))
        return 1
    show(built.diagnostics, folder)
    if not built.written:
        ERR.print("Nothing was built.")
        return 1
    _report(built, folder, time.monotonic() - began)
    return 0


class _BadEpoch(Exception):
    """SOURCE_DATE_EPOCH is no number of seconds."""


def _epoch(environment: Mapping[str, str]) -> int | None:
    value = environment.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit()):
        raise _BadEpoch(f"SOURCE_DATE_EPOCH must be whole seconds since 1970, not {value!r}")
    return int(value)


def _report(built: Built, folder: Path, seconds: float) -> None:
    width = max(len(str(written.path)) for written in built.written)
    for written, room in zip(built.written, built.rooms, strict=True):
        OUT.print(f"{written.path!s:<{width}}  {_size(written.size):>8}  {_room(room)}")
    if built.lock_written:
        OUT.print(f"{folder / 'ids.lock'} has changed: commit it with the course.")
    OUT.print(f"Built in {seconds:.1f} s.")


def _room(room: Room) -> str:
    if room.limit is None:
        return f"a learner's work takes {room.worst:,} characters at the most; no limit"
    return f"a learner's work takes {room.worst:,} of {room.limit:,} characters at the most"


def _size(size: int) -> str:
    return f"{size / 1000:,.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
