"""What every answer goes through last: it gets the headers that all have, and a line in the log."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from builder.relay.journal import Journal
from builder.relay.refusal import Refused

_HEADERS = {
    # A proxy that compresses would change the ETag of a document.
    "Cache-Control": "no-store, no-transform",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")


@dataclass(slots=True)
class Noted:
    """What the log says of a request: what was asked, by which alias, how many statements, the LRS's status."""

    resource: str = "none"
    learner: str | None = None
    statements: int | None = None
    lrs: int | None = None
    refused: str | None = None

    @staticmethod
    def of(request: HTTPConnection) -> Noted:
        """The one of this request."""
        noted: Noted = request.scope["coursewright.noted"]
        return noted


class Access:
    """Answers what was refused, and a mistake of ours, with a sentence; no traceback is shown or logged."""

    def __init__(self, app: ASGIApp, journal: Journal, clock: Callable[[], float]) -> None:
        self._app = app
        self._journal = journal
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        noted = scope["coursewright.noted"] = Noted()
        request = Request(scope)
        said = request.headers.get("x-request-id", "")
        name = said if _ID.fullmatch(said) else uuid4().hex
        begun = self._clock()
        status = 0

        async def sends(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "X-Request-Id": name})
            await send(message)

        try:
            await self._answered(noted, scope, receive, sends)
        finally:
            self._journal.line(
                "request",
                id=name,
                method=scope["method"] if scope["method"] in _METHODS else "other",
                resource=noted.resource,
                status=status,
                ms=round((self._clock() - begun) * 1000),
                learner=noted.learner,
                statements=noted.statements,
                lrs=noted.lrs,
                refused=noted.refused,
            )

    async def _answered(self, noted: Noted, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except Refused as refused:
            noted.refused = refused.sentence
            await _apology(refused)(scope, receive, send)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            self._journal.line(
                "mistake", kind=type(error).__name__, place=f"{Path(place.filename).name}:{place.lineno}"
            )
            await _apology(Refused(500, "The relay made a mistake."))(scope, receive, send)


def _apology(refused: Refused) -> Response:
    wait = {} if refused.retry_after is None else {"Retry-After": str(refused.retry_after)}
    return JSONResponse({"error": refused.sentence}, refused.status, wait)


async def not_served(_: Request, error: Exception) -> Response:
    """Starlette's own answers to what the relay does not have: 404 and 405."""
    assert isinstance(error, HTTPException)
    sentence = "This relay takes no such request here." if error.status_code == 405 else "There is nothing here."
    return JSONResponse({"error": sentence}, error.status_code, error.headers)
