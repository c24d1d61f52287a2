"""Reads rendered HTML back, to check what a theme made: the hooks that controllers hold on to, and ids.

Knows as much of CSS selectors as hooks need: `tag`, `.class`, `#id`, `[attribute]`, `[attribute=value]`, joined without
a space for one element and with one for an element inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SIMPLE = re.compile(
    r"""(?P<tag>[a-z][a-z0-9-]*|\*)|\.(?P<class>[\w-]+)|\#(?P<id>[\w-]+)"""
    r"""|\[(?P<attribute>[\w-]+)(?:=(?P<quote>["']?)(?P<value>[^"'\]]*)(?P=quote))?\]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a document: its tag, its attributes, and its place in the tree (None at the root)."""

    tag: str
    attributes: Mapping[str, str]
    parent: Element | None


def elements(html: str) -> tuple[Element, ...]:
    """Every element of the document, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def matches(element: Element, selector: str) -> bool:
    """Whether a selector matches the element. Raises ValueError for a selector that is beyond this module."""
    *outer, last = [_compound(part) for part in selector.split()]
    if not _fits(element, last):
        return False
    at = element.parent
    for compound in reversed(outer):
        while at is not None and not _fits(at, compound):
            at = at.parent
        if at is None:
            return False
        at = at.parent
    return True


def double_ids(found: tuple[Element, ...]) -> Iterator[str]:
    """The ids that more than one element has, once each, in order."""
    counts: dict[str, int] = {}
    for element in found:
        id = element.attributes.get("id")
        if id is not None:
            counts[id] = counts.get(id, 0) + 1
            if counts[id] == 2:
                yield id


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.found.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in reversed(range(len(self._open))) if self._open[i].tag == tag), None)
        if depth is not None:
            del self._open[depth:]


_Compound = tuple[tuple[str, str, str | None], ...]


def _compound(text: str) -> _Compound:
    parts: list[tuple[str, str, str | None]] = []
    at = 0
    while at < len(text):
        found = _SIMPLE.match(text, at)
        if found is None:
            raise ValueError(f"The selector {text!r} is not one that hooks may use")
        kind = found.lastgroup if found["attribute"] is None else "attribute"
        parts.append((kind or "", found[kind or 0], found["value"]))
        at = found.end()
    return tuple(parts)


def _fits(element: Element, compound: _Compound) -> bool:
    return all(_fits_simple(element, *simple) for simple in compound)


def _fits_simple(element: Element, kind: str, name: str, value: str | None) -> bool:
    attributes = element.attributes
    if kind == "tag":
        return name in ("*", element.tag)
    if kind == "class":
        return name in attributes.get("class", "").split()
    if kind == "id":
        return attributes.get("id") == name
    return name in attributes and value in (None, attributes[name])
