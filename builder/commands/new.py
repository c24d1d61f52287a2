"""`coursewright new`: a small course to begin from, copied from builder/new/course."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from builder.console.show import OUT, complain
from builder.source.slug import slug

SCAFFOLD = Path(__file__).resolve().parent.parent / "new" / "course"
_ID = "first-course"


def new(folder: Path) -> int:
    """Makes the course; the exit status. A folder that holds anything is left alone."""
    try:
        if folder.is_dir() and any(folder.iterdir()):
            complain(f"{folder} is not empty: name a folder that is, or one that does not exist yet")
            return 1
        shutil.copytree(SCAFFOLD, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
        settings = folder / "course.yaml"
        settings.write_text(settings.read_text("utf-8").replace(_ID, slug(folder.resolve().name)), "utf-8")
    except OSError as error:
        complain(f"{folder} could not be made ({error.strerror})")
        return 1
    OUT.print(f"Made a small course in {folder}. Next:\n")
    typed = shlex.quote(str(folder)) if os.name == "posix" else subprocess.list2cmdline([str(folder)])
    OUT.print(f"  coursewright serve {typed}    look at it, and see each change as you save")
    OUT.print(f"  coursewright build {typed}    make the packages for your LMS in dist/\n")
    OUT.print(f"Begin with {folder / 'course.yaml'}: it says what the course is called and how it is passed.")
    return 0
