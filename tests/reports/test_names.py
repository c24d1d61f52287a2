"""What trackers call things in reports is the same in the key to the reports."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.reports.names import MOST_ID, MOST_SHORT, identifier, interaction_id, letter
from tests.player.typescript import bundle, node

ROOT = Path(__file__).parents[2]

IDS = st.from_regex(r"[a-z0-9]{1,12}(?:[-_][a-z0-9]{1,12}){0,60}", fullmatch=True)


def test_long_ids_are_shortened_as_the_player_shortens_them(tmp_path: Path) -> None:
    ids = [
        "q-respond",
        "a" * 256,
        "a-" * 200 + "z",
        "-".join(f"word{n}" for n in range(80)),
        "what_the_caller_needs_" * 20,
    ]
    words = ROOT / "player" / "src" / "tracking" / "words"
    source = tmp_path / "names.ts"
    source.write_text(
        f"import {{ identifier }} from {json.dumps(str(words))};\n"
        f"const short = (id: string) => [identifier(id, {MOST_ID}), identifier(id, {MOST_SHORT})];\n"
        f"console.log(JSON.stringify({json.dumps(ids)}.map(short)));\n",
        "utf-8",
    )
    done = subprocess.run([node(), bundle(source, tmp_path)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[identifier(id, MOST_ID), identifier(id, MOST_SHORT)] for id in ids]


@given(st.lists(IDS, unique=True, max_size=30))
def test_different_ids_stay_different_and_within_the_limit(ids: list[str]) -> None:
    short = [identifier(id, 60) for id in ids]
    assert len({*short}) == len(ids)
    assert all(len(id) <= 60 for id in short)


def test_a_part_of_an_answer_is_named_behind_the_question() -> None:
    assert interaction_id("q-respond", "") == "q-respond"
    assert interaction_id("self-before", "note") == "self-before-note"


def test_options_are_named_by_letters_then_digits_and_beyond_them_by_their_numbers() -> None:
    assert [letter(n) for n in (1, 2, 26, 27, 36, 37)] == ["a", "b", "z", "0", "9", "37"]
