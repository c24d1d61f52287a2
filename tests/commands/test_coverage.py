"""`coursewright coverage`: what a course holds for each thing that it promises."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.commands.conftest import Command
from tests.commands.talk import CALL, SCENE, write_talk

PROMISES = """\
topics:
  T1: {text: "=Greeting people", needs: [taught, practised, assessed]}
misconceptions: {M1: Loud is <angry>}
marking-points:
  P1: {text: Listens, needs: [scenario, reflection]}
outcomes:
  - {id: O1, text: Greets and listens, assessed-by: [P1, M1]}
"""
PAGE = """\
---
title: Hello
covers: [T1]
---
Say hello.

::: misconception {#mis ref=M1}
claim: Loud is angry.
why: We remember it.
instead: Ask.
:::
::: truefalse {#q-loud answer=false mc=M1}
Loud is angry.
if-true: Not always.
if-false: It may be a bad line.
:::
"""


@pytest.fixture(autouse=True)
def talk(tmp_path: Path) -> Path:
    write_talk(tmp_path)
    settings = tmp_path / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + PROMISES, "utf-8")
    (tmp_path / SCENE).write_text(CALL.replace("start: opening", "start: opening\nassesses: [P1]"), "utf-8")
    (tmp_path / "content" / "01-start" / "01-hello.md").write_text(PAGE, "utf-8")
    return tmp_path


def test_each_promise_has_its_places_and_what_it_lacks(command: Command) -> None:
    run = command("coverage")
    assert run.status == 0
    counts = {line.split()[0]: line.split()[1:] for line in run.out.splitlines()[1:5]}
    assert counts == {
        "T1": ["1", "1", "0", "0", "assessed"],
        "M1": ["1", "1", "0", "0"],
        "P1": ["0", "1", "1", "1", "reflection"],
        "O1": ["1", "2", "1", "1"],
    }
    assert "    practised: 1\n      content/01-start/01-hello.md:12  question q-loud\n" in run.out
    assert "      content/01-start/02-call.scene.md:1  scenario call\n" in run.out


def test_it_is_a_sheet_that_takes_no_text_for_a_formula(command: Command, talk: Path) -> None:
    assert command("coverage", "--out", "cover.csv").status == 0
    with (talk / "cover.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Id"] for row in rows] == ["T1", "M1", "P1", "O1"]
    assert rows[0]["Text"] == "'=Greeting people"
    assert rows[2]["Evidenced"] == "content/01-start/02-call.scene.md:1 scenario call"
    assert rows[2]["Lacks"] == "reflection"


def test_it_is_a_page_whose_links_lead_to_the_lines(command: Command, talk: Path) -> None:
    assert command("coverage", "--out", "tables/cover.html").status == 0
    page = (talk / "tables" / "cover.html").read_text("utf-8")
    assert "Loud is &lt;angry&gt;" in page
    links = set(re.findall(r'href="([^"#]+)#L(\d+)"', page))
    assert ("../content/01-start/01-hello.md", "12") in links
    for path, line in links:
        assert 1 <= int(line) <= len((talk / "tables" / path).read_text("utf-8").splitlines())


def test_a_course_that_promises_nothing_or_cannot_be_read_is_a_sentence(command: Command, talk: Path) -> None:
    write_talk(talk)
    assert "declares no topics" in command("coverage").err
    assert "There is no course to make a table of." in command("coverage", "nowhere").err
    assert command("coverage", "--out", "cover.pdf").status == 2


def test_what_the_table_lacks_stops_the_build_until_the_course_says_otherwise(command: Command, talk: Path) -> None:
    found = command("check").err
    assert re.search(r"course\.yaml:\d+:\d+: CW480 Nothing assesses 'T1'", found)
    assert re.search(r"course\.yaml:\d+:\d+: CW481 No reflection is evidence for 'P1'", found)
    settings = talk / "course.yaml"
    settings.write_text(settings.read_text("utf-8") + "checks: {coverage: warning}\n", "utf-8")
    lowered = command("check")
    assert lowered.status == 0
    assert "CW480 warning: Nothing assesses" in lowered.err
