"""Moodle's report of SCORM interactions, as its own page downloads it (Moodle 4: mod/scorm/report/interactions).

A row is a learner's attempt: the name, fields of identity, then `Attempt`, when it was started and last opened, the
score, a column for each SCO with its score or status; then for each interaction, counted from 0, up to four columns:
`Question 0` (its id), `Response 0`, `Right answer 0` and `Result 0`, each only where it was ticked before the download.
"Text" is a table with tabs between its cells, though Moodle calls it CSV; texts in it are escaped for HTML.
docs/insight.md says what to tick.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from html import unescape
from pathlib import Path
from typing import IO

from builder.insight.catalogue import Catalogue, End, Item, Sureness, Thing, Turn, sureness
from builder.insight.json_file import encoding_of
from builder.insight.record import Found, Record, Sort, Trouble, Unreadable
from builder.insight.responses import OTHER, chosen, ended

_NUMBERED = re.compile(r"(.*?)\s*(\d{1,6})\D?")
_WORDS = {"question": "question", "response": "response", "right answer": "right", "result": "result"}
_IN_ORDER = ("question", "response", "right", "result")
_BEFORE = 5
"""Columns from `Attempt` on, to the first question, in a package of one SCO: attempt, two times, score, the SCO."""
_MOST_HEAD = 4_000_000
_MOST_ID = 100
_SCORE = re.compile(r"(\d{1,7}(?:\.\d{1,9})?)/(\d{1,7}(?:\.\d{1,9})?)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,9})?")
_RIGHT = {"correct": 1, "wrong": 0, "incorrect": 0, "unanticipated": 0}
_STEP = 10_000_000
"""Between the times of two attempts, more than one has interactions."""
_NAMESAKE = (
    "an earlier row has the same name and attempt: counted as somebody else. Let Moodle's reports show what tells "
    "people apart (Site administration, Users, User policies, Show user identity)."
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand in a row of `width` cells: the attempt's number, the first of all interactions, and each one's
    columns by name.
    """

    attempt: int
    first: int
    width: int
    asked: tuple[Mapping[str, int], ...]


def read_moodle(path: Path, catalogue: Catalogue) -> Iterator[Found]:
    """The records of every row. Raises Unreadable where it is not such a report, with what to tick in Moodle."""
    try:
        with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
            first = file.readline(_MOST_HEAD)
            file.seek(0)
            yield from _rows(path, file, max("\t,;", key=first.count), catalogue)
    except OSError as problem:
        raise Unreadable(f"{path} cannot be read: {problem.strerror}") from None


