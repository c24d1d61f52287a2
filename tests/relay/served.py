"""Runs `coursewright relay` as a provider does, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

COMMAND = (sys.executable, "-c", "from builder.cli import main; main()", "relay")


@dataclass(frozen=True, slots=True)
class Served:
    """A relay that runs: where, and its process."""

    url: str
    process: subprocess.Popen[str]


@contextmanager
def serve(arguments: tuple[str, ...], secrets: Mapping[str, str]) -> Iterator[Served]:
    """The relay, listening on a port that is free; it is stopped at the end."""
    process = subprocess.Popen(
        [*COMMAND, "--listen", "127.0.0.1:0", *arguments],
        env={**os.environ, **secrets},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stderr is not None
    try:
        first = process.stdout.readline()
        assert first, process.stderr.read()
        started = json.loads(first)
        yield Served(f"http://127.0.0.1:{started['port']}", process)
    finally:
        process.terminate()
        process.communicate(timeout=60)
