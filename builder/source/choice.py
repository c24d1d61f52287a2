"""A scenario's choice: `* [if trust >= 4] [again max=2] [after 45s] text -> target {#id}` and its details."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.source.attributes import known_attributes, read_attributes
from builder.source.cursor import DETAIL, Cursor
from builder.source.grammar import EXCUSE
from builder.source.items import MARKER, known_detail, without_swallowed
from builder.source.lines import Row
from builder.source.slug import ID
from builder.source.suggest import nearest
from builder.source.syntax import ChoiceSyntax, Detail, Line, Text, Word
from builder.source.target import advice_for_target

DETAILS = frozenset(
    {
        *("say", "do", "voice", "effects", "set", "shows", "weak", "coach", "score", "feedback"),
        *("point-of-no-return", EXCUSE),
    }
)

_BRACKET = re.compile(r"\[(?P<keyword>if|again|after)\b(?P<rest>[^\]]*)(?P<end>\]?)")
_NEAR_BRACKET = re.compile(r"\[(?P<word>[A-Za-z]+)(?=[\s\]])[^\]]*\]?")
_WORD_BRACKET = re.compile(r"\[(?P<word>[A-Za-z][\w-]*)(?:[ \t=]+\d+[a-z]?)?\](?!\()")
_OTHER_BRACKET = re.compile(r"(?P<sign>[({])(?P<keyword>if|again|after)[ \t][^\])}]*[\])}]")
_LATE_BRACKET = re.compile(r"(?<!\\)\[(?P<keyword>if|again|after)(?P<rest>[ \t][^\]]*)\]")
_LATE_ID = re.compile(r"(?<!\\)\{#[a-z0-9-]+\}")
_AGAIN = re.compile(r"\s+max\s*=\s*(?P<value>\d+)\s*")
_AFTER = re.compile(r"\s+(?P<value>\d+)\s*s\s*")
_IF = re.compile(r"\s+(?P<value>\S(?:.*\S)?)\s*")
_SHAPES = {"if": _IF, "again": _AGAIN, "after": _AFTER}
_EXAMPLES = {"if": "[if trust >= 4]", "again": "[again max=2]", "after": "[after 45s]"}
_ARROW = re.compile(r"(?<!\S)->(?:\s+|$)")
_NEAR_ARROW = re.compile(r"-{1,3}>|={1,2}>|[→⇒➔]")
_CONDITION = re.compile(r"[ \t]+(?:\[if\b|if\b)")
_NEAR_DETAIL = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*(?P<sign>[:=]?)[ \t]*(?P<value>.*)")


def read_choice(cursor: Cursor) -> ChoiceSyntax:
    """Takes the choice that begins in the next row, with the details indented under it.

    Faults: CW113 unknown attribute, CW120 unknown detail, CW230 a bracket that cannot be read, CW231 no arrow, CW232 no
    words, CW233 what follows the arrow is no id, CW234 an indented line that is no detail.
    """
    row = cursor.take()
    before = cursor.losses
    marker = MARKER.match(row.words)
    assert marker is not None, row
    attributes, end = read_attributes(cursor, row, marker.end())
    attributes = known_attributes(cursor, attributes, (), "A choice")
    brackets = _brackets(cursor, row, marker.end(), end)
    text, target = _words_and_target(cursor, row, brackets.end, end)
    details = _details(cursor, row)
    found = brackets.words
    return ChoiceSyntax(
        row.span(),
        text,
        target,
        attributes,
        found.get("if"),
        found.get("again"),
        found.get("after"),
        details,
        cursor.losses > before,
    )


@dataclass(frozen=True, slots=True)
class _Brackets:
    """What the brackets at the start hold, and where the words after them begin."""

    words: dict[str, Word]
    end: int


def _brackets(cursor: Cursor, row: Row, start: int, end: int) -> _Brackets:
    found: dict[str, Word] = {}
    while (bracket := _BRACKET.match(row.words, start, end)) is not None:
        keyword = bracket["keyword"]
        inside = _SHAPES[keyword].fullmatch(bracket["rest"])
        place = row.span(start, bracket.end() - start)
        if not bracket["end"]:
            cursor.error("CW230", place, "This bracket is never closed: put a ] before the words of the choice.")
        elif inside is None:
            message = f"This bracket cannot be read: write {_EXAMPLES[keyword]}, or \\[ where it is text."
            cursor.error("CW230", place, message)
        elif keyword in found:
            both = "join the conditions with `and`" if keyword == "if" else "keep one"
            cursor.error("CW230", place, f"A second [{keyword}] stands here: {both}.")
        else:
            at = bracket.start("rest") + inside.start("value")
            found[keyword] = Word(inside["value"], row.span(at, len(inside["value"])))
        if not bracket["end"]:
            return _Brackets(found, start)
        start = bracket.end()
        start += len(row.words[start:end]) - len(row.words[start:end].lstrip())
    near = _NEAR_BRACKET.match(row.words, start, end)
    meant = _meant(near["word"]) if near is not None else None
    if near is not None and meant is not None:
        message = f"This bracket is text: did you mean {_EXAMPLES[meant]}? For text write \\[."
        cursor.error("CW230", row.span(start, len(near[0])), message)
    word = _WORD_BRACKET.match(row.words, start, end)
    if word is not None and meant is None:
        message = f"`{word[0]}` would be read out: {_instead(word['word'])}. For text write \\[."
        cursor.error("CW230", row.span(start, len(word[0])), message)
    other = _OTHER_BRACKET.match(row.words, start, end)
    if other is not None:
        message = (
            f"These brackets are text: did you mean {_EXAMPLES[other['keyword']]}? For text write \\{other['sign']}."
        )
        cursor.error("CW230", row.span(start, len(other[0])), message)
    return _Brackets(found, start)


def _meant(word: str) -> str | None:
    """The keyword that a bracket's first word is a slip of; `[in pain]` and `[against her]` are words."""
    if word.lower() in ("if", "iff", "fi") or word in ("when", "unless"):
        return "if"
    meant = nearest(word, ("again", "after"))
    return meant if meant is not None and abs(len(word) - len(meant)) <= 1 else None


