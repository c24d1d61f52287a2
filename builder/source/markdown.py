"""Prose to HTML, to plain words, and to the references in it: the one place that knows the Markdown parser.

CommonMark with tables, footnotes and definition lists. Raw HTML is text, and nothing is linked by itself. The parser
knows lines and no columns, so the place of a reference is found by looking for it in its lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Literal
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from builder.source.slug import ID, slug
from builder.source.span import Span
from builder.source.syntax import Text

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""How an address begins that leads out of the course."""

DECORATIVE = "decorative"
"""The title of an image without alternative text that says so: `![](line.svg "decorative")`. Nobody is shown it."""

VARIABLE = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")

_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_HARMLESS = re.compile(r"(?:https?:|mailto:|tel:|//)", re.IGNORECASE)
_ENCODED_VARIABLE = re.compile(r"%7B%7B(?:%20)*([\w.-]+?)(?:%20)*%7D%7D", re.IGNORECASE)
_HEADING_ID = re.compile(rf"\s*\{{\s*#({ID.pattern})\s*\}}\s*$")
_LONE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_MARKUP = re.compile(r"[\\`*_\[\]<>&{}^|\n]|^[\s#>=~:+\-\d]|\s$")
_HIGHEST_HEADING = 2
_URL = "/%:?#[]@!$&'()*+,;=~"  # RFC 3986, section 2: what may stand in a URL as it is, beside letters and digits


@dataclass(frozen=True, slots=True)
class Options:
    """What the prose cannot know by itself.

    `image` and `link` turn what the author wrote (`desk.svg`, `needs.md`, `https://...`; `%20` decoded but in a URL)
    into what the page needs, `link` into None where it leads nowhere here and only its words shall stay; `prefix`
    stands before the ids of headings and footnotes; `shift` is added to the level of headings, which end up between 2
    (the page's title is its one first-level heading) and 6; `variables` are the words for `{{org.phone}}`; `back`
    names, with its number, the way from a footnote to its mark.
    """

    image: Callable[[str], str] = str
    link: Callable[[str], str | None] = str
    prefix: str = ""
    shift: int = 0
    variables: Mapping[str, str] = field(default_factory=dict)
    back: str = "Back to mark"


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that prose points to or can be pointed at.

    `target` is the path of an image, a sound, a film or captions, a link's address, a heading's id (without the page's
    prefix), a variable's name or a footnote's mark; `text` the alternative text, the link's words or the heading's;
    `level` a heading's level as written, else 0. A `footnote` is a mark whose note is not in this prose, a `note` one
    that no mark leads to. `advice` says how words for an image are written, where that is not as in prose.
    """

    kind: Literal["image", "link", "heading", "variable", "footnote", "note", "audio", "video", "captions"]
    target: str
    text: str
    level: int
    span: Span
    advice: str = ""


def to_html(text: Text, options: Options) -> str:
    """The prose as HTML blocks, without inline style or script."""
    env = _environment(text, options)
    return _rendered(_parser().parse(text.value, env), env)


def to_inline_html(text: Text, options: Options) -> str:
    """The prose without a paragraph around it, several parted by `<br>`: for labels and legends.

    Prose with other blocks than paragraphs comes as `to_html` gives it.
    """
    env = _environment(text, options)
    tokens = _parser().parse(text.value, env)
    if any(token.type not in ("paragraph_open", "inline", "paragraph_close") for token in tokens):
        return _rendered(tokens, env)
    return "<br>\n".join(_rendered([token], env) for token in tokens if token.type == "inline")


def plain(text: Text, variables: Mapping[str, str] | None = None) -> str:
    """The words without markup, on one line: for reports, titles and derived ids."""
    if len(text.lines) == 1 and not _MARKUP.search(text.lines[0].text):
        return text.lines[0].text
    env = {"variables": variables or {}, "found": []}
    blocks = [_words(token.children or []) for token in _parser().parse(text.value, env) if token.type == "inline"]
    return " ".join(" ".join(blocks).split())


def paragraphs(text: Text) -> tuple[tuple[int, int, bool], ...]:
    """The paragraphs that stand in no other block: their first line, the line behind them, and whether they have words
    and are no pictures alone.
    """
    if len(text.lines) == 1 and not _MARKUP.search(text.lines[0].text):
        return ((0, 1, True),)
    tokens = _parser().parse(text.value, {"found": []})
    found = []
    for opening, inline in pairwise(tokens):
        if opening.type == "paragraph_open" and not opening.level and opening.map is not None:
            children = inline.children or ()
            worded = any(child.type != "image" and child.content.strip() for child in children)
            found.append((opening.map[0], opening.map[1], worded))
    return tuple(found)


@lru_cache(maxsize=10_000)
def references(text: Text) -> tuple[Reference, ...]:
    """The images, links, headings, variables and lone footnotes of the prose, by place."""
    env: dict[str, Any] = {"found": []}
    tokens = _parser().parse(text.value, env)
    places = _Places(text)
    found: list[Reference] = []
    level = 0
    for token in tokens:
        if token.map is not None:
            places.move(token.map[0])
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline":
            if level:
                span = places.start()
                found.append(Reference("heading", token.meta["id"], _words(token.children or []), level, span))
                level = 0
            found.extend(_inline_references(token.children or [], places))
    walks = {name: _Places(text) for name in env["found"]}
    found.extend(Reference("variable", name, "", 0, walks[name].find(f"{{{{{name}", name)) for name in env["found"])
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            found.append(Reference("note", label[1:], "", 0, _Places(text).find(f"[^{label[1:]}]:")))
    return tuple(sorted(found, key=lambda reference: reference.span))


def _rendered(tokens: list[Token], env: dict[str, Any]) -> str:
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, env))


def _environment(text: Text, options: Options) -> dict[str, Any]:
    return {"options": options, "variables": options.variables, "line": text.span.line, "found": []}


class _Parser(MarkdownIt):
    """Takes any address for a link's: which may be is said by builder/course/links.py, as an error at its place."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "xhtmlOut": False})
    parser.enable("table")
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.core.ruler.before("inline", "heading_ids", _heading_ids)
    parser.inline.ruler.push("variable", _variable)
    parser.core.ruler.push("page", _for_page)
    parser.add_render_rule("footnote_ref", _render_mark)
    parser.add_render_rule("footnote_block_open", _render_notes)
    parser.add_render_rule("footnote_open", _render_note)
    parser.add_render_rule("footnote_anchor", _render_way_back)
    return parser


