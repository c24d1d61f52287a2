"""The player's own packing of states, for tests in Python: player/tests/packer.ts in a Node process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from builder.course.record import RecordShape
from builder.site.data import wire_shape
from tests.player.typescript import TESTS, bundle, node

State = list[tuple[int, dict[str, Any]]]
Shapes = dict[int, RecordShape]


class Packer:
    """A Node process that packs, unpacks and merges with the player's own code."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, question: dict[str, Any]) -> Any:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def pack(self, shapes: Shapes, state: State) -> str:
        packed = self.ask({"do": "pack", "shapes": wire(shapes), "state": state})
        assert isinstance(packed, str)
        return packed

    def unpack(self, shapes: Shapes, packed: str) -> tuple[State, str]:
        found = self.ask({"do": "unpack", "shapes": wire(shapes), "packed": packed})
        return [(n, rec) for n, rec in found["state"]], found["damage"]

    def merge(self, shapes: Shapes, *states: State) -> State:
        merged = self.ask({"do": "merge", "shapes": wire(shapes), "states": states})
        return [(n, rec) for n, rec in merged]


@contextmanager
def packing(folder: Path) -> Iterator[Packer]:
    """A packer at work; its script is written into the folder."""
    program = node()
    script = bundle(TESTS / "packer.ts", folder)
    with subprocess.Popen([program, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Packer(process)
        assert process.stdin is not None
        process.stdin.close()


def wire(shapes: Shapes) -> dict[int, Any]:
    """The shapes as the player gets them (player/src/course/data.ts)."""
    return {n: wire_shape(shape) for n, shape in shapes.items()}
