"""Who listens where, and what is captioned already, from tables."""

from datetime import date

from kaigai.desks.captions.languages.audience import audience, captioned
from tests.conftest import table

MONTH = date(2026, 10, 1)


def reach(territory: str, quantity: float, month: date = MONTH, measure: str = "streams",
          artist: str = "a") -> dict[str, object]:  # fmt: skip
    """A row of reach."""
    return {"artist_id": artist, "territory": territory, "quantity": quantity, "month": month,
            "measure": measure, "service": "S"}  # fmt: skip


def test_the_last_twelve_months_count() -> None:
    rows = table("reach", reach("US", 5), reach("US", 2, date(2025, 11, 1), "views"),
                 reach("FR", 9, date(2025, 10, 1)), reach("KR", 3, artist="b"),
                 reach("Worldwide", 99))  # fmt: skip
    found = audience({"reach": rows}, [])
    assert found is not None
    assert found.plays == {"US": 7, "KR": 3}
    assert (found.first, found.last) == (date(2025, 11, 1), MONTH)
    assert (found.table, found.measure, found.services) == ("reach", "plays", ("S",))
    mine = audience({"reach": rows}, ["b"])
    assert mine is not None
    assert mine.plays == {"KR": 3}


def test_without_plays_ranks_are_weighted() -> None:
    ranks = {"US": 1.0, "TW": 10.0}
    rows = [{"day": MONTH, "territory": place, "measure": "rank", "quantity": rank}
            for place, rank in ranks.items()]  # fmt: skip
    usage = table("usage", *rows)
    found = audience({"usage": usage}, [])
    assert found is not None
    assert found.measure == "rank"
    assert found.plays["US"] == 1
    assert round(found.plays["TW"], 3) == 0.38


def test_an_artist_is_known_by_reach_alone() -> None:
    usage = table("usage", {"day": MONTH, "territory": "US", "measure": "views", "quantity": 1.0})
    assert audience({"usage": usage}, ["a"]) is None
    assert audience({}, []) is None


def test_tracks_by_people_count_by_what_is_read() -> None:
    captions = table(
        "captions",
        {"video_id": "v1", "language": "en-GB", "track_kind": "standard"},
        {"video_id": "v1", "language": "en", "track_kind": "standard"},
        {"video_id": "v1", "language": "ko", "track_kind": "asr"},
        {"video_id": "v2", "language": "zh-TW", "track_kind": "standard", "is_draft": False},
        {"video_id": "v2", "language": "fr", "is_draft": True},
        {"video_id": "v3", "language": "fr", "status": "failed"},
    )
    found = captioned({"captions": captions}, [])
    assert found.videos == 3
    assert found.by_language == {"en": 1, "zh-Hant": 1}
    assert captioned({}, []).videos == 0


def test_an_artists_videos_are_found_by_link_credit_and_tie() -> None:
    tables = {
        "artists": table("artists", {"artist_id": "a", "party_id": "p", "artist": "凪と灯",
                                     "artist_latin": "Nagi & Akari"}),
        "captions": table("captions", *({"video_id": each, "language": "en"}
                                        for each in ("v1", "v2", "v3", "v4"))),
        "video_links": table("video_links", {"video_id": "v1", "party_id": "p"},
                             {"video_id": "v2", "recording_id": "r"}),
        "credits": table("credits", {"recording_id": "r", "party_id": "p"}),
        "identities": table("identities", {"artist_id": "a", "video_id": "v3", "state": "tied"}),
    }  # fmt: skip
    assert captioned(tables, ["a"]).videos == 3
