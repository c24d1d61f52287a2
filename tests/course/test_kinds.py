"""A kind of activity is found by being there."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.activities import find_kinds
from builder.course.blocks import grammars
from builder.source.grammar import Grammar

MODEL = """\
from pathlib import Path


class Kind:
    name = "{name}"
    grammar = None
    folder = Path(__file__).parent
    hooks = ()


KIND = Kind()
"""


def add_kind(home: Path, folder: str, name: str) -> None:
    (home / folder).mkdir()
    (home / folder / "model.py").write_text(MODEL.format(name=name), "utf-8")


def test_a_kind_is_a_folder_with_a_model() -> None:
    kinds = find_kinds()
    assert {"single", "multiple", "truefalse", "quiz", "reflection", "scenario"} <= set(kinds)
    assert list(kinds) == sorted(kinds)
    for name, kind in kinds.items():
        assert kind.name == name and (kind.folder / "template.html").is_file()


def test_a_folder_elsewhere_brings_its_kinds_along(tmp_path: Path) -> None:
    add_kind(tmp_path, "dance", "dance")
    (tmp_path / "no-kind").mkdir()
    assert set(find_kinds([tmp_path])) == {*find_kinds(), "dance"}
    assert "dance" not in find_kinds()


@pytest.mark.parametrize(("folder", "name"), [("dance", "song"), ("single", "single")])
def test_a_kind_has_its_folders_name_and_nobody_elses(tmp_path: Path, folder: str, name: str) -> None:
    add_kind(tmp_path, folder, name)
    with pytest.raises(ValueError, match=name):
        find_kinds([tmp_path])


def test_authors_may_write_every_kind_of_block() -> None:
    known = grammars(find_kinds())
    assert {"note", "tip", "misconception", "single", "quiz"} <= set(known)
    assert "scenario" not in known
    assert all(isinstance(grammar, Grammar) for grammar in known.values())
