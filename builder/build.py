"""The whole way as functions of values: a course folder to a checked course, a checked course to packages on disk.

The stages are the ones of docs/architecture.md; here they only meet. The command line and the preview call these two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from builder import resources
from builder.activities import find_kinds
from builder.checks import run_checks
from builder.course.blocks import grammars
from builder.course.capacity import worst_case
from builder.course.compile import compile_course
from builder.course.model import Course
from builder.course.units import by_module
from builder.packages.package import Package, find_packages
from builder.packages.write import Written, repair, staged, write
from builder.site import Site, Target, Theme, load_theme, render, side_by_side
from builder.source.course import read_course
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.files import LOCK, read_folder
from builder.source.span import Span

# No folder, or one without a course.yaml: whatever else could be said follows from that.
_NO_COURSE = frozenset({"CW001", "CW002"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading, understanding and checking a course folder gave.

    `course` is None where it could not be understood; `lock` is what ids.lock must say, and `lock_differs` whether the
    file says something else.
    """

    course: Course | None
    lock: str
    lock_differs: bool
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return self.course is None or has_error(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Room:
    """How long a learner's state can get in a format, beside its limit, in characters (None: no limit)."""

    format: str
    worst: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: nothing was `written` where a diagnostic is an error."""

    diagnostics: tuple[Diagnostic, ...]
    written: tuple[Written, ...] = ()
    rooms: tuple[Room, ...] = ()
    lock_written: bool = False


def check_course(
    folder: Path, locked: bool = False, formats: Iterable[str] = (), more_kinds: Iterable[Path] = ()
) -> Checked:
    """Reads, understands and checks the course in `folder`, for these formats or those that course.yaml asks for.

    With `locked`, a change to ids.lock is an error (CW506). `more_kinds` are folders that hold kinds beside ours.
    """
    kinds = find_kinds(more_kinds)
    files = read_folder(folder)
    if any(found.code in _NO_COURSE for found in files.diagnostics):
        return Checked(None, "", False, in_order(files.diagnostics))
    syntax = read_course(files, grammars(kinds))
    compiled = compile_course(syntax, kinds)
    found = [*files.diagnostics, *syntax.diagnostics, *compiled.diagnostics]
    course = compiled.course
    differs = course is not None and compiled.lock.encode() != files.files.get(LOCK, b"")
    if course is not None:
        found.extend(run_checks(course, _capacities(course, formats)))
        theme = _theme(course)
        if isinstance(theme, Diagnostic):
            found.append(theme)
    if locked and differs:
        found.append(_locked())
    return Checked(course, compiled.lock, differs, in_order(found))


def rehearse(folder: Path, locked: bool = False) -> Checked:
    """Checks the course in `folder` and renders it as a build would, so that what only rendering can find is found.

    Raises PlayerMissing in a checkout whose player has not been built.
    """
    checked = check_course(folder, locked)
    course = checked.course
    if course is None or checked.failed:
        return checked
    sites = [site_of(checked, course, package.target(course)) for package in chosen(course, ())]
    return replace(checked, diagnostics=_with_sites(checked, sites))


def build_course(
    folder: Path,
    out: Path,
    formats: Iterable[str] = (),
    *,
    locked: bool = False,
    epoch: int | None = None,
    more_kinds: Iterable[Path] = (),
) -> Built:
    """Builds the course in `folder` into `out`, in these formats or in those that course.yaml asks for.

    `epoch` is the time that files in zips bear, in seconds since 1970; `more_kinds` as for check_course.
    ids.lock is written last and only after success.
    What a killed build left in `out` is put right before anything else.
    Raises NotWritten where the disk says no, and PlayerMissing in a checkout whose player has not been built.
    """
    repair(out)
    wanted = tuple(formats)
    checked = check_course(folder, locked, wanted, more_kinds)
    course = checked.course
    if course is None or checked.failed:
        return Built(checked.diagnostics)
    packages = chosen(course, wanted)
    sites = {package.name: site_of(checked, course, package.target(course)) for package in packages}
    diagnostics = _with_sites(checked, sites.values())
    if has_error(diagnostics):
        return Built(diagnostics)
    contents = {package.output(course.settings.id): package.files(sites[package.name], course) for package in packages}
    with staged(folder / LOCK, checked.lock.encode()) if checked.lock_differs else nullcontext():
        written = write(contents, out, epoch)
    rooms = tuple(_room(course, package.target(course)) for package in packages)
    return Built(diagnostics, written, rooms, checked.lock_differs)


def site_of(checked: Checked, course: Course, target: Target) -> Site:
    """The course rendered for a format with its theme; without files where the theme cannot be used."""
    theme = _theme(course)
    if isinstance(theme, Diagnostic):
        return Site({}, diagnostics=(theme,))
    if not target.by_module:
        return render(course, theme, target)
    return side_by_side({unit.module.id: render(unit.course, theme, target) for unit in by_module(course)})


def chosen(course: Course, formats: Iterable[str]) -> tuple[Package, ...]:
    """The packages of these names, or those that course.yaml asks for."""
    outputs = course.settings.outputs
    wanted = set(formats) or {name for name in type(outputs).model_fields if getattr(outputs, name) is not None}
    return tuple(package for name, package in find_packages().items() if name in wanted)


def has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them stops a build."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, by place."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: found.order))


def _theme(course: Course) -> Theme | Diagnostic:
    return load_theme(course.settings.theme, resources.theme_folders(), course.head.value("theme"))


def _with_sites(checked: Checked, sites: Iterable[Site]) -> tuple[Diagnostic, ...]:
    return in_order((*checked.diagnostics, *(found for site in sites for found in site.diagnostics)))


def _capacities(course: Course, formats: Iterable[str]) -> Mapping[str, tuple[int | None, bool]]:
    """What the checks must know of the formats."""
    targets = (package.target(course) for package in chosen(course, formats))
    return {target.name: (target.capacity, target.keeps_texts) for target in targets}


def _room(course: Course, target: Target) -> Room:
    """Where each module is a unit of its own, each has a state: the longest counts."""
    courses = [unit.course for unit in by_module(course)] if target.by_module else [course]
    return Room(target.name, max(worst_case(each, target.keeps_texts).total for each in courses), target.capacity)


def _locked() -> Diagnostic:
    message = "ids.lock is not what this course needs: build without --locked once, and commit the file."
    return Diagnostic("CW506", Span(LOCK), message)
