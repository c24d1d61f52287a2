"""Gives every trackable thing its number: the one it had, the one of the thing that it was renamed from, or a new one.

A function of the lock's entries and of the things that the course has now. docs/architecture.md, "ids.lock", has the
rules; nothing here depends on anything but its arguments, so that two machines write the same lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder.course.kind import Part
from builder.course.lock import Entry
from builder.course.numbers import Numbers
from builder.source.diagnostic import Diagnostic

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The numbers of a course's things, the lock's new entries, and what could not be decided."""

    numbers: Numbers
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Past:
    """What the lock knows at one path: the thing that lives there, those that did, and what is below it."""

    live: Entry | None = None
    retired: list[Entry] = field(default_factory=list)
    below: dict[str, _Past] = field(default_factory=dict)


def number_things(entries: Iterable[Entry], things: Sequence[Part]) -> Numbered:
    """Numbers for `things` (the top level, in reading order), given what the lock says.

    A thing that comes back gets the number that it had: a number belongs to its path and kind for ever, and so is never
    another thing's. Where a thing cannot be told from one that is gone, the diagnostics say so and its number is new.
    """
    entries = tuple(entries)
    work = _Numbering(_highest(entries))
    work.place((), _past(entries), things)
    numbers = Numbers(
        {entry.path: entry.number for entry in work.entries if not entry.retired}, _numbers_highest(work.entries)
    )
    return Numbered(numbers, tuple(work.entries), tuple(work.diagnostics))


@dataclass(slots=True)
class _Numbering:
    """The work of one call: the counts go up, entries and diagnostics gather."""

    counts: dict[tuple[str, str], int]
    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, parent: Path, past: _Past, things: Sequence[Part]) -> None:
        """Numbers the children of one parent, then theirs."""
        now: dict[str, Part] = {}
        for thing in things:
            now.setdefault(thing.id.value, thing)
        gone = {id: old for id, old in past.below.items() if old.live is not None and id not in now}
        renamed = self._renames(parent, past, gone, now)
        for id, thing in now.items():
            path = (*parent, id)
            origin = renamed.get(id)
            old = past.below.get(id, _Past()) if origin is None else self._moved(past, origin, path)
            number = self._number(path, thing, old)
            self.entries.append(Entry(path, number, thing.kind))
            self._retire(path, old, thing.kind, number)
            self.place(path, old, thing.parts)
        for id, old in sorted(past.below.items()):
            if id not in now:
                self._retire((*parent, id), old, "", 0)
                self.place((*parent, id), old, ())

    def _number(self, path: Path, thing: Part, old: _Past) -> int:
        known = [entry.number for entry in ([old.live] if old.live else []) + old.retired if entry.kind == thing.kind]
        if known:
            return old.live.number if old.live and old.live.kind == thing.kind else max(known)
        space = Entry(path, 0, thing.kind).space
        self.counts[space] = self.counts.get(space, 0) + 1
        return self.counts[space]

    def _retire(self, path: Path, old: _Past, kind: str, number: int) -> None:
        """Keeps the lines of what lived at this path, all but the one that lives there now."""
        for entry in [*([old.live] if old.live else []), *old.retired]:
            if (entry.kind, entry.number) != (kind, number):
                self.entries.append(Entry(path, entry.number, entry.kind, retired=True))

    def _moved(self, past: _Past, origin: str, path: Path) -> _Past:
        """Takes a renamed thing, and all below it, from its old id; numbers retired at that id before it stay there."""
        old = past.below[origin]
        past.below[origin] = _Past(retired=old.retired)
        if len(path) == 1:
            for (top, kind), count in list(self.counts.items()):
                if top == origin:
                    self.counts[path[0], kind] = count
        return _Past(old.live, [], old.below)

    def _renames(self, parent: Path, past: _Past, gone: dict[str, _Past], now: dict[str, Part]) -> dict[str, str]:
        """New id -> old id where one thing was renamed; a diagnostic where that cannot be told."""
        renamed: dict[str, str] = {}
        for kind in sorted({thing.kind for thing in now.values()}):
            left = {id: old for id, old in gone.items() if old.live is not None and old.live.kind == kind}
            new = [thing for id, thing in now.items() if thing.kind == kind and id not in past.below]
            if len(left) == len(new) == 1 and _alike(next(iter(left.values())), new[0]):
                renamed[new[0].id.value] = next(iter(left))
            elif left:
                unclear = [thing for thing in new if thing.derived]
                self.diagnostics.extend(_unclear(parent, thing, sorted(left)) for thing in unclear)
        return renamed


def _alike(old: _Past, new: Part) -> bool:
    """Whether what is inside speaks for a rename: half of the smaller side is the same, or too little to tell."""
    before = {id for id, child in old.below.items() if child.live is not None}
    after = {part.id.value for part in new.parts}
    smaller = min(len(before), len(after))
    return smaller == 0 or len(before) == len(after) == 1 or 2 * len(before & after) >= smaller


def _unclear(parent: Path, thing: Part, gone: list[str]) -> Diagnostic:
    names = " and ".join([", ".join(f"'{id}'" for id in gone[:-1]), f"'{gone[-1]}'"]) if gone[1:] else f"'{gone[0]}'"
    where = f" in '{'/'.join(parent)}'" if parent else ""
    return Diagnostic(
        "CW505",
        thing.id.span,
        f"This {thing.kind} is new{where} while {names} {'are' if gone[1:] else 'is'} gone, so it is not clear whether "
        f"it is the old one reworded. Give it an id: {{#{gone[0]}}} if it is that one, any other if it is new.",
    )


def _past(entries: Iterable[Entry]) -> _Past:
    root = _Past()
    for entry in entries:
        at = root
        for id in entry.path:
            at = at.below.setdefault(id, _Past())
        if entry.retired or at.live is not None:
            at.retired.append(entry)
        else:
            at.live = entry
    return root


def _highest(entries: Iterable[Entry]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        counts[entry.space] = max(counts.get(entry.space, 0), entry.number)
    return counts


def _numbers_highest(entries: Iterable[Entry]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        key = (entry.path[0] if len(entry.path) > 1 else "", entry.kind)
        counts[key] = max(counts.get(key, 0), entry.number)
    return counts
