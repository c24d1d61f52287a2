"""Where the things lie that the builder carries with it: the built player, the official schemas, the themes.

In a checkout they are made by `make` (player/build.py) and the themes are read from where they are written; an
installed wheel has all of them in builder/_data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Edition = Literal["scorm12", "scorm2004"]

_PACKAGE = Path(__file__).resolve().parent
_DATA = _PACKAGE / "_data"


class PlayerMissing(Exception):
    """The player has not been built: a checkout in which `make` has not run yet."""


def core_script() -> bytes:
    """The player's core: declarations that the other scripts use by name. Raises PlayerMissing."""
    return _script("core.js")


def kind_script(kind: str, folder: Path) -> bytes:
    """The controller of one kind of activity, by its folder and the folder's name. Raises PlayerMissing."""
    return _kind(f"{kind}.js", folder / "controller.js")


def feature_script(kind: str, feature: str, folder: Path) -> bytes:
    """One `<feature>.feature.ts` of a kind's folder. Raises PlayerMissing."""
    return _kind(f"{kind}.{feature}.js", folder / f"{feature}.feature.js")


def later_script(kind: str, name: str, folder: Path) -> tuple[tuple[str, ...], bytes]:
    """One `<name>.later.ts` of a kind's folder: the core's names that it must be given, and the script.

    Raises PlayerMissing.
    """
    names, _, script = _kind(f"{kind}.{name}.later.js", folder / f"{name}.later.js").partition(b"\n")
    return tuple(names.decode().split(",")), script


def tracker_script(name: str) -> bytes:
    """One tracker, by the name of its file in player/src/tracking. Raises PlayerMissing."""
    return _script(f"trackers/{name}.js")


def sentences() -> Mapping[str, Mapping[str, str]]:
    """The sentences that each script says, in English: by `core`, `kinds/<kind>` or `trackers/<name>`, then by number.

    Raises PlayerMissing. The scripts of kinds that are not ours are not among them: they carry their own.
    """
    found: Mapping[str, Mapping[str, str]] = json.loads(_script("sentences.json"))
    return found


def schema_folder(edition: Edition) -> Path:
    """The official XSD files of one edition of SCORM. Raises PlayerMissing."""
    folder = _DATA / "schemas" / edition
    if not folder.is_dir():
        raise PlayerMissing(f"{folder} is not there: run `make player` in the checkout")
    return folder


def theme_folders() -> dict[str, Path]:
    """The themes that come with the builder, by name."""
    installed = _DATA / "themes"
    home = installed if installed.is_dir() else _PACKAGE.parent / "themes"
    return {folder.name: folder for folder in sorted(home.iterdir()) if (folder / "theme.toml").is_file()}


def _kind(name: str, beside: Path) -> bytes:
    """The script of a kind that is not ours is built beside its source (player/build.py)."""
    return beside.read_bytes() if beside.is_file() else _script(f"kinds/{name}")


def _script(path: str) -> bytes:
    try:
        return (_DATA / "player" / path).read_bytes()
    except FileNotFoundError as error:
        raise PlayerMissing(f"{error.filename} is not there: run `make player` in the checkout") from None
