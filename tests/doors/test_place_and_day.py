"""A day is a place's day: what is judged today, and the clock that instants are shown by."""

import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kaigai.desks.captions.clearances.actions import take
from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.terms.section import cell
from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.doors.calls import Terminal
from tests.doors.test_every_verb import ROOT
from tests.small_catalogue import DAWN

#: Half past eight in the morning of 1 November in Tokyo, while it is 31 October in London.
MORNING = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
CLEARED = """work,title,language,use,territories,start,end,holder,proof
W-1,港の灯,en,translation,Worldwide,2020-01-01,2026-10-31,Minato Music,contract 12
"""
SINCE = Text("since", "最初の検出")
SONG = File("song.en.srt", "1\n00:00:01,000 --> 00:00:03,000\n♪ the harbour lights ♪\n".encode())


@pytest.fixture
def facts(audited: Path, tmp_path: Path) -> Facts:
    """A label at home in Japan, with lyrics that were cleared until 31 October."""
    root = tmp_path / "label"
    shutil.copytree(audited, root)
    found = Facts.open(root)
    take(found, content=CLEARED.encode(), name="sheet.csv", by="Aoi", at=MORNING)
    return found


def asked(facts: Facts, verb: str, at: datetime = MORNING, **given: Any) -> Answer:
    """An answer at an instant."""
    return VERBS[verb](Call(facts, at, out=given.pop("out", "")), **given)


def leaves(facts: Facts, at: datetime) -> bool:
    """Whether the lyrics may leave."""
    given = {"file": SONG, "lyrics": True, "work": "W-1", "territory": "US", "out": "song.vtt"}
    try:
        return asked(facts, "captions convert", at, **given).file is not None
    except Refused:
        return False


def in_zone(facts: Facts, name: str) -> Facts:
    """The same label elsewhere."""
    (facts.root / "settings.toml").write_text(f'time_zone = "{name}"\n')
    return Facts.open(facts.root)


def test_a_clearance_ends_with_the_day_at_home(facts: Facts) -> None:
    assert leaves(facts, MORNING - timedelta(hours=9))
    assert not leaves(facts, MORNING)
    assert leaves(in_zone(facts, "Europe/London"), MORNING)
    assert not leaves(facts, MORNING + timedelta(hours=1))


def test_clearances_are_judged_so(facts: Facts) -> None:
    def said(of: Facts) -> str:
        sections = asked(of, "clearances").sections
        return " ".join(each for part in sections for row in part.cells("en") for each in row)

    ended = said(facts)
    assert ended != said(in_zone(facts, "UTC"))
    assert ended == said(in_zone(facts, "Asia/Seoul"))


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Tokyo", date(2026, 11, 1)), ("UTC", date(2026, 10, 31))]
)
def test_whatever_asks_for_today_has_the_same_day(facts: Facts, zone: str, day: date) -> None:
    label = in_zone(facts, zone)
    assert Call(label, MORNING).today == label.settings.day(MORNING) == day
    asked(label, "audit")
    audits = Engine(label)["audits"].to_pyarrow().to_pylist()
    assert max(audits, key=lambda row: str(row["at"])) is not None
    assert day in {row["as_of"] for row in audits}
    asked(label, "findability")
    assert set(Engine(label)["findability"].to_pyarrow()["as_of"].to_pylist()) == {day}


def test_an_as_of_day_ends_at_home(facts: Facts) -> None:
    at = datetime(2026, 11, 1, 16, tzinfo=UTC)  # 2 November in Tokyo
    asked(facts, "audit", at)

    def rows(of: Facts) -> int:
        shown = asked(of, "table", at, name="audits", as_of="2026-11-01")
        return int(shown.rows("en").count().execute())

    assert rows(facts) + 1 == rows(in_zone(facts, "UTC"))


def test_instants_are_shown_by_the_clock_at_home(facts: Facts) -> None:
    finding = f"no-latin-title:{DAWN}"

    def since(of: Facts) -> str:
        sections = asked(of, "show", what=finding).sections
        return next(
            cell(row[1], "en") for part in sections for row in part.rows if row[0] == SINCE
        )

    tokyo, london = since(facts), since(in_zone(facts, "Europe/London"))
    assert (tokyo, london) == ("2026-11-01 21:00 JST", "2026-11-01 12:00 GMT")


def test_a_page_says_when_it_was_made_by_that_clock(
    facts: Facts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    kaigai = Terminal(monkeypatch, facts.root)
    assert kaigai("show", DAWN, "--out", "home.html").status == 0
    assert re.search(r"Made \d{4}-\d\d-\d\d \d\d:\d\d JST", Path("home.html").read_text())
    in_zone(facts, "Asia/Kolkata")
    assert kaigai("show", DAWN, "--out", "away.html").status == 0
    assert re.search(r"Made \d{4}-\d\d-\d\d \d\d:\d\d IST", Path("away.html").read_text())


def test_rows_for_programs_stay_in_utc(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Terminal(monkeypatch, facts.root)("show", f"no-latin-title:{DAWN}", "--json").out
    assert "2026-11-01 12:00:00+00:00" in rows


def test_a_zone_that_is_none_is_said(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    in_zone(facts, "Asia/Tokio")
    done = Terminal(monkeypatch, facts.root)("clearances", lang="ja")
    assert done.status == 2
    assert "time_zone" in done.error
    assert "Asia/Tokyo" in done.error


def test_nothing_takes_the_day_of_an_instant_in_utc() -> None:
    wrong = re.compile(r"\bat\.date\(\)|\bdate\.today\(|\.now\(\)|utcnow|fromtimestamp\([^,]*\)")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line in path.read_text().splitlines()
        if wrong.search(line)
    ]
    assert found == []
