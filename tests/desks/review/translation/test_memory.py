"""The memory finds exact texts first, then near ones, and knows whose they are."""

import pytest

from kaigai.desks.review.translation.memory import EXACT, FOLDED, Entry, Memory, written

MEMORY = Memory(
    [
        Entry("夜明けの海を越えて", "Beyond the Sea at Dawn", "ja", "en", "recording", "a"),
        Entry("夜明けの海を越えて", "Across the Dawn Sea", "ja", "en", "recording", "b"),
        Entry("夜", "Night", "ja-JP", "en-US", "", ""),
        Entry("夜", "밤", "ja", "ko-KR", "", ""),
        Entry("你好", "Hello", "zh", "en", "", ""),
    ]
)


def found(text: str, **context: str) -> list[tuple[str, float]]:
    """Matches into English."""
    given = {"source": "ja", "target": "en", **context}
    return [(match.entry.target, match.score) for match in MEMORY.matches(text, **given)]


def test_the_same_artist_comes_first() -> None:
    own = found("夜明けの海を越えて", artist_id="b", kind="recording")
    assert own[0] == ("Across the Dawn Sea", EXACT)
    assert own[1][0] == "Beyond the Sea at Dawn"
    assert own[1][1] < EXACT


def test_a_spelling_that_differs_in_dress_alone() -> None:
    text = "夜明けの 海を越えて！"
    assert found(text, artist_id="a", kind="recording")[0] == ("Beyond the Sea at Dawn", FOLDED)


def test_near_texts_and_short_ones() -> None:
    (target, score), *_ = found("夜明けの海を越えた", artist_id="a", kind="recording")
    assert target == "Beyond the Sea at Dawn"
    assert 0.7 < score < 0.9
    assert found("夜道") == []  # two letters of three are another word


def test_regions_are_near_and_languages_apart() -> None:
    assert found("夜")[0][0] == "Night"
    assert MEMORY.matches("夜", source="ja", target="ko")[0].entry.target == "밤"
    assert MEMORY.matches("夜", source="ko", target="en") == []
    assert found("你好") == []


@pytest.mark.parametrize(
    ("tag", "plain"),
    [("en-US", "en"), ("zh-TW", "zh-Hant"), ("zh", "zh-Hans"), ("ja-Latn", "ja-Latn")],
)
def test_tags_without_regions(tag: str, plain: str) -> None:
    assert written(tag) == plain


def test_the_same_translation_is_told_once() -> None:
    twice = Memory([Entry("夜", "Night", "ja", "en", "", each) for each in ("a", "b")])
    assert len(twice.matches("夜", source="ja", target="en", artist_id="b")) == 1
    assert len(twice) == 2
