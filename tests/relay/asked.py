"""A relay in front of an LRS that is made up, and a page that asks it."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from builder.relay.app import application
from builder.relay.journal import Journal
from builder.relay.options import Options, settings

COURSE = "https://learn.example.org/courses/logs"
ORIGIN = "https://learn.example.org"
HOME = "https://learn.example.org"
COOKIE_SECRET = "a-secret-of-the-tests-that-is-long-enough"
ENVIRONMENT = {
    "COURSEWRIGHT_LRS_KEY": "the-key",
    "COURSEWRIGHT_LRS_SECRET": "the-secret",
    "COURSEWRIGHT_COOKIE_SECRET": COOKIE_SECRET,
}
PAGE = {"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN, "X-Experience-API-Version": "1.0.3"}
JSON = {"Content-Type": "application/json"}
PROXY = "127.0.0.1"

Json = dict[str, object]
Handle = Callable[[httpx.Request], httpx.Response]


def options(**other: object) -> Options:
    """Good options; a learner is known by a header."""
    told: dict[str, object] = {
        "lrs": "https://lrs.example.org/xapi",
        "origin": ORIGIN,
        "course": (COURSE,),
        "home_page": HOME,
        "user_header": "X-Remote-User",
        "trusted_proxy": (PROXY,),
    }
    return Options(**{**told, **other})  # type: ignore[arg-type]


def actor(account: str = "dana", **more: object) -> Json:
    """The agent that the relay makes of an account."""
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": account}, **more}


def statement(**other: object) -> Json:
    """A statement such as the player sends."""
    return {
        "id": str(uuid4()),
        "actor": actor(),
        "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced", "display": {"en": "experienced"}},
        "object": {"id": f"{COURSE}/pages/begin", "definition": {"name": {"en": "Begin"}}},
        "context": {
            "registration": str(uuid4()),
            "contextActivities": {"grouping": [{"id": COURSE}], "category": [{"id": f"{COURSE}/xapi"}]},
        },
        "timestamp": "2026-11-24T03:00:00.000Z",
        **other,
    }


@dataclass
class FakeLrs:
    """Keeps what it is sent; `instead` answers in its place, once each."""

    requests: list[httpx.Request] = field(default_factory=list)
    statements: list[Json] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    instead: list[httpx.Response | Exception] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request."""
        self.requests.append(request)
        if self.instead:
            answer = self.instead.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        match request.url.path.removeprefix("/xapi/"):
            case "statements":
                said = json.loads(request.content)
                batch = said if isinstance(said, list) else [said]
                self.statements += batch
                return httpx.Response(200, json=[one["id"] for one in batch])
            case "activities/state":
                return self._document(request)
            case "about":
                return httpx.Response(200, json={"version": ["1.0.3"]})
        return httpx.Response(404)

    def _document(self, request: httpx.Request) -> httpx.Response:
        place = str(request.url)
        kept = self.documents.get(place)
        tag = kept if kept is None else f'"{hashlib.sha1(kept).hexdigest()}"'
        if request.method == "GET":
            headers = {"ETag": str(tag), "Content-Type": "application/json"}
            return httpx.Response(404) if kept is None else httpx.Response(200, content=kept, headers=headers)
        if request.headers.get("If-Match") != tag if kept else request.headers.get("If-None-Match") != "*":
            return httpx.Response(412)
        self.documents[place] = request.content
        return httpx.Response(204)


class Arriving(httpx.AsyncByteStream):
    """The body of an answer, as it comes from a network."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


def arriving(lrs: Handle) -> Handle:
    """The same LRS, whose answers come from afar."""

    def answer(request: httpx.Request) -> httpx.Response:
        made = lrs(request)
        return httpx.Response(made.status_code, headers=made.headers, stream=Arriving(made.content))

    return answer


class Page:
    """A page that asks a relay, by way of a proxy that says who is signed in."""

    def __init__(
        self, told: Options, lrs: Handle, *, peer: str = PROXY, clock: Callable[[], float] = lambda: 0
    ) -> None:
        self.log = io.StringIO()
        network = httpx.MockTransport(arriving(lrs))
        relay = application(settings(told, ENVIRONMENT), Journal(self.log), network, clock)
        self._transport = httpx.ASGITransport(relay, client=(peer, 50000), raise_app_exceptions=False)

    def ask(
        self,
        method: str,
        path: str,
        said: object = None,
        *,
        user: str | None = "dana",
        headers: Mapping[str, str] | None = None,
        parameters: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        """What is answered; `said` goes as JSON, and a header that is empty does not go."""
        body = json.dumps(said).encode() if said is not None else content
        all_headers = {**PAGE, **(JSON if body is not None else {}), **(headers or {})}
        if user is not None:
            all_headers["X-Remote-User"] = user
        kept = {name.encode(): value.encode() for name, value in all_headers.items() if value}

        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url=ORIGIN) as client:
                return await client.request(method, f"/xapi/{path}", params=parameters, headers=kept, content=body)

        return asyncio.run(asked())

    def lines(self) -> list[Json]:
        """What the log says."""
        return [json.loads(line) for line in self.log.getvalue().splitlines()]
