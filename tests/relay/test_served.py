"""The relay as a process: it serves, finishes what is on its way when it is stopped, and says nothing of anybody."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.relay.asked import COURSE, ENVIRONMENT, HOME, JSON, ORIGIN, PAGE, actor, statement
from tests.relay.served import serve


class SlowLrs(BaseHTTPRequestHandler):
    """Answers when it is told to."""

    asked = threading.Event()
    may_answer = threading.Event()

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.set()
        self.may_answer.wait(30)
        content = json.dumps([one["id"] for one in said]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def slow_lrs() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), SlowLrs)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/xapi"
    SlowLrs.may_answer.set()
    server.shutdown()
    server.server_close()


def test_what_is_on_its_way_is_finished_before_the_relay_stops(slow_lrs: str) -> None:
    told = ("--lrs", slow_lrs, "--origin", ORIGIN, "--course", COURSE, "--home-page", HOME)
    known = ("--user-header", "X-Remote-User", "--trusted-proxy", "127.0.0.1")
    one = statement(actor=actor(name="Petrova"))
    headers = {**PAGE, **JSON, "X-Remote-User": "dana"}
    with serve(told + known, ENVIRONMENT) as relay, ThreadPoolExecutor() as pool:
        assert httpx.get(f"{relay.url}/health").json()["status"] == "ok"
        assert httpx.get(f"{relay.url}/xapi/session", headers=headers).json() == {"actor": actor()}
        sent = pool.submit(httpx.post, f"{relay.url}/xapi/statements", json=[one], headers=headers, timeout=30)
        assert SlowLrs.asked.wait(30)
        relay.process.send_signal(signal.SIGTERM)
        with pytest.raises(httpx.TransportError):
            # Whether the connection is refused or dropped, it takes nobody new; until it does not, ask again.
            while True:
                httpx.get(f"{relay.url}/health")
        SlowLrs.may_answer.set()
        answer = sent.result()
        assert (answer.status_code, answer.json()) == (200, [one["id"]])
        assert "server" not in answer.headers
        out, err = relay.process.communicate(timeout=30)
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["event"] for line in lines] == [*["request"] * (len(lines) - 1), "stopped"]
    assert {"resource": "statements", "status": 200, "statements": 1}.items() <= lines[-2].items()
    assert err == ""
    assert not any(name in out for name in ("dana", "Petrova", "the-secret"))
