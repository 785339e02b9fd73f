"""The check for half-width kana says the same as the pure function over names."""

import pytest

from kaigai.findings.checks.half_width_kana import half_width_kana
from kaigai.terms.looks import has_half_width_kana
from tests.conftest import found, table

TEXTS = ("ﾖｱｹ", "LOVEｿﾝｸﾞ", "ヨアケ", "夜明け", "ＬＯＶＥ", "Love", "ラヴﾞ", "･", "ｰ", "", "한글")


@pytest.mark.parametrize("text", TEXTS)
def test_agrees_with_the_pure_function(text: str) -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    name = {"subject_kind": "recording", "subject_id": "A", "text": text, "role": "reading"}
    rows = half_width_kana.ask(recordings, table("names", name))
    assert (found(rows, "recording_id") == ["A"]) is has_half_width_kana(text)


def test_names_of_parties_are_not_asked() -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    name = {"subject_kind": "party", "subject_id": "A", "text": "ﾖｱｹ"}
    assert found(half_width_kana.ask(recordings, table("names", name)), "recording_id") == []
