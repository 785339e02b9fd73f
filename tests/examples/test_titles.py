"""Titles and names of the example label: distinct, and read as their kana say."""

from collections import Counter

import pytest

from examples.generator import people, plan
from examples.generator.catalogue import Studio, build
from examples.generator.dice import Dice
from examples.generator.model import Label, Title
from examples.generator.titles import Titles
from examples.generator.words import KANA, LOANS, NOUNS
from kaigai.sources.naming import party_id_of
from kaigai.terms.names import kana_key, latin_key
from kaigai.terms.romaji import is_syllabic


def clean() -> Label:
    """A label before any fault is planted."""
    label, dice = Label(1), Dice(1)
    build(Studio(label, dice, Titles(dice)), 12, 1)
    return label


def test_latin_form_of_a_word_is_its_reading() -> None:
    words = (*NOUNS, *KANA)
    assert [word for word in words if kana_key(word.kana) != latin_key(word.latin)] == []


def test_borrowed_words_are_no_romaji() -> None:
    assert [word for word in LOANS if is_syllabic(word.english)] == []


def test_clean_titles_have_all_their_forms() -> None:
    for song in clean().recordings:
        title = song.title
        if title.language == "en":
            assert title.native.isascii()
        else:
            assert title.english
            is_kanji = any("一" <= char <= "鿿" for char in title.native)
            assert not is_kanji or (title.reading and title.latin), title


def test_no_two_songs_share_a_spelling() -> None:
    songs = (song for song in clean().recordings if not song.is_instrumental)
    titles: list[Title] = [song.title for song in songs]
    for form in ("native", "reading", "latin", "english"):
        counted = Counter(getattr(title, form) for title in titles if getattr(title, form))
        assert [text for text, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("kind", ["ja", "alone", "kana", "loan", "latin", "mixed", "clear"])
def test_titles_of_a_kind_never_run_out(kind: str) -> None:
    titles = Titles(Dice(5))
    assert len({titles.next(kind).native for _ in range(400)}) == 400


def test_artists_have_the_ids_that_readers_give_them() -> None:
    for artist in plan.label(1, 36).artists:
        assert artist.party_id == party_id_of(artist.native, isni=artist.isni)


def test_artists_and_writers_have_names_of_their_own() -> None:
    artists = people.artists(Dice(1), 120)
    assert len({artist.native for artist in artists}) == 120
    writers = {people.writer(Dice(1), n).latin for n in range(200)}
    assert writers.isdisjoint({artist.latin for artist in artists})
