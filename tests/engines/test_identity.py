"""Who is who, and whose plays are whose, on both engines: the same literals, the same answers."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.facts.store import Facts
from kaigai.identity.attribution import identify
from kaigai.identity.find_artist import find_artist
from kaigai.identity.letters import has_kanji, has_native, is_japanese, spelling, spelt
from tests.conftest import table
from tests.identity.test_artists import groups, latin, native
from tests.identity.test_attribution import FILLING, artists, charted, found, names, seen

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("engine")


def test_spellings_are_brought_together_and_contradictions_stay_apart() -> None:
    parties = {
        "a": [native("佐藤悠希")],
        "b": [native("佐藤　悠希"), latin("Yuki Sato")],
        "c": [latin("YUKI SATO")],
        "d": [native("佐藤有希")],
        "e": [native("灯")],
        "f": [native("灯")],
    }
    isni = {"e": "0000000000000001", "f": "0000000000000002"}
    assert groups(parties, isni=isni) == ["abc", "d", "e", "f"]


def test_names_count_where_home_speaks_for_them() -> None:
    tables = charted(
        ("both", "IRIS OUT", "Kenshi Yonezu", "JP US"),
        ("native", "Lemon", "米津玄師", "JP"),
        ("abroad", "Abroad only", "Kenshi Yonezu", "TW"),
        ("maki", "Dilaw", "MAKI", "PH SG"),
        ("samurai", "サムライハート", "SPYAIR", "KR"),
        ("dream", "Dream", "LISA", "TH JP"),
        ("luna", "Song", "Luna", "NL"),
        ("idol", "アイドルパワー", "M!LK", "JP US"),
        ("asked", "Song", "Rin", "NL"),
        *FILLING,
    )
    homes = {"ky": "JP", "maki": "JP", "spy": "JP", "lisa": "JP", "th": "TH", "r1": "NL"}
    tables |= {
        "artists": artists(*homes.items(), ("l1", None), ("l2", None), ("r2", "JP")),
        "names": names(
            lisa="LiSA",
            th="LISA",
            l1="Luna",
            l2="Luna",
            r1="Rin",
            r2="Rin",
            ky="米津玄師|Kenshi Yonezu",
            maki="Maki|真樹",
            spy="SPYAIR",
        ),
        "identity_answers": table(
            "identity_answers",
            {"credit": "Rin", "artist_id": "r2", "answer": "no", "at": NOON},
            {"credit": "Rin", "artist_id": "r2", "answer": "yes", "at": NOON.replace(hour=13)},
        ),
    }
    ties = found(tables)
    assert ties["both", "ky"] == ("tied", "at-home")
    assert ties["abroad", "ky"] == ("tied", "name-at-home")
    assert ties["maki", "maki"] == ("rejected", "not-at-home")
    assert ties["samurai", "spy"] == ("tied", "native-script")
    assert ties["dream", "th"] == ("tied", "at-home")
    assert ties["dream", "lisa"] == ("rejected", "other-spelling")
    assert ties["luna", "l1"] == ties["luna", "l2"] == ("doubt", "several-artists")
    assert ties["idol", "unlisted:JP"] == ("tied", "evident-home")
    assert ties["asked", "r2"] == ("tied", "answered")
    assert ties["asked", "r1"] == ("rejected", "answered")


def test_codes_win_then_titles_of_the_catalogue() -> None:
    things: list[dict[str, Any]] = [
        {"reported_id": "i", "subject_kind": "recording", "subject_id": "JPZZ92500001"},
        {"reported_id": "v", "subject_kind": "video", "subject_id": "youtube:abc"},
        {"reported_id": "c", "subject_kind": "video", "subject_id": "youtube:own"},
        {"reported_id": "g", "subject_kind": "release", "subject_id": "9520000000011"},
        *(
            {"reported_id": id, "subject_kind": "text", "title": title, "artist": "灯",
             "duration_ms": length}
            for id, title, length in (
                ("t", "Hikari (feat. X)", 200_500), ("near", "Hikari", 280_000),
            )
        ),
    ]  # fmt: skip
    song = {"isrc": "JPZZ92500001", "title": "HIKARI", "duration_ms": 200_000}
    own, clip = ({"video_id": f"youtube:{name}", "channel_id": name} for name in ("own", "abc"))
    tables = {
        "reported": table("reported", *things),
        "usage_monthly": seen(("i", "", "", "US")),
        "artists": artists(("p", None)),
        "names": names(p="灯"),
        "recordings": table("recordings", {"recording_id": "r1", "party_id": "p", **song}),
        "releases": table(
            "releases", {"release_id": "g1", "gtin": "9520000000011", "party_id": "p"}
        ),
        "videos": table("videos", own, clip),
        "video_links": table("video_links", {"video_id": "youtube:abc", "recording_id": "r1"}),
        "channels": table("channels", {"channel_id": "own", "party_id": "p", "is_official": True}),
    }
    rows = identify(tables, home="JP").to_pyarrow().to_pylist()
    told = {row["reported_id"]: (row["method"], row["recording_id"], row["state"]) for row in rows}
    assert told == {
        "i": ("isrc", "r1", "tied"),
        "v": ("video", "r1", "tied"),
        "c": ("channel", None, "tied"),
        "g": ("gtin", None, "tied"),
        "t": ("title-artist-duration", "r1", "tied"),
        "near": ("near-title", "r1", "doubt"),
    }
    assert {row["home_territory"] for row in rows} == {"JP"}


TEXTS = ("Yūki SATŌ", "ﾖﾙ", "夜明け!", "ＡＢＣ１２", "봄날", "M!LK", "!!!", "Ночь", "オオノ")


def test_letters_are_the_same_letters() -> None:
    texts = ibis.memtable(pa.table({"text": list(TEXTS)}))
    rows = texts.select(
        "text",
        key=spelling(texts.text),
        native=has_native(texts.text),
        kanji=has_kanji(texts.text),
        japanese=is_japanese(texts.text),
    )
    told = {row["text"]: row for row in rows.to_pyarrow().to_pylist()}
    assert {text: row["key"] for text, row in told.items()} == {
        each: spelt(each) for each in TEXTS
    }
    kinds = {name: {text for text in TEXTS if told[text][name]} for name in ("native", "kanji")}
    assert kinds["native"] == {"ﾖﾙ", "夜明け!", "봄날", "Ночь", "オオノ"}
    assert kinds["kanji"] == {"夜明け!"}
    assert {text for text in TEXTS if told[text]["japanese"]} == {"ﾖﾙ", "夜明け!", "オオノ"}


@pytest.mark.parametrize(
    "text", ["潮見", "siomi", "ｼｵﾐ ｶﾅﾀ", "Shiomi Kanata", "0000 9990 0000 0016"]
)
def test_an_artist_is_meant_in_any_way(text: str, label: Path, engine: str) -> None:
    asking = Warm(Engine(Facts.open(label), engine))
    assert find_artist(asking, text) == "isni:0000999000000016"
