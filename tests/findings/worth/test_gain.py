"""Gain: a closed territory, a right that ends, what songs lack, and what is not known."""

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS
from kaigai.findings.worth.gain import WEIGHED, worth
from kaigai.terms.territories import mask_of

TEXTS = ("subject_kind", "subject_id", "artist_id", "measure", "territory")
NUMBERS = ("plays", "low", "high")
PLAYS = pa.schema(
    [(name, pa.string()) for name in TEXTS if name != "artist_id"]
    + [(name, pa.float64()) for name in NUMBERS]
)
MASK = ("m0", "m1", "m2", "m3")
FINDINGS = pa.schema([(n, pa.int64() if n in MASK else pa.string()) for n in WEIGHED])
OWNERS = pa.schema([(name, pa.string()) for name in TEXTS[:3]])


def table(rows: list[dict[str, Any]], schema: pa.Schema | str) -> ir.Table:
    """Rows as a table of the facts, or of a schema."""
    columns = TABLES[schema].arrow_schema() if isinstance(schema, str) else schema
    return ibis.memtable(pa.Table.from_pylist(rows, schema=columns))


def played(song: str, **territories: float) -> list[dict[str, Any]]:
    """A song's plays a year by territory."""
    return [
        {
            "subject_kind": "recording",
            "subject_id": song,
            "measure": "streams",
            "territory": territory,
            "plays": plays,
            "low": plays / 2,
            "high": plays * 2,
        }
        for territory, plays in territories.items()
    ]


def finding(check: str, song: str, *territories: str) -> dict[str, Any]:
    """A finding about a song of artist A."""
    mask = dict(zip(MASK, mask_of(territories), strict=True))
    return {
        "finding_id": f"{check}:{song}",
        "check": check,
        "subject_kind": "recording",
        "subject_id": song,
        "artist_id": "A",
        "worth": CHECKS[check].worth,
        **mask,
    }


def gained(
    findings: list[dict[str, Any]],
    plays: list[dict[str, Any]],
    demand: list[dict[str, Any]] | None = None,
) -> dict[str, dict[str, Any]]:
    """What each finding is worth."""
    owners = [
        {"subject_kind": "recording", "subject_id": song, "artist_id": "A"}
        for song in sorted({row["subject_id"] for row in plays})
    ]
    rows = worth(
        table(findings, FINDINGS),
        table(plays, PLAYS),
        table(owners, OWNERS),
        None if demand is None else table(demand, "demand"),
        home="JP",
    )
    return {row["finding_id"]: row for row in rows.to_pyarrow().to_pylist()}


OTHERS = [
    *played("a", JP=1000, TW=100),
    *played("b", JP=2000, TW=200),
    *played("c", JP=500, TW=50),
]


def test_a_closed_song_is_worth_what_others_are_played_there() -> None:
    row = gained([finding("not-available-abroad", "x", "TW")], [*OTHERS, *played("x", JP=3000)])
    worth = row["not-available-abroad:x"]
    assert worth["gain"] == pytest.approx(300)
    assert worth["gain_low"] == pytest.approx(300)  # the others agree to the letter
    assert (worth["gain_measure"], worth["gain_method"]) == ("streams", "own songs")


def test_songs_that_disagree_make_the_interval_wide() -> None:
    plays = [*played("a", JP=1000, TW=10), *OTHERS[2:], *played("x", JP=3000)]
    worth = gained([finding("deal-ended", "x", "TW")], plays)["deal-ended:x"]
    assert worth["gain_low"] < worth["gain"] < worth["gain_high"]
    assert worth["gain_low"] >= 0


def test_only_territories_of_the_finding_count() -> None:
    row = gained([finding("territory-hole", "x", "KR", "US")], [*OTHERS, *played("x", JP=3000)])
    assert row == {}


def test_where_no_song_is_open_the_model_speaks() -> None:
    demand = [
        {
            "artist_id": "A",
            "territory": "KR",
            "unit": "streams",
            "expected": 50.0,
            "expected_low": 20.0,
            "expected_high": 90.0,
        }
    ]
    plays = [*OTHERS, *played("x", JP=3000)]
    row = gained([finding("territory-hole", "x", "KR", "TW")], plays, demand)
    worth = row["territory-hole:x"]
    # A year at home is 6,500; the song has 3,000 of them.
    assert worth["gain"] == pytest.approx(300 + 50 * 12 * 3000 / 6500)
    assert worth["gain_method"] == "both"


def test_what_may_never_come_counts_by_its_chance() -> None:
    demand = [
        {
            "artist_id": "A",
            "territory": "KR",
            "unit": "streams",
            "expected": 50.0,
            "expected_low": 20.0,
            "expected_high": 90.0,
            "chance": 0.4,
        }
    ]
    plays = [*OTHERS, *played("x", JP=3000)]
    worth = gained([finding("territory-hole", "x", "KR")], plays, demand)["territory-hole:x"]
    assert worth["gain"] == pytest.approx(0.4 * 50 * 12 * 3000 / 6500)
    assert worth["gain_low"] == 0
    assert worth["gain_high"] == pytest.approx(90 * 12 * 3000 / 6500)
    assert worth["gain_method"] == "demand"


def test_a_song_that_nobody_counted_is_not_estimated() -> None:
    assert gained([finding("not-available-abroad", "new", "TW")], OTHERS) == {}


def test_a_right_that_ends_is_worth_the_plays_abroad_that_it_carries() -> None:
    row = gained([finding("deal-ends-soon", "a", "TW", "JP")], OTHERS)
    worth = row["deal-ends-soon:a"]
    assert (worth["gain"], worth["gain_low"], worth["gain_high"]) == (100, 50, 200)


def many(ratio_with: float, ratio_without: float) -> tuple[list[Any], list[Any]]:
    """Ten songs with a gap and ten without, and their plays."""
    plays, findings = [], []
    for n in range(10):
        for name, ratio in (("w", ratio_with), ("o", ratio_without)):
            noise = 1 + 0.1 * (n % 3)
            plays += played(f"{name}{n}", JP=1000 + 10 * n, US=1000 * ratio * noise)
        findings.append(finding("no-latin-title", f"w{n}"))
    return findings, plays


def test_what_songs_lack_is_compared_with_those_that_have_it() -> None:
    found = gained(*many(0.1, 0.2))
    assert len(found) == 10
    row = found["no-latin-title:w0"]
    assert row["gain"] == pytest.approx(100, rel=0.05)
    assert 0 < row["gain_low"] < row["gain"] < row["gain_high"]


@pytest.mark.parametrize("ratios", [(0.1, 0.1), (0.2, 0.1)])
def test_without_a_sure_difference_nothing_is_promised(ratios: tuple[float, float]) -> None:
    assert gained(*many(*ratios)) == {}


def test_a_few_songs_are_not_compared() -> None:
    findings, plays = many(0.1, 0.2)
    assert gained(findings[:5], plays) == {}
