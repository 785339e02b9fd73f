"""A report as parts of a delivery: what is refused as a whole, and what its totals say."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.findings.check import CHECKS
from kaigai.findings.dossiers.dossier import Look
from kaigai.findings.dossiers.origin import origin
from kaigai.sources import actions, answers
from kaigai.sources.reader import HEAD, READERS, RefusedFile, recognise
from tests.sources.reports.reports import said, source
from tests.sources.reports.samples import CATALOGUE, FIRST, SAMPLES, STUDIO_EN, TUNECORE

NOON = datetime(2026, 7, 2, 12, tzinfo=UTC)
LABEL = Path(__file__).parents[3] / "examples" / "label"
REPORTS = {reader for reader, _, _ in SAMPLES}


@pytest.mark.parametrize(("reader", "name", "text"), SAMPLES)
def test_each_report_is_known_by_its_own_reader_only(reader: str, name: str, text: str) -> None:
    head = text.encode()[:65_536]
    assert [each for each in REPORTS if READERS[each].sniff(head, name)] == [reader]
    chosen = recognise(head, name)
    assert chosen is not None
    assert chosen.name == reader


@pytest.mark.parametrize(
    "text",
    [
        CATALOGUE,
        "アーティスト名,カナ,国\n海辺の電話,ウミベノデンワ,JP\n",
        "date,country,rank,title,artist,streams\n2026-04-01,JP,1,Yoru,Nami,100\n",
        "month,service,territory,isrc,video_id,streams,views\n2026-04,X,JP,JPZZ02600001,,5,\n",
        "title,plays\nYoru,3\n",
        "{}",
        "",
    ],
)
def test_other_files_are_left_to_others(text: str) -> None:
    assert not [each for each in REPORTS if READERS[each].sniff(text.encode(), "x.csv")]


def test_the_example_labels_own_files_are_left_to_others() -> None:
    files = [path for path in LABEL.rglob("*") if path.is_file()]
    assert LABEL / "catalogue_cp932.csv" in files
    for path in files:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
        assert not [each for each in REPORTS if READERS[each].sniff(head, str(path))], path.name


@pytest.mark.parametrize(("reader", "name", "text"), SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_does_not_matter(reader: str, name: str, text: str, encoding: str) -> None:
    if reader == "ddex-dsr" and encoding == "utf-16":
        return  # DDEX wants UTF-8
    plain, coded = said(reader, text, name), said(reader, text.encode(encoding), name)
    assert coded.usage == plain.usage
    assert READERS[reader].sniff(text.encode(encoding)[:65_536], name)


@pytest.mark.parametrize("reader", sorted(FIRST))
def test_a_report_without_rows_says_nothing(reader: str) -> None:
    name, text = FIRST[reader]
    header = max(range(len(text.splitlines())), key=lambda n: len(text.splitlines()[n]))
    if reader != "ddex-dsr":
        kept = "\n".join(text.splitlines()[: header + 1])
        assert said(reader, kept, name).usage == []


def test_without_a_period_a_report_is_refused() -> None:
    with pytest.raises(RefusedFile) as error:
        said("spotify-for-artists", FIRST["spotify-for-artists"][1], "songs.csv")
    assert "2026-07-01_2026-07-31" in error.value.refused.todo.ja


def test_a_restated_report_replaces_its_own_period_only(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "w", create=True)
    june, july = TUNECORE, TUNECORE.replace("2026-06-01", "2026-07-01")
    restated = june.replace('"1,200"', '"1,300"')
    for number, text in enumerate((june, july, restated)):
        path = tmp_path / str(number) / "tunecore.csv"
        path.parent.mkdir()
        path.write_text(text)
        actions.read(facts, paths=[path], at=NOON.replace(minute=number))
    rows = Engine(facts)["usage"].to_pyarrow().to_pylist()
    found = {(row["reported_day"].month, row["quantity"]) for row in rows}
    assert found == {(6, 1300.0), (6, 2.0), (7, 1200.0), (7, 2.0)}


def test_a_total_that_differs_is_shown_by_the_read_and_for_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Geography 2026-04-01_2026-05-01 Nami.csv"
    path.write_text(STUDIO_EN)
    facts = Facts.open(tmp_path / "w", create=True)
    result = actions.read(facts, paths=[path], at=NOON)
    stated = next(
        each
        for each in answers.read(result, None).sections
        if each.title.en == "Totals stated by reports"
    )
    (row,) = (row for row in stated.rows if row[2] == "views")
    assert row == (str(path), "total row, line 2", "views", 1600.0, 1500.0, -100.0)
    look = Look(Engine(facts), facts.settings, NOON.date(), CHECKS)
    shown = origin(look, result.origins[0].origin_id or "")
    assert [each.rows for each in shown if each.title == stated.title] == [
        tuple(row[1:] for row in stated.rows)
    ]


def test_two_layouts_of_one_reader_in_one_store(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "w", create=True)
    for number, (_, name, text) in enumerate(SAMPLES):
        path = tmp_path / str(number) / name.replace("!", "")
        path.parent.mkdir(parents=True)
        path.write_text(text)
    result = actions.read(facts, paths=[tmp_path / str(n) for n in range(len(SAMPLES))], at=NOON)
    assert {origin.reader for origin in result.origins} == REPORTS
    assert result.rows["usage"] > len(SAMPLES)
    assert result.rows["report_totals"] > 10


def mutations(text: str) -> st.SearchStrategy[bytes]:
    """The text with pieces cut out, doubled, or replaced by anything."""
    data = text.encode()
    places = st.integers(0, len(data))
    return st.builds(
        lambda a, b, junk: data[: min(a, b)] + junk + data[max(a, b) :],
        places,
        places,
        st.one_of(
            st.binary(max_size=20), st.sampled_from([b'"', b"\t", b",", b"\n", b"1E9", b"\0"])
        ),
    )


@pytest.mark.parametrize("reader", sorted(FIRST))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_but_a_refusal_comes_out(reader: str, data: st.DataObject) -> None:
    samples: Mapping[str, str] = {name: text for each, name, text in SAMPLES if each == reader}
    name = data.draw(st.sampled_from(sorted(samples)))
    content = data.draw(mutations(samples[name]))
    READERS[reader].sniff(content[:65_536], name)
    with suppress(RefusedFile):
        for _ in READERS[reader].read(source(content, name)):
            pass
