"""Runs the relay until it is stopped; requests that are on their way then are finished."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

import uvicorn

from builder import __version__
from builder.relay.app import application
from builder.relay.journal import Journal
from builder.relay.settings import Settings

_STOP_SECONDS = 35
"""Longer than the LRS has for an answer."""


class NoListening(Exception):
    """The relay can't listen where it was told to; the message is a sentence."""


def run(settings: Settings) -> None:
    """Serves until it is stopped. Raises NoListening."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        place = f"{settings.host}:{settings.port}"
        raise NoListening(f"--listen {place} can't be listened on: {error.strerror or error}") from None
    host, port = listener.getsockname()[:2]
    journal = Journal(sys.stdout)
    journal.line("started", version=__version__, host=host, port=port)
    with listener, suppress(KeyboardInterrupt):
        uvicorn.Server(_config(settings, journal)).run([listener])


def _config(settings: Settings, journal: Journal) -> uvicorn.Config:
    """How the server runs. It reads no X-Forwarded-*: who sent a request is who opened the connection."""
    return uvicorn.Config(
        application(settings, journal),
        access_log=False,
        date_header=True,
        forwarded_allow_ips="",
        h11_max_incomplete_event_size=32 * 1024,
        http="h11",
        limit_concurrency=1000,
        log_config=None,
        log_level="critical",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
        ws="none",
    )
