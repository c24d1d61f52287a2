"""What every format is to the rest of the builder, and how formats are found: by being a file in this folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from builder.course.model import Course
from builder.site.target import Site, Target


class Package(Protocol):
    """One format. Its module has a module-level `PACKAGE` that meets this."""

    @property
    def name(self) -> str:
        """What course.yaml's `outputs` and `--format` call it."""

    def target(self, course: Course) -> Target:
        """What the site must know of the format."""

    def output(self, course_id: str) -> str:
        """The name in dist/: a name that ends in `.zip` becomes a zip, any other a folder."""

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """Everything in the package, by path: the site's files and what the standard wants beside them."""


def find_packages() -> dict[str, Package]:
    """The formats by name, in order of name."""
    found: list[Package] = []
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        package: Package | None = getattr(importlib.import_module(f"{__package__}.{module.name}"), "PACKAGE", None)
        if package is not None:
            found.append(package)
    return {package.name: package for package in sorted(found, key=lambda package: package.name)}
