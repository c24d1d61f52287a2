"""What each piece of the player and of the styles weighs, in bytes of gzip -9, as a web server sends them.

    python benchmarks/weight.py [KIND ...]

Without words it weighs a package with every kind of activity there is; with them, one that uses these. `alone` is a
piece compressed by itself; `adds` is how much more the whole weighs for having it: less, as pieces have much in common.
Second scripts, which a page fetches when it comes to need them, stand apart. Build the player first (`make player`).
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builder import resources
from builder.activities import find_kinds
from builder.site.styles import squeeze, style_sheet
from builder.site.theme import Theme, load_theme

ENDING = ".feature.ts"
LATER = ".later.ts"
TRACKERS = ("device", "xapi", "cmi5", "scorm2004", "scorm12")

Pieces = Mapping[str, str]
Whole = Callable[[Pieces], str]


def main() -> None:
    """Prints a table of the scripts and one of the styles."""
    every = find_kinds()
    parser = argparse.ArgumentParser(description="Weigh the player and the styles, piece by piece.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="a kind of activity in the package; without any, all")
    kinds = sorted(set(parser.parse_args().kinds or every))
    if unknown := [kind for kind in kinds if kind not in every]:
        parser.error(f"no kind is called {' or '.join(unknown)}; there are {', '.join(every)}")

    controllers = {kind: resources.kind_script(kind, every[kind].folder).decode() for kind in kinds}
    features = {
        f"{kind}.{feature}": resources.feature_script(kind, feature, every[kind].folder).decode()
        for kind in kinds
        for feature in sorted(file.name.removesuffix(ENDING) for file in every[kind].folder.glob(f"*{ENDING}"))
    }
    core = {"core": resources.core_script().decode(), **controllers, **features}
    for tracker in TRACKERS:
        scripts = {**core, tracker: resources.tracker_script(tracker).decode()}
        print(f"scripts with {tracker:<15} {weight(script(scripts)):>16,}")
    table(scripts, script)
    print("\nfetched when needed")
    for kind in kinds:
        names = sorted(file.name.removesuffix(LATER) for file in every[kind].folder.glob(f"*{LATER}"))
        pieces = [resources.later_script(kind, name, every[kind].folder)[1].decode() for name in names]
        if pieces:
            print(f"  {kind:18} {weight(''.join(pieces)):>10,}  {', '.join(names)}")

    theme = load_theme("base", resources.theme_folders())
    assert isinstance(theme, Theme), theme
    sheets = {kind: squeeze((every[kind].folder / "style.css").read_text("utf-8")) for kind in kinds}

    def style(pieces: Pieces) -> str:
        return style_sheet(theme, pieces.values())

    print(f"\nstyles {weight(style(sheets)):>38,}\nof which the theme's {weight(style({'none': ''})):>25,}")
    table(sheets, style)


def table(pieces: Pieces, whole: Whole) -> None:
    """A line for each piece: what it weighs alone, and what it adds to the whole."""
    print(f"{'':20} {'alone':>10} {'adds':>12}")
    everything = weight(whole(pieces))
    for name, piece in pieces.items():
        rest = weight(whole({other: text for other, text in pieces.items() if other != name}))
        print(f"  {name:18} {weight(piece):>10,} {everything - rest:>12,}")


def script(pieces: Pieces) -> str:
    """All of a package's scripts as one (builder/site/scripts.py)."""
    return "".join(["(()=>{\n", *pieces.values(), "start()})();\n"])


def weight(text: str) -> int:
    """Bytes after gzip -9."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
