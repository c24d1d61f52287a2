"""What can go wrong between a page and its LRS, to be put in the way of the next requests.

A fault is given the request and `deliver`, which takes it to the LRS and brings the answer back; it gives what the page
gets: an answer, or None for a connection that ends without one.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatchcase

from tests.lrs.exchange import Answer, Request, explain

Deliver = Callable[[Request], Answer]
Fault = Callable[[Request, Deliver], Answer | None]

LOGIN_PAGE = b"<!DOCTYPE html><html><title>Welcome to GuestWiFi</title><p>Please sign in to use the network.</p></html>"


def drop(request: Request, deliver: Deliver) -> None:
    """The LRS never sees it, and the connection ends."""


def lose(request: Request, deliver: Deliver) -> None:
    """The LRS takes it, but its answer never arrives."""
    deliver(request)


def duplicate(request: Request, deliver: Deliver) -> Answer:
    """Something on the way sends it twice; the page gets the second answer."""
    deliver(request)
    return deliver(request)


def truncate(request: Request, deliver: Deliver) -> Answer | None:
    """The LRS takes it, but the connection ends in the middle of its answer."""
    answer = deliver(request)
    return replace(answer, cut=len(answer.body) // 2) if answer.body else None


def half(request: Request, deliver: Deliver) -> Answer:
    """The LRS keeps the first half of a batch of statements, then fails."""
    statements = request.json()
    kept = statements[: (len(statements) + 1) // 2]
    deliver(replace(request, body=json.dumps(kept).encode()))
    return explain(500, "The database went away.")


def status(code: int, **headers: str) -> Fault:
    """The LRS answers with that status and takes nothing. `Retry_After="1"` makes the header Retry-After."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(request: Request, deliver: Deliver) -> Answer:
        return replace(explain(code, f"A fault of the test: {code}"), headers=named)

    return answer


def unavailable(retry_after: int) -> Fault:
    """503, to be tried again after so many seconds."""
    return status(503, Retry_After=str(retry_after))


def html(code: int = 200) -> Fault:
    """Something on the way answers with a page of its own, as networks with a login page do; the LRS sees nothing."""

    def answer(request: Request, deliver: Deliver) -> Answer:
        return Answer(code, LOGIN_PAGE, {"Content-Type": "text/html; charset=utf-8"})

    return answer


def delay(seconds: float) -> Fault:
    """The LRS takes it so many seconds later."""

    def answer(request: Request, deliver: Deliver) -> Answer:
        threading.Event().wait(seconds)
        return deliver(request)

    return answer


def reorder() -> tuple[Fault, Fault]:
    """Two faults: the first request is lost to the page and arrives after the second one."""
    late: list[Request] = []

    def keep(request: Request, deliver: Deliver) -> None:
        late.append(request)

    def overtake(request: Request, deliver: Deliver) -> Answer:
        answer = deliver(request)
        deliver(late.pop())
        return answer

    return keep, overtake


class Faults:
    """What happens to the next requests. A target is `POST statements`, or a pattern: `* statements`, `PUT *`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: list[tuple[str, Fault]] = []
        self._lasting: list[tuple[str, Fault]] = []

    def next(self, target: str, *faults: Fault) -> None:
        """Puts the faults in the way of the next requests to the target, one each."""
        with self._lock:
            self._next += [(target, fault) for fault in faults]

    @contextmanager
    def lasting(self, target: str, fault: Fault) -> Iterator[None]:
        """Every request to the target has that fault, as long as this lasts."""
        entry = (target, fault)
        with self._lock:
            self._lasting.append(entry)
        yield
        with self._lock:
            self._lasting.remove(entry)

    def take(self, request: Request) -> Fault | None:
        """The fault for a request, which counts as used then."""
        with self._lock:
            for found in self._next:
                if fnmatchcase(request.name, found[0]):
                    self._next.remove(found)
                    return found[1]
            return next((fault for target, fault in self._lasting if fnmatchcase(request.name, target)), None)

    @property
    def unused(self) -> list[str]:
        """Targets of faults that no request has met: a test that leaves one has not tested it."""
        with self._lock:
            return [target for target, _ in self._next]

    def clear(self) -> None:
        with self._lock:
            self._next.clear()
            self._lasting.clear()
