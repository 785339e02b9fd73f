"""Which artist is meant by an id, a spelling, a reading, or a part of a name."""

import unicodedata
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.identity.find_artist import NoArtist, SeveralArtists, find_artist, parties_of
from kaigai.sources.naming import name_row
from tests.conftest import NOON

ISNI, MBID, IPI = "0000999000000016", "b9545342-1e6d-4dae-84ac-013374ad8d7c", "00159586128"
CHANNEL = "UCkaigaiexample000000001"

#: party -> names by role
CALLED = {
    "kanata": {"display": "潮見かなた", "reading": "シオミ カナタ", "latin": "Kanata Shiomi"},
    "kanata2": {"display": "潮見かなた", "alias": "KANATA"},
    "oono": {"display": "オオノ", "latin": "Ōno"},
    "ono": {"display": "オノ", "latin": "Ono"},
    "band": {"display": "Ono Band", "alias": "小野隊"},
    "ueda": {"display": "Sano Ueda"},
    "haru": {"display": "ハル"},
    "haruka": {"display": "遥", "reading": "はるか"},
    "writer": {"display": "苫小路かなた", "latin": "Kanata Tomakouji"},
    "uta": {"display": "ｳﾀ団", "description": "前のユニットは潮"},
}
NUMBERS: dict[str, dict[str, str]] = {
    "kanata": {"isni": ISNI, "home_territory": "JP"},
    "ueda": {"mbid": MBID, "ipi": IPI},
}


