"""How long `coursewright insight` takes over many statements, and how much memory at its peak.

    python benchmarks/insight.py [--statements 1000000] [--course course_src] [--keep FILE]

It makes up learners of the course (tests/insight/learners.py), writes what they do as JSON lines, and runs the command
over the file in a process of its own. The memory of an empty run, over one learner, is shown beside it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from builder.build import check_course
from builder.insight.catalogue import catalogue
from tests.insight.learners import Crowd

ROOT = Path(__file__).parents[1]
_SEED = 6


def main() -> None:
    """Makes, runs, prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--course", type=Path, default=ROOT / "course_src")
    parser.add_argument("--keep", type=Path, help="where the statements go, to be looked at afterwards")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder, "statements.jsonl")
        print(f"{'statements':>12}{'MB':>8}{'seconds':>10}{'peak MB':>10}")
        for statements in (100, options.statements):
            write(path, options.course, statements)
            seconds, peak = run(path, options.course, Path(folder, "report.html"))
            print(f"{statements:>12,}{path.stat().st_size / 1e6:>8.1f}{seconds:>10.1f}{peak:>10.0f}")


def write(path: Path, course: Path, statements: int) -> None:
    """So many statements about the course in the folder."""
    read = check_course(course).course
    if read is None:
        sys.exit(f"there is no course in {course}")
    crowd = Crowd(catalogue(read), Random(_SEED))
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(it) + "\n" for it in islice(crowd.statements(statements), statements))


def run(path: Path, course: Path, out: Path) -> tuple[float, float]:
    """The seconds that the command took over that file, and the greatest memory of any run so far, in MB."""
    words = ["insight", str(course), "--statements", str(path), "--out", str(out)]
    began = time.monotonic()
    subprocess.run(
        [sys.executable, "-c", "from builder.cli import main; main()", *words],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
