"""A theme's tokens as CSS custom properties: `ink` of `colours.light` is `--colour-ink`, `m` of `spaces` `--space-m`.

Colours come in two schemes. The device chooses between them unless the learner did (`data-scheme` on the root element);
paper is always light.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.source.suggest import did_you_mean

Tokens = Mapping[str, Mapping[str, str]]

_PREFIXES = {
    "colours.light": "colour",
    "colours.dark": "colour",
    "fonts": "font",
    "texts": "text",
    "leadings": "leading",
    "spaces": "space",
    "radii": "radius",
    "sizes": "size",
}
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A value must not be able to end its declaration, nor to load anything.
_UNSAFE = re.compile(r"[;{}<>\\]|url\s*\(|/\*|@", re.IGNORECASE)


def faulty_token(tokens: Tokens) -> str | None:
    """What is wrong with a theme's tokens, in a sentence; None where nothing is."""
    for table, values in tokens.items():
        if table not in _PREFIXES:
            return f"there is no table of tokens '{table}'{did_you_mean(table, _PREFIXES)}"
        for key, value in values.items():
            if not _KEY.fullmatch(key):
                return f"'{key}' in '{table}' must be lower-case letters, digits and single hyphens"
            if _UNSAFE.search(value):
                return f"the value of '{key}' in '{table}' must be one plain CSS value"
    return None


def tokens_css(tokens: Tokens) -> str:
    """The custom properties of all tokens, dark ones for whoever wants the dark scheme."""
    shared = "".join(
        _declarations(table, tokens[table]) for table in _PREFIXES if table in tokens and table != "colours.dark"
    )
    dark = _declarations("colours.dark", tokens.get("colours.dark", {}))
    return (
        f":root{{{shared}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{{dark}}}}}"
        f":root[data-scheme=light]{{color-scheme:light}}"
        f"@media screen{{:root[data-scheme=dark]{{color-scheme:dark;{dark}}}}}"
    )


def _declarations(table: str, values: Mapping[str, str]) -> str:
    return "".join(f"--{_PREFIXES[table]}-{key}:{value};" for key, value in values.items())
