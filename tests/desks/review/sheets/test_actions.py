"""A sheet that comes back after the catalogue has changed overwrites nothing."""

import io
from datetime import timedelta
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from kaigai.desks.review.scope import ReviewError
from kaigai.desks.review.sheets.actions import give_out, take_in
from kaigai.desks.review.translation.actions import define
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.sheets.form import BadSheet
from kaigai.sources.naming import name_row
from tests.conftest import NOON
from tests.desks.review.suggested import copy_of, filled
from tests.small_catalogue import ALBUM, DAWN, LAMP

LATIN_DAWN, LATIN_LAMP = f"recording|{DAWN}|latin", f"recording|{LAMP}|latin"
LATIN_ALBUM = f"release|{ALBUM}|latin"


def deliver(facts: Facts, recording: str, title: str, *, latin: str | None = None) -> None:
    """A newer delivery that names a recording."""
    rows = [name_row("recording", recording, title, role="display", language="ja")]
    if latin:
        rows.append(name_row("recording", recording, latin, role="latin", language="ja-Latn"))
    old = facts.arrow("deliveries").to_pylist()[0]
    id = f"new-{recording}"
    delivery = {**old, "delivery_id": id, "scope": id, "delivered_at": NOON, "standing": 9}
    tagged = [{**row, "origin_id": old["origin_id"], "delivery_id": id} for row in rows]
    with facts.writing() as writing:
        for table, new in (("deliveries", [delivery]), ("names", tagged)):
            schema = TABLES[table].arrow_schema()
            writing.write(Change(table, pa.Table.from_pylist(new, schema=schema)))
        writing.commit(at=NOON, what="a newer delivery")


def test_what_changed_meanwhile_is_told(suggested: Path, tmp_path: Path) -> None:
    label = copy_of(suggested, tmp_path / "label")
    book = give_out(label, language="ja").file("x.xlsx")
    data = filled(
        book,
        {
            LATIN_DAWN: {"decision": "approve"},
            LATIN_LAMP: {"decision": "approve"},
            LATIN_ALBUM: {"approved form": "Ocean Song"},
        },
    )
    deliver(label, DAWN, "夜明け", latin="Daybreak")
    deliver(label, LAMP, "灯火")
    define(label, word="の歌", form="no Uta", at=NOON, by="葵")
    options = {"at": NOON + timedelta(days=1), "by": "葵", "sheet": "s.xlsx"}
    made = take_in(label, data=data, overturn=False, **options)  # type: ignore[arg-type]
    outcomes = {each.line["id"]: each.outcome for each in made.judged.verdicts}
    assert outcomes == {
        LATIN_DAWN: "conflict",  # an official form came, and wins
        LATIN_LAMP: "stale",  # the original is another now
        LATIN_ALBUM: "changed",
    }
    assert [(each.text, missing) for each, missing in made.warnings] == [
        ("Ocean Song", ("no Uta",))
    ]
    told = {row["subject_id"]: row["outcome"] for row in label.arrow("reviews").to_pylist()}
    assert told == {DAWN: "conflict", LAMP: "stale", ALBUM: "changed"}
    decided = label.arrow("name_decisions").to_pylist()
    assert [(row["subject_id"], row["text"], row["by"]) for row in decided] == [
        (ALBUM, "Ocean Song", "葵")
    ]


def test_the_workbook_is_locked_but_for_what_is_asked(suggested: Path) -> None:
    sheet = give_out(Facts.open(suggested), language="ja")
    page, hints = openpyxl.load_workbook(io.BytesIO(sheet.file("x.xlsx"))).worksheets
    assert page.protection.sheet
    heads = {str(cell.value): place for place, cell in enumerate(page[1], 1)}
    assert {"original / 原文", "approved form / 承認する表記"} <= set(heads)
    for head, column in heads.items():
        is_open = head.split(" / ")[0] in ("decision", "approved form", "note")
        assert page.cell(2, column).protection.locked is not is_open
    (rule,) = page.data_validations.dataValidation
    assert "承認,却下,保留" in rule.formula1
    assert page.freeze_panes == "A2"
    assert hints.title == "使い方"
    assert sheet.table().num_rows == len(sheet.rows) == page.max_row - 1


def test_a_sheet_that_is_none(suggested: Path) -> None:
    options = {"at": NOON, "sheet": "s.csv"}
    facts = Facts.open(suggested)
    with pytest.raises(BadSheet, match="the columns id"):
        take_in(facts, data=b"a,b\n1,2\n", by="葵", **options)  # type: ignore[arg-type]
    with pytest.raises(ReviewError, match="who decides"):
        take_in(facts, data=b"", by=" ", **options)  # type: ignore[arg-type]
