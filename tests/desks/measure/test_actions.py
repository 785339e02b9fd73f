"""From files to shares on a real store; the terminal and the notebook show the same."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

import kaigai
from kaigai.desks.measure import actions, answers
from kaigai.desks.measure.share_query import Wanted
from kaigai.doors.page.page import picture
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Chart
from tests.doors.calls import Terminal

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
LATER = AT.replace(hour=13)

ARTISTS = """アーティスト名,英語表記,国
青い灯,Aoi Hinokuni,日本
LUNA,Luna Sea Side,日本
Luna,Luna of Seoul,韓国
"""


def plays() -> str:
    """Plays of 青い灯 by month and territory, an audience in Taiwan that comes and goes."""
    rows = ["month,service,territory,title,artist,streams"]
    taiwan = [0, 400, 200, 0, 0]
    for at, taiwanese in enumerate(taiwan):
        month = f"2026-0{at + 1}"
        rows.append(f"{month},Umi Music,JP,しおさい,青い灯,{1000 + at}")
        rows.append(f"{month},Umi Music,US,Shiosai,Aoi Hinokuni,100")
        if taiwanese:
            rows.append(f"{month},Umi Music,TW,しおさい,青い灯,{taiwanese}")
    return "\n".join(rows) + "\n"


CHART = """date,country,position,song,artist
2026-05-01,PH,1,Moon,luna
2026-05-01,JP,1,しおさい,青い灯
2026-05-01,KR,1,Other,nobody
"""


Cli = Callable[..., str]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """A call of the command line; gives what it printed."""
    terminal = Terminal(monkeypatch, tmp_path / "none")

    def call(*words: str, status: int = 0) -> str:
        done = terminal(*words)
        assert done.status == status, done.out + done.error
        return done.out + done.error

    return call


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with artists, plays and a chart."""
    folder = tmp_path_factory.mktemp("measure")
    for name, content in (
        ("artists.csv", ARTISTS),
        ("plays.csv", plays()),
        ("spotify_daily.csv", CHART),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    facts = Facts.open(folder / "workspace", create=True)
    files = [folder / name for name in ("artists.csv", "plays.csv", "spotify_daily.csv")]
    done = read(facts, paths=files, at=AT)
    assert done.count("refused") == 0
    return folder / "workspace"


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Facts:
    """The same for a test that changes it."""
    shutil.copytree(made, tmp_path / "workspace")
    return Facts.open(tmp_path / "workspace")


def test_home_and_overseas_of_a_real_store(made: Path) -> None:
    facts = Facts.open(made)
    answer = actions.share(facts, at=AT, artist="Aoi Hinokuni")
    line = next(each for each in answer.shares if each.measure == "streams")
    assert (line.home, line.overseas, line.n_territories, line.months) == (5010, 1100, 2, 5)
    assert line.estimate.is_whole
    assert line.estimate.share == pytest.approx(1100 / 6110)
    assert answer.abroad is not None
    first = {each.territory: each for each in answer.abroad.first}
    assert first["US"].is_open
    assert (first["TW"].day.isoformat(), first["TW"].months) == ("2026-02-01", 2)
    assert answer.abroad.lasting.median == 2


def test_it_is_made_once_and_anew_after_a_read(copied: Facts) -> None:
    actions.measure(copied, at=AT)
    assert actions.measure(copied, at=AT) is False
    more = copied.root / "more.csv"
    more.write_text(
        "month,service,territory,title,artist,streams\n2026-06,Umi Music,JP,x,青い灯,5\n"
    )
    read(copied, paths=[more], at=LATER)
    assert actions.measure(copied, at=LATER) is True


def test_a_doubt_is_answered_by_a_person(copied: Facts, tmp_path: Path, cli: Cli) -> None:
    doubts = actions.whose(copied, at=AT, doubtful=True)
    assert {row["credit"] for row in doubts.rows} == {"luna"}
    sheet = tmp_path / "doubts.xlsx"
    cli("whose", "--doubtful", "--out", str(sheet), "--workspace", str(copied.root))
    book = openpyxl.load_workbook(sheet)
    filled = book.worksheets[0]
    names = [cell.value for cell in filled[1]]
    for row in filled.iter_rows(min_row=2):
        is_korean = row[names.index("home")].value == "KR"
        row[names.index("answer")].value = "はい" if is_korean else "maybe"
    book.save(sheet)
    said = cli(
        "whose", "import", str(sheet), "--by", "Hana", "--workspace", str(copied.root), status=1
    )
    assert "1 answers taken in" in said
    assert "maybe" in said
    again = actions.whose(copied, at=AT, artist="Luna of Seoul")
    assert {row["state"] for row in again.rows if row["home"] == "KR"} == {"tied"}
    kept = copied.arrow("identity_answers").to_pylist()
    assert [(row["answer"], row["by"]) for row in kept] == [("yes", "Hana")]


def test_an_answer_as_page_picture_and_table(made: Path) -> None:
    found = kaigai.open(made, language="ja").share(by="artist")
    html = found.page().html
    assert "青い灯" in html
    assert html.count("<svg") > 2
    assert picture(found.answer, "en", "svg").startswith(b"<svg")
    rows = {(row["group"], row["measure"]): row for row in found.arrow().to_pylist()}
    assert rows["name:青い灯", "streams"]["overseas"] == 1100
    titles = [section.title.en for section in found.sections]
    assert any("Umi Music streams" in title for title in titles)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--artist", "Aoi Hinokumi"), "Aoi Hinokuni"),
        (("--by", "planet"), "territory"),
        (("--from", "soon"), "2026-04"),
        (("--home", "Narnia"), "Narnia"),
        (("--out", "x.docx"), ".html"),
    ],
)
def test_what_the_call_got_wrong_is_said(
    made: Path, cli: Cli, arguments: tuple[str, ...], words: str
) -> None:
    assert words in cli("share", *arguments, "--workspace", str(made), status=2)


def test_without_plays_it_says_what_to_read(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "empty", create=True)
    with pytest.raises(actions.MeasureError, match="kaigai read"):
        actions.share(facts, at=AT)


def test_by_month_each_series_has_a_picture_and_its_list(made: Path) -> None:
    facts = Facts.open(made)
    found = actions.share(facts, at=AT, wanted=Wanted(by="month"))
    answer = answers.share(found, 3)
    streams, listed, *_, grounds = answer.blocks
    assert isinstance(streams, Chart)
    assert isinstance(listed, Section)
    assert streams.title == listed.title == Text(
        "Umi Music streams, 2026-03 – 2026-05", "Umi Music 再生 2026-03 – 2026-05"
    )  # fmt: skip
    assert [row[0] for row in listed.rows] == ["2026-03", "2026-04", "2026-05"]
    assert streams.source
    assert streams.source.en.startswith("From a list of plays, by month. Nothing is filled in")
    assert isinstance(grounds, Section)
    assert grounds.title.en == "What this rests on"
    drawn = streams.draw("en", "wide").to_dict(validate=False)
    months = {row["month"] for row in drawn["layer"][1]["data"]["values"]}
    assert len(months) == 5  # a picture has room for all of them
