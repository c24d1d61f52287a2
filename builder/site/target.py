"""What the site must know of the format that it is rendered for, and what it gives to that format's package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.source.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Target:
    """A format as the site sees it. Each package in builder/packages makes its own.

    `tracker` names the player's script for it; `capacity` is the most characters of state it keeps (None: no limit);
    `keeps_texts` whether texts of forms are kept with the state; `connect_src` is the CSP's list of places that scripts
    may talk to; `lms_decides` whether the author asked for a mastery score or thresholds in the manifest; `in_words`
    whether answers are reported in words where the format would have letters.
    """

    name: str
    tracker: str
    capacity: int | None
    keeps_texts: bool
    connect_src: str = "'none'"
    lms_decides: bool = False
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A rendered course: every file by its path in the package, and the one to start with.

    `diagnostics` are what only rendering can find: a theme that leaves out a hook of a kind, an id that is there twice.
    With an error among them the site must not be packed.
    """

    files: Mapping[str, bytes]
    start: str = "index.html"
    diagnostics: tuple[Diagnostic, ...] = ()
