"""A text with gaps, to be typed or chosen from a list. examples.md shows what authors write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, product
from pathlib import Path
from typing import Any, cast

from builder.activities.fill.codes import CODES
from builder.activities.fill.compare import fold
from builder.activities.fill.gaps import Gap, Gaps, Piece, first_line, in_words, misplaced, pieces
from builder.activities.fill.score import score
from builder.course.attributes import Faults, flag, one_of, whole
from builder.course.items import same_id
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.question import (
    ATTRIBUTES,
    DETAILS,
    HOOKS,
    About,
    Question,
    compile_about,
    explained,
    question_record,
)
from builder.course.record import RecordShape, Utf8
from builder.course.response import MOST_PATTERNS, Answer, Texts
from builder.course.stem import Stem, part_stem
from builder.course.wrong_answers import read_wrong_answers
from builder.source.grammar import Grammar
from builder.source.markdown import Options, to_html
from builder.source.syntax import Block, Detail, Line, SceneSyntax, Text

MOST_TYPOS = 3


@dataclass(frozen=True, slots=True)
class Wrong:
    """Answers that belong into no gap or into another one, and what is said to who gives one of them."""

    answers: tuple[str, ...]
    feedback: Text


@dataclass(frozen=True, slots=True)
class Fill(Question):
    """`body` is the text with a mark for each gap, under `about.stem`; `told` where the author says what to do with it,
    else the stem is the body. `score` is `each` or `all`; `case`, `accents` and `typos` are how answers are compared.
    """

    body: Text
    told: bool
    gaps: tuple[Gap, ...]
    wrong: tuple[Wrong, ...]
    score: str
    case: bool
    accents: bool
    typos: int

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        answers = (text for gap in self.gaps for text in gap.texts)
        said = (wrong.feedback for wrong in self.wrong)
        return (*self.about.texts, *([self.body] if self.told else []), *answers, *said)

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single wrong answers."""
        return tuple(wrong.feedback for wrong in self.wrong)

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(gap.id, "gap", derived=gap.derived) for gap in self.gaps)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        # By number, with an empty place for a gap that is gone: fields are never taken away.
        most = {numbers[self.id.value, gap.id.value]: gap.most_bytes for gap in self.gaps}
        last = numbers.most("gap", self.id.value)
        return question_record(*(Utf8(f"gap{n}", most.get(n, 0)) for n in range(1, last + 1)))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        data: dict[str, Json] = {**self.about.data(render), "options": [], "score": self.score}
        data["gaps"] = [self._gap(gap, numbers) for gap in self.gaps]
        if self.case:
            data["case"] = True
        if not self.accents:
            data["accents"] = False
        if self.typos:
            data["typos"] = self.typos
        if self.wrong:
            data["wrong"] = [{"answers": [*wrong.answers], "html": render(wrong.feedback)} for wrong in self.wrong]
        return data

    def pieces(self, html: str) -> tuple[Piece, ...]:
        """The body, rendered, in pieces that each end with a gap: for the template."""
        return tuple(pieces(html, self.gaps))

    def _gap(self, gap: Gap, numbers: Numbers) -> Json:
        data: dict[str, Json] = {"n": numbers[self.id.value, gap.id.value], "answers": [*gap.answers]}
        return {**data, "list": True} if gap.choices else data


