"""The gallery: a course of every kind's own examples, for tests and for the eye.

    python -m tests.courses.gallery.make FOLDER

writes its source; `coursewright serve FOLDER` shows it. What authors read (docs/questions.md), what tests play and what
somebody looks at is so the same text: each kind's examples.md. Beside a page a kind, with all its examples as they are,
there are pages with one question of each kind together: on a page, with all that a question may ask for, in a quiz.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from builder.activities import find_kinds
from builder.activities.examples import Example, read_examples
from builder.course.kind import AskingKind, Kind
from builder.site.data import wire_shape
from tests.activities.answers import Wire, find_answers
from tests.activities.reading import SETTINGS, html, read

TRIES = 2
"""How often the questions of the page 'with everything' may be checked."""

# What the page 'with everything' adds to a question, as far as its kind has it.
_EVERYTHING = {"attempts": str(TRIES), "confidence": "", "hint-cost": "25"}
_HINTS = "hint: Read the question again, slowly.\nhint: What would help the other person most?\n"

# The two quizzes: one with every kind, and one for what a quiz can do that the first does not.
_EVERY_KIND = "every-kind attempts=3 review confidence"
_ONE_BY_ONE = "one-by-one minutes=20 feedback=each again show=one"

_HELP = re.compile(r"\b(attempts|confidence|hint-cost)\b|^hint:", re.MULTILINE)
_OPENING = re.compile(r"^(:{3,}) ([a-z]+)(?: \{(.*)\})?$", re.MULTILINE)

Files = dict[str, str | bytes]


def gallery() -> Files:
    """The files of the course's source by path."""
    kinds = find_kinds()
    asking = [kind for kind in kinds.values() if isinstance(kind, AskingKind)]
    files: Files = {}
    for kind in kinds.values():
        if kind.grammar is None:
            files["content/02-conversation/example.scene.md"] = good(kind)[0].source
        else:
            files[f"content/01-kinds/{kind.name}.md"] = _page(_title(kind), _told(kind))
        for path in (*kind.folder.glob("*.svg"), *kind.folder.glob("*.png")):
            files[f"content/01-kinds/{path.name}"] = path.read_bytes()
        for path in kind.folder.glob("banks/*.md"):
            files[f"banks/{path.name}"] = path.read_text("utf-8")
    files["content/00-start/first-steps.md"] = _page("First steps", (_changed(kind, "first") for kind in asking[:3]))
    files["content/01-kinds/everything.md"] = _page("With hints, tries and certainty", map(_with_everything, asking))
    files["content/01-kinds/in-a-quiz.md"] = _page("In a quiz", _quiz(_EVERY_KIND, asking))
    files["content/01-kinds/step-by-step.md"] = _page("One by one", _quiz(_ONE_BY_ONE, asking[:3]))
    source = "\n".join(text for text in files.values() if isinstance(text, str))
    files["content/00-start/what-this-is.md"] = _page("What this is", _beliefs(source))
    files["course.yaml"] = _settings(files)
    return dict(sorted(files.items()))


def write(folder: Path) -> Path:
    """Writes the course's source and gives its folder."""
    for path, text in gallery().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def good(kind: Kind) -> list[Example]:
    """The kind's examples without a fault."""
    return [piece for piece in read_examples(kind.folder) if isinstance(piece, Example) and not piece.codes]


def _title(kind: Kind) -> str:
    return str(read_examples(kind.folder)[0]).partition("\n")[0].removeprefix("# ")


def _told(kind: Kind) -> Iterator[str]:
    """Each good example with the words before it, but for tables and headings."""
    words: list[str] = []
    for piece in read_examples(kind.folder):
        if isinstance(piece, str):
            words = [text for text in re.split(r"\n{2,}", piece) if not re.match(r"[|#]", text)]
        elif not piece.codes:
            yield from (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text) for text in words)
            yield piece.source
            words = []


def _page(title: str, parts: Iterable[str]) -> str:
    body = "\n\n".join(part.strip() for part in parts)
    return f"---\ntitle: {json.dumps(title)}\n---\n{body}\n"


