"""What the preview shows: the course as a web page, or what is wrong with it, as files in memory."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.build import check_course, has_error, in_order, site_of
from builder.console.show import count, line
from builder.packages.html import ON_DEVICE
from builder.source.diagnostic import Diagnostic

START = "index.html"
RELOAD = "coursewright-preview.js"
STYLE = "coursewright-preview.css"
EVENTS = "coursewright-preview/events"

# The page asks for the number of the build that it shows, and is loaded anew when another one is announced.
_RELOAD_SCRIPT = f"""\
(() => {{
  let shown = null;
  new EventSource("/{EVENTS}").onmessage = (event) => {{
    if (shown !== null && shown !== event.data) location.reload();
    shown = event.data;
  }};
}})();
""".encode()

_PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="/coursewright-preview.css">
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
_STYLE = b"""\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-inline-size: 60rem; margin-inline: auto; padding: 2rem 1rem }
li { margin-block: 0.75rem; overflow-wrap: anywhere }
code { font-size: 0.95em; font-weight: 600 }
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """One state of the course: every file to serve by path, and what was found on the way."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def preview(folder: Path) -> Preview:
    """The course in `folder` as it stands: the web page with a script that reloads it, or a page of its errors.

    It sends nothing to any LRS: an author is no learner.
    """
    checked = check_course(folder)
    diagnostics = checked.diagnostics
    if checked.course is not None and not checked.failed:
        site = site_of(checked, checked.course, replace(ON_DEVICE, connect_src="'self'"))
        diagnostics = in_order((*diagnostics, *site.diagnostics))
        if not has_error(diagnostics):
            return Preview(_watching(site.files), diagnostics)
    return Preview(_watching(_faults(diagnostics, folder)), diagnostics)


def apology(sentence: str) -> Preview:
    """What to show after a mistake of ours, until the next save."""
    page = _page("The preview has failed", f"<p>{html.escape(sentence[:1].upper() + sentence[1:])}</p>")
    return Preview(_watching(page), ())


def _watching(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the script in the start page that reloads it."""
    script = f'<script src="/{RELOAD}" defer></script>\n</head>'.encode()
    return {**files, START: files[START].replace(b"</head>", script, 1), RELOAD: _RELOAD_SCRIPT}


def _faults(diagnostics: tuple[Diagnostic, ...], folder: Path) -> dict[str, bytes]:
    rows = (line(found, folder).partition(": ") for found in diagnostics)
    items = "\n".join(f"<li><code>{html.escape(place)}</code><br>{html.escape(what)}</li>" for place, _, what in rows)
    why = "The course cannot be shown until the errors are mended. This page goes away by itself then."
    return _page(count(diagnostics), f"<p>{why}</p>\n<ol>\n{items}\n</ol>")


def _page(title: str, body: str) -> dict[str, bytes]:
    return {START: _PAGE.format(title=html.escape(title), body=body).encode(), STYLE: _STYLE}
