"""Which languages write decimals with a comma (Unicode's CLDR), among those that courses are written in."""

from __future__ import annotations

_COMMA = """
    af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lb lt lv mk mn nb nl nn no pl pt ro ru
    sk sl sq sr sv tr uk uz vi
"""
# Countries that write a point all the same.
_POINT = "de-ch de-li it-ch es-419 es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us"


def writes_comma(language: str) -> bool:
    """Whether the language of this tag (`en-GB`) writes decimals with a comma."""
    tag = language.lower()
    return tag.partition("-")[0] in _COMMA.split() and tag not in _POINT.split()
