"""What stands behind an arrow and is no node's id: what the author may have meant by it."""

from __future__ import annotations

import re

from builder.source.slug import ID, slug

_ELSEWHERE = re.compile(r"[^\s#/]+(?:[#/]\S*|\.md)")
_NEAR_ID = re.compile(r"#?[\w.'-]+(?:[ \t]+[\w.'-]+){0,3}")
_CONDITION_WORDS = frozenset({"if", "if:", "when", "unless"})


def advice_for_target(written: str) -> str | None:
    """A sentence that says what to write in place of it; None where nobody can tell what it was meant to be."""
    if _ELSEWHERE.fullmatch(written):
        return (
            "An arrow stays in its own scenario: write a node's id, `-> goodbye`. What several scenarios lead to "
            "stands in a file such as `shared.nodes.md`, which each takes up in its head: `include: shared.nodes.md`."
        )
    meant = slug(written)
    if _NEAR_ID.fullmatch(written) and ID.fullmatch(meant) and not _CONDITION_WORDS.intersection(written.split()):
        return f"An id has lower-case letters, digits and hyphens: write `-> {meant}`."
    return None
