"""Whose a tie-in is: by ISRC, else by the artist line; when it is out, and how it is said."""

from datetime import date
from typing import Any

from kaigai.desks.markets.tie_ins import Tie, as_table, tied
from kaigai.desks.markets.tie_words import said
from kaigai.terms.text import Text
from tests.conftest import table

FIRST = date(2025, 4, 2)


def row(**given: Any) -> dict[str, Any]:
    """A row of `tie_ins`."""
    usual = {
        "tie_in_id": "w", "title": "灯", "work": "灯台", "work_english": "Lamp", "kind": "anime",
        "role": "opening", "territory": "TW", "first_day": FIRST,
    }  # fmt: skip
    return usual | given


NAMES = table(
    "names",
    {"subject_kind": "party", "subject_id": "p", "text": "青い灯", "role": "display"},
    {"subject_kind": "party", "subject_id": "p", "text": "Aoi Hi", "role": "latin"},
    {"subject_kind": "party", "subject_id": "q", "text": "Ono", "role": "display"},
    {"subject_kind": "party", "subject_id": "r", "text": "ONO", "role": "display"},
)
ARTISTS = table("artists", *({"party_id": each, "artist_id": each} for each in "pqr"))
RECORDINGS = table("recordings", {"recording_id": "x", "isrc": "JPZZ92500001", "party_id": "q"})


def whose(**given: Any) -> list[str]:
    """The artists of one row."""
    tables = {
        "tie_ins": table("tie_ins", row(**given)),
        "names": NAMES, "artists": ARTISTS, "recordings": RECORDINGS,
    }  # fmt: skip
    return [each.artist_id for each in tied(tables)]


def test_an_isrc_wins_then_any_spelling_then_the_name_itself() -> None:
    assert whose(isrc="JPZZ92500001", artist="青い灯") == ["q"]
    assert whose(artist="AOI HI") == ["p"]
    assert whose(artist="aoi hi feat. しらない") == ["name:しらない", "p"]
    assert whose(artist="しらない") == ["name:しらない"]


def test_homonyms_are_not_told_apart_by_a_name() -> None:
    assert whose(artist="Ono") == []
    assert whose(artist="青い灯", territory=None) == []


def test_charts_alone_have_no_list_of_artists() -> None:
    (found,) = tied({"tie_ins": table("tie_ins", row(artist="青い灯"))})
    assert found.artist_id == "name:青い灯"
    assert tied({}) == ()
    assert as_table([found])["first_day"].to_pylist() == [FIRST]


def test_when_it_is_out() -> None:
    ends = date(2025, 6, 30)
    tie = Tie("p", "w", "灯", Text("Lamp", "灯台"), "anime", "opening", "TW", FIRST, ends)
    assert [tie.is_out(date(2025, month, 2)) for month in (3, 4, 6, 7)] == [
        False, True, True, False,
    ]  # fmt: skip
    unknown = Tie("p", "w", None, Text("Lamp", "灯台"), None, None, "TW", None, None)
    assert not unknown.is_out(ends)
    assert (
        said([tie]).ja
        == "曲「灯」がアニメ「灯台」のオープニング曲(現地では2025年4月から2025年6月まで)"
    )
    assert said([unknown]).en == (
        "a song is tied to the work “Lamp”, out there, since when is unknown"
    )
    assert said([unknown, tie]).en.startswith("the song “灯” opens")
