"""One thing with all that is known of it, for every kind of thing."""

from datetime import date
from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.settings import DEFAULTS
from kaigai.facts.sql_cache import Warm
from kaigai.facts.store import Facts
from kaigai.findings.check import CHECKS
from kaigai.findings.dossiers.lookup import find
from kaigai.findings.dossiers.show import Shown, judged_day, show
from kaigai.terms.section import Section
from kaigai.terms.text import Language
from tests.small_catalogue import ALBUM, CLIP, DAWN, DAY, GAKUDAN, SEA, TEASER, small_catalogue


@pytest.fixture(scope="module")
def engine(audited: Path) -> Engine:
    """An engine over the audited workspace."""
    return Engine(Facts.open(audited))


SEEN: dict[tuple[str, date], Shown] = {}


def shown(engine: Engine, text: str, day: date = DAY) -> Shown:
    """What is shown of the one thing that a text means; asked once, looked at often."""
    if (text, day) not in SEEN:
        [match] = find(Warm(engine), text)
        SEEN[text, day] = show(engine, match, settings=DEFAULTS, day=day, checks=CHECKS)
    return SEEN[text, day]


def section(seen: Shown, title: str) -> Section:
    """The section whose English title begins so."""
    return next(each for each in seen.sections if each.title.en.startswith(title))


def lines(seen: Shown, title: str, language: Language = "en") -> list[str]:
    """The rows of a section, cells joined by " | ", and its note."""
    found = section(seen, title)
    note = [found.note.to(language)] if found.note else []
    return [" | ".join(row) for row in found.cells(language)] + note


def test_a_recording_with_its_names_and_files(engine: Engine) -> None:
    seen = shown(engine, SEA)
    assert "海の歌 | shown | ja | Jpan | 20261001_new.xml" in lines(seen, "Names")
    assert "Umi no Uta | romanised | ja-Latn | Latn | 20261001_new.xml" in lines(seen, "Names")
    assert lines(seen, "Credits") == ["composer | 佐藤ユキ | – | name:佐藤ユキ"]
    assert lines(seen, "Releases") == [f"海の歌 | Album | 2024-04-01 | 1-1 | {ALBUM}"]
    assert lines(seen, "Videos") == [f"夜明け楽団「海の歌」 | 3:21 | yes | 120,000 | {CLIP}"]
    assert [row.split(" | ")[0] for row in lines(seen, "Where it comes")] == [
        "20261001_new.xml",
        "catalogue.csv",
    ]


def test_two_recordings_under_one_isrc_are_told_apart(engine: Engine) -> None:
    assert [row.split(" | ")[0] for row in lines(shown(engine, SEA), "As delivered")] == [
        "海の歌",
        "海の歌 (Live)",
    ]
    titles = [each.title.en for each in shown(engine, DAWN).sections]
    assert "As delivered, each time" not in titles


def test_where_it_is_open_and_closed_and_why(engine: Engine) -> None:
    rows = lines(shown(engine, SEA), "Where it is open")
    assert rows == [
        "Namioto | download | 246 | China, North Korea, Syria (no deal) | –",
        "Namioto | streaming | 246 | China, North Korea, Syria (no deal) | –",
    ]
    assert lines(shown(engine, SEA), "Where it is open", "ja")[1] == (
        "Namioto | ストリーミング | 246 | 中国、北朝鮮、シリア (許諾なし) | –"
    )


def test_before_its_first_day_it_is_not_open_yet(engine: Engine) -> None:
    rows = lines(shown(engine, DAWN, date(2024, 3, 31)), "Where it is open")
    assert rows[0] == (
        "Namioto | download | – | Japan (not yet); everywhere but Japan (no deal) | –"
    )


def test_what_was_never_stated_is_unknown(engine: Engine) -> None:
    seen = shown(engine, "JPZZ92400003")
    assert lines(seen, "Where it is open")[0].endswith("| – | – | everywhere")
    assert "no deal list came with it" in lines(seen, "Deals")[0]


def test_what_was_never_delivered_says_so(engine: Engine) -> None:
    assert "on no release" in lines(shown(engine, "own:harbour:77"), "Where it is open")[0]


def test_deals_are_told_in_words(engine: Engine) -> None:
    assert lines(shown(engine, SEA), "Deals") == [
        "海の歌 | download | pay per item | Namioto | everywhere but China, North Korea, Syria"
        " | 2024-04-01 | – | –",
        "海の歌 | streaming | subscription | Namioto | everywhere but China, North Korea, Syria"
        " | 2024-04-01 | – | –",
    ]


def test_equal_deals_of_two_releases_are_told_once(engine: Engine) -> None:
    rows = lines(shown(engine, DAWN), "Deals")
    assert len(rows) == 2
    assert all("(+1) | " in row or row.startswith("夜明け | ") for row in rows)


def test_plays_are_added_up_and_placed(engine: Engine) -> None:
    assert lines(shown(engine, SEA), "Plays") == [
        "Namioto | streams | month | 2026-09-01 | 2026-09-01 | 93,700"
        " | Japan 90,000, Taiwan 2,500, United States 1,200"
    ]
    assert lines(shown(engine, DAWN), "Plays") == ["No plays of it were reported."]


