"""Files keep their content and get names that every LMS can unpack."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.assets import Assets


def test_only_files_that_are_used_are_carried() -> None:
    assets = Assets({"content/a.svg": b"a", "content/b.svg": b"b"})
    path = assets.use("content/a.svg")
    assert assets.files == {path: b"a"}
    with pytest.raises(KeyError):
        assets.use("content/c.svg")


def test_a_changed_file_has_another_name_and_the_same_file_the_same() -> None:
    assets = Assets({})
    assert assets.add("style.css", b"one") == Assets({}).add("style.css", b"one")
    assert assets.add("style.css", b"one") != assets.add("style.css", b"two")


@given(st.text(min_size=1).filter(lambda name: name not in (".", "..") and "/" not in name and "\0" not in name))
def test_any_file_name_becomes_a_safe_one(name: str) -> None:
    path = Assets({}).add(name, b"content")
    assert re.fullmatch(r"assets/[a-z0-9-]+\.[0-9a-f]{10}(\.[a-z0-9]+)?", path)
