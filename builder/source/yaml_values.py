"""YAML to plain values with the place of every key and value: for course.yaml and for the heads of pages and scenarios.

Built from the parser's events rather than its objects, because only events have both ends of every scalar, the text as
it was written and the place of a second key of one name. Scalars follow the core schema of YAML 1.2.2 (section 10.3.2)
but that `true` and `false` are the only booleans and a number with a leading zero is text, as a telephone number is.
Anchors, tags and several documents in one file are refused: a head is a form to fill in, not a program.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from builder.source.diagnostic import Diagnostic
from builder.source.lines import Row
from builder.source.span import Span
from builder.source.syntax import Head
from builder.source.yaml_causes import cause, glued

Path = tuple[str | int, ...]

_DEEPEST = 16
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Refused(Exception):
    """Ends the reading after a diagnostic: what follows cannot be understood."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far; the one thing that changes while the events go by."""

    rows: Sequence[Row]
    starts: list[int]
    values: dict[str, object] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    places: dict[Path, Span] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)

    def span(self, start: int, end: int = 0) -> Span:
        """From one offset to another, cut at the end of the line."""
        at = min(max(bisect_right(self.starts, start) - 1, 0), len(self.rows) - 1)
        row, column = self.rows[at], start - self.starts[at]
        length = max(1, min(end - start, len(row.text.rstrip()) - column))
        return Span(row.file, row.number, min(column, len(row.text)) + 1, length)

    def fault(self, code: str, span: Span, message: str, path: Path = ()) -> None:
        self.faults.append(Diagnostic(code, span, message))
        self.faulty.add(str(path[0]) if path else "")


def read_yaml(file: str, rows: Sequence[Row]) -> tuple[Head, tuple[Diagnostic, ...]]:
    """The mapping that these lines hold. Faults: CW010 no YAML, CW011 a key twice, CW012 YAML that has no place here.

    After a fault the values before it are there, and `Head.faulty` says what may be missing.
    """
    if not rows:
        return Head(Span(file)), ()
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.text) + 1)
    reading = _Reading(rows, starts)
    events = YAML(typ="safe", pure=True).parse("\n".join(row.text for row in rows) + "\n")
    try:
        _document(reading, events)
    except _Refused:
        reading.faulty.add("")
    except ReaderError as problem:
        message = "An invisible character cannot stand here: delete it."
        reading.fault("CW010", reading.span(int(problem.position)), message)
    except MarkedYAMLError as problem:
        reading.fault("CW010", *_explained(reading, problem))
    except (YAMLError, ValueError, OverflowError):
        # Escapes such as "\UFFFFFFFF" make the parser itself raise these, without a place.
        reading.fault("CW010", reading.span(0), "This is not YAML: look for an escape after a backslash that is none.")
    head = Head(
        Span(file, rows[0].number),
        reading.values,
        reading.keys,
        reading.places,
        reading.texts,
        frozenset(reading.faulty),
    )
    return head, tuple(reading.faults)


def _explained(reading: _Reading, problem: MarkedYAMLError) -> tuple[Span, str]:
    """Where the author went wrong, and what to do."""
    mark, begun = problem.problem_mark or problem.context_mark, problem.context_mark
    words = problem.problem or problem.context or ""
    if mark is None:
        return reading.span(0), _advice(words)
    found = cause(reading.rows, mark.line, mark.column, (begun.line, begun.column) if begun else None, words)
    if found is None:
        return reading.span(mark.index), _advice(words)
    row, column, message = found
    return reading.span(reading.starts[row] + column), message


def _advice(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "A colon and a space inside a value: put the whole value in quotes."
    if "'\\t'" in problem:
        return "A tab cannot stand here: indent with spaces."
    if "cannot start any token" in problem:
        return "A value cannot begin with this character: put the whole value in quotes."
    said = problem.replace("'<stream end>'", "the end of the settings")
    return f"This is not YAML: {said or 'it ends too early'}."


def _document(reading: _Reading, events: Iterator[Event]) -> None:
    documents = 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                span = reading.span(event.start_mark.index, event.end_mark.index)
                reading.faults.append(
                    Diagnostic("CW012", span, "Only one set of settings can stand here: delete this.")
                )
                raise _Refused
        elif isinstance(event, MappingStartEvent):
            _mapping(reading, events, (), reading.values)
        elif isinstance(event, (ScalarEvent, SequenceStartEvent)):
            span = reading.span(event.start_mark.index, event.end_mark.index)
            if not (isinstance(event, ScalarEvent) and event.value == ""):
                found = glued(reading.rows[span.line - reading.rows[0].number], 0)
                reading.fault("CW010", span, found[2] if found else "Settings are lines of `key: value`.")
            raise _Refused


def _mapping(reading: _Reading, events: Iterator[Event], path: Path, into: dict[str, object]) -> None:
    for event in events:
        if isinstance(event, MappingEndEvent):
            return
        span = reading.span(event.start_mark.index, event.end_mark.index)
        if not isinstance(event, ScalarEvent):
            reading.fault("CW012", span, "A key is a word: lists, mappings and aliases cannot be keys.", path)
            raise _Refused
        key = _clean(event.value)
        here = (*path, key)
        if key in into:
            first = reading.keys[here]
            reading.fault("CW011", span, f"`{key}` is here twice (first in line {first.line}): delete one.", here)
            _value(reading, events, (*path, f"\0{key}"), span)
            continue
        reading.keys[here] = span
        into[key] = _value(reading, events, here, span)


def _sequence(reading: _Reading, events: Iterator[Event], path: Path, into: list[object], place: Span) -> None:
    while True:
        event = next(events)
        if isinstance(event, SequenceEndEvent):
            return
        into.append(_node(reading, event, events, (*path, len(into)), place))


def _value(reading: _Reading, events: Iterator[Event], path: Path, place: Span) -> object:
    return _node(reading, next(events), events, path, place)


def _node(reading: _Reading, event: Event, events: Iterator[Event], path: Path, place: Span) -> object:
    """The value that begins with `event`; `place` is where an empty one is shown: at its key."""
    start, end = event.start_mark.index, event.end_mark.index
    span = place if end == start and isinstance(event, ScalarEvent) else reading.span(start, end)
    reading.places[path] = span
    if len(path) > _DEEPEST:
        reading.fault("CW012", span, "Settings are never this deep: write them with fewer brackets.", path)
        raise _Refused
    if isinstance(event, AliasEvent):
        reading.fault("CW012", span, "Settings know no aliases (`*`): write the value out, or put it in quotes.", path)
        reading.texts[path] = f"*{event.anchor}"
        return reading.texts[path]
    if getattr(event, "tag", None) is not None:
        reading.fault("CW012", span, "Settings know no tags (`!`): delete it, or put the value in quotes.", path)
    if isinstance(event, MappingStartEvent):
        values: dict[str, object] = {}
        _mapping(reading, events, path, values)
        return values
    if isinstance(event, SequenceStartEvent):
        items: list[object] = []
        _sequence(reading, events, path, items, span)
        return items
    assert isinstance(event, ScalarEvent), event
    text = _clean(event.value)
    reading.texts[path] = text
    return _scalar(text) if event.style is None else text


def _clean(text: str) -> str:
    """Without halves of surrogate pairs, which `"\\ud800"` makes and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _scalar(text: str) -> object:
    if text in _NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
