"""The files of a course to its syntax: settings, modules of pages, banks, the lock, and what the pages show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builder.source.course_yaml import read_settings
from builder.source.diagnostic import Diagnostic
from builder.source.files import LOCK, SETTINGS, SourceFiles
from builder.source.grammar import Grammar
from builder.source.page import read_page
from builder.source.prose import prose_faults
from builder.source.scene import node_ids, read_scene
from builder.source.settings import Settings
from builder.source.shared_nodes import NODES, nodes_files, unshared, with_shared_nodes
from builder.source.slug import file_slug
from builder.source.span import Span
from builder.source.suggest import nearest
from builder.source.syntax import PageSyntax, SceneSyntax

_CONTENT = "content/"
_BANKS = "banks/"
_INDEX = "index.md"
_PAGE = ".md"
_SCENE = ".scene.md"
_LIKE_PAGES = (".md", ".markdown", ".mdown", ".mkd")
_STARTS = re.compile(rb"^start:", re.MULTILINE)
_NOT_SHOWN = frozenset({"theme", "translations"})
_SOURCE_ENDINGS = (".md", ".yaml", ".yml", ".po", ".lock")


@dataclass(frozen=True, slots=True)
class ModuleSyntax:
    """A folder under content/. `index` is its index.md, which is not among `pages`."""

    id: str
    span: Span
    index: PageSyntax | None
    pages: tuple[PageSyntax | SceneSyntax, ...]

    @property
    def files(self) -> tuple[PageSyntax | SceneSyntax, ...]:
        """The index, where there is one, and the pages."""
        return (*((self.index,) if self.index else ()), *self.pages)


@dataclass(frozen=True, slots=True)
class CourseSyntax:
    """A whole course as it was written. `assets` are the files that are no source text, by path in the course folder.

    `banks` are the files of questions that quizzes draw from; a bank's id is its file's name. `diagnostics` holds every
    fault of parsing (those of reading stay with SourceFiles). `lost` are ids of pages that are there but could not be
    read, `lost_banks` those of banks: what refers to them is not at fault. `shared_nodes` are the ids of the nodes in
    each file of nodes, which scenarios share.
    """

    settings: Settings
    modules: tuple[ModuleSyntax, ...]
    lock: bytes | None
    assets: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str] = frozenset()
    banks: tuple[PageSyntax, ...] = ()
    lost_banks: frozenset[str] = frozenset()
    shared_nodes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def files(self) -> tuple[PageSyntax | SceneSyntax, ...]:
        """Every file of pages, scenarios and banks, in reading order."""
        return (*(file for module in self.modules for file in module.files), *self.banks)

    @property
    def scenes(self) -> tuple[SceneSyntax, ...]:
        """The scenarios among them."""
        return tuple(file for file in self.files if isinstance(file, SceneSyntax))


def read_course(files: SourceFiles, grammars: Mapping[str, Grammar]) -> CourseSyntax:
    """Parses every file of a course; `grammars` has the words of each kind of block. Never raises for bad input.

    A folder under content/ is a module and its files are its pages, in the order of their names, in which numbers count
    as numbers. A file of banks/ is a bank. Faults beside those of the files' own parsers: CW006 a page that is in no
    module, CW007 a name that a page cannot have, CW367 a file of banks/ that is no bank.
    """
    settings, faults = read_settings(files.files.get(SETTINGS))
    found = list(faults)
    lost = {_page_id(path) for path in files.unreadable if path.startswith(_CONTENT) and path.endswith(_PAGE)}
    folders: dict[str, list[str]] = {}
    for path in sorted(files.files, key=_in_order):
        if not path.startswith(_CONTENT) or not path.lower().endswith(_LIKE_PAGES) or path.endswith(NODES):
            continue
        fault = _misplaced(path, files.files[path])
        if fault is None:
            folders.setdefault(path.split("/")[1], []).append(path)
        else:
            found.append(fault)
            lost.add(_page_id(path))

    modules = tuple(_module(folder, paths, files, grammars, found) for folder, paths in folders.items())
    banks, lost_banks = _banks(files, grammars, found)
    assets = {path: data for path, data in files.files.items() if _is_asset(path)}
    lock = files.files.get(LOCK)
    shared = {path: node_ids(path, files.files[path].decode("utf-8", "replace")) for path in nodes_files(files)}
    course = CourseSyntax(settings, modules, lock, assets, (), frozenset(lost), banks, lost_banks, shared)
    found.extend(unshared(course.shared_nodes, course.scenes))
    # Shared nodes are read once for each scenario, and have the same faults each time.
    return replace(course, diagnostics=tuple(dict.fromkeys(found)))


def _module(
    folder: str, paths: list[str], files: SourceFiles, grammars: Mapping[str, Grammar], found: list[Diagnostic]
) -> ModuleSyntax:
    index: PageSyntax | None = None
    pages: list[PageSyntax | SceneSyntax] = []
    for path in paths:
        page, faults = _file(path, files, grammars)
        found.extend((*faults, *prose_faults(page)))
        if path.endswith(f"/{_INDEX}") and isinstance(page, PageSyntax):
            index = page
        else:
            pages.append(page)
    return ModuleSyntax(
        file_slug(folder), Span(f"{_CONTENT}{folder}/{_INDEX}" if index else paths[0]), index, tuple(pages)
    )


def _file(
    path: str, files: SourceFiles, grammars: Mapping[str, Grammar]
) -> tuple[PageSyntax | SceneSyntax, tuple[Diagnostic, ...]]:
    text, id = files.files[path].decode("utf-8", "replace"), _page_id(path)
    if not path.endswith(_SCENE):
        return read_page(path, text, grammars, id)
    scene, faults = read_scene(path, text, id)
    whole, more = with_shared_nodes(scene, files)
    return whole, (*faults, *more)


def _banks(
    files: SourceFiles, grammars: Mapping[str, Grammar], found: list[Diagnostic]
) -> tuple[tuple[PageSyntax, ...], frozenset[str]]:
    """The banks, and the ids of those that could not be read."""
    banks: list[PageSyntax] = []
    lost = {file_slug(path.rpartition("/")[2]) for path in files.unreadable if path.startswith(_BANKS)}
    for path in sorted(files.files, key=_in_order):
        name = path.removeprefix(_BANKS)
        if name == path or not path.lower().endswith(_LIKE_PAGES):
            continue
        id = file_slug(name.rpartition("/")[2])
        if "/" in name or not name.endswith(_PAGE):
            stem = name.rpartition("/")[2].rpartition(".")[0]
            message = f"A bank is a file right in banks/ whose name ends in .md: move this one to {_BANKS}{stem}.md."
            found.append(Diagnostic("CW367", Span(path), message))
            lost.add(id)
            continue
        bank, faults = read_page(path, files.files[path].decode("utf-8", "replace"), grammars, id)
        banks.append(bank)
        found.extend((*faults, *prose_faults(bank)))
    return tuple(banks), frozenset(lost)


def _page_id(path: str) -> str:
    """A page's id is its file's name; a module's index has the module's."""
    folder, _, name = path.rpartition("/")
    return file_slug(folder.rpartition("/")[2] if name == _INDEX else name)


def _misplaced(path: str, data: bytes) -> Diagnostic | None:
    """What is wrong with the place or the name of a page's file."""
    _, *folders, name = path.split("/")
    if not path.endswith(_PAGE):
        return Diagnostic("CW007", Span(path), "The name of a page ends in .md, in lower case: rename it.")
    if name.endswith(("-scene.md", "_scene.md")) and _STARTS.search(data):
        right = f"{name.removesuffix('scene.md')[:-1]}.scene.md"
        return Diagnostic("CW007", Span(path), f"A scenario's file is called {right}: rename it.")
    if len(folders) != 1:
        where = f"content/{folders[0] if folders else '01-start'}/{name}"
        why = "deeper than one folder" if folders else "in no module"
        return Diagnostic(
            "CW006", Span(path), f"This page is {why}: a module is a folder in content/. Move it to {where}."
        )
    stem, _, kind = name.removesuffix(_PAGE).rpartition(".")
    if stem and kind.lower() in ("node", "nodes"):
        return Diagnostic("CW007", Span(path), f"A file of nodes is called {stem}{NODES}: rename it.")
    if stem and kind != "scene" and nearest(kind, ("scene",)):
        return Diagnostic("CW007", Span(path), f"A scenario's file is called {stem}.scene.md: rename it.")
    return None


def _is_asset(path: str) -> bool:
    top, _, inner = path.partition("/")
    return bool(inner) and top not in _NOT_SHOWN and not path.lower().endswith(_SOURCE_ENDINGS)


def _in_order(path: str) -> list[tuple[int, int, str]]:
    """A key that puts `2-x` before `10-x`; an index is first by its own field and needs no place."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"[0-9]{1,18}|[^0-9]+", path)
    ]
