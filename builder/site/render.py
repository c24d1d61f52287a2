"""Course and theme to a site: the page, its style sheet, its two scripts and the images, as files in memory."""

from __future__ import annotations

import jinja2

from builder.course.model import Course
from builder.site.assets import Assets
from builder.site.data import course_data, data_script, drawn_html
from builder.site.document import Document
from builder.site.hooks import check_document
from builder.site.prose import Prose, places
from builder.site.scripts import later_scripts, player_script, player_sentences, used_kinds
from builder.site.styles import style_address, style_sheet
from builder.site.target import Site, Target
from builder.site.theme import Theme
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span

START = "index.html"


def render(course: Course, theme: Theme, target: Target) -> Site:
    """The site of a course that passed the checks. Raises resources.PlayerMissing where the player was not built.

    A faulty template (CW614) gives a site without files; what the finished page lacks is in `diagnostics` too.
    """
    assets = Assets(course.assets)
    known = places(course)
    prose = {page.span.file: Prose(course, page, known, assets) for page in course.documents}
    used = used_kinds(course)
    style = style_sheet(theme, [(course.kinds[kind].folder / "style.css").read_text("utf-8") for kind in used])
    style_file = assets.add("style.css", style.encode())
    try:
        document = Document(course, theme, prose)
        data = course_data(course, target, lambda file: prose[file].html, document.activity)
        data["strings"] = {**player_sentences(course, target)}
        if later := later_scripts(course):
            data["later"] = {kind: assets.add("later.js", script) for kind, script in later.items()}
        scripts = (
            assets.add("course.js", data_script(data)),
            assets.add("player.js", player_script(course, target)),
        )
        html = document.html(target, style_address(style), style_file, scripts)
    except jinja2.TemplateError as error:
        return Site({}, diagnostics=(_faulty_template(theme, error),))
    files = {START: html.encode(), **assets.files}
    return Site(
        dict(sorted(files.items())),
        START,
        check_document("".join((html, *drawn_html(data))), course, theme.name, target.statements is not None),
    )


def _faulty_template(theme: Theme, error: jinja2.TemplateError) -> Diagnostic:
    if isinstance(error, jinja2.TemplateSyntaxError):
        where = f"the template '{error.name}', line {error.lineno}"
    elif isinstance(error, jinja2.TemplateNotFound):
        where = "a template that is not there"
    else:
        where = "a template"
    message = f"The theme '{theme.name}' cannot be used because of {where}: {str(error.message or error).rstrip('.')}."
    return Diagnostic("CW614", Span(f"{theme.name}/theme.toml"), message)
