"""Statements from a file: a JSON array, an LRS's answer (`{"statements": [...]}`), or a statement a line.

Read piece by piece. What cannot be read is named with its line, and reading goes on behind it.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from builder.insight.record import Trouble, Unreadable

MOST = 4 * 1024 * 1024
"""The most characters of one statement."""

_BETWEEN = re.compile(r"[\s,]*")
_BEGINS_LIST = re.compile(r"\s*(?:\[|\{[^\[\]{}]*\"statements\"\s*:\s*\[)")
# What may stand between two lists: the end of the object that the first is in, and the beginning of the next.
_ANOTHER = re.compile(r"(?:[^\[\]{}]*\})?\s*(?:\[|\{[^\[\]{}]*\"statements\"\s*:\s*\[)")
_OVER = re.compile(r"(?:[^\[\]{}]*\})?\s*")
_NEXT = re.compile(r"\n[^\S\n]*(?:,[^\S\n]*)?(?=\{)")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_DECODER = json.JSONDecoder()

Place = tuple[str, object]
"""Where a statement is (`answers.jsonl:17`), and the statement or a Trouble."""


def read_json(path: Path) -> Iterator[Place]:
    """Every value of the file with its place; a Trouble in place of one that is no JSON.

    Raises Unreadable where the file cannot be opened or has nothing that could be statements.
    """
    try:
        with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
            head = file.read(MOST)
            if not head.strip():
                raise Unreadable(f"{path} is empty: it must hold statements, as a JSON array or one a line")
            found = _BEGINS_LIST.match(head)
            if found:
                yield from _array(path, file, head, found.end())
            elif head.lstrip().startswith("{"):
                yield from _lines(path, file, head)
            else:
                raise Unreadable(
                    f"{path} holds no statements: it begins with {head.strip()[:20]!r}, not with [ or {{. "
                    "A report of Moodle's is read with --moodle."
                )
    except OSError as problem:
        raise Unreadable(f"{path} cannot be read: {problem.strerror}") from None


def encoding_of(path: Path) -> str:
    """UTF-8, unless the file's first bytes are the mark of another way to write Unicode."""
    with path.open("rb") as raw:
        begin = raw.read(4)
    return next((name for mark, name in _MARKS if begin.startswith(mark)), "utf-8")


def decode(text: str, at: int = 0) -> tuple[object, int]:
    """The value at that place and where it ends. Raises ValueError for whatever is no JSON."""
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _lines(path: Path, file: IO[str], head: str) -> Iterator[Place]:
    for number, line in _numbered(file, head):
        place = f"{path}:{number}"
        text = line.strip()
        if not text:
            continue
        if len(text) > MOST:
            yield place, Trouble(place, f"the line is longer than {MOST:,} characters: no statement is")
            continue
        try:
            value, end = decode(text)
            if text[end:].strip():
                raise ValueError("something follows the statement in its line")
        except ValueError as problem:
            yield place, Trouble(place, f"not JSON: {_said(problem)}")
            continue
        if isinstance(value, dict) and isinstance(listed := value.get("statements"), list):
            yield from ((place, each) for each in listed)
        else:
            yield place, value


def _numbered(file: IO[str], head: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers. One that is too long comes as its first characters, more than MOST."""
    number, rest = 1, head
    while rest:
        *whole, rest = rest.split("\n")
        for line in whole:
            yield number, line
            number += 1
        if len(rest) > MOST:
            yield number, rest
            while rest and "\n" not in rest:
                rest = file.read(MOST)
            rest = rest.partition("\n")[2]
            number += 1
        more = file.read(MOST)
        if not more:
            break
        rest += more
    if rest:
        yield number, rest


def _array(path: Path, file: IO[str], buffer: str, at: int) -> Iterator[Place]:
    line, counted, whole = 1, 0, False
    while True:
        if len(buffer) - at < MOST and not whole:
            line += buffer.count("\n", counted, at)
            more = file.read(2 * MOST)
            whole = not more
            buffer, at, counted = buffer[at:] + more, 0, 0
            continue
        between = _BETWEEN.match(buffer, at)
        at = between.end() if between else at
        if len(buffer) - at < MOST and not whole:
            continue
        line += buffer.count("\n", counted, at)
        counted = at
        place = f"{path}:{line}"
        if at >= len(buffer):
            yield place, Trouble(place, "the file ends in the middle: the list of statements has no ]")
            return
        if buffer[at] == "]":
            another = _ANOTHER.match(buffer, at + 1)
            if another:
                at = another.end()
                continue
            if not _OVER.fullmatch(buffer, at + 1):
                yield place, Trouble(place, "what follows the list is not read: it is no further list of statements")
            return
        try:
            value, at = decode(buffer, at)
            yield place, value
        except ValueError as problem:
            ends = len(buffer) - at < MOST
            why = "not JSON, or the file ends in the middle of it" if ends else "not JSON, or too long"
            yield place, Trouble(place, f"{why}: {_said(problem)}")
            found = _NEXT.search(buffer, at + 1)
            if not found and whole:
                return
            at = found.end() if found else len(buffer)


def _said(problem: ValueError) -> str:
    """Without the decoder's own count of lines, which begins anew with each piece."""
    return problem.msg if isinstance(problem, json.JSONDecodeError) else str(problem)
