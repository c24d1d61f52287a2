"""What was recorded of the plays: kept on disk, so that every test of a run may read it."""

from __future__ import annotations

import pickle
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cmi5.room import Room
from tests.cmi5.rule import Breach
from tests.cmi5.session import Session, Statement
from tests.lrs.exchange import Request

RECORD = "plays.pickle"
Act = Callable[[Room], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Play:
    """One play: its sessions in order, what the page showed, or why it came to no end."""

    sessions: list[Session]
    breaches: list[Breach]
    late: list[Statement]
    seen: dict[str, Any]
    failure: str = ""


@dataclass(slots=True)
class Plays:
    """All plays by name."""

    named: dict[str, Play] = field(default_factory=dict)
    applied: Counter[str] = field(default_factory=Counter)
    strays: list[Request] = field(default_factory=list)

    def __getitem__(self, name: str) -> Play:
        """The play; fails where it failed."""
        play = self.named[name]
        assert not play.failure, play.failure
        return play

    @property
    def sessions(self) -> Iterable[Session]:
        """Every session of every play."""
        return [session for play in self.named.values() for session in play.sessions]

    def breached(self, number: str) -> list[Breach]:
        """Every breach of a requirement."""
        return [breach for play in self.named.values() for breach in play.breaches if number in breach.numbers]

    def __add__(self, other: Plays) -> Plays:
        """These and the others."""
        return Plays(self.named | other.named, self.applied + other.applied, self.strays + other.strays)


def record(room: Room, acts: Iterable[Act]) -> Plays:
    """Plays one after the other; gives what happened."""
    plays = Plays()
    lms = room.lms
    for act in acts:
        before = len(lms.sessions), len(lms.breaches), len(lms.late)
        seen: dict[str, Any] = {}
        failure = ""
        try:
            seen = act(room)
        except Exception:
            failure = traceback.format_exc()
        finally:
            room.clear()
        sessions, breaches, late = lms.sessions[before[0] :], lms.breaches[before[1] :], lms.late[before[2] :]
        plays.named[act.__name__] = Play(sessions, breaches, late, seen, failure)
    plays.applied = lms.applied
    plays.strays = room.origin.strays
    return plays


def write_plays(plays: Plays, folder: Path) -> None:
    """Writes them into the folder."""
    (folder / RECORD).write_bytes(pickle.dumps(plays))


def read_plays(folder: Path) -> Plays:
    """What `write_plays` wrote."""
    plays: Plays = pickle.loads((folder / RECORD).read_bytes())
    return plays
