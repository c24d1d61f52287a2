"""Asks the LRS, with the relay's credentials, and turns what it answers into what a page can go by.

What goes wrong between the relay and the LRS is never the learner's doing: it becomes 502, 503 or 504 with a
Retry-After, so that the page keeps what it has and comes again.
"""

from __future__ import annotations

import asyncio
import email.utils
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy

import httpx

from builder import __version__
from builder.relay.refusal import Refused
from builder.relay.settings import Settings

_SECONDS = 30
_TIMEOUT = httpx.Timeout(20, connect=5, pool=5)
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)
_RETRY_SECONDS = 10
_MOST_OF_A_REASON = 2_000

_PASSED_BACK = ("etag", "last-modified", "x-experience-api-version")
_REASONS = ("application/json", "text/plain")


@dataclass(frozen=True, slots=True)
class Question:
    """A request to the LRS: a resource of its endpoint, with the headers that are the page's to set."""

    method: str
    resource: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page may have of the LRS's answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Upstream:
    """The LRS. An answer may have `most` bytes; `transport` is how it is reached, if not by the network."""

    def __init__(self, settings: Settings, most: int, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._most = most
        self._client = httpx.AsyncClient(
            base_url=settings.lrs,
            headers={
                "Authorization": settings.authorization,
                "Accept": "application/json",
                # An ETag names the bytes of a document, which another encoding has others of (Communication, 3.1).
                "Accept-Encoding": "identity",
                "User-Agent": f"coursewright-relay/{__version__}",
            },
            timeout=_TIMEOUT,
            limits=_LIMITS,
            follow_redirects=False,
            transport=transport,
        )
        # What one learner's request is given must not go with another's.
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    async def close(self) -> None:
        """Lets go of the connections."""
        await self._client.aclose()

    async def ask(self, question: Question) -> Answer:
        """The LRS's answer. Raises Refused: 429, 502, 503 or 504, with when to come again."""
        try:
            async with asyncio.timeout(_SECONDS):
                return await self._ask(question)
        except httpx.PoolTimeout:
            raise Refused(503, "Too much is on its way to the LRS.", _RETRY_SECONDS) from None
        except (TimeoutError, httpx.TimeoutException):
            raise Refused(504, "The LRS did not answer in time.", _RETRY_SECONDS) from None
        except httpx.HTTPError:
            raise Refused(502, "The LRS can't be reached.", _RETRY_SECONDS) from None

    async def _ask(self, question: Question) -> Answer:
        kind = {} if question.body is None else {"Content-Type": "application/json"}
        async with self._client.stream(
            question.method,
            question.resource,
            params=question.parameters,
            headers={**question.headers, **kind},
            content=question.body,
        ) as response:
            _hold(response, question)
            return await self._answer(response)

    async def _answer(self, response: httpx.Response) -> Answer:
        kind = _kind(response)
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > self._most:
                raise Refused(502, "The LRS answered with more than the relay takes.", _RETRY_SECONDS)
        headers = {name: response.headers[name] for name in _PASSED_BACK if name in response.headers}
        if response.is_success:
            if body:
                headers["content-type"] = kind if kind in _REASONS else "application/octet-stream"
            return Answer(response.status_code, headers, bytes(body))
        headers["content-type"] = "text/plain; charset=utf-8"
        status = 400 if response.status_code == 422 else response.status_code
        reason = bytes(body[:_MOST_OF_A_REASON]) if kind in _REASONS else b""
        return Answer(status, headers, reason or b"The LRS refused this.")


def _hold(response: httpx.Response, question: Question) -> None:
    """Raises Refused where the answer says something about the relay or the LRS and nothing about what was asked."""
    status = response.status_code
    if response.headers.get("content-encoding", "identity") != "identity":
        raise Refused(502, "The LRS answered in an encoding that it was not asked for.", _RETRY_SECONDS)
    if response.is_success and _kind(response) != "text/html":
        return
    document = question.resource != "statements"
    if status in (400, 409, 412, 413, 422) or (status == 404 and document):
        return
    if status in (401, 403, 407):
        raise Refused(502, "The LRS refused the relay's credentials.", _RETRY_SECONDS)
    if status in (429, 503):
        raise Refused(status, "The LRS asks to wait.", _seconds(response.headers.get("retry-after")))
    if status in (408, 504):
        raise Refused(504, "The LRS did not answer in time.", _RETRY_SECONDS)
    if response.is_success:
        raise Refused(502, "The LRS answered with a web page.", _RETRY_SECONDS)
    raise Refused(502, f"The LRS answered with {status}.", _seconds(response.headers.get("retry-after")))


def _kind(response: httpx.Response) -> str:
    kind: str = response.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower()


def _seconds(said: str | None) -> int:
    """The seconds of a Retry-After (RFC 9110, 10.2.3), from one to an hour."""
    if said is None:
        return _RETRY_SECONDS
    if said.isascii() and said.isdigit():
        wait = int(said[:6])
    else:
        try:
            at = email.utils.parsedate_to_datetime(said)
            wait = round(at.timestamp() - time.time())
        except (ValueError, OverflowError):
            wait = _RETRY_SECONDS
    return min(3600, max(1, wait))
