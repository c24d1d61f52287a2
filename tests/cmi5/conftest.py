"""The plays, recorded once in a test run by whichever of its processes asks first."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from builder.build import build_course
from tests.browser import chromium
from tests.built import once
from tests.cmi5.play import Act, Plays, read_plays, record, write_plays
from tests.cmi5.plays import ACTS
from tests.cmi5.room import Room
from tests.cmi5.server import Origin

PROFILE = "xapi-profile.jsonld"
COURSE = Path(__file__).parents[1] / "courses" / "small"


def play_all(folder: Path) -> None:
    """Builds the small course and plays it in every way."""
    shutil.copytree(COURSE, folder / "source")
    built = build_course(folder / "source", folder / "built")
    assert built.written, [f"{found.span}: {found.message}" for found in built.diagnostics]
    with zipfile.ZipFile(folder / "built" / "small-cmi5.zip") as archive:
        archive.extractall(folder / "cmi5")
    (folder / "dist").mkdir()
    shutil.copy(folder / "cmi5" / PROFILE, folder / "dist")

    def play(acts: Sequence[Act]) -> Plays:
        with sync_playwright() as playwright, Origin() as origin:
            browser = chromium.launch(playwright)
            try:
                return record(Room(browser, origin, folder / "cmi5"), acts)
            finally:
                browser.close()

    # Most of a play is waiting: two at once take little longer than one.
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(play, (ACTS[::2], ACTS[1::2]))
    write_plays(first + second, folder / "dist")


@pytest.fixture(scope="session")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Plays:
    """What happened in each play."""
    return read_plays(once(tmp_path_factory, "cmi5-plays", play_all))


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The xAPI profile in the package that was played."""
    text = (once(tmp_path_factory, "cmi5-plays", play_all) / PROFILE).read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found
