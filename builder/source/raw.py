"""Markup that Markdown shows as it was written, because one character in it is missing or too much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.source.diagnostic import Diagnostic, Severity
from builder.source.syntax import Line, Text

_HINT = re.compile(r"\]\s*\(|\{\{|^\s*\|", re.MULTILINE)
_CODE_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).*?\1")
_ADDRESS = re.compile(r"""(?P<image>!?)\[[^\]]*\]\((?P<address>[^()<>"'\s]+(?: [^()<>"'\s]+)+)\)""")
_APART = re.compile(r"\[[^\]\[]+\](?P<blank>[ \t]+)\([^()\s]+\.(?:md|svg|png|jpe?g|gif|webp)(?:#[^()\s]*)?\)")
_BRACE = re.compile(r"(?<!\\)\{\{\s*[A-Za-z](?:[\w.-]*\}(?!\})|[\w-]*\.[\w.-]*\w(?![\w.-])(?!\s*\}))")
_ROW = re.compile(r"\s{0,3}\|.*\|\s*$")
_DELIMITER = re.compile(r"[\s|:-]*-[\s|:-]*$")


def raw_faults(text: Text) -> Iterator[Diagnostic]:
    """CW170 an address with a blank, CW171 a link in two parts, CW172 a variable whose braces are not closed, and
    CW173 (a warning) a table without the line under its head."""
    if not _HINT.search(text.value):
        return
    lines = list(_outside_code(text.lines))
    for line in lines:
        words = _CODE.sub(lambda code: " " * len(code[0]), line.text)
        for found in _ADDRESS.finditer(words):
            address = found["address"]
            message = f"An address ends at a blank, so that this is shown as it is: write <{address}>."
            yield Diagnostic("CW170", line.span.moved(found.start("address"), len(address)), message)
        for found in _APART.finditer(words):
            message = "A link's words and its address stand together: delete the blanks between ] and (."
            yield Diagnostic("CW171", line.span.moved(found.start("blank"), 1), message)
        for found in _BRACE.finditer(words):
            message = "This variable is never closed: put two braces }} after its name, or \\{ for a brace."
            yield Diagnostic("CW172", line.span.moved(found.start(), len(found[0])), message)
    yield from _tables(lines)


def _tables(lines: Sequence[Line]) -> Iterator[Diagnostic]:
    at = 0
    while at < len(lines):
        end = at
        while (
            end < len(lines) and _ROW.match(lines[end].text) and lines[end].span.line == lines[at].span.line + end - at
        ):
            end += 1
        if end - at > 1 and not any(_DELIMITER.match(line.text) for line in lines[at:end]):
            message = "This is no table yet: put a line such as |---|---| under its first line."
            yield Diagnostic("CW173", lines[at].span, message, Severity.WARNING)
        at = max(end, at + 1)


def _outside_code(lines: Sequence[Line]) -> Iterator[Line]:
    fence = ""
    for line in lines:
        found = _CODE_FENCE.match(line.text)
        if fence:
            fence = "" if found is not None and found[1].startswith(fence) else fence
        elif found is not None:
            fence = found[1]
        elif not line.text.startswith(("    ", "\t")):
            yield line
