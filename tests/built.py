"""Courses that are built once in a test run, whichever of its processes asks first."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `dist` that `make` leaves in the folder it is given; only to be read, as others read it too.

    `name` names the course in the whole run. The next to ask makes it again where making failed.
    """
    base = factory.getbasetemp()
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built" / name
    home.parent.mkdir(exist_ok=True)
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = home.with_suffix(".made")
        if not made.exists():
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            make(home)
            made.touch()
    return home / "dist"
