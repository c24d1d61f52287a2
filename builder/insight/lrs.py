"""Statements from an LRS, page by page (xAPI 1.0.3, Communication, 2.1.3: GET Statements with filters, then `more`).

The credentials come from the environment and go to the LRS alone: a `more` that leads elsewhere is not followed.
"""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from builder.insight.json_file import Place, decode
from builder.insight.record import Trouble, Unreadable

KEY = "COURSEWRIGHT_LRS_KEY"
SECRET = "COURSEWRIGHT_LRS_SECRET"
AUTHORIZATION = "COURSEWRIGHT_LRS_AUTHORIZATION"

_VERSION = "X-Experience-API-Version"
_VERSIONS = ("1.0.3", "2.0.0")
_LIMIT = 500
_MOST_BYTES = 64 * 1024 * 1024
_TRIES = 6
_LONGEST_WAIT = 60.0
_TIMEOUT = httpx.Timeout(60.0, connect=15.0)
_HOSTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of which LRS. `activity` and everything in it; `since`: what was stored after that moment."""

    url: str
    authorization: str | None
    activity: str
    since: str | None = None


def authorization(environment: Mapping[str, str]) -> str | None:
    """The header's value: the one in the environment, or one of a key and a secret; None without either."""
    whole = environment.get(AUTHORIZATION, "").strip()
    key, secret = environment.get(KEY, ""), environment.get(SECRET, "")
    if whole or not key:
        return whole or None
    return "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()


def read_lrs(
    asked: Asked, transport: httpx.BaseTransport | None = None, wait: Callable[[float], None] = time.sleep
) -> Iterator[Place]:
    """Every statement with its place (`page 3, statement 17`). Raises Unreadable where it gives no more.

    An LRS that has no `related_activities`, which the standard asks for, answers with statements about the course
    alone, and none about its pages and questions: then all its statements are read, and whoever asked sorts them.
    """
    _refuse_address(asked.url)
    with httpx.Client(timeout=_TIMEOUT, transport=transport, follow_redirects=False) as client:
        talk = _Talk(client, asked, wait)
        seen_parts = False
        filters = {"activity": asked.activity, "related_activities": "true"}
        for place, value in talk.pages(filters):
            seen_parts = seen_parts or not _is_about(value, asked.activity)
            yield place, value
        if not seen_parts:
            yield from talk.pages({})


def _refuse_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        if parts.username or parts.password:
            raise Unreadable(f"leave the name and password out of the LRS's address: put them into {KEY} and {SECRET}")
        is_one = parts.scheme in _HOSTS and parts.hostname and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one:
        raise Unreadable("that is no address of an LRS: it begins with https:// and ends as in /xapi/")


def _is_about(statement: object, iri: str) -> bool:
    about = statement.get("object") if isinstance(statement, dict) else None
    return isinstance(about, dict) and about.get("id") == iri


class _Talk:
    """The requests of one run, all in one version of xAPI."""

    def __init__(self, client: httpx.Client, asked: Asked, wait: Callable[[float], None]) -> None:
        self._client = client
        self._asked = asked
        self._wait = wait
        self._version = _VERSIONS[0]
        self._begin = f"{asked.url.rstrip('/').removesuffix('/statements')}/statements"

    def pages(self, filters: Mapping[str, str]) -> Iterator[Place]:
        since = {"since": self._asked.since} if self._asked.since else {}
        query = httpx.QueryParams({**filters, **since, "ascending": "true", "limit": str(_LIMIT)})
        url: str | None = f"{self._begin}?{query}"
        asked: set[str] = set()
        number = 0
        while url:
            number += 1
            asked.add(url)
            page = f"{self._host}, page {number}"
            found = self._get(url)
            value: object = None
            with suppress(ValueError):
                value, _ = decode(found.lstrip("\ufeff \t\r\n"))
            listed = value.get("statements") if isinstance(value, dict) else None
            if not isinstance(listed, list):
                raise Unreadable(f"{page}: the LRS answered with something that holds no statements: {found[:60]!r}")
            yield from ((f"{page}, statement {at}", each) for at, each in enumerate(listed, 1))
            url = self._more(value.get("more") if isinstance(value, dict) else None, url)
            if url in asked:
                yield page, Trouble(page, "'more' leads back to a page that was read: what follows is missing")
                return

    @property
    def _host(self) -> str:
        return urlsplit(self._begin).hostname or ""

    def _more(self, more: object, url: str) -> str | None:
        if not isinstance(more, str) or not more:
            return None
        following = urljoin(url, more)
        if _origin(following) != _origin(self._begin):
            raise Unreadable(f"the LRS says that more is at {following[:200]}, which is no place of its own")
        return following

    def _get(self, url: str) -> str:
        problem, delay = "", 0.0
        for attempt in range(_TRIES):
            if attempt:
                self._wait(delay)
            delay = min(_LONGEST_WAIT, 2**attempt) * random.uniform(0.5, 1)
            try:
                status, headers, text = self._once(url)
            except httpx.HTTPError as failed:
                problem = f"it could not be reached ({failed or type(failed).__name__})"
                continue
            if status == 200:
                return text
            if status == 429 or status >= 500:
                problem = f"it answered {status}"
                delay = _told_to_wait(headers) or delay
                continue
            if status == 400 and self._version == _VERSIONS[0] and _VERSION.lower() in text.lower():
                self._version = _VERSIONS[1]
                problem = "it speaks neither xAPI 1.0.3 nor 2.0"
                continue
            raise Unreadable(self._refused(status))
        raise Unreadable(f"{self._host}: {problem}, {_TRIES} times")

    def _once(self, url: str) -> tuple[int, httpx.Headers, str]:
        headers = {_VERSION: self._version, "Accept": "application/json"}
        if self._asked.authorization:
            headers["Authorization"] = self._asked.authorization
        with self._client.stream("GET", url, headers=headers) as answer:
            body = bytearray()
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > _MOST_BYTES:
                    raise Unreadable(f"{self._host} sends pages of more than {_MOST_BYTES // 2**20} MB")
            return answer.status_code, answer.headers, body.decode("utf-8", "replace")

    def _refused(self, status: int) -> str:
        if status in (401, 403):
            given = "refuses these credentials" if self._asked.authorization else "asks for credentials"
            return f"{self._host} {given} ({status}): set {KEY} and {SECRET}, or {AUTHORIZATION}, in the environment"
        if 300 <= status < 400:
            return f"{self._host} answered {status}, a redirection: give the address that it leads to"
        return f"{self._host} answered {status} to {self._begin}: is that the LRS's address, as in https://host/xapi/?"


def _told_to_wait(headers: httpx.Headers) -> float:
    """Retry-After in seconds, bounded; 0 where there is none or it is a date."""
    text = headers.get("retry-after", "")
    return min(_LONGEST_WAIT, float(text)) if text.isascii() and text.isdecimal() else 0.0


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    return parts.scheme, parts.hostname or "", port or _HOSTS.get(parts.scheme, 0)
