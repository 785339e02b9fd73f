"""Texts of one length are numbered as any others are."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.sources.usage.dictionary import Coded, NotPlain, numbered

SIGNS = st.sampled_from("ABX19")


@given(
    st.integers(1, 7).flatmap(
        lambda width: st.tuples(
            st.just(width), st.lists(st.text(SIGNS, min_size=width, max_size=width), min_size=1)
        )
    ),
    st.integers(0, 3),
)
@settings(deadline=None)
def test_texts_of_one_length(given: tuple[int, list[str]], skipped: int) -> None:
    width, texts = given
    every = pa.array([each.encode() for each in ["-" * width] * skipped + texts], pa.binary(width))
    numbers, names = numbered(every.slice(skipped))
    assert [names[int(at)].as_py() for at in numbers] == texts
    assert len(set(names.to_pylist())) == len(names), "each once"
    assert set(names.to_pylist()) == set(texts), "and no others"


def test_what_is_no_text_is_said() -> None:
    for broken in (b"\xff\xfe", b"abcd\xff\xfe"):
        for column in ([broken], [broken, b"x" * len(broken)]):
            with pytest.raises((ValueError, pa.ArrowException)):
                numbered(pa.array(column, pa.binary(len(broken))))


def test_texts_are_learnt_once_and_meanings_shared() -> None:
    asked: list[str] = []

    def meaning(text: str) -> str | None:
        asked.append(text)
        return text.upper() if text != "?" else None

    coded = Coded(meaning, np.uint8)
    first = coded.codes(pa.chunked_array([pa.array(["jp", "us", "JP "]).dictionary_encode()]))
    second = coded.codes(pa.chunked_array([[b"us", b"kr"], [b"jp"]], pa.binary(2)))
    assert [coded.values[at] for at in first] == ["JP", "US", "JP"]
    assert [coded.values[at] for at in second] == ["US", "KR", "JP"]
    assert asked == ["jp", "us", "JP", "kr"]
    for odd in ("?", " "):
        with pytest.raises(NotPlain):
            coded.codes(pa.chunked_array([pa.array([odd]).dictionary_encode()]))
    many = pa.array([str(number) for number in range(300)]).dictionary_encode()
    with pytest.raises(NotPlain):
        coded.codes(pa.chunked_array([many]))
