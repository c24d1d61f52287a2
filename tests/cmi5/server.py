"""The origin of the tests: the LMS, and the packages that it has unpacked, at one address of this machine."""

from __future__ import annotations

import mimetypes
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote

from tests.cmi5.lms import Lms
from tests.lrs.exchange import Answer, Request, explain
from tests.lrs.wire import http_handler

COURSES = "/courses/"
HOME = "/home"
"""Where the LMS sends learners that come back: a page of its own."""


class Origin(ThreadingHTTPServer):
    """The server, on a port that the system chooses, while the `with` lasts."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), http_handler(self.answer))
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.lms = Lms(self.url)
        self.strays: list[Request] = []
        self.down = False
        """Every connection ends without an answer, as where there is no network."""
        self._folders: dict[str, Path] = {}

    def serve(self, folder: Path) -> str:
        """The URL of the page of a package that is unpacked in `folder`."""
        self._folders[folder.parent.parent.name] = folder
        return f"{self.url}{COURSES}{folder.parent.parent.name}/index.html"

    def answer(self, request: Request) -> Answer | None:
        """The LMS's answer, or a file of a package; what is neither is remembered as a stray."""
        if self.down:
            return None
        if (answer := self.lms.handle(request)) is not None:
            return answer
        if request.path == "/favicon.ico":
            return Answer(204)
        answer = self._file(request)
        if answer.status != 200:
            self.strays.append(request)
        return answer

    def _file(self, request: Request) -> Answer:
        path = unquote(request.path)
        if path == HOME:
            return Answer(200, b"<!DOCTYPE html><title>My courses</title>", {"Content-Type": "text/html"})
        name, _, inside = path.removeprefix(COURSES).partition("/")
        found = self._folders.get(name, Path("/nowhere")) / inside
        if not path.startswith(COURSES) or not found.is_file():
            return explain(404, f"There is no {path}.")
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        return Answer(200, found.read_bytes(), {"Content-Type": kind, "Cache-Control": "no-store"})

    def __enter__(self) -> Origin:
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()
