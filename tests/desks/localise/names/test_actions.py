"""The registry of a real store: asked, given out as a sheet, taken back, and asked again."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.desks.localise.names.actions import NamesError, look_up, take
from kaigai.desks.localise.names.listed import Listed
from kaigai.desks.localise.names.sheet import heading, to_arrow
from kaigai.facts.export import export
from kaigai.facts.store import Facts
from tests.small_catalogue import DAWN, GAKUDAN, SEA, YUKI

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 3, 12, tzinfo=UTC)


def filled(listed: Listed, ending: str = "csv", **cells: str) -> bytes:
    """The sheet of some rows as it is given out, with cells of the first row filled in."""
    rows = to_arrow(listed.rows, listed.language).to_pylist()
    for slot, text in cells.items():
        rows[0][heading(slot)] = text
    stream = io.BytesIO()
    table = pa.Table.from_pylist(rows, to_arrow(listed.rows, listed.language).schema)
    export(table.to_reader(), stream, "xlsx" if ending == "xlsx" else "csv")
    return stream.getvalue()


def ids(listed: Listed) -> set[str]:
    return {row["subject_id"] for row in listed.rows}


def test_names_are_asked_for_by_artist_kind_and_gap(catalogue: Facts) -> None:
    every = look_up(catalogue)
    assert every.total == len(every.rows)
    assert {DAWN, SEA} <= ids(every)
    by_artist = look_up(catalogue, what="yoake gakudan", kind="recording")
    assert {row["artist"] for row in by_artist.rows} == {"夜明け楽団"}
    missing = look_up(catalogue, kind="recording", missing="latin")
    assert DAWN in ids(missing)
    assert SEA not in ids(missing)
    assert DAWN not in ids(look_up(catalogue, missing="reading"))


def test_a_suggestion_comes_with_its_confidence_and_is_no_name(catalogue: Facts) -> None:
    (row,) = look_up(catalogue, what=DAWN).rows
    assert row["latin"] is None
    assert row["suggestion"] == "Yoake"
    assert 0 < row["confidence"] <= 1


def test_one_subject_comes_with_every_name_and_its_source(catalogue: Facts) -> None:
    found = look_up(catalogue, what=SEA)
    assert [(form["slot"], form["text"]) for form in found.forms] == [
        ("latin", "Umi no Uta"),
        ("original", "海の歌"),
    ]
    assert found.forms[0]["source"].endswith(".xml")


def test_parties_of_one_artist_are_one_row(catalogue: Facts) -> None:
    artists = look_up(catalogue, kind="party")
    assert sorted(row["original"] for row in artists.rows) == ["佐藤ユキ", "夜明け楽団"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_comes_back_and_decides(catalogue: Facts, ending: str) -> None:
    given = look_up(catalogue, what=DAWN)
    content = filled(given, ending, latin="Yoake", english="Daybreak")
    taken = take(catalogue, content=content, name="n", by="Sato", at=NOON)
    assert [each["text"] for each in taken.decided] == ["Yoake", "Daybreak"]
    (row,) = look_up(catalogue, what=DAWN).rows
    assert (row["latin"], row["latin_locked"]) == ("Yoake", True)
    assert row["suggestion"] is None
    form = next(each for each in look_up(catalogue, what=DAWN).forms if each["slot"] == "latin")
    assert (form["by"], form["at"], form["source"]) == ("Sato", NOON, "sheet:n")
    # The same sheet once more: nothing new, nothing twice.
    again = take(catalogue, content=content, name="n", by="Sato", at=LATER)
    assert (again.decided, again.conflicts) == ((), ())


def test_two_people_with_the_same_sheet_are_a_conflict(catalogue: Facts) -> None:
    given = look_up(catalogue, what=DAWN)
    take(catalogue, content=filled(given, latin="Yoake"), name="a", by="Sato", at=NOON)
    second = filled(given, latin="Dawn", english="Dawn")
    taken = take(catalogue, content=second, name="b", by="Mori", at=LATER)
    assert [(each.theirs, each.ours) for each in taken.conflicts] == [("Dawn", "Yoake")]
    assert [each["role"] for each in taken.decided] == ["english"]
    assert look_up(catalogue, what=DAWN).rows[0]["latin"] == "Yoake"


def test_a_name_like_a_formula_goes_out_harmless_and_comes_back_whole(catalogue: Facts) -> None:
    given = look_up(catalogue, what=DAWN)
    take(catalogue, content=filled(given, english="=LOVE"), name="a", by="Sato", at=NOON)
    now = look_up(catalogue, what=DAWN)
    assert now.rows[0]["english"] == "=LOVE"
    content = filled(now)
    cells = next(iter(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:]))
    assert "'=LOVE" in cells
    assert take(catalogue, content=content, name="a", by="Sato", at=LATER).decided == ()


def test_a_decision_about_an_artist_holds_for_all_their_parties(catalogue: Facts) -> None:
    given = look_up(catalogue, what="佐藤ユキ", kind="party")
    assert ids(given) == {YUKI}
    take(catalogue, content=filled(given, latin="Yuki Sato"), name="a", by="Sato", at=NOON)
    assert look_up(catalogue, what="yuki sato", kind="party").rows[0]["latin"] == "Yuki Sato"
    assert look_up(catalogue, what=GAKUDAN, kind="party").total == 1


@pytest.mark.parametrize(
    ("asked", "en"),
    [
        ({"kind": "album"}, "--kind album"),
        ({"missing": "title"}, "--missing title"),
        ({"language": "klingonese"}, "no language tag"),
    ],
)
def test_a_word_that_means_nothing_is_told(
    catalogue: Facts, asked: dict[str, str], en: str
) -> None:
    with pytest.raises(NamesError, match=en):
        look_up(catalogue, **asked)  # type: ignore[arg-type]


def test_no_names_no_sheet_and_nobody_who_decides(catalogue: Facts, tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="kaigai read"):
        look_up(Facts.open(tmp_path / "empty", create=True))
    with pytest.raises(NamesError, match="stamp"):
        take(catalogue, content=b"a,b\n1,2\n", name="x.csv", by="Sato", at=NOON)
    with pytest.raises(NamesError, match="--by"):
        take(catalogue, content=b"", name="x.csv", by=" ", at=NOON)
