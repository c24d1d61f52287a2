"""Files of statements as they really come: in three forms, with a mark at their beginning, broken off, or hostile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.insight import json_file
from builder.insight.json_file import read_json
from builder.insight.record import Trouble, Unreadable

STATEMENTS = [{"id": str(n), "text": '[{"},\n' * n} for n in range(30)]


def _read(path: Path) -> tuple[list[object], list[str]]:
    values, troubles = [], []
    for _, value in read_json(path):
        troubles.append(str(value)) if isinstance(value, Trouble) else values.append(value)
    return values, [it.removeprefix(f"{path.parent}/") for it in troubles]


FORMS = {
    "a list": lambda s: json.dumps(s),
    "a list on many lines": lambda s: json.dumps(s, indent=2),
    "a statement a line": lambda s: "\n".join(map(json.dumps, s)),
    "a statement a line, as Windows ends them": lambda s: "\r\n\r\n".join(map(json.dumps, s)) + "\r\n",
    "an LRS's answer": lambda s: json.dumps({"statements": s, "more": ""}),
    "an LRS's answer on many lines": lambda s: json.dumps({"more": "/x?y", "statements": s}, indent=1),
    "answers of an LRS, one a line": lambda s: "\n".join(json.dumps({"statements": [it], "more": ""}) for it in s),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("most", [120, json_file.MOST])
def test_every_form_gives_the_same_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, encoding: str, most: int
) -> None:
    monkeypatch.setattr(json_file, "MOST", most)
    path = tmp_path / "s.json"
    few = STATEMENTS[:4] if most < 1000 and "LRS" in form else STATEMENTS[: 6 if most < 1000 else 30]
    path.write_bytes(FORMS[form](few).encode(encoding))
    assert _read(path) == (few, [])


def test_what_is_broken_is_named_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    lines = [
        '{"id": 1}',
        "{nonsense}",
        '{"id": 2} x',
        "[" * 100_000,
        '{"id": 3}',
        '{"n": ' + "9" * 5000 + "}",
        '{"id": 4}',
    ]
    path.write_text("\n".join(lines), "utf-8")
    values, troubles = _read(path)
    assert values == [{"id": 1}, {"id": 3}, {"id": 4}]
    assert [it.split(": ")[0] for it in troubles] == ["s.jsonl:2", "s.jsonl:3", "s.jsonl:4", "s.jsonl:6"]
    assert "nested too deeply" in troubles[2]


@pytest.mark.parametrize("indent", [None, 2])
def test_half_a_list_gives_the_statements_before_the_break(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "s.json"
    whole = json.dumps(STATEMENTS[:3], indent=indent)
    path.write_text(whole[: whole.index('"2"') + 1], "utf-8")
    values, troubles = _read(path)
    assert values == STATEMENTS[:2]
    assert len(troubles) == 1
    assert "the file ends in the middle" in troubles[0]


def test_a_list_goes_on_behind_a_broken_statement(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text('[\n{"id": 1},\n{"id": oh},\n{"id": 3}\n]', "utf-8")
    values, troubles = _read(path)
    assert values == [{"id": 1}, {"id": 3}]
    assert troubles == ["s.json:3: not JSON, or the file ends in the middle of it: Expecting value"]


@pytest.mark.parametrize("blank", ["\n", " ", "\n ,"])
def test_millions_of_blanks_behind_a_mistake_take_no_time(tmp_path: Path, blank: str) -> None:
    path = tmp_path / "s.json"
    path.write_text("[{oh}\n" + blank * 1_000_000 + '\n{"id": 3}]', "utf-8")
    values, troubles = _read(path)
    assert values == [{"id": 3}]
    assert len(troubles) == 1


def test_a_line_of_any_length_is_named_and_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "MOST", 100)
    path = tmp_path / "s.jsonl"
    path.write_text('{"id": 1}\n{"id": "' + "x" * 1000 + '"}\n{"id": 3}\n', "utf-8")
    values, troubles = _read(path)
    assert values == [{"id": 1}, {"id": 3}]
    assert [it.split(": ")[0] for it in troubles] == ["s.jsonl:2"]


@pytest.mark.parametrize("text", ["", "  \n", "Name\tAttempt\tQuestion 0\n", "<html>"])
def test_what_holds_no_statements_at_all_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match="statements"):
        _read(path)


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read: No such file"):
        _read(tmp_path / "none.json")
    with pytest.raises(Unreadable, match="cannot be read: Is a directory"):
        _read(tmp_path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text('[]{}",:\\\n 1tn', max_size=80).map(lambda text: text.encode()))
def test_no_bytes_at_all_bring_it_down(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(data)
    try:
        found: list[Any] = list(read_json(path))
    except Unreadable:
        return
    assert all(place.startswith(f"{path}:") for place, _ in found)
