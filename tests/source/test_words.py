"""Suggestions and ids made of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.source.slug import ID, LONGEST, file_slug, slug
from builder.source.suggest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Dna", ["narrator", "dana", "you"], "dana"),
        ("trst", ["tension", "trust", "owner"], "trust"),
        ("feedbak", ["say", "score", "feedback"], "feedback"),
        ("boundry-setting", ["empathy", "boundary-setting"], "boundary-setting"),
        ("fact", ["heard", "facts", "agreed"], "facts"),
        ("hteir", ["their", "other"], "their"),
        ("Feedback", ["feedback"], "feedback"),
        ("ending", ["opening", "hangup"], None),
        ("a", ["b", "c"], None),
        ("xyz", [], None),
    ],
)
def test_a_slip_finds_the_word_that_was_meant(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant
    assert nearest(word, reversed(known)) == meant
    assert did_you_mean(word, known) == (f" (did you mean '{meant}'?)" if meant else "")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Date, time and channel", "date-time-and-channel"),
        ("You've waited", "youve-waited"),
        ("Café  №5", "cafe-no5"),
        ("", "id-00000000"),
        ("مرحبا", slug("مرحبا")),
        ("a" * 60, "a" * LONGEST),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_an_id_is_made_of_words(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text(max_size=120))
def test_every_id_is_safe_everywhere_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert ID.fullmatch(made) and len(made) <= LONGEST
    assert slug(made) == made


def test_an_id_of_an_author_has_at_most_80_characters() -> None:
    assert ID.fullmatch("a" * 80) and ID.fullmatch("-".join(["note"] * 16))
    assert not ID.fullmatch("a" * 81) and not ID.fullmatch("-".join(["note"] * 17))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("01-needs.md", "needs"),
        ("irate-candidate.scene.md", "irate-candidate"),
        ("08-practise", "practise"),
        ("12 The call.md", "the-call"),
        ("2.md", "2"),
        ("v1.2-notes.md", "v1-2-notes"),
    ],
)
def test_a_files_number_and_ending_are_no_part_of_its_id(name: str, id: str) -> None:
    assert file_slug(name) == id
