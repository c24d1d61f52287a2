"""A learning management system for the tests: serves packages round scorm-again and keeps what is committed.

It behaves as real ones do: only what a commit brought is there at the next launch, `entry` says `resume` after an exit
of `suspend`, and an attempt may be opened in review mode or with a mastery score.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import builder

HOST = Path(__file__).parent / "lms"
RUNTIME = Path(builder.__file__).parent / "_data" / "lms"

Cmi = dict[str, Any]


@dataclass
class Attempt:
    """One learner's attempt at one package, across all its launches.

    The LMS may be a poor one. It offers no API, or only `api_after` milliseconds; it knows no elements but those that
    it `knows`, and answers nothing, throws or says undefined (`unknown`) for the others; its commits fail; or the
    course lies on another origin.
    """

    id: str
    standard: str
    package: str
    start: str
    learner: str = "learner-1"
    name: str = "Okafor, Amara"
    mode: str = "normal"
    credit: str = "credit"
    mastery: str = ""
    offers_api: bool = True
    api_after: int = 0
    knows: tuple[str, ...] | None = None
    unknown: str = "empty"
    course_origin: str = ""
    width: int | None = None
    fails: bool = False
    commits: list[Cmi] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    @property
    def cmi(self) -> Cmi:
        """What the LMS holds: the last commit, or nothing."""
        return self.commits[-1] if self.commits else {}

    def launch(self) -> Cmi:
        """The data model that the next launch starts with (RTE 1.2 section 3.4; RTE 2004 4th section 4.2)."""
        return self._launch12() if self.standard == "scorm12" else self._launch2004()

    def _launch12(self) -> Cmi:
        core = self.cmi.get("core", {})
        entry = "resume" if core.get("exit") == "suspend" else ("" if self.commits else "ab-initio")
        kept = {key: core[key] for key in ("lesson_location", "lesson_status") if core.get(key)}
        score = {key: value for key, value in core.get("score", {}).items() if value}
        return {
            "core": {
                "student_id": self.learner,
                "student_name": self.name,
                "credit": self.credit,
                "lesson_mode": self.mode,
                "entry": entry,
                **kept,
                **({"score": score} if score else {}),
            },
            "student_data": {"mastery_score": self.mastery},
            "suspend_data": self.cmi.get("suspend_data", ""),
            "interactions": [_filled(item) for item in self.interactions],
            "objectives": [_objective(item) for item in self.objectives],
        }

    def _launch2004(self) -> Cmi:
        kept = ("location", "suspend_data", "completion_status", "success_status", "progress_measure")
        return {
            "learner_id": self.learner,
            "learner_name": self.name,
            "credit": self.credit,
            "mode": self.mode,
            "entry": "resume" if self.cmi.get("exit") == "suspend" else ("" if self.commits else "ab-initio"),
            "scaled_passing_score": self.mastery,
            **{key: self.cmi[key] for key in kept if self.cmi.get(key)},
            "score": {key: value for key, value in self.cmi.get("score", {}).items() if value},
            "interactions": [_filled(item) for item in self.interactions],
            "objectives": [_objective(item) for item in self.objectives],
        }

    @property
    def interactions(self) -> list[Cmi]:
        """What was reported, in order."""
        return _listed(self.cmi.get("interactions", {}))

    @property
    def objectives(self) -> list[Cmi]:
        """What was reported of the course's outcomes, in order."""
        return _listed(self.cmi.get("objectives", {}))


def _listed(numbered: Any) -> list[Cmi]:
    return numbered if isinstance(numbered, list) else [numbered[key] for key in sorted(numbered, key=int)]


def _filled(item: Cmi) -> Cmi:
    """An interaction as scorm-again loads it: no empty fields, collections as lists, the id and type first."""
    lists: Cmi = {key: _listed(item.get(key, {})) for key in ("objectives", "correct_responses")}
    plain = {key: value for key, value in item.items() if isinstance(value, str) and value}
    first: Cmi = {key: plain.pop(key) for key in ("id", "type") if key in plain}
    return {**first, **{key: value for key, value in lists.items() if value}, **plain}


def _objective(item: Cmi) -> Cmi:
    """An objective as scorm-again loads it: no empty fields, the id first."""
    plain = {key: value for key, value in item.items() if isinstance(value, str) and value}
    score = {key: value for key, value in item.get("score", {}).items() if value}
    return {"id": plain.pop("id"), **plain, **({"score": score} if score else {})}


class LmsServer:
    """Serves attempts on a port of its own until closed."""

    def __init__(self) -> None:
        self.attempts: dict[str, Attempt] = {}
        self.packages: dict[str, Path] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def add_package(self, name: str, folder: Path) -> None:
        self.packages[name] = folder

    def enrol(self, standard: str, package: str, **settings: Any) -> Attempt:
        """A new attempt at a package; `settings` are fields of Attempt."""
        attempt = Attempt(f"attempt-{len(self.attempts) + 1}", standard, package, "index.html", **settings)
        self.attempts[attempt.id] = attempt
        return attempt

    def url(self, attempt: Attempt) -> str:
        """The LMS's own page round the course."""
        return f"{self.origin}/launch/{attempt.id}"

    def page_url(self, package: str) -> str:
        """The package's start file by itself, with no LMS round it."""
        return f"{self.origin}/packages/{package}/index.html"

    def host_page(self, attempt: Attempt) -> bytes:
        told = {
            "id": attempt.id,
            "standard": attempt.standard,
            "cmi": attempt.launch(),
            "offersApi": attempt.offers_api,
            "apiAfter": attempt.api_after,
            "knows": attempt.knows,
            "unknown": attempt.unknown,
            "width": attempt.width,
            "launch": f"{attempt.course_origin}/packages/{attempt.package}/{attempt.start}",
        }
        page = (HOST / "host.html").read_text(encoding="utf-8")
        return page.replace("ATTEMPT", json.dumps(told).replace("<", "\\u003c")).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        lms = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                if self.path == "/favicon.ico":
                    self.answer(204, b"", "image/x-icon")
                    return
                first, _, rest = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
                if first == "launch" and rest in lms.attempts:
                    self.answer(200, lms.host_page(lms.attempts[rest]), "text/html; charset=utf-8")
                    return
                self.send_file(lms.find(first, rest))

            def do_POST(self) -> None:
                attempt = lms.attempts[self.path.rpartition("/")[2]]
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path.startswith("/violations/"):
                    attempt.violations.append(body.decode())
                    self.answer(204, b"", "text/plain")
                    return
                if attempt.fails:
                    self.answer(403, b'{"result": "false", "errorCode": 101}', "application/json")
                    return
                attempt.commits.append(json.loads(body)["cmi"])
                self.answer(200, b'{"result": "true", "errorCode": 0}', "application/json")

            def send_file(self, path: Path | None) -> None:
                if path is None or not path.is_file():
                    self.answer(404, b"not found", "text/plain")
                    return
                kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
                text = kind.startswith("text/") or kind.endswith("javascript")
                self.answer(200, path.read_bytes(), f"{kind}; charset=utf-8" if text else kind)

            def answer(self, status: int, body: bytes, kind: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                return

        return Handler

    def find(self, first: str, rest: str) -> Path | None:
        """The file behind a path of this server."""
        match first:
            case "vendor":
                return RUNTIME / rest
            case "lms":
                return HOST / rest
            case "packages":
                package, _, inner = rest.partition("/")
                folder = self.packages.get(package)
                return folder / inner if folder else None
        return None