def _written(root: Path, **tables: Any) -> Facts:
    facts = Facts.open(root, create=True)
    logged = {"delivery_id": "d", "origin_id": "o", "scope": "s", "kind": "new", "standing": 2}
    logged |= {"delivered_at": NOON, "read_at": NOON}
    rows: dict[str, list[dict[str, Any]]] = {"deliveries": [logged], **tables}
    with facts.writing() as writing:
        for name, each in rows.items():
            told = [{**row, "delivery_id": "d", "origin_id": "o"} for row in each]
            schema = TABLES[name].arrow_schema()
            kept = [{key: row[key] for key in row if key in schema.names} for row in told]
            writing.write(Change(name, pa.Table.from_pylist(kept, schema=schema)))
        writing.commit(at=NOON, what="a list")
    return facts


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A list of artists, of which nothing else was made yet."""
    parties = [
        {"party_id": id, "kind": "contributor" if id == "writer" else "artist"}
        | NUMBERS.get(id, {})
        for id in CALLED
    ]
    names = [
        name_row("party", id, text, role=role)
        for id, called in CALLED.items()
        for role, text in called.items()
    ]
    channel = {"channel_id": f"youtube:{CHANNEL}", "party_id": "kanata2", "is_official": True}
    root = tmp_path_factory.mktemp("found") / "workspace"
    return _written(root, parties=parties, names=names, channels=[channel])


@pytest.fixture(scope="module")
def asking(facts: Facts) -> Warm:
    """An engine over them."""
    return Warm(Engine(facts))


@pytest.mark.parametrize(
    "text",
    [
        "潮見かなた", "潮見", " 潮見　かなた ", "潮見カナタ", "シオミカナタ", "しおみ かなた",
        "ｼｵﾐｶﾅﾀ", "カナタ シオミ", "カナタシオミ", "shiomi", "Shiomi", "siomi", "KANATA SHIOMI",
        "Shiomi Kanata", "Shiomi, Kanata", "shiomikanata", "ＳＨＩＯＭＩ", "kanata", "kanata2",
        ISNI, "0000 9990 0000 0016", f"https://isni.org/isni/{ISNI}", CHANNEL,
        f"https://www.youtube.com/channel/{CHANNEL}",
    ],
)  # fmt: skip
def test_one_artist_in_any_way(asking: Warm, text: str) -> None:
    assert find_artist(asking, text) == "kanata"
    assert find_artist(asking, unicodedata.normalize("NFD", text)) == "kanata"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("オオノ", "oono"),
        ("おおの", "oono"),
        ("おの", "ono"),
        ("ono", "ono"),
        ("band", "band"),
        ("ueda", "ueda"),
        ("Ueda Sano", "ueda"),
        (MBID.upper(), "ueda"),
        (f"https://musicbrainz.org/artist/{MBID}", "ueda"),
        ("IPI 159.586.128", "ueda"),
        ("haru", "haru"),
        ("はる", "haru"),
        ("haruk", "haruka"),
        ("ウタ団", "uta"),
        ("うた団", "uta"),
        ("tomakouji", "writer"),
    ],
)
def test_exact_beats_reading_beats_part(asking: Warm, text: str, found: str) -> None:
    assert find_artist(asking, text) == found


def test_who_is_only_credited_is_meant_where_no_artist_is(asking: Warm) -> None:
    assert find_artist(asking, "かなた") == "kanata"
    assert find_artist(asking, "苫小路") == "writer"


def test_a_part_of_several_lists_them_and_what_to_type(asking: Warm) -> None:
    with pytest.raises(SeveralArtists) as told:
        find_artist(asking, "an")
    assert told.value.text.en == (
        "an fits several artists: Ono Band (band), Sano Ueda (ueda), Kanata Shiomi (kanata). "
        "Write more of the name, or the id in brackets"
    )
    assert "潮見かなた (kanata)" in told.value.text.ja
    with pytest.raises(SeveralArtists, match=r"Ōno \(oono\)"):
        find_artist(asking, "ohno")


def test_many_are_counted(asking: Warm) -> None:
    many = {f"x{n:02}": f"zzz {n:02}" for n in range(30)}
    with pytest.raises(SeveralArtists, match=r"zzz 09 \(x09\) and 20 more\."):
        find_artist(asking, "zzz", many)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Ono Bond", "Ono Band"),
        ("kanata shomi", "Kanata Shiomi"),
        ("シオミカタナ", "シオミ カナタ"),
    ],
)
def test_nobody_comes_with_the_nearest(asking: Warm, text: str, near: str) -> None:
    with pytest.raises(NoArtist) as told:
        find_artist(asking, text)
    assert f"もしかして: {near}" in told.value.text.ja
    assert f"Did you mean: {near}" in told.value.text.en


@pytest.mark.parametrize("text", ["", "  ", "!", "nobody at all", "前のユニット", "%", "_"])
def test_nobody_near_says_where_to_look(asking: Warm, text: str) -> None:
    with pytest.raises(NoArtist, match="kaigai names"):
        find_artist(asking, text)


def test_an_artist_of_charts_alone_is_found_after_those_of_the_tables(asking: Warm) -> None:
    others = {"name:shiomi": "Shiomi", "name:newjeans": "NewJeans", "name:ueda": "Ueda Sano"}
    assert find_artist(asking, "new jeans", others) == "name:newjeans"
    assert find_artist(asking, "jeans", others) == "name:newjeans"
    assert find_artist(asking, "shiomi", others) == "name:shiomi", "exact beats part"
    assert find_artist(asking, "shiom", others) == "kanata", "the table's own before others"
    with pytest.raises(NoArtist, match="NewJeans"):
        find_artist(asking, "newjeens", others)


def test_what_people_decided_is_a_name_and_what_they_rejected_is_none(facts: Facts) -> None:
    row = {"subject_kind": "party", "subject_id": "haruka", "by": "Hana", "at": NOON}
    rows = [
        {**row, "text": "Halka", "role": "latin", "language": "ja-Latn", "status": "approved"},
        {**row, "subject_id": "band", "text": "Ono Band", "role": "display", "status": "rejected"},
    ]
    facts.decide(lambda now: (None, {"name_decisions": rows}))
    asking = Warm(Engine(facts))
    assert find_artist(asking, "halka") == "haruka"
    with pytest.raises(NoArtist):
        find_artist(asking, "Ono Band")


def test_all_parties_of_an_artist(asking: Warm) -> None:
    assert parties_of(asking, "kanata") == ["kanata", "kanata2"]


def test_without_names_artists_go_by_what_they_are_called(tmp_path: Path) -> None:
    facts = _written(tmp_path / "bare", parties=[{"party_id": "own:7", "kind": "artist"}])
    assert find_artist(Warm(Engine(facts)), "own:7") == "own:7"
    nothing = Facts.open(tmp_path / "nothing", create=True)
    with pytest.raises(NoArtist):
        find_artist(Warm(Engine(nothing)), "own:7")
