"""What was perhaps forgotten."""

from dataclasses import replace

from tests.desks.captions.cues import cue, numbers, track

RULE = "untranslated"


def test_another_script_is_found() -> None:
    assert numbers(RULE, track("en", "港に灯がともる", "A light")) == [1]
    assert numbers(RULE, track("ja", "This was never translated", "OK", "Thank you")) == [1]
    assert numbers(RULE, track("ko", "港に灯がともる", "항구에 불이")) == [1]


def test_english_lyrics_may_stay_english() -> None:
    assert numbers(RULE, track("ja", "♪ I will love you forever ♪")) == []
    assert numbers(RULE, track("ja-Latn", "minato ni akari ga tomoru")) == []


def test_what_is_as_in_the_original_is_found() -> None:
    given = replace(
        track("fr", "We go home to the harbour", "Tokyo"),
        original=(cue("We go home, to the harbour".replace(",", ""), 200, 3900),
                  cue("Tokyo", 5000, 9000)),
        original_language="en",
    )  # fmt: skip
    assert numbers(RULE, given) == [1]
    assert numbers(RULE, replace(given, original_language="fr-CA")) == []
