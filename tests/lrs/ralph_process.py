"""Ralph (ralph-malph on PyPI), a real LRS, in a process and an environment of its own.

It pins old versions of packages that Coursewright uses too, so it cannot share .venv. What to know of it:

- It has the Statements resource only, at /xAPI/statements, and neither asks for X-Experience-API-Version nor sends it.
- A statement is taken with an actor, a verb's id and an object's id that are well formed; the rest is kept as it came.
- The same id again: 204 where all of a batch is there already and the same, 200 with the ids of the new ones where some
  are, 409 for the whole batch where one differs. One id twice in a batch, an empty batch: 400. A bad statement among
  them: 422 for all, or 500 where Ralph stumbles over its own message (an mbox that is no mailto:).
- Reading: oldest first (the standard says newest first), `ascending` turns each page round, `since` and `until` go by
  `timestamp` and not by `stored`, a `statementId` gives a list, `more` appears whenever a page is full.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from tests.lrs.exchange import Answer, Request

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("COURSEWRIGHT_LRS", ROOT / ".make" / "lrs" / "bin" / "python"))

USER, PASSWORD = "course", "s3cret"
PASSWORD_HASH = "$2b$04$3sDr52uNAe0xtiIdqMV0o.9dmczXwBVWUjwaLo4sYHUBqkyB8yXrG"
AUTHORIZATION = f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"

STARTING = 30.0
PASSED_ON = ("authorization", "content-type")
RALPHS_PATH = "/xAPI/"


class RalphMissing(Exception):
    """The environment with Ralph is not there."""

    def __init__(self) -> None:
        super().__init__(
            f"These tests need Ralph, a learning record store, and there is none at {PYTHON}: run `make lrs`, or name "
            "the Python of an environment with tests/lrs/requirements.txt in COURSEWRIGHT_LRS"
        )


class Connection(http.client.HTTPConnection):
    """HTTP over a socket in the file system: no port to find free."""

    def __init__(self, path: Path) -> None:
        super().__init__("ralph", timeout=STARTING)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Ralph:
    """A running Ralph with a file of its own. Raises RalphMissing."""

    def __init__(self) -> None:
        if not PYTHON.exists():
            raise RalphMissing
        self._folder = Path(tempfile.mkdtemp(prefix="lrs"))
        self._socket = self._folder / "socket"
        self._log = self._folder / "log"
        agent = {"account": {"homePage": "https://lrs.example.org", "name": USER}}
        user = {"username": USER, "hash": PASSWORD_HASH, "agent": agent, "scopes": ["all"]}
        (self._folder / "auth.json").write_text(json.dumps([user]), encoding="utf-8")
        settings = {
            "RALPH_APP_DIR": str(self._folder),
            "RALPH_AUTH_FILE": str(self._folder / "auth.json"),
            "RALPH_HISTORY_FILE": str(self._folder / "history.json"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(self._folder / "statements"),
        }
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [PYTHON, Path(__file__).parent / "ralph_app.py", self._socket],
                cwd=self._folder,
                env={"PATH": os.environ.get("PATH", ""), **settings},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )

    def wait_until_ready(self) -> None:
        """Returns when requests are answered; fails with Ralph's own words where it ended."""
        for _ in range(int(STARTING / 0.05)):
            try:
                self.deliver(Request("GET", "/xapi/heartbeat"))
            except OSError:
                assert not self._ended_within(0.05), f"Ralph ended: {self._log.read_text(encoding='utf-8')}"
            else:
                return
        raise TimeoutError(f"Ralph did not start: {self._log.read_text(encoding='utf-8')}")

    def _ended_within(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def deliver(self, request: Request) -> Answer:
        """Takes a request for the Statements resource to Ralph and brings its answer back."""
        connection = Connection(self._socket)
        try:
            target = f"{RALPHS_PATH}{request.resource}" + (f"?{request.query}" if request.query else "")
            headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
            connection.request(request.method, target, request.body or None, headers)
            response = connection.getresponse()
            kind = response.headers.get("Content-Type")
            return Answer(response.status, response.read(), {"Content-Type": kind} if kind else {})
        finally:
            connection.close()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
        shutil.rmtree(self._folder)


def by_the_book(request: Request, answer: Answer) -> Answer:
    """Ralph's answer to a GET as the standard has it: one statement for an id, `more` by the path that clients know."""
    if request.method != "GET" or answer.status != 200:
        return answer
    found = answer.json()
    if "statementId" in dict(request.parameters):
        statements = found["statements"]
        return replace(answer, body=json.dumps(statements[0]).encode()) if statements else Answer(404)
    if "more" in found:
        found["more"] = request.path + "?" + found["more"].partition("?")[2]
    return replace(answer, body=json.dumps(found, ensure_ascii=False).encode())
