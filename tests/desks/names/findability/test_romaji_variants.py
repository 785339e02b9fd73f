"""One romanised title is typed in many ways, and each way once."""

import pytest

from kaigai.desks.names.findability import romaji_variants as variants


@pytest.mark.parametrize(
    ("latin", "typed"),
    [
        ("Yoru ni Kakeru", "yoru ni kakeru"),
        ("Tōkyō", "toukyou"),
        ("Shin'ai", "shinai"),
        ("Kira☆Kira!", "kira kira"),
        ("", ""),
    ],
)
def test_it_is_typed_without_capitals_marks_and_signs(latin: str, typed: str) -> None:
    assert variants.plain(latin) == typed


@pytest.mark.parametrize(
    ("typed", "otherwise"),
    [
        ("toukyou", ["tokyo", "tōkyō", "tookyoo"]),
        ("shuuden", ["shuden", "shūden"]),
        ("obaasan", ["obasan", "obāsan"]),
        ("sakura", []),
    ],
)
def test_long_vowels(typed: str, otherwise: list[str]) -> None:
    assert list(variants.vowels(typed)) == otherwise


def test_particles_are_written_two_ways_and_only_as_words() -> None:
    assert list(variants.particles("kimi wo sagashite")) == ["kimi o sagashite"]
    assert list(variants.particles("kimi o sagashite")) == ["kimi wo sagashite"]
    assert list(variants.particles("boku wa kuma")) == ["boku ha kuma"]
    assert list(variants.particles("world")) == []


def test_words_are_joined_and_particles_hung_on() -> None:
    assert list(variants.joined("yoru ni kakeru")) == ["yorunikakeru", "yoruni kakeru"]
    assert list(variants.joined("sakura")) == []


def test_common_slips() -> None:
    assert list(variants.slips("tsuki no shippo")) == ["tuki no sippo", "tsuki no shipo"]
    assert list(variants.slips("ringo")) == ["lingo"]
    assert list(variants.slips("konbini")) == ["kombini"]
    assert list(variants.slips("botchi")) == ["botti", "bochi"]
    assert list(variants.slips("aoi")) == []
