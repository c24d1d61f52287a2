"""What a relay goes by."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class HeaderIdentity:
    """The learner's account name stands in a header, which only these addresses may set."""

    header: str
    proxies: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class CookieIdentity:
    """The learner stands in a cookie that the provider's site has signed. Of the secrets, the last is the newest."""

    cookie: str
    secrets: tuple[str, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one learner may send: bytes a request, statements a request, requests a minute."""

    body: int = 1024 * 1024
    statements: int = 200
    requests: int = 120


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a relay goes by.

    `lrs` ends with a slash, `path` does not; `authorization` is the header's value for the LRS; `origin` is the page's,
    as browsers write it; `courses` are IRIs of activities, each with all that lies under it.
    """

    lrs: str
    authorization: str
    host: str
    port: int
    path: str
    origin: str
    courses: tuple[str, ...]
    home_page: str
    identity: HeaderIdentity | CookieIdentity
    bounds: Bounds = field(default_factory=Bounds)
