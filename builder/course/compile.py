"""Syntax to course: gives what was written its meaning, and holds its parts together.

A page's title is its head's `title`, else the `# heading` that it begins with. A page's id is its file's name. Blocks
get their kinds' meaning, every reference is followed, and ids.lock gives every trackable thing its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.course.codes import all_codes, groups
from builder.course.declared import Content, check_content, check_existence, check_settings
from builder.course.excuse import find_excuses
from builder.course.kind import Activity, AskingKind, Bank, Kinds, Outline, Part, Report
from builder.course.links import Places, check_references, headings_of
from builder.course.lock import read_lock, write_lock
from builder.course.model import Course, Element, Misconception, Module, Note, Page, Tip, as_page
from builder.course.numbering import number_things
from builder.course.numbers import PAGE, SCENARIO
from builder.course.pages import PageMaker
from builder.course.policy import judge
from builder.source.course import CourseSyntax, ModuleSyntax
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.span import Span
from builder.source.syntax import Block, PageSyntax, Word

_OTHER_ID = "Give one of them an id of its own: {#...}."


@dataclass(frozen=True, slots=True)
class Compiled:
    """The course, the text that ids.lock should have, and what was found on the way, in order.

    `diagnostics` has nothing that CourseSyntax.diagnostics has. With an error in either, the course is what could be
    understood, good for the checks and no more, and the lock is what it was. Without a single page there is no course.
    """

    course: Course | None
    lock: str
    diagnostics: tuple[Diagnostic, ...]


def compile_course(syntax: CourseSyntax, kinds: Kinds) -> Compiled:
    """What the syntax means. Never raises for what an author wrote."""
    found: list[Diagnostic] = []
    settings = syntax.settings.value
    unreadable = {id: Bank(id, Span(f"banks/{id}.md"), (), whole=False) for id in syntax.lost_banks}
    maker = PageMaker(settings, kinds, found.append, _outline(syntax, kinds), unreadable)
    broken = {found.span.file for found in syntax.diagnostics if found.severity is Severity.ERROR}
    banks = tuple(maker.bank(bank, bank.span.file not in broken) for bank in syntax.banks)
    modules = tuple(_module(module, maker) for module in syntax.modules)
    _check_modules(modules, found.append)
    pages = tuple(page for module in modules for page in module.pages)
    unread = syntax.lost.union(*(page.lost for page in _page_files(syntax)))
    lost = unread | maker.lost

    places = _unique(pages, banks, found.append)
    understood = {activity.id.value for page in pages for activity in page.all_activities}
    modules = tuple(_without_twins(module, places) for module in modules)
    pages = tuple(page for module in modules for page in module.pages)
    activities = {activity.id.value: activity for page in pages for activity in page.all_activities}
    lost |= understood - activities.keys()
    _check_records(pages, found.append)
    check_content(pages, settings, found.append)
    if pages:
        check_settings(syntax.settings, Content(tuple(page.id for page in pages), activities, lost), found.append)
    heads = {file.id for module in syntax.modules for file in module.files if file.head.is_faulty("assesses")}
    if pages:
        met = None if lost else {activity.span for activity in activities.values()}
        check_existence(syntax, met, unread | heads, found.append)
    hidden = {question.id.value for bank in banks for question in bank.questions}
    shown = _follow(syntax, pages, banks, frozenset(places.keys() - hidden), lost, found.append)
    if not pages and not lost and not syntax.diagnostics:
        message = "This course has no pages: write the first as content/01-welcome/index.md."
        found.append(Diagnostic("CW400", Span(syntax.settings.head.span.file), message))

    text = (syntax.lock or b"").decode("utf-8", "replace")
    lock = read_lock(text)
    drawn = [_thing(question) for bank in banks for question in bank.questions]
    numbered = number_things(lock.entries, [*(thing for page in pages for thing in _things(page)), *drawn])
    excuses = find_excuses(syntax)
    judged = judge([*found, *lock.diagnostics], groups(all_codes(kinds.values())), settings.checks, excuses)
    if not _has_error((*syntax.diagnostics, *judged)):
        judged = judge([*judged, *numbered.diagnostics], {}, {}, ())
    good = not _has_error((*syntax.diagnostics, *judged))
    course = Course(settings, modules, numbered.numbers, shown, syntax.settings.head, excuses, banks, kinds, good)
    return Compiled(course if pages else None, write_lock(numbered.entries) if good else text, judged)


def _module(syntax: ModuleSyntax, maker: PageMaker) -> Module:
    """A module; its title is its index's, or its folder's name as words."""
    index = maker.page(syntax.index) if syntax.index is not None else None
    others = [page for inner in syntax.pages if (page := maker.page(inner)) is not None]
    title = index.title if index is not None else syntax.id.replace("-", " ").capitalize()
    return Module(syntax.id, title, (*([index] if index is not None else []), *others), syntax.span)


def _page_files(syntax: CourseSyntax) -> Iterator[PageSyntax]:
    return (file for file in syntax.files if isinstance(file, PageSyntax))


def _outline(syntax: CourseSyntax, kinds: Kinds) -> Outline:
    """What pages there are, and how many practice questions each has."""
    asking = {name for name, kind in kinds.items() if isinstance(kind, AskingKind)}
    pages = [file for module in syntax.modules for file in module.files if isinstance(file, PageSyntax)]
    practice = {
        page.id: sum(isinstance(piece, Block) and piece.kind.value in asking for piece in page.body) for page in pages
    }
    modules = {module.id: tuple(file.id for file in module.files) for module in syntax.modules}
    nodes: dict[str, list[str]] = {}
    own = {scene.span.file: [node.id.value for node in scene.nodes] for scene in syntax.scenes}
    for file, ids in (*syntax.shared_nodes.items(), *own.items()):
        for id in ids:
            nodes.setdefault(id, []).append(file)
    scenes = {scene.id: scene.head for scene in syntax.scenes}
    return Outline(modules, practice, syntax.lost, scenes, {id: tuple(files) for id, files in nodes.items()})


def _ids(page: Page) -> Iterator[Word]:
    """The ids on a page besides its own: the document has them all side by side."""
    for element in page.elements:
        if isinstance(element, Note | Tip | Misconception):
            if element.id is not None:
                yield element.id
        elif isinstance(element, Activity):
            if element.kind != SCENARIO:
                yield element.id
            for inner in element.inner:
                yield inner.id


def _unique(pages: Iterable[Page], banks: Iterable[Bank], report: Report) -> Mapping[str, Span]:
    """Where each id of the course is; CW155 for one that is there twice."""
    places: dict[str, Span] = {}

    def twice(word: Word, advice: str) -> None:
        first = places[word.value]
        message = f"The id '{word.value}' is there already, at {first.file}:{first.line}. {advice}"
        report(Diagnostic("CW155", word.span, message))

    for page in pages:
        own = Word(page.id, page.span)
        twin = places.get(page.id)
        for word in (own, *_ids(page)):
            first = places.setdefault(word.value, word.span)
            # In a copy of a page only the page is named: with another name its blocks are to be looked at again.
            if first is not word.span and (word is own or twin is None or first.file != twin.file):
                twice(word, "Rename one of the files." if word is own else _OTHER_ID)
    for word in (question.id for bank in banks for question in bank.questions):
        if places.setdefault(word.value, word.span) is not word.span:
            twice(word, _OTHER_ID)
    return places


def _check_modules(modules: Iterable[Module], report: Report) -> None:
    """CW412 for a module that has another's id, unless the pages that introduce them are told apart already (CW155)."""
    first: dict[str, Module] = {}
    for module in modules:
        twin = first.setdefault(module.id, module)
        if twin is not module and not all(any(page.id == module.id for page in one.pages) for one in (twin, module)):
            message = f"This module and that of {twin.span.file} both have the id '{module.id}'. "
            report(Diagnostic("CW412", module.span, f"{message}Rename one of the folders."))


