"""A course folder to values: every file that a course is made of, as bytes, by its path.

The only place of `source` that touches the disk. What cannot be read is a diagnostic and is left out; nothing raises.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.suggest import nearest

SETTINGS = "course.yaml"
LOCK = "ids.lock"
MARKER = ".coursewright"
"""A folder with this file was made by a build, and is no part of the course (builder/packages/marker.py)."""

_TEXT_ENDINGS = (".md", ".yaml", ".yml", ".lock", ".po", ".toml")
_IGNORED_FOLDERS = frozenset({"build", "dist", "node_modules", "__pycache__", "venv"})
_IGNORED_FILES = frozenset({"Thumbs.db", "desktop.ini"})
_BACKUP_ENDINGS = ("~", ".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".zip")


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files of a course folder by POSIX path relative to it, sorted.

    `unreadable` are the paths of files that are there but could not be read, so that what they would have held is not
    reported as missing.
    """

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    unreadable: frozenset[str] = frozenset()


def read_folder(folder: Path) -> SourceFiles:
    """Reads every file below `folder` but hidden ones, editors' backups and what a build writes.

    Faults, each at the file it concerns: CW001 no such folder, CW002 no course.yaml, CW003 a file that cannot be read,
    CW004 a text that is not UTF-8 (at the bad byte), CW005 a link that leaves the folder.
    """
    try:
        root = folder.resolve()
        is_folder = root.is_dir()
    except (OSError, RuntimeError, ValueError):
        is_folder = False
    if not is_folder:
        if folder.is_file():
            message = f"{folder} is a file: FOLDER is the folder that holds course.yaml."
        else:
            message = f"The course folder {folder} is not there: name the folder that holds course.yaml."
        return SourceFiles({}, (Diagnostic("CW001", Span(SETTINGS), message),), frozenset({SETTINGS}))

    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    unreadable: set[str] = set()
    for path, found in _walk(root, root, (root,)):
        bad = found if isinstance(found, Diagnostic) else _bad_byte(path, found)
        if bad is not None:
            faults.append(bad)
            unreadable.add(path)
        elif isinstance(found, bytes):
            files[path] = found
    if SETTINGS not in files and SETTINGS not in unreadable:
        near = nearest(SETTINGS, [path for path in files if "/" not in path])
        if near:
            hint = f"rename {near}"
        elif files:
            hint = "begin one with the course's id, title, language, version and iri"
        else:
            hint = "name another folder, or begin a course in this one with `coursewright new`"
        faults.append(Diagnostic("CW002", Span(SETTINGS), f"There is no course.yaml in {folder}: {hint}."))
        unreadable.add(SETTINGS)
    return SourceFiles(dict(sorted(files.items())), tuple(faults), frozenset(unreadable))


def _walk(root: Path, folder: Path, above: tuple[Path, ...]) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """Every file below `folder`, in order of name, with its bytes or with what is wrong with it."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as problem:
        yield _unreadable(root, folder, problem)
        return
    for entry in entries:
        if _ignored(entry.name, folder == root):
            continue
        path = entry.relative_to(root).as_posix()
        try:
            path.encode("utf-8")
        except UnicodeEncodeError:
            shown = path.encode("utf-8", "replace").decode("utf-8")
            yield shown, Diagnostic("CW003", Span(shown), "The name of this file is not UTF-8: rename it.")
            continue
        try:
            target = entry.resolve(strict=True)
            if not target.is_relative_to(root):
                yield (
                    path,
                    Diagnostic(
                        "CW005", Span(path), "This link leaves the course folder: put the file itself into the folder."
                    ),
                )
            elif target.is_dir():
                if target not in above and not (target / MARKER).exists():
                    yield from _walk(root, entry, (*above, target))
            elif stat.S_ISREG(target.stat().st_mode):
                yield path, entry.read_bytes()
            else:
                yield path, Diagnostic("CW003", Span(path), "This is no ordinary file and cannot be read: remove it.")
        except (OSError, RuntimeError) as problem:
            yield _unreadable(root, entry, problem)


def _ignored(name: str, top: bool) -> bool:
    if name.startswith(".") or name in _IGNORED_FILES or name.endswith(_BACKUP_ENDINGS):
        return True
    if name.startswith("#") and name.endswith("#"):
        return True
    return top and name in _IGNORED_FOLDERS


def _unreadable(root: Path, entry: Path, problem: OSError | RuntimeError) -> tuple[str, Diagnostic]:
    path = entry.relative_to(root).as_posix()
    reason = os.strerror(problem.errno) if isinstance(problem, OSError) and problem.errno else "a link to itself"
    return path, Diagnostic("CW003", Span(path), f"This cannot be read ({reason}): check that it is there and allowed.")


def _bad_byte(path: str, data: bytes) -> Diagnostic | None:
    """What is wrong with a source text's bytes; other files may hold any."""
    if not path.endswith(_TEXT_ENDINGS):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        found = f"byte {data[problem.start]:02x} (hexadecimal)"
        return Diagnostic(
            "CW004", Span(path, line, column), f"This file is not UTF-8: {found} cannot stand here. Save it as UTF-8."
        )
    return None
