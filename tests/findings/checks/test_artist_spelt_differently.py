"""The check for several spellings of one artist counts what is shown, and nothing declared."""

from typing import Any

import pytest

from kaigai.findings.checks.artist_spelt_differently import artist_spelt_differently
from tests.conftest import table

ARTISTS = (
    {"party_id": "P", "artist_id": "P", "artist": "佐藤悠希"},
    {"party_id": "Q", "artist_id": "P", "artist": "佐藤悠希"},
)
Name = tuple[str, str, str]


def asked(*names: Name) -> list[dict[str, Any]]:
    """What is found of an artist of two parties who share out these (text, script, role)."""
    rows = [
        {"subject_kind": "party", "subject_id": "PQ"[n % 2], "text": text, "script": script,
         "role": role}
        for n, (text, script, role) in enumerate(names)
    ]  # fmt: skip
    songs = table("recordings", {"recording_id": "A", "party_id": "Q"})
    bad = artist_spelt_differently.ask(table("artists", *ARTISTS), table("names", *rows), songs)
    return bad.to_pyarrow().to_pylist()


NATIVE = ("佐藤悠希", "Hani", "display")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Yuki Sato", "Latn", "latin"), ("Sato Yuki", "Latn", "latin")),
        (("Yuki Sato", "Latn", "display"), ("YUKI SATO", "Latn", "display")),
        (("Yuki Sato", "Latn", "latin"), ("Yuki Satoh", "Latn", "english")),
        (("佐藤 悠希", "Hani", "display"), NATIVE),
        (("髙浪", "Hani", "display"), ("高浪", "Hani", "display")),
        (("くるり", "Hira", "display"), ("クルリ", "Kana", "display")),
    ],
)
def test_finds_two_spellings(one: Name, other: Name) -> None:
    (bad,) = asked(one, other)
    assert bad["party_id"] == "P"
    assert bad["n_spellings"] == 2
    assert set(bad["spellings"].split(" / ")) == {one[0], other[0]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NATIVE, NATIVE),
        (NATIVE, ("Yuki Sato", "Latn", "latin")),
        (("Yuki Sato", "Latn", "display"), ("Yuki Sato ", "Latn", "latin")),
        (("Yuki Sato", "Latn", "display"), ("Yūki Satō", "Latn", "latin")),
        (("Dragan Živković", "Latn", "display"), ("Dragan Zivkovic", "Latn", "latin")),
        (("Yuki Sato", "Latn", "display"), ("Yuki Sato feat. Towa", "Latn", "display")),
        (NATIVE, ("佐藤悠希 (CV:森トワ)", "Jpan", "display")),
        (("Yuki Sato", "Latn", "display"), ("YUKI", "Latn", "alias")),
        (NATIVE, ("サトウユウキ", "Kana", "reading")),
        (("소녀시대", "Hang", "display"), ("少女時代", "Hani", "display")),
    ],
)
def test_passes_what_is_one_spelling_or_declared(one: Name, other: Name) -> None:
    assert asked(one, other) == []


def test_native_and_latin_variants_make_one_finding() -> None:
    (bad,) = asked(
        ("Yuki Sato", "Latn", "latin"), ("YUKI", "Latn", "display"),
        ("佐藤ゆき", "Jpan", "display"), NATIVE,
    )  # fmt: skip
    assert bad["n_spellings"] == 4