def _check_records(pages: Iterable[Page], report: Report) -> None:
    """CW366 for a question that two activities may draw: it has one record, and each would overwrite the other's."""
    owners: dict[str, Activity] = {}
    for activity in (activity for page in pages for activity in page.activities):
        shared: dict[str, list[str]] = {}
        for inner in activity.inner:
            owner = owners.setdefault(inner.id.value, activity)
            if owner is not activity and inner.span.file != activity.span.file:
                shared.setdefault(owner.id.value, []).append(inner.id.value)
        for other, ids in shared.items():
            more = f" and {len(ids) - 1} more" if ids[1:] else ""
            message = (
                f"'{activity.id.value}' and '{other}' may both draw '{ids[0]}'{more}, and a learner's answer to it "
            )
            message += "is kept once. Let them draw by different tags, or give each a bank of its own."
            report(Diagnostic("CW366", activity.span, message))


def _without_twins(module: Module, places: Mapping[str, Span]) -> Module:
    """The module without activities whose id is another's too: no number could tell them apart."""

    def is_first(element: Element) -> bool:
        if not isinstance(element, Activity) or element.kind == SCENARIO:
            return True
        return all(places[one.id.value] is one.id.span for one in (element, *element.inner))

    pages = (replace(page, elements=tuple(filter(is_first, page.elements))) for page in module.pages)
    return replace(module, pages=tuple(pages))


def _follow(
    syntax: CourseSyntax,
    pages: tuple[Page, ...],
    banks: tuple[Bank, ...],
    ids: frozenset[str],
    lost: frozenset[str],
    report: Report,
) -> Mapping[str, bytes]:
    """Checks all that prose points to; gives the files that the pages show."""
    settings = syntax.settings.value
    variables = None if settings.is_faulty("variables") else settings.words
    files = {page.span.file: page.id for page in pages}
    documents = (*pages, *map(as_page, banks))
    places = Places(files, ids, headings_of(documents), lost, syntax.assets, variables)
    shown = {path for page in documents for path in check_references(page, places, report)}
    return {path: syntax.assets[path] for path in sorted(shown)}


def _things(page: Page) -> Iterator[Part]:
    """What ids.lock numbers of a page at the top level: the page, unless it is a scenario's, and its activities."""
    if not any(activity.kind == SCENARIO for activity in page.activities):
        yield Part(Word(page.id, page.span), PAGE)
    for activity in page.all_activities:
        yield _thing(activity)


def _thing(activity: Activity) -> Part:
    return Part(activity.id, activity.kind, activity.parts(), activity.derived_id)


def _has_error(found: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)
