"""No break inside a phrase."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "phrase-break"


def test_japanese_words_and_their_particles_stay_together() -> None:
    inside = ("港\nに灯がともる", "船が帰\nるころ", "食べ\nたいな")
    between = ("港に\n灯がともる", "すべて安全\n完璧に安全だ", "起きてくれイーモ\nここは危ない")
    assert numbers(RULE, track("ja", *inside)) == [1, 2, 3]
    assert numbers(RULE, track("ja", *between)) == []


def test_articles_and_prepositions_belong_to_what_follows() -> None:
    assert numbers(RULE, track("en", "We go to the\nharbour", "We go\nto the harbour")) == [1]
    assert numbers(RULE, track("fr", "Nous allons à la\nmaison")) == [1]
    assert numbers(RULE, track("de", "Wir gehen in den\nHafen")) == [1]


def test_it_is_broken_between_phrases() -> None:
    given = track("en", "And why should I trust my\nlife to something that isn't there?")
    assert text_of(mended(RULE, given)) == (
        "And why should I trust my life\nto something that isn't there?"
    )