def test_findings_in_words_and_the_gravest_of_them(engine: Engine) -> None:
    seen = shown(engine, DAWN)
    rows = lines(seen, "Findings")
    assert rows[0].startswith("high | ")
    assert any(row.endswith(f"no-latin-title:{DAWN}") for row in rows)
    assert seen.finding is not None
    assert seen.finding["finding_id"] == rows[0].split(" | ")[-1]
    assert section(seen, "Findings").opens == ((3, "show"),)


def test_an_artist_with_all_its_spellings(engine: Engine) -> None:
    seen = shown(engine, "Yoake Gakudan")
    assert seen.id == GAKUDAN
    assert "delivered as | own:1" in lines(seen, "Artist")
    assert "in Latin letters | Yoake Gakudan" in lines(seen, "Artist")
    assert "home | Japan" in lines(seen, "Artist")
    assert "本国 | 日本" in lines(seen, "Artist", "ja")
    assert len(section(seen, "Recordings").rows) == 2
    assert len(section(seen, "Videos").rows) == 2
    assert sum(row[1] for row in section(seen, "Findings by kind").rows) >= 8
    assert seen.label == "夜明け楽団"


def test_a_release_with_its_tracks(engine: Engine) -> None:
    seen = shown(engine, ALBUM)
    assert [row.split(" | ")[:2] for row in lines(seen, "Tracks")] == [
        ["1-1", "海の歌"],
        ["1-2", "夜明け"],
        ["1-3", "灯り"],
    ]
    assert "catalogue number | HRBR-1001" in lines(seen, "Release")
    assert "品番 | HRBR-1001" in lines(seen, "Release", "ja")


def test_a_video_with_its_recording_and_subtitles(engine: Engine) -> None:
    seen = shown(engine, CLIP)
    assert "link | https://www.youtube.com/watch?v=aaaaaaaaaaa" in lines(seen, "Video")
    assert "recording's length | 3:20" in lines(seen, "Video")
    assert lines(seen, "Subtitles") == ["Japanese | ja | written"]
    assert lines(seen, "Where it is open") == [
        "YouTube | watching | 248 | North Korea (blocked by the service) | –"
    ]


def test_subtitles_that_nobody_listed_are_not_known(engine: Engine) -> None:
    assert lines(shown(engine, TEASER), "Subtitles")[0].startswith("Not known")


def test_a_finding_with_evidence_and_what_to_do(engine: Engine) -> None:
    seen = shown(engine, f"territory-hole:{SEA}")
    assert "海の歌" in lines(seen, "What is wrong")[0]
    assert lines(seen, "What to do")[0]
    assert "worth | unknown" in lines(seen, "Finding")
    assert "since | 2026-11-01 12:00 UTC" in lines(seen, "Finding")
    assert lines(seen, "Territories") == ["China"]
    assert lines(seen, "Territories", "ja") == ["中国"]
    assert any(row.startswith("title | ") for row in lines(seen, "Evidence"))
    assert seen.finding is not None
    assert (seen.finding["subject_id"], seen.finding["check"]) == (SEA, "territory-hole")


def test_a_finding_whose_check_is_gone(engine: Engine) -> None:
    [match] = find(Warm(engine), f"territory-hole:{SEA}")
    seen = show(engine, match, settings=DEFAULTS, day=DAY, checks={})
    assert "no longer installed" in lines(seen, "What is wrong")[0]


def test_a_file_with_all_that_was_refused(engine: Engine) -> None:
    seen = shown(engine, "catalogue.csv")
    assert lines(seen, "Refused") == [
        "row 3, column ISRC | JPZZ9 | an ISRC | look it up",
        "row 8, column ISRC | =1+1 | an ISRC | look it up",
    ]
    assert lines(seen, "Refused", "ja")[0].endswith("ISRC | 調べてください")
    assert "recordings | 1" in lines(seen, "Rows by table")
    assert lines(seen, "Deliveries")[0].endswith(" | yes")
    assert seen.is_refused


@pytest.mark.parametrize("text", [SEA, DAWN, ALBUM, CLIP, "catalogue.csv", "佐藤ユキ"])
def test_everything_can_be_shown_before_any_audit(tmp_path: Path, text: str) -> None:
    engine = Engine(small_catalogue(tmp_path))
    [match] = [
        each for each in find(Warm(engine), text) if each.kind != "release" or text == ALBUM
    ]
    seen = show(engine, match, settings=DEFAULTS, day=DAY, checks=CHECKS)
    assert seen.sections
    assert (seen.finding, seen.is_audited) == (None, False)


def test_the_day_is_that_of_the_last_audit(engine: Engine, tmp_path: Path) -> None:
    today = date(2030, 1, 1)
    assert judged_day(engine, today) == DAY
    assert judged_day(Engine(small_catalogue(tmp_path)), today) == today