def _rows(path: Path, file: IO[str], between: str, catalogue: Catalogue) -> Iterator[Found]:
    reader = csv.reader((line.replace("\0", "") for line in file), delimiter=between)
    columns: _Columns | None = None
    known: dict[bytes, list[bytes]] = {}
    while True:
        place = f"{path}:{reader.line_num + 1}"
        try:
            cells = [_plain(cell) for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as problem:
            yield Trouble(place, f"no row of a table: {problem}")
            continue
        if columns is None:
            columns = _columns(path, cells)
            continue
        if not any(cells):
            continue
        attempt = cells[columns.attempt] if columns.attempt < len(cells) <= columns.width else None
        if attempt is None:
            yield Trouble(place, f"the row has {len(cells)} cells, and the head of the table {columns.width}")
        elif re.fullmatch(r"[0-9]{1,6}", attempt):
            who = cells[: columns.attempt]
            same = known.setdefault(_digest([*who, attempt]), [])
            row = _digest(cells)
            if row not in same:
                same.append(row)
                if len(same) > 1:
                    yield Trouble(place, _NAMESAKE)
                yield from _attempt(place, "\t".join((*who, str(len(same)))), int(attempt), cells, columns, catalogue)
        elif attempt not in ("-", ""):
            yield Trouble(place, "what stands in the column 'Attempt' is no number")
    if columns is None:
        raise Unreadable(f"{path} is empty: it must hold Moodle's report of SCORM interactions")


def _columns(path: Path, heads: Sequence[str]) -> _Columns:
    asked: dict[int, list[tuple[str, int]]] = {}
    for index, head in enumerate(heads):
        if index and len(head) < _MOST_ID and (found := _NUMBERED.fullmatch(head)):
            asked.setdefault(int(found[2]), []).append((found[1].lower(), index))
    # Fields of identity may end in a number too; interactions are counted from 0 without a gap.
    numbers = [n for n in range(len(asked)) if n in asked]
    named = [_named(asked[n]) for n in numbers]
    if not named or any("question" not in columns for columns in named):
        raise Unreadable(
            f"{path} is not Moodle's report of SCORM interactions with a column 'Question 0'. In Moodle: Reports, "
            "Interactions; tick 'Summary of question', 'Summary of responses' and 'Summary of result' and save; then "
            "download it as text, in English or with all four ticked."
        )
    first = named[0]["question"]
    attempt = next((i for i, head in enumerate(heads[:first]) if head.lower() == "attempt"), first - _BEFORE)
    if attempt < 1:
        raise Unreadable(f"{path} has no column 'Attempt' before its questions, so nobody can be told apart")
    return _Columns(attempt, first, len(heads), tuple(named))


def _named(columns: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    """The columns of one interaction by name: in English by what they say, in other languages by their order."""
    if all(word in _WORDS for word, _ in columns):
        return {_WORDS[word]: index for word, index in columns}
    indexes = [index for _, index in columns]
    return dict(zip(_IN_ORDER, indexes, strict=True)) if len(indexes) == len(_IN_ORDER) else {}


def _attempt(
    place: str, who: str, attempt: int, cells: Sequence[str], columns: _Columns, catalogue: Catalogue
) -> Iterator[Record | Trouble]:
    base = Record(place, who, f"{who}\t{attempt}", Sort.OTHER, attempt * _STEP)
    scores = [found for cell in cells[columns.attempt + 4 : columns.first] if (found := _SCORE.fullmatch(cell))]
    share = float(scores[0][1]) / float(scores[0][2]) if scores and float(scores[0][2]) else None
    yield replace(base, sort=Sort.SCORED, score=share) if share is not None and share <= 1 else base
    for at, asked in enumerate(columns.asked, 1):
        cell = {name: cells[index] if index < len(cells) else "" for name, index in asked.items()}
        if id := cell["question"]:
            record = replace(base, id=f"{place} {at}", at=base.at + at)
            thing = catalogue.by_interaction.get(id)
            if thing is None:
                yield replace(record, sort=Sort.GONE, chosen=f"activities/{id[:_MOST_ID]}")
            else:
                yield _told(record, thing, cell.get("response", ""), cell.get("result", ""))


def _told(record: Record, thing: Thing, response: str, result: str) -> Record:
    record = replace(record, thing=thing.index)
    if isinstance(thing, Item):
        right = int(float(result) >= 1) if _NUMBER.fullmatch(result) else _RIGHT.get(result.lower())
        picked = ",".join(map(str, chosen(response, thing.options, letters=True))) if thing.options else ""
        return replace(record, sort=Sort.ANSWER, chosen=picked, right=right)
    if isinstance(thing, Sureness) and (sure := sureness(response)):
        return replace(record, sort=Sort.SURE, thing=thing.of, chosen=str(sure))
    if isinstance(thing, Turn):
        taken = chosen(response, thing.options) or (OTHER,)
        return replace(record, sort=Sort.TURN, chosen=str(taken[0]))
    if isinstance(thing, End):
        return replace(record, sort=Sort.END, chosen=str(ended(response, thing.endings)))
    return record


def _plain(cell: str) -> str:
    """Without what Moodle adds for browsers and spreadsheets: entities, and a sign before what looks like a formula."""
    text = unescape(cell).strip()
    return text[1:] if re.match(r"'[=+@-]", text) else text


def _digest(cells: Sequence[str]) -> bytes:
    return blake2b("\t".join(cells).encode("utf-8", "replace"), digest_size=16).digest()
