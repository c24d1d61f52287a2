"""One xAPI statement as a record. Statements come from outside: any part of them may be missing or of a wrong type.

The shapes are those that our packages send (docs/lrs.md; xAPI 1.0.3 and 2.0, Data, 2.4).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha1
from typing import Any

from builder.insight.catalogue import Catalogue, End, Item, Leaf, Sureness, Thing, Turn, sureness
from builder.insight.record import Elsewhere, Found, Record, Sort, Trouble, Voided
from builder.insight.responses import OTHER, chosen, ended
from builder.statements.names import Names

_COURSE = {"completed": Sort.COMPLETED, "passed": Sort.PASSED, "failed": Sort.FAILED}
_PAGE = {"experienced": Sort.SEEN, "exited": Sort.LEFT}
_DURATION = re.compile(
    r"P(?:(?P<d>\d{1,9}(?:\.\d+)?)D)?(?:T(?:(?P<h>\d{1,9}(?:\.\d+)?)H)?(?:(?P<m>\d{1,9}(?:\.\d+)?)M)?"
    r"(?:(?P<s>\d{1,9}(?:\.\d+)?)S)?)?"
)
_MOST_SECONDS = 366 * 86400
_MOST_TEXT = 4000
_MOST_ID = 120
_REMEMBERED = 20_000


class StatementReader:
    """Reads the statements about one course; those from before `since` (in milliseconds since 1970) are left out."""

    def __init__(self, catalogue: Catalogue, since: int = 0) -> None:
        self._since = since
        self._things = catalogue.by_iri
        self._by_index = catalogue.things
        self._names = Names(catalogue.course.settings.iri)
        self._inside = f"{self._names.iri.rstrip('/')}/"
        self._modules = f"{self._names.modules}/"
        self._choice = self._names.extension("choice")
        self._chosen = lru_cache(_REMEMBERED)(self._choose)

    def read(self, statement: object, place: str) -> Found | None:
        """The record of a statement, Elsewhere for one of another course, or Trouble with what it lacks; None for one
        that is too old.
        """
        if not isinstance(statement, dict):
            return Trouble(place, f"a statement is an object, and this is {_a(statement)}")
        verb = _text(_at(statement, "verb", "id")).rsplit("/", 1)[-1].lower()
        about = _at(statement, "object")
        if not verb or not isinstance(about, dict):
            return Trouble(place, f"no statement: it has no {'object' if verb else 'verb with an id'}")
        id = _text(statement.get("id")).lower()
        at = when(statement.get("timestamp")) or when(statement.get("stored"))
        if self._since and (when(statement.get("stored")) or at) < self._since:
            return None
        if verb == "voided" and about.get("objectType") == "StatementRef":
            return Voided(_text(about.get("id")).lower(), id or place)
        iri = _text(about.get("id"))
        context = _at(statement, "context")
        is_inside = iri.startswith(self._inside) and iri != self._names.unit
        root = iri if is_inside else self._launched(iri, context)
        if not root:
            return Elsewhere(id or place)
        who = learner(statement.get("actor"))
        if not who:
            return Trouble(place, "its actor has no mbox, mbox_sha1sum, openid or account, so nobody can be told apart")
        record = Record(
            id or place,
            who,
            f"{who} {_text(_at(context, 'registration')).lower()}",
            Sort.OTHER,
            at,
            revision=_short(_at(context, "revision")),
        )
        result = _at(statement, "result")
        if not is_inside or iri.startswith(self._modules):
            return self._of_course(record, verb, root, result)
        thing = self._things.get(iri)
        if thing is None:
            is_told = verb in _PAGE or verb in ("answered", "responded", "completed")
            gone = iri.removeprefix(self._inside)
            return replace(record, sort=Sort.GONE, chosen=_short(gone)) if is_told else record
        return self._of_thing(replace(record, thing=thing.index), verb, thing, result)

    def _of_course(self, record: Record, verb: str, root: str, result: object) -> Record:
        sort = _COURSE.get(verb, Sort.OTHER)
        return replace(record, sort=sort, score=_scaled(result), chosen=_short(root)) if sort else record

    def _of_thing(self, record: Record, verb: str, thing: Thing, result: object) -> Record:
        response = _text(_at(result, "response"))[:_MOST_TEXT]
        if isinstance(thing, Leaf) and (sort := _PAGE.get(verb)):
            spent = duration(_text(_at(result, "duration"))) if sort is Sort.LEFT else None
            return replace(record, sort=sort, seconds=spent)
        if isinstance(thing, Item) and verb == "answered":
            picked = ",".join(map(str, self._chosen(thing.index, response))) if thing.options else ""
            return replace(record, sort=Sort.ANSWER, chosen=picked, right=_right(result))
        if isinstance(thing, Sureness) and verb == "answered" and (sure := sureness(response)):
            return replace(record, sort=Sort.SURE, thing=thing.of, chosen=str(sure))
        if isinstance(thing, Turn) and verb in ("responded", "answered"):
            said = _text(_at(result, "extensions", self._choice)) or response
            return replace(record, sort=Sort.TURN, chosen=str(next(iter(self._chosen(thing.index, said)), OTHER)))
        if isinstance(thing, End) and verb == "answered":
            return replace(record, sort=Sort.END, chosen=str(self._chosen(thing.index, response)[0]))
        return record

    def _choose(self, index: int, response: str) -> tuple[int, ...]:
        thing = self._by_index[index]
        if isinstance(thing, End):
            return (ended(response, thing.endings),)
        assert isinstance(thing, Item | Turn)
        return chosen(response[:_MOST_TEXT], thing.options)

    def _launched(self, iri: str, context: object) -> str:
        """The course, or the module that was launched by itself, where it has any id that the launch gave it: known by
        the grouping, and by the profile among the categories; empty for another course.
        """
        activities = _at(context, "contextActivities")
        listed = (each for role in ("grouping", "category") for each in _listed(_at(activities, role)))
        ids = (iri, *(_text(_at(each, "id")) for each in listed))
        ours = [id for id in ids if id == self._names.iri or id.startswith(self._inside)]
        module = next((id for id in ours if id.startswith(self._modules)), None)
        return module or (self._names.iri if ours else "")


def learner(actor: object) -> str:
    """What tells this learner from others: an mbox and its SHA-1 are the same one's; empty where there is nothing."""
    if not isinstance(actor, dict):
        return ""
    account = actor.get("account")
    if isinstance(account, dict) and (name := _text(account.get("name"))):
        return f"account {_text(account.get('homePage'))} {name}"
    if mbox := _text(actor.get("mbox")):
        return f"mbox {sha1(mbox.encode('utf-8', 'replace')).hexdigest()}"
    if digest := _text(actor.get("mbox_sha1sum")):
        return f"mbox {digest.lower()}"
    return f"openid {openid}" if (openid := _text(actor.get("openid"))) else ""


def duration(text: str) -> float | None:
    """The seconds of an ISO 8601 duration of days and less, as our packages write it; None for anything else."""
    found = _DURATION.fullmatch(text)
    if not found or text in ("P", "PT"):
        return None
    days, hours, minutes, seconds = (float(found[unit] or 0) for unit in "dhms")
    total = 86400 * days + 3600 * hours + 60 * minutes + seconds
    return total if total <= _MOST_SECONDS else None


def _right(result: object) -> int | None:
    success = _at(result, "success")
    if isinstance(success, bool):
        return int(success)
    scaled = _scaled(result)
    return None if scaled is None else int(scaled >= 1)


def _scaled(result: object) -> float | None:
    value = _at(result, "score", "scaled")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1 else None


def when(value: object) -> int:
    """The moment in milliseconds since 1970, in UTC where it does not say; 0 for what is none."""
    text = _text(value)
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return 0


def _at(value: object, *keys: str) -> Any:
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _short(value: object) -> str:
    return _text(value)[:_MOST_ID]


def _a(value: object) -> str:
    return "nothing" if value is None else "a list" if isinstance(value, list) else f"a {type(value).__name__}"
