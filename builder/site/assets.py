"""The files that a site carries beside its page: those that are used, each under a name with a hash of its content.

An LMS keeps files by name from one version of a course to the next, so a changed file must have another name; and some
unpack zips badly, so a name is plain lower-case ASCII whatever the author's file was called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from builder.source.slug import slug

FOLDER = "assets"
_HASH = 10


class Assets:
    """Gathers the files of one site while it is rendered. `sources` are the course's own, by path in its folder."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        self._sources = sources
        self._files: dict[str, bytes] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """What was used so far, by path in the site."""
        return self._files

    def add(self, name: str, content: bytes) -> str:
        """Takes a file and gives its path in the site: `style.css` becomes `assets/style.1a2b3c4d5e.css`."""
        written = PurePosixPath(name)
        ending = "".join(letter for letter in written.suffix.lower() if letter.isascii() and letter.isalnum())
        digest = hashlib.sha256(content).hexdigest()[:_HASH]
        path = f"{FOLDER}/{slug(written.stem)}.{digest}" + (f".{ending}" if ending else "")
        self._files[path] = content
        return path

    def read(self, path: str) -> bytes:
        """A file of the course. Raises KeyError where the course has no such file."""
        return self._sources[path]

    def use(self, path: str) -> str:
        """The path in the site of a file of the course. Raises KeyError where the course has no such file."""
        return self.add(PurePosixPath(path).name, self.read(path))
