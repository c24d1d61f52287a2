"""Zips: the same bytes for the same files, and names that every LMS can read."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.packages.archive import require_safe, zip_files

ROOT = Path(__file__).parents[2]
FILES = {"index.html": b"<p>" * 999, "assets/ä ö.svg": b"<svg/>", "Z": b""}
SCRIPT = """
import hashlib, os, time
os.umask(int(os.environ["UMASK"], 8))
time.time = lambda: float(os.environ["NOW"])
from builder.packages.archive import zip_files
from tests.packages.test_archive import FILES
print(hashlib.sha256(zip_files(dict(sorted(FILES.items(), key=hash)), None)).hexdigest())
"""


def _entries(made: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(made)).infolist()


@pytest.mark.parametrize(
    ("now", "zone", "umask", "seed"), [("0", "UTC", "000", "1"), ("4102444800", "Asia/Kathmandu", "077", "2")]
)
def test_a_zip_is_the_same_on_any_day_in_any_zone_with_any_umask(now: str, zone: str, umask: str, seed: str) -> None:
    environment = {**os.environ, "NOW": now, "TZ": zone, "UMASK": umask, "PYTHONHASHSEED": seed}
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == hashlib.sha256(zip_files(FILES, None)).hexdigest()


def test_entries_are_sorted_plain_files_with_forward_slashes() -> None:
    entries = _entries(zip_files(FILES, None))
    assert [entry.filename for entry in entries] == sorted(FILES)
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert not any(entry.is_dir() for entry in entries)


def test_a_name_outside_ascii_is_marked_as_utf_8() -> None:
    flags = {entry.filename: entry.flag_bits & 0x800 for entry in _entries(zip_files(FILES, None))}
    assert flags == {"Z": 0, "assets/ä ö.svg": 0x800, "index.html": 0}


def test_source_date_epoch_sets_the_time_of_every_entry() -> None:
    assert {entry.date_time for entry in _entries(zip_files(FILES, 1_700_000_000))} == {(2023, 11, 14, 22, 13, 20)}


@pytest.mark.parametrize("epoch", [0, 1, 10**12])
def test_a_time_that_a_zip_cannot_hold_becomes_the_nearest_that_it_can(epoch: int) -> None:
    assert {entry.date_time[0] for entry in _entries(zip_files(FILES, epoch))} <= {1980, 2107}


@pytest.mark.parametrize("path", ["../up", "a/../b", "/etc/passwd", "a\\b", "C:/x", "", "a//b", "./a", "a/"])
def test_a_path_that_is_not_plainly_inside_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside a package"):
        zip_files({path: b""}, None)


@given(st.text())
def test_a_safe_path_stays_below_the_folder_it_is_put_in(path: str) -> None:
    try:
        require_safe(path)
    except ValueError:
        return
    home = Path("/home/package")
    assert Path(os.path.normpath(home / path)).is_relative_to(home)
    assert os.path.normpath(home / path) != str(home)
