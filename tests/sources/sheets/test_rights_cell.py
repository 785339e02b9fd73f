"""Rights out of territory columns: granted, none, or unknown."""

from datetime import date

from kaigai.sources.readers.catalogue_sheet import catalogue_sheet
from kaigai.sources.rights import NOTHING
from tests.sources.reading import Read, read, source

HEADER = "ISRC,曲名,アルバム名,アーティスト,配信地域,除外地域,配信開始日,配信終了日\n"


def sold(row: str) -> Read:
    return read(catalogue_sheet, source(f"{HEADER}JPPO02300001,夜,夜,灯,{row}\n"))


def test_a_right_with_its_days() -> None:
    found = sold("日本のみ,,2024/4/1,2025-03-31")
    deal, place = found.one("deals"), found.one("territory_sets")
    assert (deal["start_day"], deal["end_day"]) == (date(2024, 4, 1), date(2025, 3, 31))
    assert (deal["use"], deal["service"], deal["takedown"]) == ("any", None, False)
    assert deal["territory_set_id"] == place["territory_set_id"]
    assert (place["n"], place["given"]) == (1, "日本のみ")
    assert found.one("tracks")["deal_set_id"] == deal["deal_set_id"]
    assert found.deliveries[0].has_deals is True


def test_excluded_territories_stand_alone_too() -> None:
    assert sold(',"中国、韓国",,').one("territory_sets")["n"] == 247
    assert sold("全世界,中国,,").one("territory_sets")["n"] == 248


def test_none_granted_differs_from_unknown() -> None:
    assert sold("なし,,,").one("tracks")["deal_set_id"] == NOTHING
    assert sold(",,,").one("tracks")["deal_set_id"] is None


def test_what_cannot_be_understood_stays_unknown() -> None:
    for row, column in (("ナルニア,,,", "配信地域"), ("日本,,夏,", "配信開始日")):
        found = sold(row)
        assert found.one("tracks")["deal_set_id"] is None
        assert "deals" not in found.tables
        assert found.places == [f"row 2, column {column}"]


def test_a_release_row_has_the_right_itself() -> None:
    header = "JAN,商品名称,アーティスト,配信地域\n"
    found = read(catalogue_sheet, source(header + "4988001234562,夜,灯,全世界\n"))
    assert found.one("releases")["deal_set_id"] == found.one("deals")["deal_set_id"]
