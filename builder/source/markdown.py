"""Prose to HTML, to plain words, and to the references in it: the one place that knows the Markdown parser.

CommonMark with tables, footnotes and definition lists. Raw HTML is text, nothing is linked by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from builder.source.span import Span
from builder.source.syntax import Text


@dataclass(frozen=True, slots=True)
class Options:
    """What the prose cannot know by itself.

    `image` and `link` turn what the author wrote (`desk.svg`, `needs.md`, `https://...`; `%20` decoded but in a URL)
    into what the page needs; `prefix` stands before the ids of headings and footnotes; `shift` is added to the level
    of headings, up to 6; `variables` are the words for `{{org.phone}}`.
    """

    image: Callable[[str], str] = str
    link: Callable[[str], str] = str
    prefix: str = ""
    shift: int = 1
    variables: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that prose points to or can be pointed at.

    `target` is an image's path, a link's address, a heading's id (without the page's prefix) or a variable's name;
    `text` the alternative text, the link's words or the heading's; `level` a heading's level as written, else 0.
    """

    kind: Literal["image", "link", "heading", "variable"]
    target: str
    text: str
    level: int
    span: Span


def to_html(text: Text, options: Options) -> str:
    """The prose as HTML blocks, without inline style or script."""
    raise NotImplementedError


def to_inline_html(text: Text, options: Options) -> str:
    """The prose without a paragraph around it: for labels and legends. Several paragraphs are parted by `<br>`."""
    raise NotImplementedError


def plain(text: Text, variables: Mapping[str, str] | None = None) -> str:
    """The words without markup, on one line: for reports and titles."""
    raise NotImplementedError


def references(text: Text) -> tuple[Reference, ...]:
    """The images, links, headings and variables of the prose, in order."""
    raise NotImplementedError
