"""Sheets of clearances, as labels keep them."""

from datetime import date

import pytest

from kaigai.desks.captions.clearances.sheet import FORM, Understood
from kaigai.desks.captions.clearances.sheet import understood as understood_lines
from kaigai.formats.sheets.form import BadSheet
from kaigai.terms.territories import ISO


def understood(content: bytes, name: str) -> Understood:
    """What a file says."""
    return understood_lines(FORM.lines(content, name))


JA = """歌詞許諾一覧,,,,,,,,
作品ID,曲名,言語,用途,許諾地域,開始日,終了日,許諾者,契約書,状態
T-034.524.680-1,港の灯,英語,翻訳,全世界,2026/1/1,2026年12月31日,港音楽出版,契約12号,許諾済み
U-2,夜明け,日本語(ローマ字),ローマ字,"US, カナダ",,,港音楽出版,契約13号,許諾
"""


def test_a_japanese_sheet_in_cp932() -> None:
    found = understood(JA.encode("cp932"), "sheet.csv")
    assert found.bad == ()
    first, second = (record for record, _ in found.records)
    assert (first.work_id, first.language, first.use) == ("T-034.524.680-1", "en", "translation")
    assert (first.start, first.end) == (date(2026, 1, 1), date(2026, 12, 31))
    assert first.territories == ISO
    assert (second.language, second.use, second.status) == ("ja-Latn", "romanisation", "cleared")
    assert second.territories == ("CA", "US")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("work", "", "the work's id"),
        ("language", "Klingonish", "a language"),
        ("use", "karaoke", "translation or romanisation"),
        ("territories", "Atlantis", "territories by code or name"),
        ("end", "soon", "a day like"),
        ("end", "2020-01-01", "a start before the end"),
        ("status", "maybe", "a status"),
        ("proof", "", "a proof"),
        ("holder", "", "who allowed it"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_taken(
    column: str, value: str, said: str
) -> None:
    names = ["work", "language", "use", "territories", "start", "end", "holder", "proof", "status"]
    good = [
        "W-1",
        "en",
        "translation",
        "Worldwide",
        "2026-01-01",
        "2026-12-31",
        "P",
        "c1",
        "cleared",
    ]
    bad = [value if name == column else cell for name, cell in zip(names, good, strict=True)]
    sheet = "\n".join(",".join(row) for row in (names, good, bad))
    found = understood(sheet.encode(), "sheet.csv")
    assert len(found.records) == 1
    (refusal,) = found.bad
    assert refusal.place == 3
    assert said in refusal.expected.en


def test_another_sheet_is_refused_whole() -> None:
    with pytest.raises(BadSheet) as refused:
        understood(b"title,artist\nx,y\n", "songs.csv")
    assert "songs.csv" in refused.value.text.ja
