"""Syntax as lines of text, for the cases in tests/source/cases: what was understood, and every place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.syntax import (
    Attributes,
    Block,
    ChoiceSyntax,
    Detail,
    Divert,
    Head,
    Item,
    NodeSyntax,
    PageSyntax,
    SceneSyntax,
    Speech,
    Text,
    Word,
)


def dump(page: PageSyntax | SceneSyntax, faults: Iterable[Diagnostic]) -> str:
    """The page as indented lines, then its faults in order."""
    lines = [*_head(page.head)]
    parts = page.body if isinstance(page, PageSyntax) else page.nodes
    lines += [line for part in parts for line in _part(part)]
    if isinstance(page, PageSyntax) and page.lost:
        lines.append(f"lost {' '.join(sorted(page.lost))}")
    if isinstance(page, SceneSyntax) and page.faulty:
        lines.append("faulty")
    return "\n".join([*lines, *fault_lines(faults)])


def fault_lines(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """`line:column CODE message`, a warning marked as one."""
    for fault in sorted(faults, key=lambda fault: fault.order):
        mark = "" if fault.severity == "error" else f" {fault.severity}"
        yield f"! {_at(fault.span)} {fault.code}{mark} {fault.message}"


def _head(head: Head) -> Iterator[str]:
    for key, value in head.values.items():
        yield f"head {key} = {value!r} @{_at(head.value(key))}"


def _part(part: object) -> Iterator[str]:
    match part:
        case Text():
            yield from (f"text @{_at(line.span)} {line.text}".rstrip() for line in part.lines)
        case Detail():
            yield f"{_word(part.key)}:"
            yield from _inner(part.value)
        case Block():
            yield f"block {_word(part.kind)}{_attributes(part.attributes)}{_faulty(part.faulty)}"
            yield from _inner(*part.body)
        case Item():
            box = f" {part.box}" if part.box else ""
            yield f"item @{_at(part.span)} {part.marker}{box}{_attributes(part.attributes)}{_faulty(part.faulty)}"
            yield from _inner(*([part.text] if part.text else []), *part.details, *part.items)
        case NodeSyntax():
            yield f"node {_word(part.id)}{_attributes(part.attributes)}{_faulty(part.faulty)}"
            yield from _inner(*part.body)
        case Speech():
            mood = f" [{_word(part.mood)}]" if part.mood else ""
            yield f"speech {_word(part.speaker)}{mood}"
            yield from _inner(part.words)
        case Divert():
            condition = f" if {_word(part.condition)}" if part.condition else ""
            yield f"divert {_word(part.target)}{condition}"
        case ChoiceSyntax():
            words = {"if": part.condition, "again": part.again, "after": part.after}
            brackets = "".join(f" [{name} {_word(word)}]" for name, word in words.items() if word)
            target = f" -> {_word(part.target)}" if part.target else ""
            yield f"choice{brackets}{target}{_attributes(part.attributes)}{_faulty(part.faulty)}"
            yield from _inner(*([part.text] if part.text else []), *part.details)
        case _:
            raise TypeError(part)


def _inner(*parts: object) -> Iterator[str]:
    yield from (f"  {line}" for part in parts for line in _part(part))


def _word(word: Word) -> str:
    return f"{word.value}@{_at(word.span)}"


def _attributes(attributes: Attributes) -> str:
    words = [f"#{_word(attributes.id)}"] if attributes.id else []
    words += [f"{key}={_word(value)}" for key, value in attributes.values.items()]
    return f" {{{' '.join(words)}}}" if words else ""


def _faulty(faulty: bool) -> str:
    return " faulty" if faulty else ""


def _at(span: Span) -> str:
    return f"{span.line}:{span.column}"
