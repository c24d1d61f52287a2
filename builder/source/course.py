"""The files of a course to its syntax: settings, modules of pages and scenarios, the lock, and what the pages show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.source.diagnostic import Diagnostic
from builder.source.files import SourceFiles
from builder.source.grammar import Grammar
from builder.source.settings import Settings
from builder.source.span import Span
from builder.source.syntax import PageSyntax, SceneSyntax


@dataclass(frozen=True, slots=True)
class ModuleSyntax:
    """A folder under content/. `index` is its index.md, which is not among `pages`."""

    id: str
    span: Span
    index: PageSyntax | None
    pages: tuple[PageSyntax | SceneSyntax, ...]


@dataclass(frozen=True, slots=True)
class CourseSyntax:
    """A whole course as it was written. `assets` are the files that are no source text, by path in the course folder.

    `diagnostics` holds every fault of reading and parsing, those of SourceFiles included. `lost` are ids of things that
    are there but could not be read: what refers to them is not at fault.
    """

    settings: Settings
    modules: tuple[ModuleSyntax, ...]
    lock: bytes | None
    assets: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str] = frozenset()


def read_course(files: SourceFiles, grammars: Mapping[str, Grammar]) -> CourseSyntax:
    """Parses every file of a course; `grammars` has the words of each kind of block. Never raises for bad input."""
    raise NotImplementedError
