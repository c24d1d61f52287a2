"""Text to the id that is derived from it, where the author gave none."""

from __future__ import annotations

import re
import unicodedata
from zlib import crc32

LONGEST = 48
"""The most characters of a derived id: authors may write longer ones."""

ID = re.compile(r"(?![a-z0-9_-]{81})[a-z0-9]+(?:[-_][a-z0-9]+)*")
"""What an id looks like: safe in HTML, in URLs and in every LMS. It has at most 80 characters, so that two of them with
what the player puts behind stay within 250 (short_identifier_type in SCORM 2004 4th edition, 4.1.1.5)."""

_ORDER_NUMBER = re.compile(r"^\d+[-_. ]+(?=.)")
_ENDING = re.compile(r"(?:\.scene)?\.md$", re.IGNORECASE)


def slug(text: str) -> str:
    """An id from words: lower-case ASCII letters and digits joined by hyphens, cut between words; never empty.

    Text without a single letter or digit that ASCII has (another script) gives a short id made from its bytes, which is
    stable from build to build.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain))
    if not words:
        return f"id-{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
    cut = "-".join(words)
    if len(cut) > LONGEST:
        cut = cut[: LONGEST + 1].rpartition("-")[0] or cut[:LONGEST]
    return cut


def file_slug(name: str) -> str:
    """The id of a page's file or a module's folder: its name without what orders it (`01-`) and without its ending."""
    return slug(_ORDER_NUMBER.sub("", _ENDING.sub("", name), count=1))
