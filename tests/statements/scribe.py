"""The player's own writer of statements, for tests without a browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.player.typescript import TESTS, bundle, node

Statement = dict[str, Any]

ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "18"}}
REGISTRATION = "0d2a3a0c-6a0e-4c0f-9a52-3c2f6a3a7e11"


class Scribe:
    """A Node process that writes what the player would send."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, course: dict[str, Any], events: Sequence[Any], activity: str = "") -> list[Statement]:
        """Statements of events in their order; `[verb, result, id]` is said of the course, whose id is `activity`."""
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        told = {
            "course": course,
            "actor": ACTOR,
            "activity": activity or course["iri"],
            "registration": REGISTRATION,
            "events": events,
        }
        process.stdin.write(json.dumps(told) + "\n")
        process.stdin.flush()
        written: list[Statement] = json.loads(process.stdout.readline())
        return written


@contextmanager
def opened(folder: Path) -> Iterator[Scribe]:
    """The writer, as long as the block lasts; `folder` is for its script."""
    script = bundle(TESTS / "statements.ts", folder)
    with subprocess.Popen([node(), script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Scribe(process)
        assert process.stdin is not None
        process.stdin.close()
