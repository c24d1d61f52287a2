"""Pieces of a text that the learner picks out. examples.md shows what authors write, marked.py reads the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.activities.highlight.codes import CODES
from builder.activities.highlight.marked import Paragraph, Stretch, read_marked
from builder.activities.highlight.notes import Note, read_notes
from builder.course.attributes import Faults, one_of, only_detail
from builder.course.items import ITEM_DETAILS
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.options_score import right, several, slip
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, Question, compile_about, explained, question_record
from builder.course.record import Bits, RecordShape
from builder.source.grammar import Grammar
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.syntax import Block, SceneSyntax, Text, Word

PIECE = "piece"
"""What ids.lock calls a part of the text that can be chosen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that can be chosen. `words` is it without markup."""

    id: Word
    derived: bool
    text: Text
    words: str
    right: bool
    feedback: Text | None


@dataclass(frozen=True, slots=True)
class Highlight(Question):
    """`text` as it is written, its paragraphs in stretches, and the pieces among these, in order."""

    text: Text
    paragraphs: tuple[Paragraph, ...]
    pieces: tuple[Piece, ...]
    score: str

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, self.text, *self.feedbacks)

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single pieces."""
        return tuple(piece.feedback for piece in self.pieces if piece.feedback is not None)

    @property
    def lines(self) -> tuple[tuple[tuple[Stretch, Piece | None], ...], ...]:
        """The paragraphs as their stretches, each with the piece that it is."""
        pieces = iter(self.pieces)
        return tuple(
            tuple((stretch, next(pieces) if stretch.right is not None else None) for stretch in paragraph)
            for paragraph in self.paragraphs
        )

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(piece.id, PIECE, derived=piece.derived) for piece in self.pieces)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Bits("chosen", numbers.most(PIECE, self.id.value) + 1))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        numbered = [(numbers[self.id.value, piece.id.value], piece) for piece in self.pieces]
        return {
            **self.about.data(render),
            "options": [{"n": n, "id": piece.id.value, "text": piece.words} for n, piece in numbered],
            "right": [*sorted(n for n, piece in numbered if piece.right)],
            "feedback": {str(n): render(piece.feedback) for n, piece in numbered if piece.feedback is not None},
            **slip([piece.right for piece in self.pieces], self.score),
        }


class HighlightKind(AskingKind):
    """`::: highlight`."""

    name = "highlight"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"by", "score"},
        details=DETAILS | {"text"},
        boxes=frozenset({""}),
        item_details=ITEM_DETAILS,
    )
    folder = Path(__file__).parent
    hooks = (*HOOKS, "[data-place] input[type=checkbox]", "[data-place] label", "[data-option] [data-feedback]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        explained(source, faults)
        by_sentence = one_of(source.attributes, "by", ("mark", "sentence"), faults) == "sentence"
        score = one_of(source.attributes, "score", ("each", "all"), faults)
        text = only_detail(source.details("text"), faults)
        if text is None:
            if not source.faulty:
                message = "This highlight has no text to choose from. Put it behind `text:`."
                faults("CW354", source.kind.span, message)
            return None
        in_text = Faults(setting.report)
        paragraphs = read_marked(text, by_sentence, in_text)
        pieces = [stretch for paragraph in paragraphs for stretch in paragraph if stretch.right is not None]
        words = [plain(stretch.text, setting.course.words) for stretch in pieces if stretch.text is not None]
        if in_text.found:
            return None
        notes = read_notes(source, words, setting, faults)
        _decidable(source, pieces, by_sentence, faults)
        if faults.found or about is None:
            return None
        return Highlight(about, text, paragraphs, tuple(_pieces(pieces, words, notes)), score)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return several(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"chosen": right(data)}


def _decidable(block: Block, pieces: Sequence[Stretch], by_sentence: bool, faults: Faults) -> None:
    """CW356 where nothing is right, or nothing wrong."""
    rights = [stretch.right for stretch in pieces]
    if not any(rights):
        faults("CW356", block.kind.span, "Nothing in this text is right to choose. Mark what is: ==like this==.")
    elif all(rights):
        instead = "Leave a sentence unmarked." if by_sentence else "Mark what tempts as well, ~~like this~~, "
        instead += "" if by_sentence else "or let every sentence be chosen: {by=sentence}."
        faults("CW356", block.kind.span, f"All that can be chosen is right, so there is nothing to decide. {instead}")


def _pieces(stretches: Sequence[Stretch], words: Sequence[str], notes: Mapping[int, Note]) -> list[Piece]:
    """The pieces with what their notes say. Where two would have one id, the later gets a number."""
    taken = {note.id.value for note in notes.values() if note.id is not None}
    pieces: list[Piece] = []
    for at, (stretch, said) in enumerate(zip(stretches, words, strict=True)):
        assert stretch.text is not None
        note = notes.get(at)
        id = note.id if note is not None else None
        if id is None:
            name = unique = slug(said)
            count = 1
            while unique in taken:
                count += 1
                unique = f"{name}-{count}"
            taken.add(unique)
        word = id or Word(unique, stretch.text.span)
        feedback = note.feedback if note is not None else None
        pieces.append(Piece(word, id is None, stretch.text, said, stretch.right is True, feedback))
    return pieces


KIND = HighlightKind()
