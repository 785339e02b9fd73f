"""Deals as rights: territories, services, uses, days, and whose deals a recording has."""

from datetime import date
from typing import Any

import pytest

from kaigai.formats.ddex.grants import Channel, Deal, Period, ReleaseDeal, Use
from kaigai.formats.ddex.message import Head, MessageParty
from kaigai.formats.ddex.places import Places
from kaigai.formats.ddex.times import When, when_from
from kaigai.sources.ern.deal_rows import Granted, mask_of_places
from kaigai.sources.rights import NOTHING
from kaigai.terms.territories import WORLD, complement, mask_of

NAMI = MessageParty("PADPIDA2026010102B", "Nami Music")


def granted(*recipients: MessageParty) -> Granted:
    return Granted(Head("NewReleaseMessage", "43", recipients=list(recipients)))


def rows(deal: Deal, *recipients: MessageParty, previews: set[str] | None = None) -> list[Any]:
    these = granted(*(recipients or (NAMI,)))
    these.add(ReleaseDeal(["R0"], [deal]), previews or set())
    return these.deal_rows[these.set_of(["R0"])] if these.set_of(["R0"]) else []


def day(text: str) -> When:
    when = when_from(text)
    assert when is not None
    return when


def deal(**changes: Any) -> Deal:
    plain = {
        "places": Places(("JP",)),
        "commercial_models": ["SubscriptionModel"],
        "uses": [Use("OnDemandStream")],
        "periods": [Period(day("2026-04-01"))],
    }
    return Deal(**{**plain, **changes})


@pytest.mark.parametrize(
    ("places", "mask", "given"),
    [
        (Places(("JP", "KR")), mask_of(["JP", "KR"]), "JP KR"),
        (Places(("392",)), mask_of(["JP"]), "392"),
        (Places(("Worldwide",)), WORLD, "Worldwide"),
        (Places(("US",), is_excluded=True), complement(mask_of(["US"])), "not US"),
        (Places(("ES-CN",), is_excluded=True), WORLD, "not ES-CN"),
        (None, WORLD, ""),
    ],
)
def test_mask(places: Places | None, mask: Any, given: str) -> None:
    assert mask_of_places(places) == (mask, given)


def test_plain_right() -> None:
    (row,) = rows(deal())
    assert row["commercial_model"] == "SubscriptionModel"
    assert (row["use_type"], row["use"], row["service"]) == ("OnDemandStream", "stream", NAMI.name)
    assert (row["start_day"], row["end_day"]) == (date(2026, 4, 1), None)
    flags = ("takedown", "is_preorder", "is_elsewhere")
    assert [row[flag] for flag in flags] == [False] * 3
    assert row["is_discoverable"]


def test_one_row_for_each_model_and_use() -> None:
    uses = [Use("OnDemandStream"), Use("PermanentDownload", is_discoverable=False)]
    found = rows(deal(commercial_models=["A", "B"], uses=uses))
    assert len(found) == 4
    assert {(row["use"], row["is_discoverable"]) for row in found} == {
        ("stream", True),
        ("download", False),
    }


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("2026-05-31", date(2026, 5, 31)),
        ("2026-06-01T00:00:00+09:00", date(2026, 5, 31)),
        ("2026-05-31T23:59:59", date(2026, 5, 31)),
    ],
)
def test_days_are_inclusive(end: str, last: date) -> None:
    (row,) = rows(deal(periods=[Period(None, day(end))]))
    assert (row["start_day"], row["end_day"]) == (None, last)


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"withdrawal": "TakeDown", "uses": []}, "takedown"),
        ({"is_pre_order": True}, "is_preorder"),
        ({"is_out_of_band": True}, "is_elsewhere"),
        ({"places": None}, "is_elsewhere"),
        ({"technical_refs": ["T1C"]}, "is_preorder"),
    ],
)
def test_what_is_no_plain_grant(changes: dict[str, Any], flag: str) -> None:
    (row,) = rows(deal(**changes), previews={"T1C"})
    raised = [name for name in ("takedown", "is_preorder", "is_elsewhere") if row[name]]
    assert raised == [flag]


def test_a_deal_for_whole_files_is_a_grant() -> None:
    (row,) = rows(deal(technical_refs=["T1"]), previews={"T1C"})
    assert not row["is_preorder"]


SEA = MessageParty(None, "Sea")


@pytest.mark.parametrize(
    ("changes", "recipients", "services"),
    [
        ({}, (NAMI, SEA), {"Nami Music", "Sea"}),
        ({}, (MessageParty(NAMI.dpid),), {NAMI.dpid}),
        ({"channels": [Channel("X", "Kaze")]}, (NAMI,), {"Kaze"}),
        ({"channels": [Channel("X")]}, (NAMI,), {"X"}),
        ({"excluded_channels": [Channel(None, "Kaze")]}, (NAMI,), {"Nami Music"}),
        ({"excluded_channels": [Channel(None, "Sea")]}, (NAMI, SEA), {"Nami Music"}),
        ({"excluded_channels": [Channel(NAMI.dpid)]}, (NAMI,), set()),
        ({}, (MessageParty(),), {None}),
    ],
)
def test_services(
    changes: dict[str, Any], recipients: tuple[MessageParty, ...], services: set[str | None]
) -> None:
    assert {row["service"] for row in rows(deal(**changes), *recipients)} == services


def test_sets_are_shared_and_added_up() -> None:
    these = granted(NAMI)
    these.add(ReleaseDeal(["R0", "R1"], [deal()]), set())
    these.add(ReleaseDeal(["R1"], [deal(places=Places(("KR",)))]), set())
    these.add(ReleaseDeal(["R2"], [deal()]), set())
    assert these.set_of(["R0"]) == these.set_of(["R2"])
    assert len(these.deal_rows[these.set_of(["R1"])]) == 2
    assert these.set_of(["R9"]) == NOTHING
    assert these.has_deals(["R9", "R1"])
    assert not these.has_deals(["R9"])


def test_a_deal_for_some_resources_holds_for_those() -> None:
    these = granted(NAMI)
    these.add(ReleaseDeal(["R0"], [deal(resource_refs=["A1"])]), set())
    assert these.set_of(["R0"], "A1") == these.set_of(["R0"]) != NOTHING
    assert these.set_of(["R0"], "A2") == NOTHING
