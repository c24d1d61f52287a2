"""Files become a zip whose bytes depend on the files alone: not on the day, the clock's zone or the umask."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

_FIRST_TIME = 315532800
"""1980-01-01T00:00:00Z in seconds since 1970: the earliest time that a zip can hold."""

_LAST_TIME = 4354819198
"""2107-12-31T23:59:58Z: the latest."""

_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def zip_files(files: Mapping[str, bytes], epoch: int | None) -> bytes:
    """The zip of these files, by path. Every entry bears the time `epoch` (seconds since 1970, UTC), or 1980's first.

    Entries are sorted, regular files that everyone may read, without folders; a name outside ASCII has the UTF-8 flag.
    """
    moment = time.gmtime(min(max(epoch or _FIRST_TIME, _FIRST_TIME), _LAST_TIME))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(files):
            require_safe(path)
            entry = zipfile.ZipInfo(path, (moment[0], moment[1], moment[2], moment[3], moment[4], moment[5]))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, files[path], compresslevel=9)
    return made.getvalue()


def require_safe(path: str) -> None:
    """Raises ValueError where a path is not plainly inside the package."""
    parts = PurePosixPath(path).parts
    if (
        not parts
        or path.startswith("/")
        or ".." in parts
        or "\\" in path
        or ":" in path
        or str(PurePosixPath(path)) != path
    ):
        raise ValueError(f"not a path inside a package: {path!r}")