def _heading_ids(state: StateCore) -> None:
    """Takes `{#id}` off the end of headings, and gives those without one an id that no other here has."""
    pairs = zip(state.tokens, state.tokens[1:], strict=False)
    headings = [(opening, inline) for opening, inline in pairs if opening.type == "heading_open"]
    taken: set[str] = set()
    for opening, inline in headings:
        if given := _HEADING_ID.search(inline.content):
            inline.content = inline.content[: given.start()]
            opening.meta["id"] = given[1]
            taken.add(given[1])
    for opening, inline in headings:
        if "id" not in opening.meta:
            id = unique = slug(_source_words(inline.content))
            count = 1
            while unique in taken:
                count += 1
                unique = f"{id}-{count}"
            opening.meta["id"] = unique
            taken.add(unique)
        inline.meta["id"] = opening.meta["id"]


def _source_words(content: str) -> str:
    """A heading's words before the inline parsing: link addresses would make an id that nobody expects."""
    return re.sub(r"\]\([^)]*\)", "]", content)


def _variable(state: StateInline, silent: bool) -> bool:
    """`{{org.phone}}`: the words for it, which are text and never markup; an unknown one stays as it is."""
    found = VARIABLE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.env["found"].append(found[1])
        token = state.push("text", "", 0)
        token.content = state.env.get("variables", {}).get(found[1], found[0])
    state.pos = found.end()
    return True


def _for_page(state: StateCore) -> None:
    """Fits the tokens to their page: levels and ids of headings, addresses, alignment by class instead of style."""
    options: Options | None = state.env.get("options")
    for token in state.tokens:
        for child in token.children or ():
            _address(child, state.env, options)
        _hide_ends(token.children or ())
        if options is None:
            continue
        if token.type in ("heading_open", "heading_close"):
            level = min(max(int(token.tag[1]) + options.shift, _HIGHEST_HEADING), 6)
            token.tag = f"h{level}"
            if "id" in token.meta:
                token.attrSet("id", options.prefix + token.meta["id"])
        elif token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrSet("class", "align-" + str(style).rpartition(":")[2])


