"""A page's or scenario file's syntax to a Page: its title, what it covers, and what is on it in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from builder.course.blocks import compile_prose_block, is_prose_block
from builder.course.kind import Activity, AskingKind, Bank, Kinds, Outline, Report, Setting
from builder.course.model import Element, Page, Prose
from builder.course.numbers import SCENARIO
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.markdown import VARIABLE, references
from builder.source.settings import CourseSettings
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, Head, Line, PageSyntax, SceneSyntax, Text, Word

UNNAMED = ""
"""Among the lost ids: something that must have an id of its own and says none, so that any id may be meant for it."""

_UNDERLINE = re.compile(r" {0,3}=+\s*$")


@dataclass(slots=True)
class PageMaker:
    """Makes the banks and pages of one course. `lost` gathers the ids of what had errors, so that nobody misses them.

    The banks come first: pages draw from those that `bank` has made, and from `banks` that could not be read.
    """

    settings: CourseSettings
    kinds: Kinds
    report: Report
    outline: Outline = field(default_factory=Outline)
    banks: dict[str, Bank] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def bank(self, syntax: PageSyntax, whole: bool) -> Bank:
        """The bank, `whole` if all of its file could be read.

        CW360 (a warning) for words that nobody would see, CW361 for what is no question.
        """
        questions: list[Activity] = []
        for piece in syntax.body:
            if isinstance(piece, Text):
                message = (
                    "Nobody sees this: only questions are drawn from a bank. Put it into one of them, or on a page."
                )
                self.report(Diagnostic("CW360", piece.span, message, Severity.WARNING))
                continue
            found = None
            if isinstance(self.kinds.get(piece.kind.value), AskingKind):
                found = self._activity(piece, "")
            else:
                message = f"A bank holds questions and no `{piece.kind.value}`. Put it on a page."
                self.report(Diagnostic("CW361", piece.kind.span, message))
            if found is not None:
                questions.append(found)
            whole = whole and found is not None
        bank = Bank(syntax.id, syntax.span, tuple(questions), whole)
        twin = self.banks.setdefault(bank.id, bank)
        if twin is not bank:
            message = f"The bank '{bank.id}' is there already: {twin.span.file}. Rename one of the files."
            self.report(Diagnostic("CW155", bank.span, message))
            self.banks[bank.id] = replace(twin, whole=False)
        return bank

    def page(self, syntax: PageSyntax | SceneSyntax) -> Page | None:
        """The page; None for a scenario with errors, which have been reported."""
        return self._scene(syntax) if isinstance(syntax, SceneSyntax) else self._page(syntax)

    def _page(self, syntax: PageSyntax) -> Page:
        title, body = self._title(syntax)
        elements: list[Element] = []
        for piece in body:
            if isinstance(piece, Text):
                elements.append(Prose(piece, piece.span))
            else:
                element = self._element(piece, syntax.id)
                if element is not None:
                    elements.append(element)
        return Page(
            syntax.id, title, covers_of(syntax.head), tuple(elements), syntax.span, syntax.head.is_faulty("covers")
        )

    def _scene(self, syntax: SceneSyntax) -> Page | None:
        kind = self.kinds.get(SCENARIO)
        activity = kind.compile(syntax, self._setting(syntax.id)) if kind else None
        if activity is None:
            self.lost.add(syntax.id)
            return None
        given = syntax.head.values.get("title")
        title = self._with_words(given, syntax.head.value("title")) if isinstance(given, str) else syntax.id
        return Page(syntax.id, title, covers_of(syntax.head), (activity,), syntax.span, syntax.head.is_faulty("covers"))

    def _element(self, block: Block, page: str) -> Element | None:
        if not is_prose_block(block):
            return self._activity(block, page)
        element = compile_prose_block(block, self.report)
        if element is None:
            self._lose(block)
        return element

    def _activity(self, block: Block, page: str) -> Activity | None:
        kind = self.kinds.get(block.kind.value)
        if kind is None:
            self._stray(block)
        activity = kind.compile(block, self._setting(page)) if kind else None
        if activity is None:
            self._lose(block)
        return activity

    def _stray(self, block: Block) -> None:
        """CW105 for what stands only inside another kind of block."""
        homes = [kind.name for kind in self.kinds.values() if block.kind.value in kind.inner_grammars]
        message = f"A `{block.kind.value}` stands only inside a `{' or a `'.join(homes)}`: move it into one."
        self.report(Diagnostic("CW105", block.kind.span, message))

    def _setting(self, page: str) -> Setting:
        def inner(block: Block) -> Activity | None:
            return self._activity(block, page)

        return Setting(self.settings, self.report, inner, page, self.banks, self.outline)

    def _lose(self, block: Block) -> None:
        kind = self.kinds.get(block.kind.value)
        if block.attributes.id is not None:
            self.lost.add(block.attributes.id.value)
        elif kind is not None and kind.grammar is not None and kind.grammar.holds:
            self.lost.add(UNNAMED)
        for inner in block.blocks:
            self._lose(inner)

    def _title(self, syntax: PageSyntax) -> tuple[str, tuple[Text | Block, ...]]:
        """The head's title, else the `# heading` that the page begins with, which then is no part of its prose."""
        given = syntax.head.values.get("title")
        heading = _opening(syntax.body)
        if isinstance(given, str) and given.strip():
            title = self._with_words(given, syntax.head.value("title"))
            same = heading is not None and heading[0] == title
            return title, heading[1] if heading and same else syntax.body
        if heading is not None:
            return heading
        if not syntax.head.is_faulty("title"):
            message = "This page has no title: write `title: ...` between two `---` lines at its very beginning."
            self.report(Diagnostic("CW150", syntax.span, message))
        return syntax.id, syntax.body

    def _with_words(self, title: str, span: Span) -> str:
        words: Mapping[str, str] = self.settings.words
        for name in dict.fromkeys(VARIABLE.findall(title)):
            if name not in words and not self.settings.is_faulty("variables"):
                message = f"There is no variable '{name}'{did_you_mean(name, words)}. Add it under `variables:`."
                self.report(Diagnostic("CW167", span, message))
        return VARIABLE.sub(lambda found: words.get(found[1], found[0]), title).strip()


def covers_of(head: Head) -> tuple[Word, ...]:
    """What a head's `covers:` names, with the places."""
    value = head.values.get("covers")
    items: Iterable[object] = value if isinstance(value, list | tuple) else ()
    return tuple(Word(str(item), head.value("covers", at)) for at, item in enumerate(items))


def _opening(body: tuple[Text | Block, ...]) -> tuple[str, tuple[Text | Block, ...]] | None:
    """The words of the level-one heading that the body begins with, and the body without it."""
    if not body or not isinstance(body[0], Text):
        return None
    lines = body[0].lines
    start = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    if start == len(lines):
        return None
    heading = next((found for found in references(body[0]) if found.kind == "heading"), None)
    if heading is None or heading.level != 1 or heading.span.line != lines[start].span.line:
        return None
    end = start + 1
    if not lines[start].text.lstrip().startswith("#"):
        end = next(at for at, line in enumerate(lines) if at >= end and _UNDERLINE.match(line.text)) + 1
    rest: tuple[Line, ...] = lines[end:]
    prose = (Text(rest),) if any(line.text.strip() for line in rest) else ()
    return heading.text, (*prose, *body[1:])
