"""A sitting with one event of each kind, in the order in which they come: what the player records, and what it says of
the course itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from builder.course.model import Course
from builder.statements.verbs import PROGRESS

AT = "2026-11-24T12:{minute:02}:00.00+00:00"


def sitting(course: Course) -> list[Any]:
    """Of the gallery: its first page, one of its questions, a quiz, its scenario, the result."""
    return [_numbered(n, each) for n, each in enumerate(_sitting(course), 1)]


def _numbered(n: int, event: Any) -> Any:
    uuid = str(UUID(int=n, version=4))
    if isinstance(event, list):
        verb, result = (*event, None)[:2]
        return [verb, result, uuid]
    return {**event, "uuid": uuid, "at": AT.format(minute=n)}


def _sitting(course: Course) -> Iterator[Any]:
    page = course.pages[0]
    yield ["initialized"]
    yield ["resumed"]
    yield {"type": "experienced", "id": page.id, "title": page.title}
    yield {
        "type": "answered",
        "id": "q-respond",
        "prompt": "",
        "options": [],
        "response": _choice("you-have-waited-three-weeks-let-me-find-out-what"),
        "correct": [_choice("you-have-waited-three-weeks-let-me-find-out-what")],
        "result": "correct",
        "weight": 0,
        "latency": 21_300,
        "objectives": ["MC1"],
    }
    yield {"type": "left", "id": page.id, "spent": 95_000}
    yield {
        "type": "chose",
        "id": "example-opening",
        "prompt": "",
        "options": [],
        "response": _choice("look-up"),
        "correct": [_choice("look-up")],
        "result": "correct",
        "weight": 2,
        "latency": 12_000,
        "objectives": [],
    }
    yield {
        "type": "chose",
        "id": "example--ending",
        "prompt": "",
        "options": [],
        "response": {"type": "fill-in", "texts": ["A good ending", "Sam has a day to wait for."]},
        "correct": [],
        "result": 0.75,
        "weight": 0,
        "latency": 12_000,
        "objectives": [],
    }
    yield {"type": "scored", "id": "example", "score": 7500, "passed": None, "spent": 240_000}
    yield ["progressed", {"extensions": {PROGRESS: 42}}]
    yield {"type": "scored", "id": "every-kind", "score": 8250, "passed": True, "spent": 600_000}
    yield ["completed", {"completion": True, "duration": "PT21M4S"}]
    yield ["passed", {"success": True, "score": {"scaled": 0.8}, "duration": "PT21M4S"}]
    yield ["failed", {"success": False, "score": {"scaled": 0.4}, "duration": "PT21M4S"}]
    yield ["suspended", {"duration": "PT21M4S"}]
    yield ["terminated", {"duration": "PT21M4S"}]


def _choice(id: str) -> dict[str, Any]:
    return {"type": "choice", "chosen": [{"n": 1, "id": id}]}