def _address(token: Token, env: MutableMapping[str, Any], options: Options | None) -> None:
    key = {"link_open": "href", "image": "src"}.get(token.type)
    if key is None:
        return
    for child in token.children or ():
        _address(child, env, options)

    def word(found: re.Match[str]) -> str:
        env["found"].append(found[1])
        value = env.get("variables", {}).get(found[1])
        return found[0] if value is None else quote(value, safe="")

    written = _ENCODED_VARIABLE.sub(word, str(token.attrs.get(key, "")))
    target = written if ADDRESS.match(written) else unquote(written)
    if options is not None:
        needed = (options.link if key == "href" else options.image)(target)
        if needed is None:
            token.hidden = True
            return
        target = quote(needed, safe=_URL)
        if ADDRESS.match(target) and not _HARMLESS.match(target):
            target = "#"
        if key == "src" and not token.children and token.attrs.get("title") == DECORATIVE:
            del token.attrs["title"]
        if key == "href" and _WEB.match(target):
            # Most sites refuse to be framed, and one that does not would take the place of the course in the LMS.
            token.attrSet("target", "_blank")
            token.attrSet("rel", "noopener")
    token.attrSet(key, target)


def _hide_ends(tokens: Sequence[Token]) -> None:
    """Hides the end of every link of which the beginning is hidden. Links hold no links."""
    hidden = False
    for token in tokens:
        if token.type == "link_open":
            hidden = token.hidden
        elif token.type == "link_close":
            token.hidden = hidden


def _words(tokens: Sequence[Token]) -> str:
    words = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "image":
            words.append(_words(token.children or []))
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
    return "".join(words)


def _inline_references(tokens: Sequence[Token], places: _Places) -> Iterator[Reference]:
    for at, token in enumerate(tokens):
        if token.type == "image":
            target = str(token.attrs["src"])
            words = _words(token.children or [])
            words = words or (DECORATIVE if token.attrs.get("title") == DECORATIVE else "")
            yield Reference("image", target, words, 0, places.find(target, quote(target), "!["))
        elif token.type == "link_open":
            target = str(token.attrs["href"])
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "link_close")
            words = _words(tokens[at:end])
            yield Reference("link", target, words, 0, places.find(target, quote(target), words))
            yield from _inline_references([one for one in tokens[at + 1 : end] if one.type == "image"], places)
        elif token.type == "text":
            for mark in _LONE_MARK.finditer(token.content):
                yield Reference("footnote", mark[1], "", 0, places.find(mark[0]))


class _Places:
    """Where things stand in a text: each is looked for after the one before it."""

    def __init__(self, text: Text) -> None:
        self._lines = text.lines
        self._line = 0
        self._column = 0

    def move(self, line: int) -> None:
        """Goes on at the beginning of that line."""
        if line != self._line or line == 0:
            self._line, self._column = min(line, len(self._lines) - 1), 0

    def start(self) -> Span:
        """The line that the walk is in."""
        return self._lines[self._line].span

    def find(self, *needles: str) -> Span:
        """The place of the first of these that is found, from here on or else anywhere; the line where none is."""
        for needle in filter(None, needles):
            for from_here in (True, False):
                for at in range(self._line if from_here else 0, len(self._lines)):
                    line = self._lines[at]
                    column = line.text.find(needle, self._column if from_here and at == self._line else 0)
                    if column >= 0:
                        if from_here:
                            self._line, self._column = at, column + len(needle)
                        return line.span.moved(column, len(needle))
        return self.start()


def _render_mark(_: object, tokens: Sequence[Token], at: int, __: object, env: dict[str, Any]) -> str:
    note, number, again = _note(tokens[at], env)
    return f'<sup class="footnote-mark"><a href="#{note}" id="{note}-mark{again}" role="doc-noteref">{number}</a></sup>'


def _render_notes(*_: object) -> str:
    return '<section class="footnotes" role="doc-endnotes">\n<ol>\n'


def _render_note(_: object, tokens: Sequence[Token], at: int, __: object, env: dict[str, Any]) -> str:
    return f'<li id="{_note(tokens[at], env)[0]}">'


def _render_way_back(_: object, tokens: Sequence[Token], at: int, __: object, env: dict[str, Any]) -> str:
    note, number, again = _note(tokens[at], env)
    label = escapeHtml(f"{(env.get('options') or Options()).back} {number}")
    return f' <a href="#{note}-mark{again}" role="doc-backlink" aria-label="{label}">\u21a9\ufe0e</a>'


def _note(token: Token, env: dict[str, Any]) -> tuple[str, int, str]:
    """The id of the note, its number, and what tells a second mark of it from the first."""
    options: Options = env.get("options") or Options()
    number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
    return f"{options.prefix}note-{env.get('line', 1)}-{number}", number, f"-{again + 1}" if again else ""