def _telling(kind: AskingKind) -> str:
    """The first example that can be answered partly right, else the first; without hints and the like of its own."""
    plain = [example.source for example in good(kind) if not _HELP.search(example.source)]
    return next((source for source in plain if _can_be_partly_right(kind, source)), plain[0])


def _can_be_partly_right(kind: AskingKind, source: str) -> bool:
    found = read(source)
    (activity,) = found.activities
    data = {"id": activity.id.value, **activity.data(found.numbers, html)}
    shape = cast(Wire, wire_shape(activity.record(found.numbers, keeps_texts=False)))
    return find_answers(kind, data, shape).partly is not None


def _changed(kind: AskingKind, suffix: str, more: Mapping[str, str] = {}, hints: str = "") -> str:
    """The kind's most telling example under an id of its own, with these attributes and details too."""
    example = _telling(kind)
    opening = _OPENING.search(example)
    assert opening is not None, example
    fence, name, attributes = opening[1], opening[2], opening[3] or f"#{kind.name}"
    attributes = re.sub(r"#([\w-]+)", rf"#\1-{suffix}", attributes, count=1)
    for key, value in more.items():
        attributes += f" {key}={value}" if value else f" {key}"
    body = example[opening.end() :].rstrip().removesuffix(fence)
    return f"{fence} {name} {{{attributes}}}{body}{hints}{fence}"


def _with_everything(kind: AskingKind) -> str:
    grammar = kind.grammar
    assert grammar is not None
    more = {key: value for key, value in _EVERYTHING.items() if key in grammar.attributes}
    return _changed(kind, "all", more, _HINTS if "hint" in grammar.details else "")


def _quiz(attributes: str, asking: Iterable[AskingKind]) -> Iterator[str]:
    """A quiz with one question of each of these kinds; `attributes` begin with its id."""
    yield f":::: quiz {{#{attributes}}}\nOne question of each kind.\n"
    yield from (_changed(kind, attributes.partition(" ")[0]) for kind in asking)
    yield "::::"


def _beliefs(source: str) -> Iterator[str]:
    """What the examples name has to be somewhere."""
    yield "Every kind of question and form, made from the examples of its own documentation."
    for name in _named(source, SETTINGS.misconceptions):
        claim = SETTINGS.misconceptions[name]
        yield (
            f"::: misconception {{ref={name}}}\nclaim: {claim}.\n"
            "why: It saves the time to look.\ninstead: Look first, then say what you saw.\n:::"
        )


def _named(source: str, known: Iterable[str]) -> list[str]:
    return [name for name in known if re.search(rf"\b{name}\b", source)]


def _settings(files: Files) -> str:
    """course.yaml, with what the examples name and nothing else: what is declared must be there."""
    source = "\n".join(text for text in files.values() if isinstance(text, str))
    scored = [found[1] for found in re.finditer(r"^::::+ quiz \{#([\w-]+)", source, re.MULTILINE)] + ["example"]
    first, *others = scored
    share = 100 // len(scored)
    values = {
        "id": "gallery",
        "title": "Every kind of question",
        "language": "en-GB",
        "version": "1.0.0",
        "iri": "https://example.org/courses/gallery",
        "variables": SETTINGS.variables,
        "techniques": {
            name: {"label": name.replace("-", " ").capitalize()}
            for line in re.findall(r"^ *shows: (.*)$", source, re.MULTILINE)
            for name in line.split(", ")
        },
        "topics": {name: {"text": SETTINGS.topics[name].text} for name in _named(source, SETTINGS.topics)},
        "misconceptions": {name: SETTINGS.misconceptions[name] for name in _named(source, SETTINGS.misconceptions)},
        "marking-points": {
            name: {"text": SETTINGS.marking_points[name].text} for name in _named(source, SETTINGS.marking_points)
        },
        "scoring": {"pass": 60, "parts": {first: 100 - share * len(others), **dict.fromkeys(others, share)}},
        "completion": {"pages": "all", "required": scored},
        # Examples come here more than once, so that counting over the course means nothing.
        "checks": {"CW462": "off"},
    }
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
