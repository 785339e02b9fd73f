"""What is remembered of elements: equal ones are one object, faulty ones are read anew."""

import pytest
from lxml import etree

from kaigai.formats.ddex import memo
from kaigai.formats.ddex.deals import deal_from
from kaigai.formats.ddex.faults import Faults
from kaigai.formats.ddex.grants import Deal
from kaigai.formats.ddex.memo import Memo

DEAL = "<Deal><DealTerms><TerritoryCode>{}</TerritoryCode></DealTerms></Deal>"


def deals(*codes: str) -> tuple[list[Deal], Faults]:
    """Deals of one list, read through one memory."""
    read, faults = Memo(deal_from), Faults()
    root = etree.fromstring(f"<DealList>{''.join(map(DEAL.format, codes))}</DealList>")
    return [read(element, faults) for element in root], faults


def test_equal_elements_are_one() -> None:
    (first, second, third), _ = deals("JP", "KR", "JP")
    assert first is third
    assert first == deal_from(etree.fromstring(DEAL.format("JP")), Faults())
    assert second.places != first.places


def test_a_fault_is_told_each_time() -> None:
    (first, second), faults = deals("XQ", "XQ")
    assert first is not second
    places = [problem.xpath for problem in faults.found]
    assert places == [f"/DealList/Deal[{n}]/DealTerms/TerritoryCode" for n in (1, 2)]


def test_forgets_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "KEPT", 2)
    found, _ = deals("JP", "KR", "US", "JP")
    assert found[0] == found[3]
    assert found[0] is not found[3]


def test_long_elements_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "LONGEST", 20)
    (first, second), _ = deals("JP", "JP")
    assert first is not second