class FillKind(AskingKind):
    """`::: fill`."""

    name = "fill"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"score", "case", "accents", "typos"},
        details=DETAILS | {"wrong"},
    )
    folder = Path(__file__).parent
    hooks = (*HOOKS, "[data-gap] [data-feedback]", "[data-notes]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        gaps = Gaps(setting.course.words, faults)
        texts = [gaps.marked(text) for text in source.texts]
        others = tuple(part for part in source.body if not isinstance(part, Text))
        about = compile_about(replace(source, body=(*texts, *others)), setting, faults)
        score_by = one_of(source.attributes, "score", ("each", "all"), faults)
        case = flag(source.attributes, "case", False, faults)
        accents = flag(source.attributes, "accents", True, faults)
        typos = whole(source.attributes, "typos", 0, MOST_TYPOS, faults)
        same_id([gap.id for gap in gaps.found if not gap.derived], "gap", faults)
        for gap in gaps.found:
            _lists_differ(gap, faults)
        if about is not None and not gaps.found and not faults.found and not source.faulty:
            message = "This text has no gap. Write what belongs into it between double brackets: one [[month]]."
            faults("CW342", source.kind.span, message)
        explained(source, faults)
        details = source.details("wrong")
        compared = _Compared(gaps.found, case, accents)
        wrong = tuple(one for detail in details if (one := _wrong(detail, compared, faults)) is not None)
        if about is None or faults.found:
            return None
        told = _told(texts, about)
        stray = tuple(misplaced(told.body, gaps.found))
        for gap in stray:
            message = "No gap can stand in a heading, a link, a picture or a footnote. As text, [[ is \\[[."
            faults("CW343", gap.span, message)
        if stray:
            return None
        return Fill(told.about, told.body, told.told, tuple(gaps.found), wrong, score_by, case, accents, typos)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return score(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        gaps = cast(list[dict[str, Any]], data["gaps"])
        return {f"gap{gap['n']}": str(gap["answers"][0]) for gap in gaps}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        gaps = cast(list[dict[str, Any]], data["gaps"])
        given = Texts(tuple(str(values.get(f"gap{gap['n']}", "")) for gap in gaps))
        accepted = [gap["answers"][:1] if gap.get("list") else gap["answers"] for gap in gaps]
        right = (Texts(texts, exact_case=bool(data.get("case"))) for texts in product(*accepted))
        return (Answer(given, tuple(islice(right, MOST_PATTERNS))),)


@dataclass(frozen=True, slots=True)
class _Told:
    about: About
    body: Text
    told: bool


def _told(texts: Iterable[Text], about: About) -> _Told:
    """Parts what to do (the last paragraph before the first gap's) from the text that has the gaps."""
    lines = list(_joined(texts))
    whole_text = Text(tuple(lines))
    about = replace(about, prompt=in_words(about.prompt))
    first = first_line(whole_text) or 0
    while first and lines[first - 1].text.strip():
        first -= 1
    stem = part_stem([Text(tuple(lines[:first]))]) if first else None
    if stem is None or to_html(stem.question, Options()).count("<") != 2:
        return _Told(replace(about, stem=Stem(whole_text)), whole_text, told=False)
    after = [*stem.after.lines, Line("", stem.after.span)] if stem.after is not None else []
    return _Told(replace(about, stem=replace(stem, after=None)), Text((*after, *lines[first:])), told=True)


def _joined(texts: Iterable[Text]) -> Iterator[Line]:
    """Texts that a detail parted, with an empty line between them."""
    for at, text in enumerate(texts):
        if at:
            yield Line("", text.span)
        yield from text.lines


@dataclass(frozen=True, slots=True)
class _Compared:
    """The gaps, and how what is written in them is compared."""

    gaps: list[Gap]
    case: bool
    accents: bool
    told: dict[str, int] = field(default_factory=dict)
    """The wrong answers of which something is said, with the line where it is."""

    def told_in(self, answer: str, line: int) -> int | None:
        """The line before that says something of this wrong answer; without one, it is said in this line."""
        said = answer if any(gap.choices for gap in self.gaps) else self._folded(answer)
        before = self.told.get(said)
        self.told.setdefault(said, line)
        return before

    def can_be_wrong(self, answer: str) -> bool:
        """Whether the answer can be given in some gap and is not right there."""
        return not self.gaps or any(self._is_wrong(gap, answer) for gap in self.gaps)

    def _is_wrong(self, gap: Gap, answer: str) -> bool:
        if gap.choices:
            return answer in gap.answers[1:]
        return self._folded(answer) not in {self._folded(right) for right in gap.answers}

    def _folded(self, text: str) -> str:
        return fold(text, self.case, self.accents)


def _wrong(detail: Detail, compared: _Compared, faults: Faults) -> Wrong | None:
    found = read_wrong_answers(detail, faults)
    if found is None:
        return None
    answers, feedback = found
    for answer in answers:
        if not compared.can_be_wrong(answer.value):
            why = f"'{answer.value}' is right wherever it can be written, so nobody would be told this. Take it out."
            if all(gap.choices for gap in compared.gaps):
                why = f"No list has '{answer.value}' among its wrong choices. Write it as it stands in the list."
            faults("CW344", answer.span, why)
        elif (before := compared.told_in(answer.value, answer.span.line)) is not None:
            why = f"Of '{answer.value}' something is said in line {before} already, and only that. Take one out."
            faults("CW344", answer.span, why)
    return Wrong(tuple(answer.value for answer in answers), feedback)


def _lists_differ(gap: Gap, faults: Faults) -> None:
    """CW306 for a list that offers the same twice."""
    seen: set[str] = set()
    for answer, text in zip(gap.answers, gap.texts, strict=True):
        if gap.choices and answer in seen:
            faults("CW306", text.span, "This choice stands in the list already. Take one of them out.")
        seen.add(answer)


KIND = FillKind()
