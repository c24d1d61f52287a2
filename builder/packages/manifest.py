"""What the manifests of SCORM 1.2 and SCORM 2004 have in common: identifiers, addresses, control files, validation."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from lxml import etree

from builder import resources
from builder.resources import Edition

MANIFEST = "imsmanifest.xml"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

_NOT_IN_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class InvalidManifest(Exception):
    """What we wrote does not meet the standard's schema: a mistake of ours, never of an author."""


def identifier(role: str, course_id: str) -> str:
    """An XML NCName that is the same for this course at every build: LMSs keep learners' tracks by it."""
    return f"{role}-{course_id}"


def address(path: str) -> str:
    """A file's path in the package as a relative URL: UTF-8, percent-encoded."""
    return quote(path, safe="/")


def plain(text: str, most: int | None = None) -> str:
    """Text that XML can hold, spaces joined, cut at a word to `most` characters where the standard has a limit."""
    clean = " ".join(_NOT_IN_XML.sub("", text).split())
    if most is None or len(clean) <= most:
        return clean
    cut = clean[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def add(
    parent: etree._Element, namespace: str, name: str, text: str | None = None, **attributes: str
) -> etree._Element:
    """A new last child in that namespace."""
    element = etree.SubElement(parent, f"{{{namespace}}}{name}", attributes)
    element.text = text
    return element


def written(root: etree._Element) -> bytes:
    """The document's bytes: UTF-8, indented."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def control_files(edition: Edition) -> dict[str, bytes]:
    """The official schema files, which stand beside the manifest at the package's root."""
    return {path.name: path.read_bytes() for path in sorted(resources.schema_folder(edition).iterdir())}


def together(site: Mapping[str, bytes], *ours: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site's files and the standard's. Raises ValueError where two have one name."""
    files = dict(site)
    for more in ours:
        taken = sorted(files.keys() & more.keys())
        if taken:
            raise ValueError(f"the site has files that the package needs for itself: {', '.join(taken)}")
        files.update(more)
    return files


def validate(root: etree._Element, edition: Edition, schemas: tuple[tuple[str, str], ...]) -> None:
    """Holds the document against the official schemas, given as (namespace, file). Raises InvalidManifest."""
    schema = _schema(edition, schemas)
    if not schema.validate(etree.fromstring(etree.tostring(root))):
        raise InvalidManifest("; ".join(f"line {error.line}: {error.message}" for error in schema.error_log))


@functools.cache
def _schema(edition: Edition, schemas: tuple[tuple[str, str], ...]) -> etree.XMLSchema:
    imports = "".join(f'<import namespace="{namespace}" schemaLocation="{file}"/>' for namespace, file in schemas)
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Mended(control_files(edition)))
    text = f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'
    return etree.XMLSchema(etree.fromstring(text, parser, base_url="schemas/all.xsd"))


class _Mended(etree.Resolver):
    """Serves the schema files with two faults mended that keep libxml2 from reading IMS metadata 1.2.

    ims_xml.xsd makes the xml namespace the default one, which XML forbids; imsmd lets `##any` element follow optional
    ones of its own, which is ambiguous. The files in the package are the official ones, as they are.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__()
        self._files = files

    def resolve(self, system_url: str | None, public_id: str | None, context: object) -> Any:
        """The mended schema file of that name."""
        name = (system_url or "").rsplit("/", 1)[-1]
        text = self._files[name].replace(f'xmlns="{XML}"'.encode(), b"", 1).replace(b'"##any"', b'"##other"')
        return self.resolve_string(text, context, base_url=system_url)
