"""Records kept for counting, in a SQLite file of their own: each once, in bounded memory, whatever their number.

First and latest answers and exact medians need order, and what is in order may be more than memory holds: the disk has
room for it, and SQLite sorts there. The file is thrown away at the end. Learners are numbers in it.
"""

from __future__ import annotations

import secrets
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from builder.insight.record import Elsewhere, Found, Record, Trouble, Voided

_BATCH = 5_000
_CACHE_KB = 24_000
_FARTHEST = 2**62
MOST_NAMED = 20
"""Troubles that are named one by one; the others are counted."""

_TABLE = """
CREATE TABLE record (
    id INTEGER PRIMARY KEY, n INTEGER, learner INTEGER, attempt INTEGER, sort INTEGER, at INTEGER, thing INTEGER,
    chosen TEXT, right INTEGER, score REAL, seconds REAL);
CREATE TABLE voided (id INTEGER PRIMARY KEY);
CREATE TABLE revision (revision TEXT, learner INTEGER, PRIMARY KEY (revision, learner)) WITHOUT ROWID;
"""
_INSERT = "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(slots=True)
class Taken:
    """What was read: how many records of this course, how many came again, were of other courses, or unreadable."""

    records: int = 0
    again: int = 0
    voided: int = 0
    elsewhere: int = 0
    unreadable: int = 0
    named: list[Trouble] = field(default_factory=list)


class Store:
    """The records, for queries; `taken` says what came in."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._key = secrets.token_bytes(16)
        self.taken = Taken()
        db.executescript(_TABLE)
        db.execute("BEGIN")

    def take(self, found: Iterable[Found]) -> None:
        """Keeps the records, each id once, and counts the rest."""
        rows: list[tuple[Any, ...]] = []
        revisions: set[tuple[str, int]] = set()
        arrived = 0
        for one in found:
            if isinstance(one, Record):
                arrived += 1
                rows.append(self._row(one, arrived))
                revisions.add((_clean(one.revision), self._number(one.learner)))
                if len(rows) >= _BATCH:
                    self._write(rows, revisions)
            elif isinstance(one, Trouble):
                self.taken.unreadable += 1
                if len(self.taken.named) < MOST_NAMED:
                    self.taken.named.append(one)
            elif isinstance(one, Voided):
                self._db.execute("INSERT OR IGNORE INTO voided VALUES (?)", [self._number(one.id)])
            elif isinstance(one, Elsewhere):
                self.taken.elsewhere += 1
        self._write(rows, revisions)
        kept = self._one("SELECT COUNT(*) FROM record")
        self.taken.again = arrived - kept
        self._db.execute("DELETE FROM record WHERE id IN (SELECT id FROM voided)")
        self.taken.records = self._one("SELECT COUNT(*) FROM record")
        self.taken.voided = kept - self.taken.records
        self._db.execute("CREATE INDEX told ON record (sort, thing, learner, at, n)")

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """What a query finds, row by row."""
        return self._db.execute(query, values)

    def run(self, script: str, *values: object) -> None:
        """Makes a table out of others."""
        self._db.execute(script, values)

    def _one(self, query: str) -> int:
        found: int = self._db.execute(query).fetchone()[0]
        return found

    def _write(self, rows: list[tuple[Any, ...]], revisions: set[tuple[str, int]]) -> None:
        # Neighbours in the file one after another: ids are spread over all of it.
        rows.sort()
        self._db.executemany(_INSERT, rows)
        self._db.executemany("INSERT OR IGNORE INTO revision VALUES (?, ?)", revisions)
        rows.clear()
        revisions.clear()

    def _row(self, record: Record, n: int) -> tuple[Any, ...]:
        return (
            self._number(record.id),
            n,
            self._number(record.learner),
            self._number(record.attempt),
            int(record.sort),
            max(-_FARTHEST, min(record.at, _FARTHEST)),
            record.thing,
            _clean(record.chosen),
            record.right,
            record.score,
            record.seconds,
        )

    def _number(self, text: str) -> int:
        """64 bits by a key that nobody has: among a million, two are the same by chance once in 37 million runs."""
        digest = blake2b(text.encode("utf-8", "replace"), digest_size=8, key=self._key).digest()
        return int.from_bytes(digest, "big", signed=True)


def _clean(text: str) -> str:
    """Without halves of characters, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode()


@contextmanager
def store() -> Iterator[Store]:
    """An empty store, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="coursewright-insight-", ignore_cleanup_errors=True) as folder:
        db = sqlite3.connect(Path(folder) / "records.sqlite", isolation_level=None)
        try:
            # Nobody needs the file after a crash.
            db.executescript(
                f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
                f"PRAGMA temp_store=FILE; PRAGMA cache_size=-{_CACHE_KB};"
            )
            yield Store(db)
        finally:
            db.close()
