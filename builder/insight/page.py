"""The report as one page of HTML: nothing is fetched, nothing runs, and it prints."""

from __future__ import annotations

import base64
from collections.abc import Callable
from hashlib import sha256
from html import escape
from pathlib import Path

from builder.insight.charts import bar, scene_map
from builder.insight.disclosure import LEAST, Count, Part
from builder.insight.report import Bar, Cell, Correlation, Place, Report, SceneMap, Section, Table, Times
from builder.source.span import Span

Link = Callable[[Span], str]
"""The address of a place of the source, as seen from the page."""

_STYLE = Path(__file__).with_name("page.css")


def as_html(report: Report, link: Link) -> str:
    """The page. Words of the course stand in its own language, ours in English."""
    style = _STYLE.read_text("utf-8")
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = f"{escape(report.title)}: what learners did"
    contents = "".join(f'<li><a href="#{it.key}">{escape(it.heading)}</a></li>' for it in report.sections)
    writer = _Writer(report.language, link)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="about">Version {escape(report.version)} of the course; {escape(report.source)}.</p>\n'
        f'<nav aria-label="Parts of this report"><ul>{contents}</ul></nav>\n'
        f"{_privacy()}{''.join(writer.section(it, 2) for it in report.sections)}</main>\n</body>\n</html>\n"
    )


def _privacy() -> str:
    return (
        f"<p>Numbers of learners are rounded to the nearest five. Groups of fewer than {LEAST} are hidden, and so is "
        "what would give them away: a share is shown where five learners or more stand on both sides, else only that "
        "it is over or under some per cent. Nobody is named.</p>\n"
    )


class _Writer:
    def __init__(self, language: str, link: Link) -> None:
        self._language = escape(language)
        self._link = link

    def section(self, section: Section, level: int) -> str:
        key = escape(section.key) if level == 2 else f"scenario-{escape(section.key)}"
        says = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in section.says)
        shows = "".join(self._map(key, it) if isinstance(it, SceneMap) else self._table(it) for it in section.shows)
        inner = "".join(self.section(it, level + 1) for it in section.inner)
        heading = f'<h{level} id="{key}">{escape(section.heading)}</h{level}>'
        return f'<section aria-labelledby="{key}">\n{heading}\n{says}{shows}{inner}</section>\n'

    def _map(self, key: str, drawn: SceneMap) -> str:
        name = f"Map of {escape(drawn.title)}"
        return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{scene_map(key, drawn)}</div>\n'

    def _table(self, table: Table) -> str:
        key = f"table-{escape(table.key)}"
        head = "".join(f'<th scope="col">{escape(column.head)}</th>' for column in table.columns)
        body = "".join(
            f'<tr><th scope="row">{self._cell(first)}</th>{"".join(map(self._data, cells))}</tr>\n'
            for first, *cells in table.rows
        )
        return (
            f'<div class="scroll" role="region" aria-labelledby="{key}" tabindex="0"><table>\n'
            f'<caption id="{key}">{escape(table.caption)}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>\n"
        )

    def _data(self, cell: Cell) -> str:
        words = ' class="words"' if isinstance(cell, Place) or (isinstance(cell, str) and len(cell) > 24) else ""
        return f"<td{words}>{self._cell(cell)}</td>"

    def _cell(self, cell: Cell) -> str:
        match cell:
            case None:
                return "too few"
            case int():
                return f"{cell:,}"
            case str():
                return escape(cell)
            case Count():
                return cell.words
            case Part():
                drawn = "" if cell.low is None or cell.high is None else _share(cell.low, cell.high)
                return f"{escape(cell.words)}{drawn}"
            case Bar(shown, most):
                drawn = bar(0, min(1, shown.about / most)) if shown.about is not None and most else ""
                return f"{shown.words}{drawn}"
            case Times(it, most):
                words = f"{_time(it.middle)} ({_time(it.low)} to {_time(it.high)})"
                return f"{words}{bar(it.low / most, it.high / most, it.middle / most) if most else ''}"
            case Correlation(value, is_rough):
                return f"{value:.1f}{' (rough)' if is_rough else ''}"
            case Place(words, span):
                place = escape(f"{span.file}:{span.line}")
                text = f'<span lang="{self._language}">{escape(words)}</span> ' if words else ""
                return f'{text}<a class="source" href="{escape(self._link(span))}">{place}</a>'


def _share(low: int, high: int) -> str:
    """Where a share is only known by a bound, all that it may be."""
    return bar(0 if low == high else low / 100, high / 100)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
