"""A whole LRS for the tests, behind one origin: Ralph's statements, our documents, and faults on the way to them."""

from __future__ import annotations

import json
import mimetypes
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode
from uuid import uuid4

from tests.lrs.documents import RESOURCES, Documents
from tests.lrs.exchange import LRS_PATH, Answer, Exchange, Request, explain, json_answer
from tests.lrs.faults import Faults
from tests.lrs.ralph_process import AUTHORIZATION, Ralph, by_the_book
from tests.lrs.reading import Statement, read_statements
from tests.lrs.wire import http_handler

PATIENCE = 6.0
Handler = Callable[[Request], Answer | None]


@dataclass(slots=True)
class Cors:
    """What the LRS tells pages of other origins: whether they may ask, which headers they may send and read."""

    allowed: bool = True
    sent: tuple[str, ...] = ("Authorization", "Content-Type", "If-Match", "If-None-Match", "X-Experience-API-Version")
    read: tuple[str, ...] = ("ETag", "Last-Modified", "X-Experience-API-Version", "X-Experience-API-Consistent-Through")

    def headers(self, request: Request) -> dict[str, str]:
        if not self.allowed or "origin" not in request.headers:
            return {}
        allowed = {"Access-Control-Allow-Origin": request.headers["origin"], "Vary": "Origin"}
        if request.method == "OPTIONS":
            return allowed | {
                "Access-Control-Allow-Headers": ", ".join(self.sent),
                "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE",
            }
        return allowed | {"Access-Control-Expose-Headers": ", ".join(self.read)}


def new_learner(name: str = "Amara Okafor") -> dict[str, Any]:
    """An actor that nobody else in the tests is."""
    account = {"homePage": "https://lms.example.org", "name": f"learner-{uuid4()}"}
    return {"objectType": "Agent", "name": name, "account": account}


@dataclass(slots=True)
class LrsServer:
    """Serves /xapi/ and packages on a port of its own until closed.

    `versions` are those of xAPI that it speaks. `handlers` are asked before anything else, for the other paths of an
    LMS round the LRS, or to look at every request. `exchanges` are all requests to the LRS with their answers, in the
    order in which they were answered.
    """

    versions: tuple[str, ...] = ("1.0.3",)
    faults: Faults = field(default_factory=Faults)
    cors: Cors = field(default_factory=Cors)
    documents: Documents = field(default_factory=Documents)
    handlers: list[Handler] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    folders: dict[str, Path] = field(default_factory=dict)
    _ralph: Ralph = field(default_factory=Ralph)
    _server: ThreadingHTTPServer = field(init=False)
    _heard: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), http_handler(self.answer))
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self._ralph.wait_until_ready()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._ralph.close()

    def reset(self) -> None:
        """Takes away what a test set, but nothing that was stored."""
        self.versions = ("1.0.3",)
        self.cors = Cors()
        self.faults.clear()
        self.handlers.clear()
        self.exchanges.clear()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def far_origin(self) -> str:
        """The same server as another origin, for packages that lie elsewhere than the LRS."""
        return f"http://localhost:{self.port}"

    @property
    def endpoint(self) -> str:
        return self.origin + LRS_PATH

    def serve(self, folder: Path, far: bool = False) -> str:
        """Serves a built package; gives the address of its folder, on the LRS's own origin unless it is `far`."""
        name = str(abs(hash(folder)))
        self.folders[name] = folder.resolve()
        return f"{self.far_origin if far else self.origin}/packages/{name}/"

    def launch_url(self, folder: Path, far: bool = False, start: str = "index.html", **launch: Any) -> str:
        """Where a learner opens a package: its start file with a launch by query.

        `launch` are parameters: endpoint, auth, actor (a dictionary, or text as it is), activity_id, registration.
        Those that are not given are those of this LRS, a learner and a registration of their own; None leaves one out.
        """
        told: dict[str, Any] = {
            "endpoint": self.endpoint,
            "auth": AUTHORIZATION,
            "actor": new_learner(),
            "registration": str(uuid4()),
            **launch,
        }
        query = {
            name: json.dumps(value) if isinstance(value, dict) else value
            for name, value in told.items()
            if value is not None
        }
        return f"{self.serve(folder, far)}{start}?{urlencode(query)}"

    def statements(self, **query: Any) -> list[Statement]:
        """What Ralph holds, oldest first, read back as `read_statements` does it."""
        return read_statements(self.endpoint, **query)

    def wait_until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        """Whether `holds` does before so many seconds are over; it is asked again whenever a request was answered."""
        end = time.monotonic() + seconds
        while True:
            seen = self._written()
            if holds():
                return True
            if (left := end - time.monotonic()) <= 0:
                return False
            with self._heard:
                self._heard.wait_for(lambda: self._written() > seen, left)  # noqa: B023

    def _written(self) -> int:
        return sum(exchange.request.method not in ("GET", "HEAD") for exchange in self.exchanges)

    def requests(self, name: str) -> list[Request]:
        """The requests to the LRS of that name so far: `POST statements`."""
        return [exchange.request for exchange in self.exchanges if exchange.request.name == name]

    def answer(self, request: Request) -> Answer | None:
        """What the client gets; None for a connection that ends."""
        for handler in self.handlers:
            if (answer := handler(request)) is not None:
                return answer
        if request.resource is None:
            return self._file(request)
        if request.method == "OPTIONS":
            return Answer(204, headers=self.cors.headers(request))
        came = time.monotonic()
        fault = self.faults.take(request)
        given = fault(request, self.deliver) if fault else self.deliver(request)
        if given is not None:
            given = replace(given, headers={**given.headers, **self._headers(request)})
        with self._heard:
            self.exchanges.append(Exchange(request, given, came, time.monotonic()))
            self._heard.notify_all()
        return given

    def deliver(self, request: Request) -> Answer:
        """The answer of the LRS itself, with no faults on the way."""
        if request.resource == "about":
            return json_answer(200, {"version": list(self.versions)})
        asked = request.headers.get("x-experience-api-version", "")
        if not any((asked + ".").startswith(version[:4]) for version in self.versions):
            return explain(400, f"X-Experience-API-Version is {asked!r}: {', '.join(self.versions)} is spoken here.")
        if request.headers.get("authorization") != AUTHORIZATION:
            return replace(explain(401, "Who are you?"), headers={"WWW-Authenticate": "Basic"})
        if request.resource == "statements":
            through = {"X-Experience-API-Consistent-Through": datetime.now(UTC).isoformat()}
            taken = by_the_book(request, self._ralph.deliver(request))
            return replace(taken, headers={**taken.headers, **through})
        if request.resource in RESOURCES:
            return self.documents.answer(request)
        return explain(404, f"There is no {request.resource} here.")

    def _headers(self, request: Request) -> dict[str, str]:
        asked = request.headers.get("x-experience-api-version", "")
        version = next((one for one in self.versions if (asked + ".").startswith(one[:4])), self.versions[0])
        return {"X-Experience-API-Version": version, **self.cors.headers(request)}

    def _file(self, request: Request) -> Answer:
        if request.path == "/favicon.ico":
            return Answer(204)
        name, _, inner = unquote(request.path).removeprefix("/packages/").partition("/")
        folder = self.folders.get(name)
        path = folder and (folder / inner).resolve()
        if not path or folder not in path.parents or not path.is_file():
            return explain(404, "not found")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith("javascript")
        return Answer(200, path.read_bytes(), {"Content-Type": f"{kind}; charset=utf-8" if text else kind})
