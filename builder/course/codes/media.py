"""What can be wrong with a sound or film of a scenario, and with the words for it."""

from __future__ import annotations

from builder.course.code import Code
from builder.course.codes.small_scene import CHOICE, scene

_CALL = "content/01-start/call.mp3"
_FILM = "content/01-start/call.mp4"
_WORDS = "content/01-start/call.vtt"
_SOUND = "ID3 (the sound itself)\n"
_CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:03.500\nNobody rang me back.\n"
_TRANSCRIPT = "transcript: Dana says, fast: nobody rang me back.\n"
_HEARD = {**scene("media: call.mp3\n" + _TRANSCRIPT + CHOICE), _CALL: _SOUND}


def _watched(captions: str) -> dict[str, str]:
    node = scene("media: call.mp4\ncaptions: call.vtt\n" + _TRANSCRIPT + CHOICE)
    return {**node, _FILM: "    ftypmp42 (the film itself)\n", _WORDS: captions}


CODES = (
    Code(
        "CW285",
        "A sound has no transcript, or a film has no transcript or no captions",
        why="Who cannot hear it, or has no headphones at work, would miss a part and choose without "
        "it (WCAG 2.2, 1.2.1 and 1.2.2).",
        bad={**scene("media: call.mp3\n" + CHOICE), _CALL: _SOUND},
        good=_HEARD,
    ),
    Code(
        "CW286",
        "A transcript or captions have no sound or film that they belong to",
        why="Nobody would ever see them. Most often the line with the file was lost, or names a picture.",
        bad=scene(_TRANSCRIPT + CHOICE),
        good=_HEARD,
    ),
    Code(
        "CW287",
        "A sound, a film or its captions are not in the course",
        why="A package holds everything that it plays, so that it works without the internet and tells no other site "
        "who is learning.",
        bad={**scene("media: calls.mp3\n" + _TRANSCRIPT + CHOICE), _CALL: _SOUND},
        good=_HEARD,
    ),
    Code(
        "CW288",
        "A file is nothing that browsers show or play",
        why="A file in a format of one program, or with another format's ending, stays silent elsewhere, and nobody "
        "knows why.",
        bad=scene("media: call.flac\n" + _TRANSCRIPT + CHOICE),
        good=_HEARD,
    ),
    Code(
        "CW289",
        "Captions cannot be read",
        why="Browsers pass over captions that are not quite WebVTT without a word, and who needs them gets none.",
        bad=_watched(_CAPTIONS.replace(".", ",")),
        good=_watched(_CAPTIONS),
    ),
)
