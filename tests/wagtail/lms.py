"""Starts the third-party LMS of tests/wagtail/site, with packages uploaded, and reads its tables back."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SITE = Path(__file__).parent / "site"


@dataclass(frozen=True, slots=True)
class WagtailLms:
    """A running LMS: where it is, its lessons by package file name, its database."""

    origin: str
    lessons: dict[str, dict[str, Any]]
    database: Path

    def sign_in_url(self) -> str:
        return f"{self.origin}/sign-in/amara/"

    def lesson_url(self, package: str) -> str:
        return f"{self.origin}/lms/scorm-lesson/{self.lessons[package]['lesson']}/play/"

    def attempt(self, package: str) -> dict[str, Any]:
        """The learner's attempt at a package as the LMS keeps it, what the course set under `data`."""
        with closing(sqlite3.connect(self.database)) as connection:
            connection.row_factory = sqlite3.Row
            row = connection.execute(
                "select * from wagtail_lms_scormattempt where scorm_package_id = ?", [self.lessons[package]["package"]]
            ).fetchone()
            if row is None:
                return {}
            data = connection.execute("select key, value from wagtail_lms_scormdata where attempt_id = ?", [row["id"]])
            return {**dict(row), "data": {item["key"]: item["value"] for item in data}}


@contextmanager
def running(packages: list[Path], folder: Path) -> Iterator[WagtailLms]:
    """The LMS with these packages uploaded, until the block ends."""
    environment = {
        **os.environ,
        "LMS_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "settings",
        "PYTHONPATH": str(SITE),
        "PYTHONWARNINGS": "ignore",
    }
    uploaded = subprocess.run(
        [sys.executable, str(SITE / "upload.py"), *map(str, packages)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    lessons = json.loads(uploaded.stdout.splitlines()[-1])
    server = subprocess.Popen(
        [sys.executable, str(SITE / "serve.py")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        yield WagtailLms(f"http://127.0.0.1:{port}", lessons, folder / "lms.sqlite3")
    finally:
        server.terminate()
        server.wait()
