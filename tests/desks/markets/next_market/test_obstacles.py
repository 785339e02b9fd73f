"""What flags speak against is set apart from the first, with the flag in words."""

import ibis

from kaigai.desks.markets.next_market.actions import BY_PLAYS, BY_TERRITORIES, _charts_of
from kaigai.desks.markets.next_market.obstacles import set_apart
from kaigai.desks.markets.next_market.result import Next
from kaigai.desks.markets.reasons import Shut
from tests.desks.markets.small_panel import many, seen


def test_sanctioned_absent_and_closed_ones_are_apart_however_likely() -> None:
    found = [Next(code, 0.9 - at / 10, ()) for at, code in enumerate(("RU", "TW", "KR", "CN"))]
    first, apart = set_apart(
        found,
        seen(many(3, "a", {"JP": 9, "KR": 8})),
        service="Spotify",
        names={},
        shut={"TW": Shut(5, 5), "KR": Shut(1, 5)},
    )
    assert [each.territory for each in first] == ["KR"]
    assert [each.territory for each in apart] == ["RU", "TW", "CN"]
    assert "under sanctions" in apart[0].reasons[0].en
    assert apart[1].reasons[0].ja == "権利の設定で全5録音が閉じている。まず開放が必要"
    assert all(each.reasons for each in apart)


def _usage(*rows: tuple[str, str, int, str, float]) -> ibis.Table:
    names = ("service", "territory", "day", "measure", "quantity")
    return ibis.memtable(
        [
            dict(zip(names, row, strict=True)) | {"artist": "a", "title": "t", "subject_id": None}
            for row in rows
        ],
        schema={
            "service": "string",
            "territory": "string",
            "day": "int64",
            "measure": "string",
            "quantity": "float64",
            "artist": "string",
            "title": "string",
            "subject_id": "string",
        },
    ).mutate(day=lambda t: ibis.date(2026, 1, 1) + t.day.as_interval("D"))


def test_the_service_with_most_listeners_is_taken_and_not_that_with_most_days() -> None:
    ranks = [("Small", "JP", day, "rank", 1.0) for day in range(9)]
    ranks += [("Large", code, 0, "rank", 1.0) for code in ("JP", "US")]
    name, _, why = _charts_of(_usage(*ranks), None, None)
    assert (name, why) == ("Large", BY_TERRITORIES)
    plays = [("Small", "JP", 0, "streams", 9e6), ("Large", "JP", 0, "streams", 2.0)]
    name, _, why = _charts_of(_usage(*ranks, *plays), None, None)
    assert (name, why) == ("Small", BY_PLAYS)
