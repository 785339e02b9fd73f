"""Findings are put into words in both languages, whatever their evidence lacks."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.findings.check import Check
from kaigai.findings.wording import artist_label, minutes, sentence, territories
from kaigai.terms.territories import ISO, mask_of
from kaigai.terms.text import Language, Text

SEVEN = ("BR", "DE", "FR", "IT", "KR", "TW", "US")


def saying(en: str, ja: str = "") -> Check:
    """A check that says this."""
    say = Text(en, ja or en)
    nothing = Text("", "")
    return Check(
        "a-check", "recordings", "high", "found", "rights", nothing, say, nothing, (), lambda: None
    )


def row(evidence: Any = None, codes: tuple[str, ...] = (), **given: Any) -> dict[str, Any]:
    """A finding as the table holds it."""
    mask = mask_of(codes)
    words = {f"m{i}": mask[i] for i in range(4)}
    shown = evidence if isinstance(evidence, str) else json.dumps(evidence or {})
    return {
        "check": "a-check",
        "subject_id": "JPPO02300001",
        "subject": "夜明け",
        "artist": "波",
        "n_territories": len(codes),
        "evidence": shown,
        **words,
        **given,
    }


@pytest.mark.parametrize(
    ("says", "evidence", "expected"),
    [
        ("“{title}”", {"title": "夜"}, "“夜”"),
        ("“{title}”", {}, "“?”"),
        ("“{title}”", {"title": None}, "“unknown”"),
        ("{subject} by {artist}", {}, "夜明け by 波"),
        ("{share:.0%}", {"share": 0.256}, "26%"),
        ("{share:.0%}", {}, "?"),
        ("{share:.0%}", {"share": "a lot"}, "a lot"),
        ("{closed_share}", {"closed_share": 0.5}, "50%"),
        ("{video_ms} of {sound_ms}", {"video_ms": 91_000, "sound_ms": 240_400}, "1:31 of 4:00"),
        ("{views}, {year}", {"views": 1234567, "year": 2023}, "1,234,567, 2023"),
        ("{score}", {"score": 0.5}, "0.5"),
        ("{is_draft}", {"is_draft": False}, "no"),
        ("{spellings}", {"spellings": ["Sato", "Satoh"]}, "Sato, Satoh"),
        ("{markets}", {"markets": ["KR", "TW"]}, "South Korea, Taiwan"),
        ("{title.upper}", {"title": "a"}, "?"),
        ("a lone { brace", {}, "a lone { brace"),
    ],
)  # fmt: skip
def test_fills_a_sentence(says: str, evidence: dict[str, Any], expected: str) -> None:
    assert sentence(saying(says), row(evidence), "en") == expected


def test_names_the_markets_that_matter_first() -> None:
    closed = row({}, ("AD", "AE", "KR", "US"))
    check = saying("{n_territories}: {territories}")
    said = sentence(check, closed, "en", first=("US", "KR"))
    assert said == "4: United States, South Korea, Andorra, United Arab Emirates"


@pytest.mark.parametrize(
    ("codes", "language", "expected"),
    [
        (("KR",), "ja", "韓国"),
        (("KR", "TW"), "ja", "韓国、台湾"),
        (SEVEN, "en", "Brazil, Germany, France, Italy, South Korea and 2 more"),
        (SEVEN, "ja", "ブラジル、ドイツ、フランス、イタリア、韓国 ほか2地域"),
        (ISO, "en", "everywhere"),
        ([code for code in ISO if code != "JP"], "ja", "日本を除くすべての地域"),
        ((), "en", ""),
    ],
)  # fmt: skip
def test_lists_territories(codes: Any, language: Language, expected: str) -> None:
    assert territories(codes, language, first=()) == expected


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_finding_of_a_check_that_is_gone_still_speaks(language: Language) -> None:
    said = sentence(None, row({}), language)
    assert "夜明け" in said
    assert "a-check" in said


@pytest.mark.parametrize("evidence", ["not json", "[1, 2]", "null", ""])
def test_evidence_that_cannot_be_read_is_a_question_mark(evidence: str) -> None:
    assert sentence(saying("“{title}”"), row(evidence), "en") == "“?”"


@given(st.text(), st.dictionaries(st.text(), st.text() | st.none() | st.floats() | st.integers()))
def test_never_fails(says: str, evidence: dict[str, Any]) -> None:
    assert isinstance(sentence(saying(says), row(evidence), "ja"), str)


@pytest.mark.parametrize(
    ("artist", "latin", "language", "expected"),
    [
        ("波", "Nami", "en", "Nami (波)"),
        ("波", "Nami", "ja", "波"),
        ("波", None, "en", "波"),
        ("Nami", "Nami", "en", "Nami"),
        (None, "Nami", "en", "Nami"),
        (None, None, "en", "Artist not known"),
        (None, None, "ja", "アーティスト不明"),
    ],
)
def test_labels_artists(
    artist: str | None, latin: str | None, language: Language, expected: str
) -> None:
    assert artist_label(artist, latin, language) == expected


@pytest.mark.parametrize(
    ("milliseconds", "expected"), [(0, "0:00"), (59_600, "1:00"), (187_000, "3:07")]
)
def test_says_minutes(milliseconds: float, expected: str) -> None:
    assert minutes(milliseconds) == expected
