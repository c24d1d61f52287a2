"""What the site must know of the format that it is rendered for, and what it gives to that format's package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from builder.source.diagnostic import Diagnostic
from builder.source.outputs import XapiVersion


@dataclass(frozen=True, slots=True)
class Statements:
    """How a format speaks xAPI: the version unless the LRS asks for the other, and the path of a relay on the page's
    own server, where there is one.
    """

    version: XapiVersion = "1.0.3"
    relay: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A format as the site sees it. Each package in builder/packages makes its own.

    `tracker` names the player's script for it; `capacity` is the most characters of state it keeps (None: no limit);
    `keeps_texts` whether texts of forms are kept with the state; `connect_src` is the CSP's list of places that scripts
    may talk to; `lms_decides` whether the author asked for a mastery score or thresholds in the manifest; `in_words`
    whether answers are reported in words where the format would have letters; `statements` is None for a format that
    sends none; `by_module` whether each module is a site of its own, in the folder of its id.
    """

    name: str
    tracker: str
    capacity: int | None
    keeps_texts: bool
    connect_src: str = "'none'"
    lms_decides: bool = False
    in_words: bool = False
    statements: Statements | None = None
    by_module: bool = False


def talks_to(endpoints: Iterable[str]) -> str:
    """The CSP's connect-src for a page that sends statements: its own server, and the servers of these addresses, or
    any by https where there are none (nobody but the launch knows which LRS it will be).
    """
    servers = dict.fromkeys(f"{url.scheme}://{url.netloc}".lower() for url in map(urlsplit, endpoints))
    return " ".join(("'self'", *(servers or ("https:",))))


@dataclass(frozen=True, slots=True)
class Site:
    """A rendered course: every file by its path in the package, and the one to start with. Where each module is a site
    of its own, `starts` has each one's, by the module's id.

    `diagnostics` are what only rendering can find: a theme that leaves out a hook of a kind, an id that is there twice.
    With an error among them the site must not be packed.
    """

    files: Mapping[str, bytes]
    start: str = "index.html"
    diagnostics: tuple[Diagnostic, ...] = ()
    starts: Mapping[str, str] = field(default_factory=dict)


def side_by_side(sites: Mapping[str, Site]) -> Site:
    """The sites of modules as one, each in a folder with its module's id. There must be one at least."""
    starts = {module: f"{module}/{site.start}" for module, site in sites.items()}
    return Site(
        {f"{module}/{path}": content for module, site in sites.items() for path, content in site.files.items()},
        next(iter(starts.values())),
        tuple(found for site in sites.values() for found in site.diagnostics),
        starts,
    )
