"""Follows what prose points to: links to pages and blocks, images to files of the course, `{{...}}` to variables."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from builder.course.images import image_fault, svg_error
from builder.course.kind import Report
from builder.course.media import Played, media_fault
from builder.course.model import Misconception, Note, Page, Tip
from builder.course.texts import page_references
from builder.source.diagnostic import Diagnostic
from builder.source.markdown import ADDRESS, Reference
from builder.source.slug import file_slug
from builder.source.suggest import did_you_mean

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OUTSIDE = ("http", "https", "mailto", "tel")
_PAGE_FILE = ".md"


@dataclass(frozen=True, slots=True)
class Places:
    """Where prose can point to.

    `pages` are the pages' ids by file, `ids` all ids of pages and blocks, `headings` a page's headings by its id,
    `lost` the ids of what is there but was not understood, `assets` the files of the course that are no source text.
    `variables` is None where course.yaml's own were not understood.
    """

    pages: Mapping[str, str]
    ids: frozenset[str]
    headings: Mapping[str, frozenset[str]]
    lost: frozenset[str]
    assets: Mapping[str, bytes]
    variables: Collection[str] | None


def check_references(page: Page, places: Places, report: Report) -> frozenset[str]:
    """Reports what leads nowhere; gives the paths of the images that the page shows, and of what it plays."""
    shown: set[str] = set()
    for found in page_references(page):
        if found.kind == "variable":
            check_variable(found.target, found, places.variables, report)
        elif found.kind == "link":
            _link(page, found, places, report)
        elif found.kind == "image":
            path = _image(page, found, places, report)
            if path is not None:
                shown.add(path)
        elif found.kind in ("audio", "video", "captions"):
            path = _media(page, found, found.kind, places, report)
            if path is not None:
                shown.add(path)
    return frozenset(shown)


def ids_on(page: Page) -> frozenset[str]:
    """The ids that prose can name on a page, its own among them, but for those of headings."""
    blocks = (one.id for one in page.elements if isinstance(one, Note | Tip | Misconception))
    words = (*blocks, *(activity.id for activity in page.written))
    return frozenset({page.id, *(word.value for word in words if word is not None)})


def leads_to(file: str, target: str, places: Collection[str]) -> bool:
    """Whether a link in that file leads to one of these places, which are files of pages, and ids."""
    path, _, fragment = target.partition("#")
    return not ADDRESS.match(target) and (fragment in places or (path != "" and _file(file, path) in places))


def headings_of(pages: Iterable[Page]) -> Mapping[str, frozenset[str]]:
    """The ids of the headings on each page, by the page's id."""
    return {
        page.id: frozenset(found.target for found in page_references(page) if found.kind == "heading") for page in pages
    }


def check_variable(name: str, at: Reference, known: Collection[str] | None, report: Report) -> None:
    """CW167 for a variable that course.yaml does not have."""
    if known is not None and name not in known:
        hint = did_you_mean(name, known) or "; add it under `variables:` in course.yaml"
        message = f"There is no variable '{name}'{hint}. A backslash before the first brace makes it plain text."
        report(Diagnostic("CW167", at.span, message))


def _link(page: Page, found: Reference, places: Places, report: Report) -> None:
    scheme = _SCHEME.match(found.target)
    if scheme is not None or found.target.startswith("//"):
        if scheme is None or scheme[1].lower() not in _OUTSIDE:
            message = f"A link may lead to http:, https:, mailto: and tel: addresses, and not to '{found.target}'."
            report(Diagnostic("CW161", found.span, message))
        return
    path, _, fragment = found.target.partition("#")
    fault = _internal(page, path, fragment, places)
    if fault is not None:
        report(Diagnostic("CW160", found.span, fault))


def _internal(page: Page, path: str, fragment: str, places: Places) -> str | None:
    """What is wrong with a link inside the course; None where nothing is."""
    target = page.id
    if path:
        file = _file(page.span.file, path)
        if file not in places.pages:
            return None if file_slug(posixpath.basename(file)) in places.lost else _no_page(page, path, places)
        target = places.pages[file]
    elif not fragment:
        return "This link leads nowhere: write #id, another page's file, or an address."
    if not fragment or fragment in places.ids | places.lost | places.headings[target]:
        return None
    known = places.ids | places.headings[target]
    return f"There is no page, block or heading here with the id '{fragment}'{did_you_mean(fragment, known)}."


def _file(file: str, path: str) -> str:
    """A path as it is seen from a file."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def _no_page(page: Page, path: str, places: Places) -> str:
    if not path.endswith(_PAGE_FILE):
        hint = f" (did you mean '#{path}'?)" if path in places.ids else ""
        return f"'{path}' is neither a page's file (needs.md), nor #id, nor an address (https://...){hint}."
    home = posixpath.dirname(page.span.file)
    others = {posixpath.relpath(file, home) for file in places.pages if file != page.span.file}
    elsewhere = sorted(other for other in others if posixpath.basename(other) == posixpath.basename(path))
    hint = f" (did you mean '{elsewhere[0]}'?)" if elsewhere else did_you_mean(path, others)
    return f"There is no page '{path}', seen from {page.span.file}{hint}."


def _image(page: Page, found: Reference, places: Places, report: Report) -> str | None:
    if not found.text.strip():
        message = "This image has no text for those who cannot see it: write ![what it shows](file), "
        message += 'or where an attribute names it alt="what it shows".'
        report(Diagnostic("CW166", found.span, found.advice or message))
    home = posixpath.dirname(page.span.file)
    path = posixpath.normpath(posixpath.join(home, found.target))
    fault = image_fault(found.target, path, home, places.assets)
    if fault is not None:
        code, message = fault
        inside = svg_error(path, places.assets[path]) if code == "CW165" else None
        report(Diagnostic(code, inside or found.span, message))
        return None
    return path


def _media(page: Page, found: Reference, kind: Played, places: Places, report: Report) -> str | None:
    home = posixpath.dirname(page.span.file)
    path = posixpath.normpath(posixpath.join(home, found.target))
    fault = media_fault(kind, found.target, path, home, places.assets)
    if fault is not None:
        code, message, inside = fault
        report(Diagnostic(code, inside or found.span, message))
        return None
    return path
