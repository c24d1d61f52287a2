"""The one HTML document that holds all of a course's text (docs/architecture.md, The page)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from builder.course.kind import Activity, Kinds
from builder.course.model import Course, Element, Misconception, Module, Note, Page, Prose, Tip
from builder.site.prose import Prose as PageProse
from builder.site.target import Target
from builder.site.theme import Theme

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_CARDS: dict[type, str] = {Note: "note", Tip: "tip", Misconception: "misconception"}


@dataclass(frozen=True, slots=True)
class PagePart:
    """A page as the templates get it: `place` (its own) and `chapter` (its module's) count from 1."""

    page: Page
    module: Module
    number: int
    elements: tuple[Markup, ...]
    place: int
    chapter: int
    before: Page | None
    after: Page | None


class Document:
    """Renders a course with a theme and its kinds' templates. Raises jinja2.TemplateError where one is faulty.

    `prose` renders the texts of each file, by its path.
    """

    def __init__(self, course: Course, theme: Theme, prose: Mapping[str, PageProse]) -> None:
        self._course = course
        self._prose = prose
        self._templates = _environment(theme, course.kinds)

    def html(self, target: Target, style: str, style_file: str, scripts: tuple[str, ...]) -> str:
        """The document. `style` is the style sheet's own address, the others are paths of files beside it."""
        modules = tuple(module for module in self._course.modules for _ in module.pages)
        parts = tuple(self._part(place, module) for place, module in enumerate(modules))
        language = self._course.settings.language
        return self._templates.get_template("index.html").render(
            course=self._course,
            parts=parts,
            direction="rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
            policy=policy(target),
            style=style,
            style_file=style_file,
            scripts=scripts,
            sends=target.statements is not None,
        )

    def _part(self, index: int, module: Module) -> PagePart:
        pages = self._course.pages
        page = pages[index]
        return PagePart(
            page,
            module,
            self._course.numbers[page.id],
            tuple(self._element(page, element) for element in page.elements),
            index + 1,
            self._course.modules.index(module) + 1,
            pages[index - 1] if index > 0 else None,
            pages[index + 1] if index + 1 < len(pages) else None,
        )

    def _element(self, page: Page, element: Element) -> Markup:
        prose = self._prose[page.span.file]
        if isinstance(element, Prose):
            return prose.html(element.text)
        if isinstance(element, Note | Tip | Misconception):
            template = self._templates.get_template(f"elements/{_CARDS[type(element)]}.html")
            return Markup(template.render(element=element, page=page, render=prose.html, render_inline=prose.inline))
        return self.activity(page, element)

    def activity(self, page: Page, activity: Activity) -> Markup:
        """The HTML of an activity on a page, or of a question that one of the page's quizzes may draw from a bank."""
        prose = self._prose[activity.span.file]
        return Markup(
            self._templates.get_template(f"activities/{activity.kind}.html").render(
                activity=activity,
                course=self._course,
                page=page,
                number=lambda *path: self._course.numbers[path],
                render=prose.html,
                render_inline=prose.inline,
                image=prose.file,
                captions=prose.captions,
                activity_html=lambda inner: self.activity(page, inner),
            )
        )


def policy(target: Target) -> str:
    """The Content-Security-Policy of the page: everything from the package itself, no inline script.

    Styles and captions may be `data:` addresses."""
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' data:",
            "img-src 'self'",
            "media-src 'self' data:",
            f"connect-src {target.connect_src}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _environment(theme: Theme, kinds: Kinds) -> jinja2.Environment:
    """Templates by name: a theme's `activities/<kind>.html` goes before the kind's own, `kinds/<kind>.html`."""

    def find(name: str) -> str | None:
        if name in theme.templates:
            return theme.templates[name]
        folder, _, file = name.partition("/")
        kind = kinds.get(file.removesuffix(".html"))
        if kind is None or folder not in ("activities", "kinds"):
            return None
        return (kind.folder / "template.html").read_text("utf-8")

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(find),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment
