"""Whose plays: codes, names with evidence from home, homonyms, answers."""

from datetime import UTC, date, datetime
from typing import Any

import ibis.expr.types as ir
import pytest

from kaigai.identity.attribution import identify
from tests.conftest import table

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def artists(*rows: tuple[str, str | None]) -> ir.Table:
    """Artists by id with their home; every one is one party."""
    told = [{"party_id": id, "artist_id": id, "artist": id, "home_territory": h} for id, h in rows]
    return table("artists", *told)


def names(**spellings: str) -> ir.Table:
    """Spellings of parties, several parted by a bar."""
    return table(
        "names",
        *(
            {"subject_kind": "party", "subject_id": id, "text": text, "role": "display"}
            for id, texts in spellings.items()
            for text in texts.split("|")
        ),
    )


def charted(*rows: tuple[str, str, str, str]) -> dict[str, ir.Table]:
    """`reported` and `usage_monthly` of rows: id, title, artist, territories."""
    things = [
        {"reported_id": id, "subject_kind": "text", "title": title, "artist": artist}
        for id, title, artist, _ in rows
    ]
    return {"reported": table("reported", *things), "usage_monthly": seen(*rows)}


def seen(*rows: tuple[Any, ...]) -> ir.Table:
    return table(
        "usage_monthly",
        *(
            {
                "reported_id": row[0],
                "territory": place,
                "month": date(2026, 4, 1),
                "measure": "rank",
                "service": "Spotify",
                "length": "day",
                "weight": 1.0,
            }
            for row in rows
            for place in row[3].split()
        ),
    )


def found(tables: dict[str, ir.Table], home: str = "JP") -> dict[tuple[str, str], tuple[str, str]]:
    """State and reason by reported id and artist."""
    rows = identify(tables, home=home).to_pyarrow().to_pylist()
    return {(row["reported_id"], row["artist_id"]): (row["state"], row["reason"]) for row in rows}


FILLING = [(f"x{n}", f"filler {n}", "nobody", "JP KR US PH TH") for n in range(3)]


@pytest.fixture(scope="module")
def ties() -> dict[tuple[str, str], tuple[str, str]]:
    """Charts with all that names can be: proven, homonyms, native, spelt alike, nobody's."""
    tables = charted(
        ("both", "IRIS OUT", "Kenshi Yonezu", "JP US"),
        ("native", "Lemon", "米津玄師", "JP"),
        ("abroad", "Abroad only", "Kenshi Yonezu", "TW"),
        ("maki1", "Saan?", "Maki", "PH"),
        ("maki2", "Dilaw", "MAKI", "PH SG"),
        ("samurai", "サムライハート", "SPYAIR", "KR"),
        ("dream", "Dream", "LISA", "TH JP"),
        ("flame", "炎のうた", "LiSA", "JP"),
        ("luna", "Song", "Luna", "NL"),
        ("gims", "Song", "Gims Du Congo", "FR"),
        ("idol", "アイドルパワー", "M!LK", "JP US"),
        ("shop", "奶茶の店", "老板", "SG"),
        *FILLING,
    )
    homes = {"ky": "JP", "maki": "JP", "spy": "JP", "lisa": "JP", "lisa-th": "TH", "gims": "CD"}
    tables |= {
        "artists": artists(*homes.items(), ("l1", None), ("l2", None)),
        "names": names(
            **{"lisa": "LiSA", "lisa-th": "LISA", "l1": "Luna", "l2": "Luna"},
            ky="米津玄師|Kenshi Yonezu",
            maki="Maki|真樹",
            spy="SPYAIR",
            gims="Gims Du Congo",
        ),
    }
    return found(tables)


Ties = dict[tuple[str, str], tuple[str, str]]


def test_a_name_counts_where_it_charts_at_home(ties: Ties) -> None:
    assert ties["both", "ky"] == ("tied", "at-home")
    assert ties["native", "ky"] == ("tied", "at-home")
    assert ties["abroad", "ky"] == ("tied", "name-at-home")


def test_a_homonym_abroad_does_not_count(ties: Ties) -> None:
    assert ties["maki1", "maki"] == ("rejected", "not-at-home")
    assert ties["maki2", "maki"] == ("rejected", "not-at-home")


def test_native_script_is_evidence_without_a_home_chart(ties: Ties) -> None:
    assert ties["samurai", "spy"] == ("tied", "native-script")


def test_the_artist_spelt_so_is_meant(ties: Ties) -> None:
    assert ties["dream", "lisa-th"] == ("tied", "at-home")
    assert ties["dream", "lisa"] == ("rejected", "other-spelling")
    assert ties["flame", "lisa"] == ("tied", "at-home")


def test_several_of_a_name_without_proof_are_a_doubt(ties: Ties) -> None:
    assert ties["luna", "l1"] == ties["luna", "l2"] == ("doubt", "several-artists")


def test_a_home_whose_chart_was_not_read_is_a_doubt(ties: Ties) -> None:
    assert ties["gims", "gims"] == ("doubt", "home-not-covered")


def test_unlisted_artists_have_a_home_where_script_and_chart_agree(ties: Ties) -> None:
    assert ties["idol", "unlisted:JP"] == ("tied", "evident-home")
    assert not [id for id, _ in ties if id == "shop"]  # one kana in Chinese is a fashion


def test_the_labels_own_report_needs_no_chart() -> None:
    tables = charted(("a", "Song", "Maki", "PH"))
    usage = tables["usage_monthly"].mutate(reporter=tables["usage_monthly"].service.lower())
    tables |= {
        "usage_monthly": usage,
        "artists": artists(("maki", "JP")),
        "names": names(maki="Maki"),
    }
    assert found(tables) == {("a", "maki"): ("tied", "own-report")}


def test_codes_win_over_names() -> None:
    things = [
        {"reported_id": "i", "subject_kind": "recording", "subject_id": "JPZZ92500001"},
        {"reported_id": "v", "subject_kind": "video", "subject_id": "youtube:abc"},
        {"reported_id": "c", "subject_kind": "video", "subject_id": "youtube:own"},
        {"reported_id": "g", "subject_kind": "release", "subject_id": "9520000000011"},
    ]
    tables = {
        "reported": table("reported", *things),
        "usage_monthly": seen(("i", "", "", "US")),
        "artists": artists(("p", None)),
        "names": names(p="灯"),
        "recordings": table(
            "recordings", {"recording_id": "r1", "isrc": "JPZZ92500001", "party_id": "p"}
        ),
        "releases": table(
            "releases", {"release_id": "g1", "gtin": "9520000000011", "party_id": "p"}
        ),
        "videos": table(
            "videos",
            {"video_id": "youtube:abc", "channel_id": "x"},
            {"video_id": "youtube:own", "channel_id": "mine"},
        ),
        "video_links": table("video_links", {"video_id": "youtube:abc", "recording_id": "r1"}),
        "channels": table(
            "channels", {"channel_id": "mine", "party_id": "p", "is_official": True}
        ),
    }
    rows = identify(tables, home="JP").to_pyarrow().to_pylist()
    ties = {row["reported_id"]: (row["method"], row["recording_id"]) for row in rows}
    assert ties == {
        "i": ("isrc", "r1"),
        "v": ("video", "r1"),
        "c": ("channel", None),
        "g": ("gtin", None),
    }
    assert {row["home_territory"] for row in rows} == {"JP"}  # the catalogue's own home


@pytest.mark.parametrize(
    ("length_ms", "method", "state"),
    [
        (200_500, "title-artist-duration", "tied"),
        (None, "title-artist", "tied"),
        (280_000, "near-title", "doubt"),  # the title of ours, the length of another
    ],
)
def test_title_artist_and_duration(length_ms: int | None, method: str, state: str) -> None:
    thing = {"reported_id": "a", "subject_kind": "text", "title": "Hikari (feat. X)"}
    tables = {
        "reported": table("reported", {**thing, "artist": "灯", "duration_ms": length_ms}),
        "usage_monthly": seen(("a", "", "", "US")),
        "artists": artists(("p", "JP")),
        "names": names(p="灯"),
        "recordings": table(
            "recordings",
            {"recording_id": "r1", "title": "HIKARI", "party_id": "p", "duration_ms": 200_000},
        ),
    }
    (row,) = identify(tables, home="JP").to_pyarrow().to_pylist()
    assert (row["method"], row["recording_id"], row["state"]) == (method, "r1", state)


def test_an_answer_wins_and_the_newest_of_two() -> None:
    tables = charted(("a", "Song", "Luna", "NL"), ("b", "Other", "Luna", "NL"), *FILLING)
    tables |= {
        "artists": artists(("l1", "NL"), ("l2", "JP")),
        "names": names(l1="Luna", l2="Luna"),
        "identity_answers": table(
            "identity_answers",
            {"credit": "Luna", "artist_id": "l2", "answer": "no", "at": NOON},
            {"credit": "Luna", "artist_id": "l2", "answer": "yes", "at": NOON.replace(hour=13)},
            {"credit": "Luna", "title": "Other", "artist_id": "l2", "answer": "no", "at": NOON},
        ),
    }
    ties = found(tables)
    assert ties["a", "l2"] == ("tied", "answered")
    assert ties["a", "l1"] == ("rejected", "answered")
    assert ties["b", "l2"] == ("rejected", "answered")
