"""The registry of a real store: asked, given out as a sheet, taken back, and asked again."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaigai.desks.names.actions import NamesError, names, take
from kaigai.desks.names.result import Names
from kaigai.desks.names.sheet import sheet_of
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import BadSheet
from tests.small_catalogue import DAWN, SEA

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 3, 12, tzinfo=UTC)


def filled(listed: Names, **cells: str) -> bytes:
    """The sheet of some rows as it is given out, with cells of the first row filled in."""
    sheet = sheet_of(listed.rows, listed.language, "en")
    first = {**sheet.rows[0], **cells}
    return replace(sheet, rows=[first, *sheet.rows[1:]]).file("names.xlsx")


def ids(listed: Names) -> set[str]:
    return {row["subject_id"] for row in listed.rows}


def test_names_are_asked_for_by_artist_kind_and_gap(catalogue: Facts) -> None:
    by_artist = names(catalogue, what="yoake gakudan", kind="recording")
    assert {row["artist"] for row in by_artist.rows} == {"夜明け楽団"}
    missing = names(catalogue, kind="recording", missing="latin")
    assert DAWN in ids(missing)
    assert SEA not in ids(missing)
    assert missing.total == len(missing.rows)
    row = next(row for row in missing.rows if row["subject_id"] == DAWN)
    assert (row["latin"], row["suggestion"]) == (None, "Yoake")
    assert 0 < row["confidence"] <= 1


def test_one_subject_comes_with_every_name_and_its_source(catalogue: Facts) -> None:
    found = names(catalogue, what=SEA)
    assert [(form["slot"], form["text"]) for form in found.forms] == [
        ("latin", "Umi no Uta"),
        ("original", "海の歌"),
    ]
    assert found.forms[0]["source"].endswith(".xml")


def test_parties_of_one_artist_are_one_row(catalogue: Facts) -> None:
    artists = names(catalogue, kind="party")
    assert sorted(row["original"] for row in artists.rows) == ["佐藤ユキ", "夜明け楽団"]


def test_a_sheet_comes_back_decides_and_conflicts_with_the_same_sheet(catalogue: Facts) -> None:
    given = names(catalogue, what=DAWN)
    content = filled(given, latin="Yoake")
    taken = take(catalogue, content=content, name="n", by="Sato", at=NOON)
    assert [each["text"] for each in taken.decided] == ["Yoake"]
    now = names(catalogue, what=DAWN)
    (row,) = now.rows
    assert (row["latin"], row["latin_locked"], row["suggestion"]) == ("Yoake", True, None)
    form = next(each for each in now.forms if each["slot"] == "latin")
    assert (form["by"], form["at"], form["source"]) == ("Sato", NOON, "sheet:n")
    # The same sheet once more, filled in by somebody else: what they agree on is no news.
    second = filled(given, latin="Dawn", english="=LOVE")
    later = take(catalogue, content=second, name="b", by="Mori", at=LATER)
    assert [(each.theirs, each.ours) for each in later.conflicts] == [("Dawn", "Yoake")]
    assert [(each["role"], each["text"]) for each in later.decided] == [("english", "=LOVE")]
    assert catalogue.arrow("name_decisions").num_rows == 2


def test_no_names_and_no_sheet(catalogue: Facts, tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="kaigai read"):
        names(Facts.open(tmp_path / "empty", create=True))
    with pytest.raises(BadSheet, match="stamp"):
        take(catalogue, content=b"a,b\n1,2\n", name="x.csv", by="Sato", at=NOON)
