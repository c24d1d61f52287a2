"""Whether a file may be shown as an image: it is in the course folder, of a kind that browsers show, and harmless."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from xml.etree import ElementTree

from builder.source.markdown import ADDRESS
from builder.source.span import Span
from builder.source.suggest import did_you_mean

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")

_JPEG = re.compile(rb"\xff\xd8\xff")
_BEGINNINGS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "avif": re.compile(rb"....ftyp", re.DOTALL),
}
_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?\s*(?!#|data:)|@import", re.IGNORECASE)


def image_fault(target: str, path: str, home: str, assets: Mapping[str, bytes]) -> tuple[str, str] | None:
    """The code and message of what is wrong with an image; None where it can be shown.

    `target` is what the author wrote, `path` the same seen from the course folder, `home` the folder of the page.
    """
    if ADDRESS.match(target):
        return "CW163", f"'{target}' is not in the course. Put the image into the course folder: a package has it all."
    if target.startswith(("/", "\\")) or path == ".." or path.startswith("../"):
        return "CW163", f"'{target}' leaves the course folder. Put the image into it, beside the page."
    if not path.lower().endswith(ENDINGS):
        return "CW164", f"'{target}' is no image that every browser shows. Use one of {', '.join(ENDINGS)}."
    if path not in assets:
        known = [posixpath.relpath(other, home) for other in assets if other.lower().endswith(ENDINGS)]
        return "CW162", f"There is no image '{target}'{did_you_mean(target, known)}. Looked for {path}."
    if not _is_what_it_says(path, assets[path]):
        what = "is empty" if not assets[path] else "is not what its ending says"
        return "CW164", f"'{target}' {what}, so that no browser shows it. Save the picture again, in that format."
    fault = _svg_fault(assets[path]) if path.lower().endswith(".svg") else None
    return ("CW165", f"'{target}' {fault}. Save it as a plain SVG without it.") if fault else None


def _is_what_it_says(path: str, data: bytes) -> bool:
    """Whether a file begins as one of its format does; an SVG is read as a whole."""
    beginning = _BEGINNINGS.get(path.lower().rpartition(".")[2])
    return bool(data) and (beginning is None or beginning.match(data) is not None)


def svg_error(path: str, data: bytes) -> Span | None:
    """Where an SVG stops being well-formed; None where it does not, or where nobody can tell."""
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as problem:
        line, column = problem.position
        return Span(path, line, column + 1)
    except (ValueError, LookupError):
        pass
    return None


def _svg_fault(data: bytes) -> str | None:
    """What an SVG must not have: anything that runs, and anything that is fetched from elsewhere."""
    if b"<!DOCTYPE" in data and b"<!ENTITY" in data:
        return "declares entities"
    if b"<?xml-stylesheet" in data:
        return "has a style sheet of its own outside the file"
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        return f"is not well-formed ({str(problem).partition(':')[0]})"
    for element in root.iter():
        fault = _element_fault(element)
        if fault is not None:
            return fault
    return None


def _element_fault(element: ElementTree.Element) -> str | None:
    name = _local(element.tag)
    if name == "script":
        return "holds a script"
    if name == "foreignobject":
        return "holds a foreignObject, which can be a whole web page"
    if name == "style" and _STYLE_ADDRESS.search(element.text or ""):
        return "has a style that fetches something from elsewhere"
    for attribute, value in element.attrib.items():
        key = _local(attribute)
        if key.startswith("on"):
            return f"holds a script (the attribute {key})"
        if key in ("href", "src") and not value.strip().startswith(("#", "data:image/")):
            return f"refers to something outside the file ({value.strip()[:60]})"
        if _STYLE_ADDRESS.search(value):
            return f"fetches something from elsewhere (the attribute {key})"
    return None


def _local(name: object) -> str:
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""
