"""Sounds and films of scenarios: what is checked, what is carried, and how they play."""

from __future__ import annotations

import io
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from builder.build import build_course
from builder.course.media import media_fault
from tests.activities.scenario.conftest import SETTINGS, sound
from tests.course.small import SETTINGS as SMALL
from tests.course.small import read

CAPTIONS = (
    "WEBVTT\n\n00:01.000 --> 00:03.500\nNobody rang me back.\n\nlast\n00:00:04.000 --> 00:00:05.000 align:start\nBye.\n"
)
FILM = b"\0\0\0\x18ftypmp42"
SCENE = """\
---
title: A late parcel
start: opening
---

## opening
media: ring.wav
transcript: The phone rings **twice**.

narrator: A phone rings.

* Pick it up. -> talking
  feedback: Somebody has to.
* Let it ring. -> missed
  feedback: Nobody heard what it was about.

## talking
media: voice.mp4
captions: voice.vtt
transcript: Nobody rang me back.
ending: good
outcome: You are talking.

## missed
ending: poor
outcome: It stops.
"""
SCENE_FILE = "content/01-start/late-parcel.scene.md"


def tone(seconds: float = 1.0) -> bytes:
    """A WAV of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(8000)
        out.writeframes(b"\x80" * int(8000 * seconds))
    return file.getvalue()


FILES = {"ring.wav": tone(), "voice.mp4": FILM, "voice.vtt": CAPTIONS.encode()}


def found(scene: str, **changed: bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault of the course with that scene, `ring_wav=...` in place of its file."""
    files = {**FILES, **{name.replace("_", "."): data for name, data in changed.items()}}
    here = {f"content/01-start/{name}": data for name, data in files.items()}
    outcome = read({"course.yaml": SMALL, SCENE_FILE: scene, **here})
    return [(fault.code, fault.span.line, fault.span.column) for fault in outcome.diagnostics]


def test_a_sound_and_a_film_with_their_words_are_sound() -> None:
    assert found(SCENE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("transcript: The phone rings **twice**.\n", "", ("CW285", 7, 8)),
        ("captions: voice.vtt\n", "", ("CW285", 18, 8)),
        ("media: ring.wav\n", "", ("CW286", 7, 1)),
        ("media: ring.wav\n", "media: ring.wav\ncaptions: voice.vtt\n", ("CW286", 8, 1)),
        ("media: ring.wav\n", "media: ring.wav\nalt: A phone.\n", ("CW272", 8, 1)),
        ("media: ring.wav", "media: rings.wav", ("CW287", 7, 8)),
        ("media: ring.wav", "media: ../../../ring.wav", ("CW287", 7, 8)),
        ("media: ring.wav", "media: https://example.org/ring.wav", ("CW287", 7, 8)),
        ("captions: voice.vtt", "captions: voice.srt", ("CW289", 19, 11)),
        ("media: ring.wav", "media: ring.flac", ("CW288", 7, 8)),
        ("media: ring.wav", "media: ring", ("CW288", 7, 8)),
        ("transcript: Nobody", "transcript: [Nobody](nobody.md)", ("CW160", 20, 22)),
    ],
)
def test_a_fault_of_a_sound_or_film_is_named_once_and_where_it_stands(
    old: str, new: str, expected: tuple[str, int, int]
) -> None:
    assert old in SCENE
    assert found(SCENE.replace(old, new)) == [expected]


