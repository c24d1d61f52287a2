"""The blocks that are said and not done: `note`, `tip` and `misconception`. What a learner does is a kind of activity.

::: note                        ::: misconception {#mis-angry ref=MC3}
An aside.                       claim: A challenging customer is an angry customer.
:::                             why: Anger is loud, so it is the state we remember.
::: tip {ref=ET1}               instead: Ask what the person lacks.
Advice.                         :::
:::
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.course.kind import Kinds, Report
from builder.course.model import Misconception, Note, Tip
from builder.source.diagnostic import Diagnostic
from builder.source.grammar import Grammar
from builder.source.slug import slug
from builder.source.syntax import Block, Line, Text, Word

NOTE = "note"
TIP = "tip"
MISCONCEPTION = "misconception"

_PARTS = {
    "claim": "what people wrongly believe, in their words",
    "why": "why it tempts",
    "instead": "what to believe or do instead",
}

_OWN = {
    NOTE: Grammar(),
    TIP: Grammar(attributes=frozenset({"ref"})),
    MISCONCEPTION: Grammar(attributes=frozenset({"ref"}), details=frozenset(_PARTS), prose=False),
}


def grammars(kinds: Kinds) -> Mapping[str, Grammar]:
    """The words of every kind of block that an author may write, sorted: for `read_course`."""
    theirs = {name: kind.grammar for name, kind in kinds.items() if kind.grammar is not None}
    inner = {name: grammar for kind in kinds.values() for name, grammar in kind.inner_grammars.items()}
    return dict(sorted({**theirs, **inner, **_OWN}.items()))


def is_prose_block(block: Block) -> bool:
    """Whether the block is one of this file's."""
    return block.kind.value in _OWN


def compile_prose_block(block: Block, report: Report) -> Note | Tip | Misconception | None:
    """What the block says; None after an error. Its `ref` is checked with all other references."""
    if block.kind.value == MISCONCEPTION:
        return _misconception(block, report)
    text = joined(block.texts)
    if text is None:
        if not block.faulty:
            message = f"This {block.kind.value} is empty: write its text between the fences, or take it out."
            report(Diagnostic("CW152", block.span, message))
        return None
    if block.kind.value == TIP:
        return Tip(block.attributes.id, block.attributes.values.get("ref"), text, block.span)
    return Note(block.attributes.id, text, block.span)


def _misconception(block: Block, report: Report) -> Misconception | None:
    found: dict[str, Text] = {}
    for key, meaning in _PARTS.items():
        details = block.details(key)
        for again in details[1:]:
            report(Diagnostic("CW154", again.key.span, f"This misconception has a second `{key}:`. Keep one."))
        value = joined(tuple(detail.value for detail in details[:1]))
        if value is not None:
            found[key] = value
        elif not block.faulty:
            span = details[0].key.span if details else block.span
            report(Diagnostic("CW153", span, f"This misconception lacks its `{key}:` line: {meaning}."))
    for text in block.texts:
        message = "A misconception has only the details claim:, why: and instead:. Move this text into one of them."
        report(Diagnostic("CW154", text.span, message))
    ref = block.attributes.values.get("ref")
    if ref is None:
        if not block.faulty:
            message = "This misconception does not say which it refutes: write {ref=...} with an id from course.yaml."
            report(Diagnostic("CW153", block.span, message))
        return None
    if len(found) < len(_PARTS):
        return None
    id = block.attributes.id or Word(f"misconception-{slug(ref.value)}", ref.span)
    return Misconception(id, ref, found["claim"], found["why"], found["instead"], block.span)


def joined(texts: tuple[Text, ...]) -> Text | None:
    """Texts that something else parted, as one with an empty line between; None where there is no word in them."""
    lines: list[Line] = []
    for text in texts:
        if lines:
            lines.append(Line("", lines[-1].span))
        lines.extend(text.lines)
    return Text(tuple(lines)) if any(line.text.strip() for line in lines) else None
