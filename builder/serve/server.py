"""Serves the preview on this computer and builds it anew whenever a file of the course is saved."""

from __future__ import annotations

import asyncio
import mimetypes
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import uvicorn
import watchfiles
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from builder.console.bug import confession
from builder.console.show import OUT, complain, show
from builder.serve.preview import EVENTS, START, Preview, apology, preview

HOST = "127.0.0.1"
_STOP_SECONDS = 1

# Some systems' own tables give scripts a type that browsers refuse to run.
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("text/javascript", ".js")
# Not all Pythons know these.
for _ending, _type in ((".ogg", "audio/ogg"), (".m4a", "audio/mp4"), (".wav", "audio/wav"), (".webp", "image/webp")):
    _TYPES.add_type(_type, _ending)


class PortTaken(Exception):
    """Another program listens on the port; the message is a sentence."""


def run(folder: Path, port: int) -> None:
    """Serves the course in `folder` until it is stopped. Raises PortTaken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise PortTaken(f"port {port} is in use: name another one with --port") from None
    OUT.print(f"The course is at http://localhost:{port}/ (Ctrl+C stops the preview)")
    config = uvicorn.Config(application(folder), log_level="critical", timeout_graceful_shutdown=_STOP_SECONDS)
    with listener, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listener])


_ICON = "favicon.ico"
"""What browsers ask for unbidden. A course has none, and 'not found' would stand in the console."""


def application(folder: Path) -> Starlette:
    """The preview of the course in `folder` as a web application."""
    stage = Stage(folder)
    return Starlette(
        routes=[Route(f"/{EVENTS}", stage.events), Route("/{path:path}", stage.file)],
        lifespan=stage.watch,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["localhost", HOST])],
    )


class Stage:
    """Holds the newest preview, and tells every open page when there is a newer one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown = Preview({}, ())
        self._number = 0
        self._changed = asyncio.Condition()
        self._building = asyncio.Lock()

    @asynccontextmanager
    async def watch(self, _: Starlette) -> AsyncIterator[None]:
        """Builds the first preview, then a new one at each change, for as long as the application runs."""
        watcher = asyncio.create_task(self._follow())
        await self._rebuild()
        try:
            yield
        finally:
            watcher.cancel()

    async def file(self, request: Request) -> Response:
        """One file of the preview."""
        path = request.path_params["path"] or START
        if path == _ICON:
            return Response(status_code=204)
        content = self._shown.files.get(path)
        if content is None:
            return Response("There is no such file in the course.", 404, media_type="text/plain")
        kind = _TYPES.guess_type(path)[0] or "application/octet-stream"
        return Response(content, media_type=kind, headers={"Cache-Control": "no-store"})

    async def events(self, _: Request) -> Response:
        """The number of the newest preview, again whenever it changes, as server-sent events."""
        return StreamingResponse(self._numbers(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _numbers(self) -> AsyncIterator[str]:
        number = 0
        while True:
            async with self._changed:
                while number == self._number:
                    await self._changed.wait()
                number = self._number
            yield f"data: {number}\n\n"

    async def _follow(self) -> None:
        async for _ in watchfiles.awatch(self._folder):
            await self._rebuild()

    async def _rebuild(self) -> None:
        async with self._building:
            try:
                self._shown = await asyncio.to_thread(preview, self._folder)
            except Exception as error:
                sentence = confession(error)
                complain(sentence)
                self._shown = apology(sentence)
            show(self._shown.diagnostics, self._folder)
        async with self._changed:
            self._number += 1
            self._changed.notify_all()