def test_a_picture_without_words_is_told_where_a_node_has_them() -> None:
    scene = SCENE.replace("media: ring.wav\ntranscript: The phone rings **twice**.\n", "media: desk.svg\n")
    picture = {"content/01-start/desk.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>'}
    here = {f"content/01-start/{name}": data for name, data in FILES.items()} | picture
    fault, *others = read({"course.yaml": SMALL, SCENE_FILE: scene, **here}).diagnostics
    assert (fault.code, fault.span.line, others) == ("CW166", 7, [])
    assert "add `alt: what it shows` under its `media:`" in fault.message


@pytest.mark.parametrize(
    ("captions", "line"),
    [
        ("1\n00:01,000 --> 00:03,500\nHello.\n", 1),
        ("WEBVTT", 1),
        (CAPTIONS.replace("00:03.500", "00:03,500"), 3),
        (CAPTIONS.replace("00:03.500", "00:00.500"), 3),
        (CAPTIONS.replace("00:00:04.000 -->", "4 -->"), 7),
        ("WEBVTT\n\n00:01.000 --> 00:61.000\n", 3),
    ],
)
def test_captions_that_browsers_pass_over_are_found_at_their_line(captions: str, line: int) -> None:
    assets = {"voice.vtt": captions.encode()}
    fault = media_fault("captions", "voice.vtt", "voice.vtt", "", assets)
    assert fault is not None and fault[0] == "CW289" and fault[2] is not None
    assert fault[2].line == line


@pytest.mark.parametrize("lines", ["\n", "\r\n", "\r"])
def test_captions_may_end_their_lines_as_any_editor_does(lines: str) -> None:
    assets = {"voice.vtt": ("\ufeff" + CAPTIONS.replace("\n", lines)).encode()}
    assert media_fault("captions", "voice.vtt", "voice.vtt", "", assets) is None


@pytest.mark.parametrize("data", [b"", b"no sound at all"])
def test_a_file_that_is_not_what_its_ending_says_is_refused(data: bytes) -> None:
    assert found(SCENE, ring_wav=data) == [("CW288", 7, 8)]
    assert found(SCENE, voice_mp4=data) == [("CW288", 18, 8)]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("media")
    pages = folder / "source" / "content" / "01-start"
    pages.mkdir(parents=True)
    settings = SETTINGS.replace("outputs: {html: {}}", "outputs: {html: {}, scorm12: {}, scorm2004: {}}")
    (folder / "source" / "course.yaml").write_text(settings, "utf-8")
    (pages / "index.md").write_text("# Start\n\nHello.\n", "utf-8")
    (pages / "late-parcel.scene.md").write_text(SCENE, "utf-8")
    for name, data in FILES.items():
        (pages / name).write_bytes(data)
    built = build_course(folder / "source", folder / "dist")
    assert built.written, built.diagnostics
    return folder / "dist"


@pytest.mark.parametrize("format", ["scorm12", "scorm2004"])
def test_a_package_carries_what_plays_and_its_manifest_lists_it(dist: Path, format: str) -> None:
    with zipfile.ZipFile(dist / f"small-{format}.zip") as package:
        names = package.namelist()
        manifest = package.read("imsmanifest.xml").decode()
        (ring,) = [name for name in names if name.startswith("assets/ring.")]
        (voice,) = [name for name in names if name.startswith("assets/voice.")]
        assert package.read(ring) == FILES["ring.wav"]
        assert f'href="{ring}"' in manifest and f'href="{voice}"' in manifest
        page = package.read("index.html").decode()
        assert f'src="{ring}"' in page and f'src="{voice}"' in page


@pytest.fixture
def page(dist: Path, context: BrowserContext) -> Iterator[Page]:
    """The scenario in a page that was opened as a file."""
    page = context.new_page()
    page.goto(f"{(dist / 'small-html' / 'index.html').as_uri()}#late-parcel")
    page.get_by_role("dialog").get_by_role("button", name="Keep my work", exact=True).click()
    page.wait_for_selector("html[data-ready]")
    yield page


def paused(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('[data-transcript] audio').paused"))


def test_a_sound_plays_when_the_learner_asks_and_stops_when_they_leave(page: Page) -> None:
    heard = page.locator("[data-transcript] audio")
    expect(heard).to_be_visible()
    assert paused(page)
    assert page.evaluate("document.querySelectorAll('[autoplay]').length") == 0
    kept = page.evaluate("JSON.stringify(localStorage)")
    heard.focus()
    page.keyboard.press("Space")
    page.wait_for_function("!document.querySelector('[data-transcript] audio').paused")
    page.evaluate("location.hash = 'start'")
    page.wait_for_function("document.querySelector('[data-transcript] audio').paused")
    page.evaluate("location.hash = 'late-parcel'")
    assert page.evaluate("JSON.stringify(localStorage)").count('"') == kept.count('"')


def test_its_words_can_be_opened_by_the_keyboard(page: Page) -> None:
    words = page.locator("[data-transcript] details")
    expect(words.get_by_text("The phone rings twice.")).to_be_hidden()
    words.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(words.get_by_text("The phone rings twice.")).to_be_visible()
    sound(page)


def test_a_film_has_its_captions_even_where_the_page_is_a_file(page: Page) -> None:
    page.get_by_role("radio", name="Pick it up").check()
    page.get_by_role("button", name="Say this").click()
    expect(page.locator("[data-how] video")).to_be_visible()
    page.wait_for_function("document.querySelector('[data-how] track').track.cues?.length === 2")
    assert page.evaluate("document.querySelector('[data-how] track').track.mode") == "showing"
    sound(page)
