"""`coursewright insight` as an author meets it: one page, in which nobody can be recognised."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote

import pytest

from builder.insight.catalogue import Catalogue
from tests.commands.conftest import Command, command
from tests.insight.learners import Crowd, Statement

__all__ = ["command"]

GOLDEN = Path(__file__).parent / "golden" / "outline.txt"


class _Outline(HTMLParser):
    """Headings, captions, heads of columns and links of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        values = dict(attrs)
        self.links += [values["href"] or ""] if tag == "a" else []
        if tag in ("h1", "h2", "h3", "caption") or (tag == "th" and values.get("scope") == "col"):
            self._inside.append({"th": "    column", "caption": "  table"}.get(tag, tag))
            self.lines.append(f"{self._inside[-1]} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "caption", "th") and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.lines[-1] += data


def _outline(page: Path) -> _Outline:
    outline = _Outline()
    outline.feed(page.read_text("utf-8"))
    return outline


def _write(path: Path, statements: list[Statement]) -> Path:
    path.write_text("\n".join(map(json.dumps, statements)), "utf-8")
    return path


@pytest.fixture
def told(things: Catalogue, tmp_path: Path) -> Path:
    """What forty learners did."""
    return _write(tmp_path / "s.jsonl", list(Crowd(things, Random(3)).statements(40)))


def test_the_page_has_its_parts_tables_and_columns(command: Command, folder: Path, told: Path) -> None:
    run = command("insight", str(folder), "--statements", "s.jsonl", "--out", "out/report.html")
    assert (run.status, run.err) == (0, "")
    outline = _outline(Path("out/report.html"))
    assert "\n".join(outline.lines) + "\n" == GOLDEN.read_text("utf-8")


def test_the_page_asks_for_nothing_runs_nothing_and_shows_texts_as_texts(
    command: Command, folder: Path, told: Path
) -> None:
    command("insight", str(folder), "--statements", "s.jsonl")
    outline = _outline(Path("report.html"))
    assert not outline.tags & {"script", "img", "link", "iframe", "object", "form", "b"}
    assert not outline.attributes & {"src", "srcset", "style", "onclick", "onload", "data"}
    text = Path("report.html").read_text("utf-8")
    assert "default-src 'none'" in text
    assert "Talk &lt;b&gt;&amp;amp; listen&lt;/b&gt;" in text
    assert "She is &lt;angry&gt;" in text


def test_each_figure_leads_to_its_line_of_the_source(command: Command, folder: Path, told: Path) -> None:
    command("insight", str(folder), "--statements", "s.jsonl", "--out", "deep/er/report.html")
    links = [it for it in _outline(Path("deep/er/report.html")).links if not it.startswith("#")]
    assert len(links) > 40
    for link in links:
        path, _, line = unquote(link).partition("#L")
        lines = (Path("deep/er") / path).resolve().read_text("utf-8").splitlines()
        assert 1 <= int(line) <= len(lines)
    text = Path("deep/er/report.html").read_text("utf-8")
    found = re.search(r'She is &lt;angry&gt;</span> <a class="source" href="[^"]*#L(\d+)">', text)
    assert found
    assert (
        "She is <angry>" in (folder / "content/01-start/01-hello.md").read_text("utf-8").splitlines()[int(found[1]) - 1]
    )


def test_no_learner_and_no_group_of_fewer_than_five_is_in_the_page_or_the_figures(
    command: Command, folder: Path, told: Path
) -> None:
    command("insight", str(folder), "--statements", "s.jsonl", "--json", "f.json")
    whole = Path("report.html").read_text("utf-8") + Path("f.json").read_text("utf-8")
    assert "user-" not in whole
    assert "Learner " not in whole
    assert "lms.example.org" not in whole
    found = [int(about) for about in re.findall(r'"about": (\d+)', Path("f.json").read_text("utf-8"))]
    assert len(found) > 20
    assert all(about >= 5 and about % 5 == 0 for about in found)


def test_of_four_learners_nothing_is_said(command: Command, folder: Path, things: Catalogue, tmp_path: Path) -> None:
    _write(tmp_path / "s.jsonl", list(Crowd(things, Random(3)).statements(4)))
    run = command("insight", str(folder), "--statements", "s.jsonl", "--json", "f.json")
    assert run.status == 0
    tables: dict[str, list[dict[str, Any]]] = json.loads(Path("f.json").read_text("utf-8"))["tables"]
    numbers = [
        value
        for key, rows in tables.items()
        if key != "read"
        for row in rows
        for value in row.values()
        if value not in (None, {"under": 5}) and not isinstance(value, str) and "text" not in value
    ]
    assert numbers == []


def test_the_figures_are_those_of_the_page(command: Command, folder: Path, told: Path) -> None:
    command("insight", str(folder), "--statements", "s.jsonl", "--json", "f.json")
    figures = json.loads(Path("f.json").read_text("utf-8"))
    assert figures["roundedTo"] == 5
    assert {"what": "Learners", "figure": {"about": 40}} in figures["tables"]["course"]
    row = next(row for row in figures["tables"]["items"] if row["question"]["text"].startswith("q-ring"))
    assert row["question"]["file"] == "content/01-start/01-hello.md"
    assert row["where"] == "practice"


def test_the_map_says_what_the_table_says(command: Command, folder: Path, told: Path) -> None:
    command("insight", str(folder), "--statements", "s.jsonl", "--json", "f.json")
    drawing = re.search(r"<svg class=\"map\".*?</svg>", Path("report.html").read_text("utf-8"))
    assert drawing
    boxes = {
        found[1]: found[0] for found in re.findall(r'(<g class="\w+">.*?class="id"[^>]*>([^<]*)<.*?</g>)', drawing[0])
    }
    rows = json.loads(Path("f.json").read_text("utf-8"))["tables"]["call-branches"]
    assert len(rows) == 6
    for row in rows:
        number = row["choice"]["text"].split()[0]
        learners = row["learners"].get("about", "under 5")
        assert f">{number} ({learners}) " in boxes[row["node"]["text"]]


def test_what_cannot_be_read_is_named_by_line_and_the_rest_is_counted(
    command: Command, folder: Path, told: Path
) -> None:
    lines = told.read_text("utf-8").splitlines()
    told.write_text("\n".join(["{half of", *lines, lines[0], '{"verb": 1}'] + ["?"] * 30), "utf-8")
    run = command("insight", str(folder), "--statements", "s.jsonl")
    assert run.status == 0
    assert run.err.startswith("s.jsonl:1: not JSON")
    assert f"s.jsonl:{len(lines) + 3}: no statement: it has no verb with an id" in run.err
    assert "and 12 more that could not be read" in run.err
    assert f"{len(lines):,} records of this course; 1 that came twice" in run.out
    assert "and 12 more" in Path("report.html").read_text("utf-8")


def test_statements_from_before_a_day_are_left_out(command: Command, folder: Path, told: Path) -> None:
    run = command("insight", str(folder), "--statements", "s.jsonl", "--since", "2027-01-01")
    assert run.status == 1
    assert "nothing of this course" in run.err


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ((), 2, "say what to read"),
        (("--statements", "s.jsonl", "--lrs", "https://x.example/"), 2, "say what to read"),
        (("--statements", "s.jsonl", "--since", "yesterday"), 2, "'yesterday' is no day or moment"),
        (("--moodle", "s.jsonl", "--since", "2026-01-01"), 2, "leave --since out"),
        (("--statements", "none.json"), 1, "cannot be read"),
        (("--moodle", "s.jsonl"), 1, "is not Moodle's report"),
        (("--lrs", "https://me:secret@x.example/"), 1, "leave the name and password out"),
    ],
)
def test_a_mistake_is_one_sentence(
    command: Command, folder: Path, told: Path, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    run = command("insight", str(folder), *arguments)
    assert run.status == status
    assert sentence in run.err
    assert "secret" not in run.err
    assert not Path("report.html").exists()


def test_a_course_with_mistakes_says_that_something_may_be_missing(
    command: Command, folder: Path, told: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    page = broken / "content/02-check/01-notes.md"
    page.write_text(page.read_text("utf-8").replace("- [ ] Your opinion", "- [?] Your opinion"), "utf-8")
    run = command("insight", "broken", "--statements", "s.jsonl", "--since", "2026-01-01")
    assert run.status == 0
    assert "This course has errors" in run.err
    text = Path("report.html").read_text("utf-8")
    assert "from s.jsonl, since 2026-01-01" in text


def test_statements_of_another_course_are_said_to_be_that(command: Command, folder: Path, tmp_path: Path) -> None:
    strange = {
        "actor": {"mbox": "mailto:a@example.org"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
        "object": {"id": "https://elsewhere.example/"},
    }
    _write(tmp_path / "s.jsonl", [strange])
    run = command("insight", str(folder), "--statements", "s.jsonl")
    assert run.status == 1
    assert "about other courses than https://example.org/talk" in run.err
