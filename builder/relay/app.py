"""The relay as a web application."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from builder import __version__
from builder.relay import resources
from builder.relay.access import Access, Noted, not_served
from builder.relay.identity import Learner, identify
from builder.relay.journal import Journal
from builder.relay.origin import hold_to_origin
from builder.relay.rate import Buckets
from builder.relay.refusal import Refused
from builder.relay.settings import Settings
from builder.relay.upstream import Question, Upstream

_STATEMENTS_A_TOKEN = 10

Handle = Callable[[Request, Learner], Awaitable[Response]]


def application(
    settings: Settings,
    journal: Journal,
    transport: httpx.AsyncBaseTransport | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Starlette:
    """The relay by these settings; `transport` is how the LRS is reached, if not by the network."""
    relay = _Relay(settings, journal, transport, clock)
    path = settings.path
    app = Starlette(
        routes=[
            Route("/health", _health, name="health"),
            Route(f"{path}/session", relay.guarded("session", relay.session), methods=["GET"]),
            Route(f"{path}/statements", relay.guarded("statements", relay.statements), methods=["POST", "PUT"]),
            Route(f"{path}/activities/state", relay.guarded("state", relay.state), methods=["GET", "PUT"]),
            Route(f"{path}/agents/profile", relay.guarded("preferences", relay.preferences), methods=["GET"]),
            Route(f"{path}/about", relay.guarded("about", relay.about), methods=["GET"]),
        ],
        middleware=[Middleware(Access, journal=journal, clock=clock)],
        exception_handlers={HTTPException: not_served},
        lifespan=relay.lifespan,
    )
    # A redirect would name whatever host the request did.
    app.router.redirect_slashes = False
    return app


async def _health(request: Request) -> Response:
    """Whether the relay runs; of the LRS it says nothing, since a relay that waits for its LRS is well."""
    Noted.of(request).resource = "health"
    return JSONResponse({"status": "ok", "version": __version__})


class _Relay:
    """What requests go through, in this order: the page's origin, who is signed in, how often, what, and to the LRS."""

    def __init__(
        self,
        settings: Settings,
        journal: Journal,
        transport: httpx.AsyncBaseTransport | None,
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._journal = journal
        self._identify = identify(settings)
        self._buckets = Buckets(settings.bounds.requests, clock)
        self._upstream = Upstream(settings, settings.bounds.body, transport)

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Lets go of the LRS at the end."""
        try:
            yield
        finally:
            await self._upstream.close()
            self._journal.line("stopped")

    def guarded(self, resource: str, handle: Handle) -> Callable[[Request], Awaitable[Response]]:
        """The handler behind all that a request must pass first."""

        async def answer(request: Request) -> Response:
            noted = Noted.of(request)
            noted.resource = resource
            hold_to_origin(request, self._settings.origin)
            learner = self._identify(request)
            if learner is None:
                raise Refused(401, "Nobody is signed in.")
            noted.learner = self._journal.alias(learner.account)
            wait = self._buckets.take(learner.account)
            if wait:
                raise Refused(429, "Too many requests.", wait)
            return await handle(request, learner)

        return answer

    async def session(self, _: Request, learner: Learner) -> Response:
        """Contract: 200 with the actor, or 401."""
        return resources.session(learner, self._settings)

    async def statements(self, request: Request, learner: Learner) -> Response:
        """A large batch takes more than one token."""
        question, count = await resources.statements(request, learner, self._settings)
        Noted.of(request).statements = count
        self._buckets.charge(learner.account, count / _STATEMENTS_A_TOKEN)
        return await self._ask(request, question)

    async def state(self, request: Request, learner: Learner) -> Response:
        """One document, with its ETag."""
        return await self._ask(request, await resources.state(request, learner, self._settings))

    async def preferences(self, request: Request, learner: Learner) -> Response:
        """One document, read only."""
        return await self._ask(request, resources.preferences(request, learner, self._settings))

    async def about(self, request: Request, _: Learner) -> Response:
        """What the LRS says of itself."""
        return await self._ask(request, resources.about(request))

    async def _ask(self, request: Request, question: Question) -> Response:
        answer = await self._upstream.ask(question)
        Noted.of(request).lrs = answer.status
        return Response(answer.body, answer.status, dict(answer.headers))
