"""A theme's and the used kinds' styles become one style sheet, in cascade layers, so that a theme always wins.

Comments and spare whitespace are left out; nothing else is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from builder.site.theme import Theme
from builder.site.tokens import tokens_css

LAYERS = ("tokens", "base", "layout", "components", "activities", "print", "theme")

# Which layer the files of the theme that extends nothing belong to; any other file is a component's.
_LAYER_OF = {
    "base.css": "base",
    "layout.css": "layout",
    "questions.css": "activities",
    "pairs.css": "activities",
    "ranking.css": "activities",
    "print.css": "print",
}
_PIECE = re.compile(r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<comment>/\*.*?\*/)|[^"'/]+|/""", re.DOTALL)
# What a `data:` address in an HTML attribute may hold as it is.
_ADDRESS_SAFE = " !$()*+,-./:;=?@[]^_`{|}~"
_AROUND = re.compile(r"\s*([{};,>])\s*")
_AFTER = re.compile(r":\s+")


def style_sheet(theme: Theme, kinds: Iterable[str]) -> str:
    """The course's CSS. `kinds` are the style sheets of the kinds of activity that it uses, in a settled order."""
    layers: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    layers["tokens"].append(tokens_css(theme.tokens))
    kind_styles = list(kinds)
    for style in theme.styles:
        layer = _LAYER_OF.get(style.name, "components") if style.theme == theme.root else "theme"
        if layer != "activities" or kind_styles:
            layers[layer].append(style.css)
    layers["activities"].extend(kind_styles)
    sheet = f"@layer {','.join(LAYERS)};" + "".join(
        f"@layer {layer}{{{css}}}" for layer, parts in layers.items() if (css := "\n".join(parts))
    )
    return squeeze(sheet)


def style_address(css: str) -> str:
    """The style sheet as an address of its own, so that the page needs no second request before it can be painted.

    On a slow connection that request is what the first page waits for longest: an empty file would cost as much. The
    page's policy lets style sheets, and nothing else, come from `data:`; styles inside the document stay forbidden.
    """
    return "data:text/css;charset=utf-8," + quote(css.strip(), safe=_ADDRESS_SAFE)


def squeeze(css: str) -> str:
    """The same CSS without comments and spare whitespace. Strings stay as they are."""
    pieces = [
        piece.group() if piece.group("string") else _squeeze_code(piece.group())
        for piece in _PIECE.finditer(css)
        if not piece.group("comment")
    ]
    return "".join(pieces).replace(";}", "}").strip() + "\n"


def _squeeze_code(css: str) -> str:
    return _AFTER.sub(":", _AROUND.sub(r"\1", re.sub(r"\s+", " ", css)))
