"""Nodes that several scenarios share: files `NAME.nodes.md` under content/, which scenarios name under `include:`.

Such a file is no page. It is read once for each scenario, with that scenario's cast; its nodes become that scenario's.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from builder.source.diagnostic import Diagnostic, Severity
from builder.source.files import SourceFiles
from builder.source.scene import read_nodes
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import NodesSyntax, SceneSyntax, Word

NODES = ".nodes.md"
INCLUDE = "include"
_CONTENT = "content/"


def nodes_files(files: SourceFiles) -> tuple[str, ...]:
    """The paths of a course's files of nodes that can be read, sorted."""
    return tuple(sorted(path for path in files.files if _is_nodes(path)))


def with_shared_nodes(scene: SceneSyntax, files: SourceFiles) -> tuple[SceneSyntax, tuple[Diagnostic, ...]]:
    """The scenario with the nodes that it includes, and what is wrong with them.

    Faults beside those of the nodes' own lines: CW273 what is named is no file of nodes of this course, CW274 it is
    named twice.
    """
    known = {path for path in (*files.files, *files.unreadable) if _is_nodes(path)}
    included: dict[str, NodesSyntax | None] = {}
    found: list[Diagnostic] = []
    faulty = scene.faulty or scene.head.is_faulty(INCLUDE)
    for word in _named(scene):
        path = _path(scene, word)
        fault = _fault(word.value, path, scene.span.file, known)
        if fault is not None:
            found.append(Diagnostic("CW273", word.span, fault))
        elif path in included:
            found.append(Diagnostic("CW274", word.span, f"'{word.value}' is included already: take one of them out."))
        elif path in files.files:
            text = files.files[path].decode("utf-8", "replace")
            included[path], lost, faults = read_nodes(path, text, scene)
            found.extend(faults)
            faulty = faulty or lost
        else:
            included[path], faulty = None, True
        faulty = faulty or fault is not None
    read = tuple(file for file in included.values() if file is not None)
    return replace(scene, included=read, faulty=faulty), tuple(found)


def unshared(files: Iterable[str], scenes: Iterable[SceneSyntax]) -> Iterator[Diagnostic]:
    """CW275 (a warning) for a file of nodes that no scenario includes."""
    used = {_path(scene, word) for scene in scenes for word in _named(scene)}
    for path in sorted({*files} - used):
        name = posixpath.basename(path)
        message = f"No scenario includes these nodes, so nobody meets them: write `include: {name}` in the head of a "
        yield Diagnostic("CW275", Span(path), f"{message}scenario, or delete this file.", Severity.WARNING)


def _is_nodes(path: str) -> bool:
    return path.startswith(_CONTENT) and path.endswith(NODES)


def _path(scene: SceneSyntax, word: Word) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(scene.span.file), word.value))


def _named(scene: SceneSyntax) -> Iterator[Word]:
    """What the head includes; what is neither a name nor a list of names is the head's own fault."""
    value = scene.head.values.get(INCLUDE)
    if isinstance(value, list | tuple):
        for at, item in enumerate(value):
            if isinstance(item, str | int):
                yield Word(str(item), scene.head.value(INCLUDE, at))
    elif isinstance(value, str | int):
        yield Word(str(value), scene.head.value(INCLUDE))


def _fault(target: str, path: str, scene: str, known: Collection[str]) -> str | None:
    """What is wrong with the path that an author wrote; None where it names a file of nodes beside the scenario, where
    links and pictures in its texts mean the same to both.
    """
    home = posixpath.dirname(scene)
    if posixpath.dirname(path) != home:
        return f"'{target}' is not beside this scenario: nodes are shared by scenarios of one module, in its folder."
    if path in known:
        return None
    if not path.endswith(NODES):
        return f"'{target}' is no file of nodes: nodes that scenarios share are in a file such as hang-up{NODES}."
    beside = [posixpath.basename(file) for file in known if posixpath.dirname(file) == home]
    return f"There is no file '{target}'{did_you_mean(target, beside)}. Looked for {path}."
