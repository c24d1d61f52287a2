"""A course of four modules, each of which takes something from another, as files and as a course."""

from __future__ import annotations

from builder.course.codes.small_scene import scene
from builder.course.model import Course
from tests.course.small import page, question, read

SETTINGS = """\
id: calls
title: Calls & notes
description: How to call, and what to write down.
language: en-GB
version: "1.2.0"
iri: https://example.org/courses/calls
misconceptions: {MC1: Notes can wait}
marking-points: {MP1: {text: Listens}, MP2: {text: Writes it down}}
outcomes:
  - {id: LO1, text: Write it down, assessed-by: [MC1]}
  - {id: LO2, text: Listen, assessed-by: [MP1]}
scoring: {pass: 80, parts: {first-call: 30, last-call: 30, final: 40}}
completion: {pages: [notes, calls, check], required: [first-call, final, account]}
outputs: {cmi5: {AU}}
"""

_HEAD = "vars: {tension: {start: 2, min: 0, max: 5}}\nassesses: [MP1]\n"
(_CALL,) = scene(head=_HEAD).values()
(_LAST,) = scene(head=f"{_HEAD}carry: {{tension: first-call}}\n").values()

_REFUTED = "::: misconception {#mis ref=MC1}\nclaim: Notes can wait.\nwhy: It is late.\ninstead: Write now.\n:::\n"
_CHECK = f":::: quiz {{#final}}\n{question('q-final', 'mc=MC1')}::::\n"


def files(au: str = "module") -> dict[str, str | bytes]:
    """The files; `au` is what course.yaml asks for."""
    return {
        "course.yaml": SETTINGS.replace("AU", f"au: {au}"),
        "content/01-write/notes.md": page("Notes", _REFUTED + question("q-notes", "mc=MC1")),
        "content/02-call/01-drill.md": page("Drill", question("q-drill")),
        "content/02-call/02-calls.md": page(
            "Calls",
            "See [how to *write*](../01-write/notes.md), [the myth](#mis) and [the call](#first-call).\n\n"
            "::: recall {#back from=notes count=1}\n:::\n\n::: recall {#more from=notes,drill count=2}\n:::\n",
        ),
        "content/02-call/03-first-call.scene.md": _CALL,
        "content/03-last/last-call.scene.md": _LAST,
        "content/03-last/check.md": page("Check", _CHECK),
        "content/03-last/evidence.md": page("Evidence", "::: evidence {#proof points=MP1,MP2}\n:::\n"),
        "content/03-last/your-account.md": page(
            "Your account",
            "::: reflection {#account from=first-call,last-call assesses=MP2}\n- What happened?\n:::\n",
        ),
        "content/04-read/reading.md": page("Reading", "::: evidence {#nothing points=MP1}\n:::\n\nMore to read.\n"),
    }


def course(au: str = "module") -> Course:
    """The course as a value."""
    return read(files(au)).course
