"""A small course with something of everything that can be counted, and its catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import check_course
from builder.insight.catalogue import Catalogue, catalogue
from tests.commands.talk import CALL

COURSE = {
    "course.yaml": """\
id: talk
title: Talk <b>&amp; listen</b>
language: en-GB
version: "1.0"
iri: https://example.org/talk
techniques:
  asking: {label: Asking}
  summing-up: {label: Summing up}
misconceptions:
  MC1: Loud is <angry>
  MC2: Notes can wait
scoring:
  parts: {call: 50, check: 50}
""",
    "content/01-start/01-hello.md": """\
---
title: Hello
---
Somebody is about to ring.

::: misconception {#mis-loud ref=MC1}
claim: Loud is angry.
why: We remember it.
instead: Ask.
:::

::: misconception {#mis-notes ref=MC2}
claim: Notes can wait.
why: The next call is there.
instead: Write before it rings.
:::

::: single {#q-ring mc=MC1 confidence=true}
She shouts. What is most likely?
- (x) The line is bad
  feedback: Lines often are, and then people shout.
- ( ) She is <angry>
  feedback: She may be, and you cannot hear that yet.
- ( ) She is rude
  feedback: That says something of you, not of her.
:::

::: truefalse {#q-loud answer=false mc=MC1}
Loud is angry.
if-true: Not always: it may be a bad line.
if-false: It may be a bad line.
:::
""",
    "content/01-start/02-call.scene.md": CALL,
    "content/02-check/01-notes.md": """\
---
title: Check
---
::::: quiz {#check}
## Check

::: multiple {#c-note mc=MC2}
What belongs in a note?
- [x] The time
  feedback: It tells what came first, and who was there.
- [x] Her words
  feedback: They are hers, and they stay so.
- [ ] Your opinion
  feedback: It is yours, and it does not help whoever reads it.
:::

::: single {#c-when mc=MC2,MC1}
When do you write it?
- (x) At once
  feedback: You still know it, so it is right.
- ( ) On Friday
  feedback: By then it is a story.
:::
:::::
""",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course's folder."""
    home = tmp_path_factory.mktemp("talk")
    for path, text in COURSE.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, "utf-8")
    return home


@pytest.fixture(scope="session")
def things(folder: Path) -> Catalogue:
    """All of it that a record can be about."""
    checked = check_course(folder)
    assert checked.course is not None, checked.diagnostics
    assert not checked.failed, checked.diagnostics
    return catalogue(checked.course)
