"""Whether a file may be heard or watched: it is in the course folder, of a kind that browsers play, and what it says it
is; and whether captions can be read.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Literal

from builder.source.markdown import ADDRESS
from builder.source.span import Span
from builder.source.suggest import did_you_mean

Played = Literal["audio", "video", "captions"]

SOUNDS = (".mp3", ".m4a", ".wav", ".ogg")
FILMS = (".mp4", ".webm")
ENDINGS: Mapping[Played, tuple[str, ...]] = {"audio": SOUNDS, "video": FILMS, "captions": (".vtt",)}

_BOXES = re.compile(rb"....ftyp", re.DOTALL)
_BEGINNINGS = {
    "mp3": re.compile(rb"ID3|\xff[\xe0-\xff]"),
    "m4a": _BOXES,
    "wav": re.compile(rb"RIFF....WAVE", re.DOTALL),
    "ogg": re.compile(rb"OggS"),
    "mp4": _BOXES,
    "webm": re.compile(rb"\x1a\x45\xdf\xa3"),
}
_BEGINNING = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMING = re.compile(rf"(?P<from>{_TIME})[ \t]+-->[ \t]+(?P<to>{_TIME})(?:[ \t]+.*)?")


def media_fault(
    kind: Played, target: str, path: str, home: str, assets: Mapping[str, bytes]
) -> tuple[str, str, Span | None] | None:
    """The code and message of what is wrong with a sound, a film or captions, and the place where it is not what the
    author wrote but inside the file; None where it can be played.

    `target` is what the author wrote, `path` the same seen from the course folder, `home` the folder of the page.
    """
    if ADDRESS.match(target):
        message = f"'{target}' is not in the course. Put the file into the course folder: a package has it all."
        return "CW287", message, None
    if target.startswith(("/", "\\")) or path == ".." or path.startswith("../"):
        return "CW287", f"'{target}' leaves the course folder. Put the file into it, beside the scenario.", None
    if kind == "captions" and not path.lower().endswith(ENDINGS[kind]):
        message = f"'{target}' is no file of captions: save them as WebVTT, such as 'captions: call.vtt'."
        return "CW289", message, None
    if path not in assets:
        known = [posixpath.relpath(other, home) for other in assets if other.lower().endswith(ENDINGS[kind])]
        return "CW287", f"There is no file '{target}'{did_you_mean(target, known)}. Looked for {path}.", None
    if kind == "captions":
        return _captions_fault(target, path, assets[path])
    if not _BEGINNINGS[path.lower().rpartition(".")[2]].match(assets[path]):
        what = "is not what its ending says" if assets[path] else "is empty"
        return "CW288", f"'{target}' {what}, so that no browser plays it. Save it again, in that format.", None
    return None


def _captions_fault(target: str, path: str, data: bytes) -> tuple[str, str, Span | None] | None:
    """CW289 for what no browser reads as captions (W3C WebVTT, 4.1), at its line in the file."""
    try:
        lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "CW289", f"'{target}' is not UTF-8: save it as UTF-8.", None
    if not _BEGINNING.fullmatch(lines[0]):
        return "CW289", "Captions begin with a line 'WEBVTT', and a blank line after it.", Span(path)
    cues = 0
    for number, line in enumerate(lines, 1):
        if "-->" not in line:
            continue
        found = _TIMING.fullmatch(line.strip())
        if found is None:
            message = "This time cannot be read: write '00:01.000 --> 00:04.500', with a point and three digits."
            return "CW289", message, Span(path, number, 1, max(1, len(line)))
        if _milliseconds(found["to"]) <= _milliseconds(found["from"]):
            message = "This caption ends before it begins: the second time must be the later one."
            return "CW289", message, Span(path, number, 1, max(1, len(line)))
        cues += 1
    return None if cues else ("CW289", f"'{target}' has no caption in it: nothing would be shown.", Span(path))


def _milliseconds(time: str) -> int:
    *larger, seconds = time.split(":")
    minutes = 0
    for part in larger:
        minutes = 60 * minutes + int(part)
    return 60_000 * minutes + int(seconds.replace(".", ""))
