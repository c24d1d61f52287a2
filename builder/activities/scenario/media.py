"""What a node shows or plays above its lines: a picture with words for it, or a sound or film with its transcript.

The files themselves are looked at where all that a page shows is followed (builder/course/links.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.activities.scenario import details
from builder.course import images
from builder.course.kind import Report
from builder.course.media import FILMS, SOUNDS
from builder.source.diagnostic import Diagnostic
from builder.source.markdown import Reference
from builder.source.syntax import Detail, Text

_WORDS = {"image": "a picture", "audio": "a sound", "video": "a film"}

_NO_WORDS = "This picture has no words for those who cannot see it: add `alt: what it shows` under its `media:`."


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the kind `image`, `audio` or `video`. Sounds and films have a transcript, films captions."""

    file: Reference
    transcript: Text | None = None
    captions: Reference | None = None

    @property
    def files(self) -> tuple[Reference, ...]:
        """The files that the course must hold."""
        return (self.file, self.captions) if self.captions else (self.file,)


def read_media(own: Iterable[Detail], report: Report) -> Media | None:
    """The `media` of a node's details; None where there is none, or none that can be used.

    Faults: CW272 an `alt` without a picture, CW285 a sound without a transcript, or a film without that and captions,
    CW286 a transcript or captions without what they belong to, CW288 a file of no kind that browsers show or play.
    """
    own = tuple(own)
    file, alt, transcript, captions = (
        details.single(own, key, report) for key in ("media", "alt", "transcript", "captions")
    )
    reference = _reference(file, alt) if file else None
    if file and not reference:
        known = ", ".join((*images.ENDINGS, *SOUNDS, *FILMS))
        message = f"'{file.value.value.strip()}' is nothing that every browser shows or plays. Use one of {known}."
        report(Diagnostic("CW288", file.value.span, message))
        return None
    kind = reference.kind if reference else ""
    what = f"and this is {_WORDS[kind]}" if reference else "and there is none here"
    if alt and kind != "image":
        message = f"`alt` describes a picture, {what}: name one, such as `media: desk.svg`, or take this out."
        report(Diagnostic("CW272", alt.key.span, message))
    if transcript and kind not in ("audio", "video"):
        message = f"`transcript` has the words of a sound or film, {what}: name one, such as `media: call.mp3`, "
        report(Diagnostic("CW286", transcript.key.span, message + "or take this out."))
    if captions and kind != "video":
        message = f"`captions` belong to a film, {what}: name one, such as `media: call.mp4`, or take this out."
        report(Diagnostic("CW286", captions.key.span, message))
    if reference and kind != "image" and not transcript:
        message = f"Who cannot hear {_WORDS[kind]} needs its words: add `transcript:` with all that is said."
        report(Diagnostic("CW285", reference.span, message))
    if reference and kind == "video" and not captions:
        message = "Who watches a film without sound needs captions: add `captions:` with a file, such as `call.vtt`."
        report(Diagnostic("CW285", reference.span, message))
    if reference is None:
        return None
    track = captions.value if captions and kind == "video" else None
    return Media(
        reference,
        transcript.value if transcript else None,
        Reference("captions", track.value.strip(), "", 0, track.span) if track else None,
    )


def _reference(file: Detail, alt: Detail | None) -> Reference | None:
    target, span = file.value.value.strip(), file.value.span
    ending = target.lower()
    if ending.endswith(SOUNDS):
        return Reference("audio", target, "", 0, span)
    if ending.endswith(FILMS):
        return Reference("video", target, "", 0, span)
    if ending.endswith(images.ENDINGS):
        return Reference("image", target, alt.value.value.strip() if alt else "", 0, span, _NO_WORDS)
    return None
