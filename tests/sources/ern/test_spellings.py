"""Roles and languages of delivered titles: what is called so, what is read so, what is English."""

import pytest

from kaigai.formats.ddex.message import ArtistName, PartyName, Title
from kaigai.formats.ddex.places import Places
from kaigai.sources.ern.spellings import (
    Said,
    fitting,
    party_name_role,
    role_of,
    script_said,
    shown_artist,
    shown_title,
    territory_of,
    title_rows,
)

JP, WORLD = Places(("JP",)), Places(("Worldwide",))


@pytest.mark.parametrize(
    ("language", "script"),
    [("ja-Latn", "Latn"), ("ja-kana", "Hrkt"), ("ja-jpan", "Jpan"), ("ja", ""), ("es_MX", "")],
)
def test_script_said(language: str, script: str) -> None:
    assert script_said(language) == script


@pytest.mark.parametrize(
    ("kind", "language", "beside", "role"),
    [
        ("display", None, False, "display"),
        ("reference", None, False, "display"),
        ("display", "ja-Jpan", True, "display"),
        ("display", "ja-Latn", True, "latin"),
        ("display", "ko-Latn", False, "latin"),
        ("display", "ja-Kana", True, "reading"),
        ("translated", "ja-Hrkt", True, "reading"),
        ("translated", "en", False, "english"),
        ("translated", "fr", False, "translated"),
        ("transliterated", None, False, "latin"),
        ("display", "en", True, "english"),
        ("display", "en", False, "display"),
        ("display", "en-US", True, "english"),
        ("formal", "en", True, "formal"),
        ("alternative", "ja", False, "alias"),
        ("misspelled", None, False, "alias"),
    ],
)
def test_role(kind: str, language: str | None, beside: bool, role: str) -> None:
    assert role_of(kind, language, is_beside_native=beside) == role


@pytest.mark.parametrize(
    ("default", "text", "language"),
    [
        ("en", "灯台", None),
        ("en", "Lighthouse", "en"),
        ("en", "Yume no Hajimari", None),
        ("ja", "灯台", "ja"),
        ("ja", "Toudai", None),
        (None, "灯台", None),
    ],
)
def test_the_default_language_is_taken_only_where_it_can_be(
    default: str | None, text: str, language: str | None
) -> None:
    assert fitting(default, text) == language


@pytest.mark.parametrize(
    ("places", "territory"),
    [
        (None, None),
        (WORLD, None),
        (JP, "JP"),
        (Places(("US", "GB")), "US GB"),
        (Places(("US",), is_excluded=True), None),
        (Places(()), None),
    ],
)
def test_territory(places: Places | None, territory: str | None) -> None:
    assert territory_of(places) == territory


def rows(titles: list[Title], default: str | None = None) -> list[tuple[str, str, str | None]]:
    seen: set[Said] = set()
    found = title_rows("recording", "R", titles, default, seen)
    return [(row["text"], row["role"], row["language"]) for row in found]


def test_each_spelling_once() -> None:
    titles = [
        Title("灯台", "reference"),
        Title("灯台", is_display_text=True),
        Title("灯台", language="ja-Jpan", places=WORLD),
        Title("灯台", language="ja-Jpan", places=WORLD),
        Title("Lighthouse", language="en", places=WORLD),
        Title("とうだい", language="ja-Hrkt"),
        Title("Collected", "grouping"),
    ]
    assert rows(titles, "ja") == [
        ("灯台", "display", "ja-Jpan"),
        ("Lighthouse", "english", "en"),
        ("とうだい", "reading", "ja-Hrkt"),
    ]


def test_display_text_that_says_more_is_kept() -> None:
    titles = [
        Title("灯台 (Live)", is_display_text=True),
        Title("灯台", subtitle="Live", language="ja-Jpan"),
    ]
    assert rows(titles) == [("灯台 (Live)", "display", "ja-Jpan")]


def test_shown_title() -> None:
    default = Title("Toudai", language="ja-Latn", is_default=True)
    assert shown_title([Title("灯台", is_display_text=True), default]) == "Toudai"
    assert shown_title([Title("灯台 一", "formal"), Title("灯台", places=JP)]) == "灯台"
    assert shown_title([Title("x", "sorting")]) is None


def test_shown_artist() -> None:
    names = [ArtistName("青い灯", "ja-Jpan", JP), ArtistName("Aoi Hi", "en", WORLD)]
    assert shown_artist(names) == "Aoi Hi"
    assert shown_artist([*names, ArtistName("青灯", is_default=True)]) == "青灯"
    assert shown_artist([]) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        (PartyName("青い灯"), "display"),
        (PartyName("Aoi Hi", "ascii"), "latin"),
        (PartyName("Hi, Aoi", "indexed"), "alias"),
        (PartyName("アオイヒ", "full", "ja-Kana"), "reading"),
    ],
)
def test_party_name_role(name: PartyName, role: str) -> None:
    assert party_name_role(name) == role
