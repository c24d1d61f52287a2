"""A small course with one scenario that has some of everything: a timed choice, a condition, a loop, a divert."""

from __future__ import annotations

from pathlib import Path

SETTINGS = """\
id: talk
title: Talk
language: en-GB
version: "1.0"
iri: https://example.org/talk
techniques:
  asking: {label: Asking}
  summing-up: {label: Summing up}
scoring:
  parts: {call: 100}
"""

CALL = """\
---
title: "A call & what follows"
start: opening
cast: {ann: {name: Ann Bell, role: Caller}}
vars:
  heat: {start: 2, min: 0, max: 3}
  owner: false
techniques: {min: 1}
---

## opening
narrator: The phone rings.
ann [loud]: Where is it?
* Ask what she is waiting for. -> talk {#ask}
  do: You pick up a pen.
  say: What should have come?
  effects: heat -1
  set: owner = true
  shows: asking
  score: 2
  feedback: She can tell you, so she does not have to shout.
* Tell her that it is in the post. -> talk {#post}
  effects: heat +1
  feedback: You do not know that, and she can hear it.
* [after 20s] Say nothing. -> lost {#silence}
  weak: asking
  coach: What is it that should have come?
  feedback: Nobody is there, as far as she can tell.

## talk
-> lost if heat >= 3
ann: The spare part.
thinking: She has said what it is. Now it is yours.
* [if owner == true and not visited(lost)] Promise to find it. -> found {#promise}
  shows: summing-up
  score: 2
  feedback: You own it, and you said by when.
* [again max=1] Read her the terms. -> talk {#terms}
  feedback: It is about you and not about her part.
* Pass her on. -> lost {#pass}
  feedback: She would have to begin again.

## found
ending: good
outcome: The part comes "by noon".
debrief: What did she need first?

## lost
ending: poor
outcome: Ann hangs up.
debrief: When did she stop listening?
"""

SCENE = Path("content", "01-start", "02-call.scene.md")


def write_talk(folder: Path) -> Path:
    """Writes the course into the folder, which it gives back."""
    page = "---\ntitle: Hello\n---\nSomebody is about to ring.\n"
    texts = {Path("course.yaml"): SETTINGS, SCENE: CALL, Path("content", "01-start", "01-hello.md"): page}
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
