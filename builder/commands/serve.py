"""`coursewright serve`: the course in a browser, built anew and reloaded at each save."""

from __future__ import annotations

from pathlib import Path

from builder.build import check_course
from builder.console.show import complain, show


def serve(folder: Path, port: int) -> int:
    """Serves until it is stopped; the exit status."""
    try:
        from builder.serve.server import PortTaken, run
    except ModuleNotFoundError as missing:
        complain(f"the preview needs {missing.name}, which is not installed: pip install 'coursewright[preview]'")
        return 1
    if not folder.is_dir():
        show(check_course(folder).diagnostics, folder)
        return 1
    try:
        run(folder, port)
    except PortTaken as taken:
        complain(str(taken))
        return 1
    return 0
