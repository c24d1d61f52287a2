"""`coursewright insight`: what learners did, from an LRS, from a file of statements or from Moodle's report."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from builder.build import check_course
from builder.commands.put_out import put_out
from builder.console.show import ERR, OUT, complain, show
from builder.course.model import Course
from builder.insight.catalogue import Catalogue, catalogue
from builder.insight.counting import count
from builder.insight.json_file import Place, read_json
from builder.insight.json_form import as_json
from builder.insight.lrs import Asked, authorization, read_lrs
from builder.insight.moodle import read_moodle
from builder.insight.page import as_html
from builder.insight.record import Found, Trouble, Unreadable
from builder.insight.sections import report
from builder.insight.statement import StatementReader, when
from builder.insight.store import MOST_NAMED, Taken, store
from builder.source.span import Span


def insight(
    folder: Path,
    lrs: str | None,
    statements: Path | None,
    moodle: Path | None,
    since: str | None,
    out: Path,
    json: Path | None,
) -> int:
    """Reads the one source that is given, and writes the page to `out` and the figures to `json`; the exit status."""
    if sum(source is not None for source in (lrs, statements, moodle)) != 1:
        complain("say what to read: one of --lrs URL, --statements FILE and --moodle FILE")
        return 2
    moment = when(since)
    if since and (not moment or moodle):
        complain(
            "Moodle's report does not say when: leave --since out"
            if moodle
            else f"'{since}' is no day or moment: write it as 2026-01-31 or 2026-01-31T09:00:00Z"
        )
        return 2
    checked = check_course(folder)
    course = checked.course
    if course is None:
        show(checked.diagnostics, folder)
        ERR.print("There is no course that the figures could be about.")
        return 1
    if not course.whole:
        ERR.print("This course has errors (`coursewright check` shows them): what they hide is in no figure.")
    if moodle and checked.lock_differs:
        OUT.print("ids.lock is not up to date: letters are read as the next build would write them.")
    things = catalogue(course)
    try:
        with store() as kept:
            kept.take(_found(things, lrs, statements, moodle, moment))
            _tell(kept.taken)
            if not kept.taken.records:
                complain(_nothing(course, kept.taken))
                return 1
            shown = report(count(kept, things), _source(lrs, statements or moodle, since))
    except Unreadable as problem:
        complain(str(problem))
        return 1
    except (OSError, sqlite3.Error) as problem:
        complain(f"what was read cannot be kept while it is counted, in a folder for temporary files: {problem}")
        return 1

    def link(span: Span) -> str:
        try:
            seen = os.path.relpath(folder / span.file, out.parent)
        except ValueError:
            # On another drive, which only its whole path reaches.
            return f"{(folder / span.file).resolve().as_uri()}#L{span.line}"
        return f"{quote(Path(seen).as_posix())}#L{span.line}"

    status = put_out(as_html(shown, link), out)
    return status or (put_out(as_json(shown), json) if json else 0)


def _found(
    things: Catalogue, lrs: str | None, statements: Path | None, moodle: Path | None, since: int
) -> Iterator[Found]:
    if moodle:
        return read_moodle(moodle, things)
    reader = StatementReader(things, since)
    if lrs:
        asked = Asked(lrs, authorization(os.environ), things.course.settings.iri, _written(since))
        return _read(reader, read_lrs(asked))
    assert statements
    return _read(reader, read_json(statements))


def _read(reader: StatementReader, places: Iterator[Place]) -> Iterator[Found]:
    for place, value in places:
        found = value if isinstance(value, Trouble) else reader.read(value, place)
        if found is not None:
            yield found


def _tell(taken: Taken) -> None:
    """What could not be read, line by line while that is few."""
    for trouble in taken.named:
        ERR.print(f"{trouble}")
    if taken.unreadable > MOST_NAMED:
        ERR.print(f"and {taken.unreadable - MOST_NAMED:,} more that could not be read")
    OUT.print(
        f"{taken.records:,} records of this course; {taken.again:,} that came twice, {taken.elsewhere:,} of other "
        f"courses, {taken.voided:,} voided, {taken.unreadable:,} that could not be read"
    )


def _nothing(course: Course, taken: Taken) -> str:
    if taken.elsewhere:
        return f"all that was read is about other courses than {course.settings.iri}: is this the course's folder?"
    return "nothing of this course was there to be read"


def _source(lrs: str | None, path: Path | None, since: str | None) -> str:
    named = f"from the LRS at {urlsplit(lrs).hostname}" if lrs else f"from {path.name if path else ''}"
    return f"{named}, since {since}" if since else named


def _written(moment: int) -> str | None:
    return datetime.fromtimestamp(moment / 1000, UTC).isoformat().replace("+00:00", "Z") if moment else None
