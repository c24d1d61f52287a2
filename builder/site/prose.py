"""A page's Markdown as HTML: its links lead into the one document, its images to the files that the site carries.

The course has passed its checks (builder/course/links.py), so a link or an image that leads nowhere is a KeyError.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.course.links import ids_on, leads_to
from builder.course.model import Course, Page
from builder.site.assets import Assets
from builder.source import markdown
from builder.source.syntax import Text

_WIDE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Places:
    """Where links can lead: pages by the path of their file, and every id that stands in the document by itself.

    What is `elsewhere`, files and ids, is in another module of an excerpt's course: only the words of a link stay.
    """

    pages: dict[str, str]
    ids: frozenset[str]
    elsewhere: frozenset[str] = frozenset()


def places(course: Course) -> Places:
    """The places of a course."""
    pages = {page.span.file: page.id for page in course.pages}
    elsewhere = course.excerpt.elsewhere if course.excerpt else frozenset[str]()
    return Places(pages, frozenset[str]().union(*map(ids_on, course.pages)), elsewhere)


class Prose:
    """Renders the texts of one page."""

    def __init__(self, course: Course, page: Page, known: Places, assets: Assets) -> None:
        self._page = page
        self._known = known
        self._assets = assets
        self._options = markdown.Options(
            image=self.file,
            link=self._link,
            prefix=f"{page.id}--",
            variables=course.settings.words,
        )

    def html(self, text: Text) -> Markup:
        """The text as blocks. Images wait until they are near; a wide table scrolls by itself."""
        html = markdown.to_html(text, self._options).replace("<img ", '<img loading="lazy" ')
        return Markup(_WIDE.sub(_scrolling, html))

    def inline(self, text: Text) -> Markup:
        """The text without a paragraph around it."""
        return Markup(markdown.to_inline_html(text, self._options))

    def file(self, target: str) -> str:
        """The path in the site of an image, sound or film, `target` being what the author wrote."""
        return self._assets.use(self._path(target))

    def captions(self, target: str) -> str:
        """Captions as a `data:` address: from a page opened as a file, browsers fetch no captions."""
        return f"data:text/vtt;base64,{b64encode(self._assets.read(self._path(target))).decode()}"

    def _link(self, target: str) -> str | None:
        if markdown.ADDRESS.match(target):
            return target
        if leads_to(self._page.span.file, target, self._known.elsewhere):
            return None
        path, _, fragment = target.partition("#")
        if not path:
            return self._anchor(self._page.id, fragment)
        return self._anchor(self._known.pages[self._path(path)], fragment)

    def _path(self, target: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._page.span.file), target))

    def _anchor(self, page: str, fragment: str) -> str:
        if not fragment:
            return f"#{page}"
        return f"#{fragment}" if fragment in self._known.ids else f"#{page}--{fragment}"


def _scrolling(table: re.Match[str]) -> str:
    """A table in a place that scrolls, reached by the keyboard too and named by the heads of its columns."""
    heads = (Markup(head).striptags() for head in _HEAD.findall(table[0]))
    name = escape(", ".join(head for head in heads if head))
    return f'<div class="table" role="group" tabindex="0" aria-label="{name}">{table[0]}</div>'
