"""HTTP as it comes over the wire, answers that break off among it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

from tests.lrs.exchange import Answer, Request

Answerer = Callable[[Request], Answer | None]


def http_handler(answer_to: Answerer) -> type[BaseHTTPRequestHandler]:
    """A handler that asks `answer_to` what to say; None, and what is cut, end the connection."""

    class HttpHandler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            path, _, query = self.path.partition("?")
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", "0")))
            answer = answer_to(Request(self.command, path, query, headers, body))
            self.close_connection = True
            if answer is None:
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            # A browser sends what got no answer on an old connection again by itself: each serves one request.
            self.send_header("Connection", "close")
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                # Whoever asked may be gone by now.
                with contextlib.suppress(OSError):
                    self.wfile.write(answer.body[: answer.cut])

        def log_message(self, format: str, *args: object) -> None:
            return

    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        setattr(HttpHandler, f"do_{method}", HttpHandler.handle_any)
    return HttpHandler
