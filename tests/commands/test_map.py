"""`coursewright map`: one map in four forms, for eyes, for ears and for other programs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.commands.conftest import Command
from tests.commands.talk import write_talk

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def talk(tmp_path: Path) -> None:
    write_talk(tmp_path)


def test_the_list_has_every_node_with_its_arrows_and_states(command: Command) -> None:
    run = command("map", "call")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("A call & what follows (call)\n4 nodes, 2 of them endings;")
    assert "\nopening (start, 1 state)\n  1 Ask what she is waiting for: leads to talk\n" in run.out
    assert "  3 Say nothing (by itself after 20 s): leads to lost\n" in run.out
    assert "\ntalk (" in run.out
    assert "  Goes on at once [if heat >= 3] to lost\n" in run.out
    assert "  1 [if owner == true and not visited(lost)] Promise to find it: leads to found\n" in run.out
    assert "  2 Read her the terms (once at the most): leads to talk\n" in run.out
    assert '\nfound (good ending, 2 states)\n  The part comes "by noon".\n' in run.out


def test_the_picture_says_in_words_what_the_list_says(command: Command, tmp_path: Path) -> None:
    listed = command("map", "call").out
    assert command("map", "call", "--out", "maps/call.svg").status == 0
    picture = etree.parse(tmp_path / "maps" / "call.svg").getroot()
    assert picture.findtext(f"{SVG}title") == "A call & what follows"
    assert picture.findtext(f"{SVG}desc", "nothing") in listed
    nodes = [group for group in picture.iter(f"{SVG}g") if group.get("role") == "img"]
    paragraphs = listed.strip().split("\n\n")[1:]
    assert [group.get("aria-label", "").replace(". ", "\n") for group in nodes] == [
        re.sub(r"\n  ", "\n", paragraph).replace(". ", "\n") for paragraph in paragraphs
    ]
    assert all(group.get("aria-label") == group.findtext(f"{SVG}title") for group in nodes)


def test_the_picture_needs_nothing_from_elsewhere(command: Command) -> None:
    drawn = command("map", "call", "--format", "svg").out
    assert re.findall(r'(?:href|src)="|url\((?!#)|https?://(?!www\.w3\.org/2000/svg")|<script', drawn) == []


def test_other_programs_get_every_arrow_with_its_condition(command: Command, tmp_path: Path) -> None:
    mermaid = command("map", "call", "--format", "mermaid").out
    assert mermaid.startswith("flowchart TD\n  accTitle: A call & what follows\n")
    assert 'n1 -.->|"1 if owner == true and not visited(lost)"| n2' in mermaid
    assert 'n0 -->|"1, 2"| n1' in mermaid
    assert "The part comes #quot;by noon#quot;." in mermaid
    assert command("map", "call", "--out", "call.dot").status == 0
    dot = (tmp_path / "call.dot").read_text("utf-8")
    assert dot.startswith('digraph "call" {')
    assert 'n1 -> n3 [label="→ if heat >= 3, 3" style=solid];' in dot
    assert '\\"by noon\\"' in dot


def test_a_file_that_says_no_format_or_cannot_be_written_is_a_sentence(command: Command, tmp_path: Path) -> None:
    assert "which format is call.png to have?" in command("map", "call", "--out", "call.png").err
    (tmp_path / "taken").mkdir()
    run = command("map", "call", "--format", "svg", "--out", "taken")
    assert run.status == 1
    assert "taken cannot be written" in run.err
