"""All the Markdown of a page, and what it points to: for the checks of links, images, headings and words."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.model import Element, Misconception, Note, Page, Prose, Tip
from builder.source.markdown import Reference, references
from builder.source.syntax import Text


def page_texts(page: Page) -> tuple[Text, ...]:
    """Every text of the page's own file, in order; what a quiz holds comes after the quiz."""
    return tuple(text for element in page.elements for text in _texts(element))


def page_references(page: Page) -> tuple[Reference, ...]:
    """Every image, link, heading and variable of the page, each once; images that attributes name come last."""
    found = [reference for text in page_texts(page) for reference in references(text)]
    named = [image for activity in page.written for image in activity.images]
    return tuple(dict.fromkeys([*found, *named]))


def _texts(element: Element) -> Iterator[Text]:
    if isinstance(element, Prose | Note | Tip):
        yield element.text
    elif isinstance(element, Misconception):
        yield from (element.claim, element.why, element.instead)
    else:
        yield from element.texts
        for inner in element.inner:
            if inner.span.file == element.span.file:
                yield from inner.texts
