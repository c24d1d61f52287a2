"""What is said to single pieces of a text: items below it, each naming a piece by its words or by some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.course.attributes import Faults
from builder.course.items import feedback_of, flat, folded
from builder.course.kind import Setting
from builder.source.markdown import plain
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, Text, Word


@dataclass(frozen=True, slots=True)
class Note:
    """What an item says about its piece: an id that stays, and feedback."""

    id: Word | None
    feedback: Text | None


def read_notes(block: Block, pieces: Sequence[str], setting: Setting, faults: Faults) -> dict[int, Note]:
    """The notes by the piece's place in `pieces`, their words. CW357 for an item that names none, or not one alone;
    CW305 for one that says nothing, CW307 for an id that is there twice.
    """
    flat(block.items, faults)
    known = [folded(words) for words in pieces]
    notes: dict[int, Note] = {}
    ids: set[str] = set()
    for item in block.items:
        feedback = feedback_of(item, faults)
        id = item.attributes.id
        if item.text is None:
            if not item.faulty:
                faults("CW314", item.span, "This item is empty. Write words of the piece that it is about.")
            continue
        wanted = folded(plain(item.text, setting.course.words))
        found = [at for at, words in enumerate(known) if words == wanted]
        found = found or [at for at, words in enumerate(known) if wanted in words]
        if len(found) != 1:
            many = f"{len(found)} pieces of the text have these words: give more of them"
            none = f"No piece of the text that can be chosen has these words{did_you_mean(wanted, known)}"
            faults("CW357", item.text.span, f"{many if found else none}.")
        elif found[0] in notes:
            faults("CW357", item.text.span, "An item above is about this piece already. Put both into one.")
        else:
            notes[found[0]] = Note(id, feedback)
        if feedback is None and id is None and not item.faulty:
            faults("CW305", item.text.span, "This item says nothing about its piece. Put `feedback:` under it.")
        if id is not None and id.value in ids:
            faults("CW307", id.span, f"Another piece has the id '{id.value}' too. Give one of them its own: {{#...}}.")
        ids |= {id.value} if id is not None else set()
    return notes
