"""Kinsoku: what never begins, and never ends, a line."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "forbidden-break"


def test_it_is_found_in_japanese_only() -> None:
    given = (
        "港に灯が\n、帰ろう",
        "彼は「\n帰る」と",
        "あそこ？\n…安全",
        "港に\n灯が",
        "そうだ\nっけ",
    )
    assert numbers(RULE, track("ja", *given)) == [1, 2, 5]
    assert numbers(RULE, track("en", "one\n, two")) == []


def test_it_is_broken_elsewhere() -> None:
    made = mended(RULE, track("ja", "港に灯がともるころ\n、船が帰る"))
    assert text_of(made) == "港に灯がともるころ、\n船が帰る"