def _instead(word: str) -> str:
    """What to write for a bracket with one word that is no keyword, and perhaps a number."""
    match word.lower():
        case "else" | "otherwise" | "not":
            return "for the opposite of a condition, write [if not owner]"
        case "once" | "first":
            return "a choice is offered once in a play unless it has [again max=2], so leave it out"
        case "max" | "twice" | "repeat" | "loop":
            return "for a choice that comes again, write [again max=2]"
        case "timeout" | "timer" | "timed" | "wait":
            return "for what happens by itself, write [after 45s]"
        case "score" | "points" | "shows" | "effects" | "set" as key:
            return f"write it as a detail under the choice, such as `{key}: ...`"
        case _:
            return f"how something is said stands under its choice as `voice: {word}`"


def _words_and_target(cursor: Cursor, row: Row, start: int, end: int) -> tuple[Text | None, Word | None]:
    """What stands before the last arrow, and the id after it."""
    words = row.words[start:end]
    arrows = list(_ARROW.finditer(words))
    target = None
    if not arrows:
        near = _NEAR_ARROW.search(words)
        if near is not None:
            message = f"A choice's arrow is `->` with a blank on each side: write `{_with_arrow(words, near)}`."
            cursor.error("CW231", row.span(start + near.start(), len(near[0])), message)
        else:
            message = "This choice leads nowhere: end its line with an arrow and a node's id, such as ` -> goodbye`."
            cursor.error("CW231", row.span(), message)
        said = words.rstrip()
    else:
        said, after = words[: arrows[-1].start()].rstrip(), words[arrows[-1].end() :]
        place = row.span(start + arrows[-1].end(), max(len(after), 1)) if after else row.span(start + len(words) - 2)
        before = words[arrows[-2].end() : arrows[-1].start()].strip() if len(arrows) > 1 else ""
        if ID.fullmatch(before):
            message = "A choice has one arrow, to one node: take the other out. An arrow as text is \\->"
            cursor.error("CW233", row.span(start + arrows[-2].start(), 2), message)
        elif ID.fullmatch(after):
            target = Word(after, place)
        else:
            message = "After the arrow stands one node's id, then perhaps {#id} of the choice. An arrow as text is \\->"
            if _CONDITION.search(after):
                message = "A condition of a choice stands before its words: `* [if trust >= 4] Ask her name. -> facts`."
            elif (advice := advice_for_target(after)) is not None:
                message = advice
            cursor.error("CW233", place, message)
    if not said:
        cursor.error("CW232", row.span(), "This choice has no words: write before the arrow what the learner does.")
        return None, target
    _misplaced(cursor, row, said, start)
    return Text((Line(said, row.span(start, len(said))),)), target


def _with_arrow(words: str, near: re.Match[str]) -> str:
    """The end of the line as it must have been meant."""
    last = words[: near.start()].split()[-1:]
    return " ".join((*last, "->", *words[near.end() :].split()[:1]))


def _misplaced(cursor: Cursor, row: Row, said: str, start: int) -> None:
    """Reports what would be read out to the learner as words, and was meant as a bracket or an id (CW230)."""
    for late in _LATE_BRACKET.finditer(said):
        keyword = late["keyword"]
        if late.start() > 0 and _SHAPES[keyword].fullmatch(late["rest"]):
            message = f"This bracket stands in the words: put it before them, as in `* {late[0]} ...`. Text is \\[."
            cursor.error("CW230", row.span(start + late.start(), len(late[0])), message)
    for id in _LATE_ID.finditer(said):
        message = f"`{id[0]}` stands in the words: put it at the end of the line, as in ` -> goodbye {id[0]}`. "
        cursor.error("CW230", row.span(start + id.start(), len(id[0])), f"{message}Text is \\{{.")


def _details(cursor: Cursor, row: Row) -> tuple[Detail, ...]:
    details: list[Detail] = []
    while (child := cursor.following()) is not None and child.indent > row.indent:
        while cursor.row is not child:
            cursor.take()
        found = DETAIL.match(child.words)
        if found is None:
            cursor.take()
            cursor.take_deeper(child.indent)
            cursor.error("CW234", child.span(), _no_detail(child.words))
            continue
        key, value = cursor.take_detail(found)
        key = known_detail(cursor, key, DETAILS, "a choice")
        value = without_swallowed(cursor, key, value, DETAILS)
        if value is not None:
            details.append(Detail(key, value))
    return tuple(details)


def _no_detail(words: str) -> str:
    """What to say of a line under a choice that is no detail."""
    near = _NEAR_DETAIL.fullmatch(words)
    key = near["key"].lower().replace("_", "-") if near is not None else ""
    meant = key if key in DETAILS else nearest(key, DETAILS)
    if near is None or meant is None or not near["value"]:
        message = "Under a choice every line is a detail, such as `feedback: ...`: the choice itself stands in one "
        return f"{message}line, and a value goes on over lines indented deeper than its key."
    return f"A detail is a key in small letters, a colon and a blank: write `{meant}: {near['value'][:40]}`."
