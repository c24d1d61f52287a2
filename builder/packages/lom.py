"""The metadata by which an LMS lists a course: IMS metadata 1.2.1 for SCORM 1.2, IEEE LOM for SCORM 2004."""

from __future__ import annotations

from lxml import etree

from builder.packages.manifest import XML, add, plain
from builder.source.settings import CourseSettings

IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"

_MOST_TITLE = 1000
_MOST_DESCRIPTION = 1000
"""Characters that SCORM 1.2 lets a description have (Content Aggregation Model, 2.2)."""
_MOST_KEYWORD = 1000
_MOST_VERSION = 50
_NO_LANGUAGE = "x-none"


def imsmd(settings: CourseSettings) -> etree._Element:
    """`imsmd:lom`, to stand in SCORM 1.2's manifest."""
    language = settings.language
    root = etree.Element(f"{{{IMSMD}}}lom", nsmap={"imsmd": IMSMD})
    general = add(root, IMSMD, "general")
    add(general, IMSMD, "identifier", plain(settings.iri))
    _add_langstring(general, "title", plain(settings.title, _MOST_TITLE), language)
    catalogued = add(general, IMSMD, "catalogentry")
    add(catalogued, IMSMD, "catalog", "URI")
    _add_langstring(catalogued, "entry", plain(settings.iri), _NO_LANGUAGE)
    add(general, IMSMD, "language", language)
    _add_langstring(general, "description", _description(settings), language)
    for keyword in settings.keywords:
        _add_langstring(general, "keyword", plain(keyword, _MOST_KEYWORD), language)
    _add_langstring(add(root, IMSMD, "lifecycle"), "version", plain(settings.version, _MOST_VERSION), _NO_LANGUAGE)
    add(add(root, IMSMD, "metametadata"), IMSMD, "metadatascheme", "ADL SCORM 1.2")
    add(add(root, IMSMD, "technical"), IMSMD, "format", "text/html")
    return root


def lom(settings: CourseSettings) -> etree._Element:
    """`lom`, the document that SCORM 2004's manifest points to (IEEE 1484.12.3)."""
    language = settings.language
    root = etree.Element(f"{{{LOM}}}lom", nsmap={None: LOM})
    general = add(root, LOM, "general")
    identified = add(general, LOM, "identifier")
    add(identified, LOM, "catalog", "URI")
    add(identified, LOM, "entry", plain(settings.iri))
    add(add(general, LOM, "title"), LOM, "string", plain(settings.title, _MOST_TITLE), language=language)
    add(general, LOM, "language", language)
    add(add(general, LOM, "description"), LOM, "string", _description(settings), language=language)
    for keyword in settings.keywords:
        add(add(general, LOM, "keyword"), LOM, "string", plain(keyword, _MOST_KEYWORD), language=language)
    version = add(add(root, LOM, "lifeCycle"), LOM, "version")
    add(version, LOM, "string", plain(settings.version, _MOST_VERSION), language=_NO_LANGUAGE)
    metametadata = add(root, LOM, "metaMetadata")
    add(metametadata, LOM, "metadataSchema", "LOMv1.0")
    add(metametadata, LOM, "metadataSchema", "ADLv1.0")
    add(add(root, LOM, "technical"), LOM, "format", "text/html")
    return root


def _description(settings: CourseSettings) -> str:
    return plain(settings.description or settings.title, _MOST_DESCRIPTION)


def _add_langstring(parent: etree._Element, name: str, text: str, language: str) -> None:
    string = add(add(parent, IMSMD, name), IMSMD, "langstring", text)
    string.set(f"{{{XML}}}lang", language)
