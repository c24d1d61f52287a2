"""Reads a theme: tokens, templates and styles, with what it extends laid under it.

A theme is a folder with `theme.toml` (its tokens, and `extends` for the theme that it changes), `templates/` (Jinja2)
and `styles/` (CSS). Of two files with one name the one of the theme that extends is used, and its template can still
reach the other one as `<theme>/<file>`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.site.tokens import Tokens, faulty_token
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.suggest import did_you_mean

_SETTINGS = "theme.toml"
_NAMED = Span("course.yaml")
_POSITION = re.compile(r"^(?P<what>.*?) \(at line (?P<line>\d+), column (?P<column>\d+)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Style:
    """One style sheet: its path in `styles/`, the theme that it is from, and its CSS."""

    name: str
    theme: str
    css: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with all that it extends.

    `tokens` by table and key; `templates` by their path in `templates/`, and once more with their theme's name before
    it; `styles` from the theme that extends nothing to the one that was asked for; `root` is the former's name.
    """

    name: str
    root: str
    tokens: Tokens
    templates: Mapping[str, str]
    styles: tuple[Style, ...]


def load_theme(name: str, folders: Mapping[str, Path], named: Span = _NAMED) -> Theme | Diagnostic:
    """The theme of that name among `folders` (by name), or what is wrong with it (CW601 to CW604).

    `named` is where the course names it.
    """
    chain: list[_Folder] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted in (part.name for part in chain):
            return _wrong("CW603", chain[-1].name, f"The theme '{name}' extends itself by way of '{wanted}'.")
        if wanted not in folders:
            return _missing(wanted, chain, folders, named)
        read = _read_folder(wanted, folders[wanted])
        if isinstance(read, Diagnostic):
            return read
        chain.append(read)
        wanted = read.extends
    chain.reverse()
    tokens: dict[str, dict[str, str]] = {}
    templates: dict[str, str] = {}
    styles: dict[str, Style] = {}
    for part in chain:
        for table, values in part.tokens.items():
            tokens.setdefault(table, {}).update(values)
        for path, text in part.templates.items():
            templates[path] = templates[f"{part.name}/{path}"] = text
        for path, text in part.styles.items():
            # A file that replaces one of the root's stays in the root's layer.
            styles[path] = Style(path, styles[path].theme if path in styles else part.name, text)
    return Theme(name, chain[0].name, tokens, templates, tuple(styles.values()))


@dataclass(frozen=True, slots=True)
class _Folder:
    name: str
    extends: str | None
    tokens: Tokens
    templates: Mapping[str, str]
    styles: Mapping[str, str]


def _read_folder(name: str, folder: Path) -> _Folder | Diagnostic:
    try:
        settings = tomllib.loads((folder / _SETTINGS).read_text("utf-8"))
        templates = _texts(folder / "templates", ".html")
        styles = _texts(folder / "styles", ".css")
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.match(str(error))
        place = (int(found["line"]), int(found["column"])) if found else (1, 1)
        what = found["what"] if found else str(error)
        return _wrong("CW602", name, f"This is not TOML: {what[:1].lower()}{what[1:]}.", *place)
    except UnicodeDecodeError:
        return _wrong("CW604", name, f"A file of the theme '{name}' is not UTF-8: save it as UTF-8.")
    except OSError as error:
        return _wrong("CW604", name, f"The theme '{name}' cannot be read ({error.strerror}).")
    extends = settings.get("extends")
    if extends is not None and not isinstance(extends, str):
        return _wrong("CW602", name, "`extends` must be the name of a theme.")
    tokens = _tokens(settings)
    fault = faulty_token(tokens)
    if fault is not None:
        return _wrong("CW602", name, f"{fault[:1].upper()}{fault[1:]}.")
    return _Folder(name, extends, tokens, templates, styles)


def _tokens(settings: Mapping[str, object]) -> Tokens:
    """The tables of tokens, colours by scheme: `colours.light`."""
    tables: dict[str, dict[str, str]] = {}
    for table, values in settings.items():
        if table == "contrast" or not isinstance(values, dict):
            continue
        for key, value in values.items():
            if isinstance(value, dict):
                tables.setdefault(f"{table}.{key}", {}).update({str(k): str(v) for k, v in value.items()})
            else:
                tables.setdefault(table, {})[str(key)] = str(value)
    return tables


def _texts(folder: Path, ending: str) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob(f"*{ending}") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def _missing(wanted: str, chain: list[_Folder], folders: Mapping[str, Path], named: Span) -> Diagnostic:
    hint = did_you_mean(wanted, folders) or f"; the themes are {', '.join(sorted(folders))}"
    if not chain:
        return Diagnostic("CW601", named, f"There is no theme '{wanted}'{hint}.")
    return _wrong("CW601", chain[-1].name, f"There is no theme '{wanted}' to extend{hint}.")


def _wrong(code: str, theme: str, message: str, line: int = 1, column: int = 1) -> Diagnostic:
    return Diagnostic(code, Span(f"{theme}/{_SETTINGS}", line, column), message)
