"""What a block may hold, declared by its kind, so that the scanner can tell a detail from a sentence.

FORMAT rule 4: at column 1 of a block only the keys declared for it are details, a near miss is a warning and anything
else is text; under an item every `word:` is a detail and an unknown one is an error.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words that a kind of block knows.

    `attributes`: keys of its `{...}` beside `#id`; `details`: keys at column 1; `boxes`: the boxes an item may have
    (`""` is none; an empty set means that the block has no items, and a list in it is prose); `item_details` and
    `item_attributes` likewise for its items; `holds`: the kinds of block that may stand inside it, `"question"` meaning
    every kind that asks one; `prose` whether it may hold text, for which a near miss of a detail is taken.
    """

    attributes: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    boxes: frozenset[str] = frozenset()
    item_details: frozenset[str] = frozenset()
    item_attributes: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    prose: bool = True


# A detail that every block, item and choice may have: `excuse: CODE reason`.
EXCUSE = "excuse"
