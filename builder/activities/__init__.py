"""The kinds of activity: one folder each, found by being there. docs/architecture.md says what a folder holds."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

from builder.course.kind import Kind, Kinds

MODEL = "model.py"
_HOME = Path(__file__).parent


def find_kinds(extra: Iterable[Path] = ()) -> Kinds:
    """Every kind by name, sorted: the folders beside this file that hold a model.py, and those inside the `extra` ones.

    A kind is named by its folder. Raises ValueError where a folder's `KIND` has another name than its folder, or where
    two kinds have one name: both are a programmer's mistakes.
    """
    found: dict[str, Kind] = {}
    for folder, module in (*_own(), *(pair for home in extra for pair in _foreign(home))):
        kind = cast(Kind, module.KIND)
        if kind.name != folder.name or kind.name in found:
            raise ValueError(
                f"{folder} holds the kind {kind.name!r}: a kind has its folder's name, and only one has it"
            )
        found[kind.name] = kind
    return dict(sorted(found.items()))


def _folders(home: Path) -> Iterator[Path]:
    return (folder for folder in sorted(home.iterdir()) if (folder / MODEL).is_file())


def _own() -> Iterator[tuple[Path, ModuleType]]:
    for folder in _folders(_HOME):
        yield folder, importlib.import_module(f"{__name__}.{folder.name}.model")


def _foreign(home: Path) -> Iterator[tuple[Path, ModuleType]]:
    for folder in _folders(home):
        name = f"extra_kinds.{folder.name}.model"
        spec = importlib.util.spec_from_file_location(name, folder / MODEL)
        if spec is None or spec.loader is None:
            raise ValueError(f"{folder / MODEL} cannot be loaded as a module")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        yield folder, module
