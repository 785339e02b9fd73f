"""Sections as one table for other tools."""

from datetime import date

import pyarrow as pa

from kaigai.terms.section import Mark, Section, Share, facts
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Fold
from kaigai.verbs.rows import rows_of

PLAYS = Section(
    Text("Plays", "再生"),
    (Text("artist", "アーティスト"), Text("share abroad", "海外比率"), Text("last day", "最終日")),
    ((Text("Boat", "舟"), 0.5, date(2026, 11, 1)), ("波", 1, None)),
)
KNOWN = facts(Text("Known", "既知"), [(Text("home", "本国"), "JP"), (Text("of", "数"), 3)])


def test_one_section_is_its_rows_with_english_names_and_plain_values() -> None:
    table = rows_of([PLAYS, Section(Text("Empty", "空"))], "ja")
    assert table.schema.types == [pa.string(), pa.float64(), pa.date32()]
    assert table.to_pylist() == [
        {"artist": "舟", "share_abroad": 0.5, "last_day": date(2026, 11, 1)},
        {"artist": "波", "share_abroad": 1.0, "last_day": None},
    ]


def test_several_sections_say_which_one_a_row_is_of() -> None:
    rows = rows_of([PLAYS, KNOWN], "en").to_pylist()
    assert [row["section"] for row in rows] == ["Plays", "Plays", "Known", "Known"]
    assert rows[2]["name"] == "home"
    assert (rows[2]["value"], rows[3]["value"]) == ("JP", "3")
    assert rows[0]["name"] is None


def test_cells_of_every_kind_are_values() -> None:
    kinds = Section(
        Text("Kinds", "種類"),
        (Text("a", "a"), Text("a", "a"), Text("", ""), Text("d", "d")),
        ((Mark("high", Text("high", "高")), Share(0.25), ["x", Text("y", "わ")], True),),
    )
    row = rows_of([kinds], "ja").to_pylist()[0]
    assert row == {"a": "高", "a_2": 0.25, "column_3": "x; わ", "d": True}


def test_nothing_is_an_empty_table() -> None:
    assert rows_of([], "en").num_rows == 0


def test_sections_inside_folds_are_found() -> None:
    fold = Fold(Text("f", "f"), Text("", ""), (), (KNOWN,))
    assert Answer(Text("t", "題"), (PLAYS, fold)).sections == (PLAYS, KNOWN)
