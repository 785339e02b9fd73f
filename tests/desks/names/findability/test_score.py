"""Queries tried on one recording: before, with what is approved, with what is suggested."""

from typing import Any

import pytest

from kaigai.desks.names.findability.score import (
    Measured,
    Names,
    from_kana,
    is_like,
    known_of,
    measured,
    names_of,
)


def nobody(native: str, reading: str | None, kind: str) -> None:
    """A romaniser that cannot read anything."""


def counts(found: Measured) -> tuple[int, int, int, int]:
    hit = [(each.before, each.approved, each.after) for each in found.tried]
    return len(hit), *(sum(column) for column in zip(*hit, strict=True))


def form(text: str, slot: str, script: str, **more: Any) -> dict[str, Any]:
    row = {"part": "title", "place": 0, "is_published": True}
    return {**row, "text": text, "slot": slot, "script": script, **more}


NATIVE = form("夜明け", "original", "Jpan")
READING = form("ヨアケ", "reading", "Kana")


def test_a_native_title_alone_is_found_by_nothing_until_the_suggestion_is_taken() -> None:
    found = measured(names_of("A", [NATIVE, READING]), from_kana)
    n, before, approved, after = counts(found)
    assert (before, approved) == (0, 0)
    assert after == n > 0
    assert found.basis == "reading"
    assert found.suggested == ("Yoake",)


def test_what_the_label_has_and_no_service_shows_counts_as_approved_only() -> None:
    waiting = form("Yoake", "latin", "Latn", is_published=False)
    found = measured(names_of("A", [NATIVE, READING, waiting]), nobody)
    n, before, approved, after = counts(found)
    assert (before, approved, after) == (0, n, n)


def test_a_published_latin_form_is_found() -> None:
    found = measured(names_of("A", [NATIVE, READING, form("Yoake", "latin", "Latn")]), nobody)
    n, before, *_ = counts(found)
    assert before == n
    assert (found.basis, found.suggested) == ("official", ())


def test_latin_that_is_another_songs_is_not_what_people_type() -> None:
    rows = [NATIVE, READING, form("Tsukiyo no Koushin", "latin", "Latn")]
    known, _ = known_of(names_of("A", rows), from_kana)
    assert known.spoken == ("Yoake",)
    assert counts(measured(names_of("A", rows), from_kana))[1] == 0


def test_the_official_word_for_a_kanji_wins_over_any_reading() -> None:
    rows = [form("炎", "original", "Hani"), form("Homura", "latin", "Latn")]
    known, basis = known_of(names_of("A", rows), lambda *_: "Honoo")
    assert (known.spoken, basis) == (("Homura",), "official")


def test_katakana_whose_english_is_known_is_typed_in_english_only() -> None:
    rows = [
        form("ミッドナイト", "original", "Kana"),
        form("ミッドナイト", "reading", "Kana"),
        form("Midnight", "english", "Latn"),
    ]
    known, _ = known_of(names_of("A", rows), from_kana)
    assert (known.spoken, known.english) == ((), ("Midnight",))


def test_a_machines_guess_is_called_one_and_nothing_is_unknown() -> None:
    assert known_of(names_of("A", [NATIVE]), lambda *_: "Yoake")[1] == "guess"
    known, basis = known_of(names_of("A", [NATIVE]), nobody)
    assert (known.spoken, basis) == ((), "none")
    assert measured(names_of("A", [NATIVE]), nobody).tried == ()


def test_an_artist_without_a_latin_name_is_typed_by_the_machines() -> None:
    artist = form("夜明け楽団", "original", "Jpan", part="artist")
    rows = [form("Sakura", "original", "Latn"), artist]
    found = measured(names_of("A", rows), lambda *_: "Yoake Gakudan")
    together = [each for each in found.tried if each.query.kind == "artist"]
    assert [(each.before, each.after) for each in together] == [(False, True)]


def test_titles_of_videos_are_published_forms_and_no_names() -> None:
    video = form("Yoake (Official Video)", "original", "Latn", part="video")
    found = measured(names_of("A", [NATIVE, READING, video]), nobody)
    assert counts(found)[1] > 0
    assert found.names.latin == []


@pytest.mark.parametrize(
    ("latin", "reading", "alike"),
    [
        ("Toukyou", "トウキョウ", True),
        ("Tokyo", "トウキョウ", True),
        ("Dear Toudai", "ディア トウダイ", True),
        ("Midnight Ferry", "ミッドナイトフェリー", False),
        ("Okujou feat. KOTOHA", "オクジョウ", True),
        ("Hoshizora", "オクジョウ", False),
    ],
)
def test_whether_a_latin_form_can_be_what_the_kana_say(
    latin: str, reading: str, alike: bool
) -> None:
    assert is_like(latin, reading) is alike


def test_names_start_empty() -> None:
    assert measured(Names("A"), nobody).tried == ()
