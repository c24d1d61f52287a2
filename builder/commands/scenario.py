"""Which scenario the author means, by its file or by its id."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.activities.scenario.scenario import Scenario
from builder.build import Checked, check_course
from builder.commands.folder import course_folder
from builder.console.show import complain, show
from builder.course.model import Course, Page
from builder.source.files import SETTINGS
from builder.source.suggest import did_you_mean

_ENDING = ".scene.md"


@dataclass(frozen=True, slots=True)
class Found:
    """A scenario, the page that it is, and the course that it belongs to, in `folder`."""

    folder: Path
    course: Course
    page: Page
    scenario: Scenario


def find_scenario(named: str) -> Found | None:
    """The scenario of that file, or of that id in the course that we are in; None after a sentence that says why not.

    What is wrong elsewhere in the course is no hindrance.
    """
    path = Path(named)
    if path.exists() or named.endswith(_ENDING):
        return _by_file(path)
    folder = course_folder(None)
    if not (folder / SETTINGS).exists():
        complain(f"there is no file '{named}', and no course here that a scenario '{named}' could be in")
        return None
    checked = check_course(folder)
    scenarios = _scenarios(checked, folder)
    for found in scenarios:
        if found.scenario.id.value == named:
            return found
    broken = [it for it in checked.diagnostics if Path(it.span.file).name.removesuffix(_ENDING).endswith(named)]
    if broken:
        _show_faults(checked, folder, broken[0].span.file)
        return None
    ids = [found.scenario.id.value for found in scenarios]
    hint = did_you_mean(named, ids) or (f": it has {', '.join(ids)}" if ids else ": it has none")
    complain(f"the course in {folder} has no scenario '{named}'{hint}")
    return None


def _by_file(path: Path) -> Found | None:
    if path.is_dir() or not path.exists():
        what = "is a folder" if path.is_dir() else "does not exist"
        complain(f"{path} {what}: name a scenario's file, which ends in {_ENDING}, or its id")
        return None
    folder = next((above for above in (*path.parents, *path.resolve().parents) if (above / SETTINGS).exists()), None)
    if folder is None:
        complain(f"no folder above {path} has a {SETTINGS}: a scenario is played as a part of its course")
        return None
    checked = check_course(folder)
    file = path.resolve().relative_to(folder.resolve()).as_posix()
    found = next((found for found in _scenarios(checked, folder) if found.page.span.file == file), None)
    if found is not None:
        return found
    if path.name.endswith(_ENDING):
        _show_faults(checked, folder, file)
    else:
        complain(f"{path} is no scenario: a scenario's file ends in {_ENDING}")
    return None


def _show_faults(checked: Checked, folder: Path, file: str) -> None:
    """Says why the file gave no scenario."""
    own = [found for found in checked.diagnostics if found.span.file == file]
    show(own or checked.diagnostics, folder)
    complain(f"{folder / file} must be mended first")


def _scenarios(checked: Checked, folder: Path) -> list[Found]:
    course = checked.course
    pages = course.pages if course is not None else ()
    return [
        Found(folder, course, page, activity)
        for page in pages
        for activity in page.activities
        if course is not None and isinstance(activity, Scenario)
    ]
