"""Answers of the overview: what people read, in both languages, and what other tools get."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.store import Facts
from kaigai.findings.overview import actions, answers
from kaigai.findings.overview.groups import SHOWN
from kaigai.findings.overview.result import Overview
from kaigai.terms.section import Section, Share
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Card, Cards, Chart, Figures, Fold, Grounds
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.findings.small_label import AT, finding, small_label

JAPANESE = re.compile(r"[ぁ-んァ-ン一-龥]")
NAMES = re.compile(r"“[^”]*”|曲 p2-r5|波止場|夜凪")  # what is called so in English, too


def every(label: Facts) -> dict[str, Answer]:
    """The answer of each verb."""
    return {
        "overview": answers.overview(actions.overview(label)),
        "sources": answers.sources(actions.overview(label)),
        "availability": answers.availability(actions.availability(label), None),
        "todo": answers.todo(actions.todo(label)),
        "gaps": answers.gaps(actions.gaps(label)),
        "board": answers.board(actions.board(label)),
        "subtitles": answers.subtitles(actions.subtitles(label)),
        "artists": answers.artists(actions.artists(label), on_screen=False),
    }


def texts(value: Any) -> Iterator[Text]:
    """Every Text in an answer."""
    match value:
        case Text():
            yield value
        case list() | tuple():
            for each in value:
                yield from texts(each)
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                if name not in ("result", "table"):
                    yield from texts(getattr(value, name))


def test_nothing_is_left_unfilled_and_english_is_english(label: Facts) -> None:
    for name, answer in every(label).items():
        for each in texts(answer):
            assert not re.search(r"[{}]|None|nan\b", each.en + each.ja), (name, each)
            assert not JAPANESE.search(NAMES.sub("", each.en)), (name, each)


def test_rows_are_the_same_in_both_languages_but_for_names(label: Facts) -> None:
    for name, answer in every(label).items():
        rows = [answer.rows(language) for language in ("en", "ja")]
        assert isinstance(rows[0], pa.Table)
        assert rows[0].num_rows, name
        assert rows[0].schema.names == rows[1].schema.names


def test_the_overview_stands_on_what_was_read(found: Overview) -> None:
    grounds, figures = answers.overview(found).blocks
    assert isinstance(grounds, Grounds)
    assert grounds.day == Text("As of 1 November 2026", "2026年11月1日時点")
    assert [(each.label.en, each.value.en) for each in grounds.figures] == [
        ("Files", "1"),
        ("Recordings", "36"),
        ("Releases", "–"),
        ("Videos", "8"),
        ("Artists", "3"),
    ]
    said = {name.en: [each.en for each in lines] for name, lines in grounds.lines}
    assert said == {
        "Period": ["delivered 2026-10-20"],
        "Unknown": ["3 recordings: no deals delivered", "1 checks did not run"],
    }
    assert grounds.warning is None
    assert isinstance(figures, Figures)
    assert len(figures.figures) == 5


def test_a_stale_audit_and_refused_files_are_said(found: Overview) -> None:
    bad = replace(found.files[0], refused=2)
    stale = replace(found, audit=replace(found.audit, is_stale=True), files=(bad,))
    grounds = answers.overview(stale).blocks[0]
    assert isinstance(grounds, Grounds)
    assert grounds.warning
    assert "kaigai audit" in grounds.warning.ja
    assert grounds.figures[0].note == Text("2 refused", "うち2件は読めず")


def test_where_nothing_is_unknown_it_says_so(found: Overview) -> None:
    assert found.heard
    assert found.videos
    known = replace(
        found,
        audit=replace(found.audit, skipped=()),
        heard=replace(found.heard, home_unknown=0),
        played=(date(2026, 1, 1), date(2026, 4, 1)),
    )
    grounds = answers.overview(known).blocks[0]
    assert isinstance(grounds, Grounds)
    (_, period), (_, unknown) = grounds.lines
    assert period[1] == Text("plays January 2026 to April 2026", "再生数 2026年1月〜2026年4月")
    assert [each.ja for each in unknown] == ["特になし"]


def sections(answer: Answer) -> dict[str, Section]:
    """The lists of an answer by title."""
    return {each.title.en: each for each in answer.sections}


def test_sources_say_what_was_not_checked(found: Overview) -> None:
    told = sections(answers.sources(found))
    assert told["What was not checked"].rows[0][0] == "no-gtin"
    assert told["Files"].rows == (("ern", "contract", 1, 0, 100, date(2026, 11, 1)),)
    clean = replace(found, audit=replace(found.audit, skipped=()))
    assert sections(answers.sources(clean))["What was not checked"].note == Text(
        "Every check ran.", "すべての検査を実行しました。"
    )


def test_availability_is_a_map_the_markets_and_every_territory(label: Facts) -> None:
    answer = answers.availability(actions.availability(label), 20)
    world, markets, territories = answer.blocks
    assert isinstance(world, Chart)
    assert world.is_map
    assert world.single
    assert "all of them in 1 territories" in world.about.en
    assert isinstance(markets, Section)
    assert markets.rows[0] == (Text("Japan (home)", "日本(本国)"), Share(1.0), 33, 0, 0)
    assert isinstance(territories, Section)
    assert len(territories.rows) == 20
    assert territories.note == Text("… and 229 more territories", "… ほか229の国・地域")
    assert answer.rows("en").num_rows == 249
    assert answer.lede
    assert "33 recordings that can be heard in Japan" in answer.lede.en


def test_of_one_artist_the_artist_is_named(label: Facts) -> None:
    answer = answers.availability(actions.availability(label, artist="p1"), None)
    assert answer.lede
    assert "11 recordings of Hatoba (波止場)" in answer.lede.en
    assert "波止場の11録音" in answer.lede.ja


def test_without_deals_nothing_is_drawn(label: Facts) -> None:
    found = replace(actions.availability(label), heard=None)
    answer = answers.availability(found, None)
    assert answer.charts == ()
    assert answer.sections[0].note
    assert "DDEX" in answer.sections[0].note.ja


def test_what_to_do_first_has_an_example_or_what_it_sums_up(label: Facts) -> None:
    [cards] = answers.todo(actions.todo(label)).blocks
    assert isinstance(cards, Cards)
    titles, closed, _, video, *_ = cards.cards
    assert titles.title == Text("Hatoba (波止場)", "波止場")
    assert titles.sizes[0] == Text("12 recordings", "録音 12件")
    assert titles.lines[0].ja == "「曲 p1-r0」にはラテン文字がありません。"
    assert closed.lines == ()
    assert closed.sizes[1].en.startswith("248 territories: everywhere but Japan")
    assert video.sizes[0] == Text("1 video", "動画 1本")


def test_the_first_step_leads_to_the_first_findings(label: Facts) -> None:
    step, *_ = answers.todo(actions.todo(label)).steps
    assert (step.verb, step.given) == ("findings", {"check": "no-latin-title", "artist": "p1"})


def test_findings_are_counted_by_family_and_by_check(label: Facts) -> None:
    found = actions.gaps(label)
    bars, listed = answers.gaps(found).blocks
    assert isinstance(bars, Chart)
    assert "Can be found 12" in bars.about.en
    assert "Other 1" in bars.about.en  # of a check that is gone
    assert bars.legend
    assert ("high", Text("high 22", "高 22")) in bars.legend.marks
    assert isinstance(listed, Section)
    assert listed.folded
    assert "gone-check" in [row[1] for row in listed.rows]
    lede = answers.gaps(found).lede
    assert lede == Text(
        "26 findings, 22 of them of high severity.", "課題は26件、うち重大度「高」は22件です。"
    )
    later = replace(found, audit=replace(found.audit, is_first=False))
    assert answers.gaps(later).lede.en.endswith("before: 5 new, 1 fixed.")  # type: ignore[union-attr]


def test_a_heat_map_is_a_list_too(label: Facts) -> None:
    board = answers.board(actions.board(label))
    picture, listed = board.blocks
    assert isinstance(picture, Chart)
    assert isinstance(listed, Section)
    assert picture.title == listed.title
    hatoba = listed.rows[0]
    assert hatoba[0] == Text("Hatoba", "波止場")
    assert hatoba[3] == Text("12 of 12", "12 / 12")
    assert hatoba[6] == "?"  # the check of that family did not run
    [found] = [row for row in board.rows("en").to_pylist()
               if (row["artist_id"], row["family"]) == ("p1", "whole")]  # fmt: skip
    assert (found["with_finding"], found["of"]) == (1, 4)


def test_only_the_first_artists_are_told_as_such(label: Facts) -> None:
    few = answers.board(actions.board(label, limit=2))
    assert few.lede
    assert few.lede.en.endswith("The first 2 of 3 artists.")
    whole = answers.board(actions.board(label))
    assert whole.lede
    assert "of 3 artists" not in whole.lede.en
    listed = answers.artists(actions.artists(label, limit=2), on_screen=True)
    assert listed.lede
    assert "全3組のうち" in listed.lede.ja


@pytest.mark.parametrize(
    ("tag", "tags", "en", "ja"),
    [
        ("zh-hant", ("zh-hant", "en"), "Chinese", "中国語"),
        ("zh-hant", ("zh-hant", "zh-hans"), "Chinese Hant", "中国語 Hant"),
        ("id", ("id",), "Indonesian", "インドネシア語"),
    ],
)
def test_languages_are_short_above_columns(
    tag: str, tags: tuple[str, ...], en: str, ja: str
) -> None:
    assert answers.language_name(tag, tags) == Text(en, ja)


def cards_of(fold: Fold) -> list[Card]:
    """The cards in a fold."""
    return [card for block in fold.blocks if isinstance(block, Cards) for card in block.cards]


def test_an_artist_is_opened_to_read_its_findings(label: Facts) -> None:
    folds = answers.artists(actions.artists(label), on_screen=False).blocks
    hatoba, _, _, nobody = folds
    assert isinstance(hatoba, Fold)
    assert hatoba.about == Text("12 recordings · 4 videos", "録音 12件 · 動画 4本")
    assert [each.text.en for each in hatoba.marks] == ["high 16"]
    first = cards_of(hatoba)[0]
    assert first.about is None
    assert len(first.lines) == 12
    assert first.more is None
    assert isinstance(nobody, Fold)
    assert nobody.title == Text("Artist not known", "アーティスト不明")


def test_a_screen_has_fewer_examples_and_says_where_the_rest_is(label: Facts) -> None:
    hatoba = answers.artists(actions.artists(label), on_screen=True).blocks[0]
    assert isinstance(hatoba, Fold)
    first = cards_of(hatoba)[0]
    assert len(first.lines) == answers.EXAMPLES < SHOWN
    assert first.more
    assert first.more.why == Text("and 9 more", "ほか9件")
    assert first.more.given == {"check": "no-latin-title", "artist": "p1"}


def test_who_wants_all_artists_gets_all_examples(label: Facts) -> None:
    for limit, out, lines in ((5, "", answers.EXAMPLES), (5, "x.html", 12), (None, "", 12)):
        call = Call(label, AT, limit=limit, out=out)
        hatoba = VERBS["artists"](call).blocks[0]
        assert isinstance(hatoba, Fold)
        assert len(cards_of(hatoba)[0].lines) == lines


def test_a_finding_of_a_check_that_is_gone_is_still_told(label: Facts) -> None:
    yonagi = answers.artists(actions.artists(label), on_screen=False).blocks[1]
    assert isinstance(yonagi, Fold)
    gone = [card for card in cards_of(yonagi) if card.todo is None]
    assert [card.title.en for card in gone] == ["a check that is no longer installed"]
    assert "gone-check" in gone[0].lines[0].en


def test_where_nothing_was_found_every_answer_says_so(tmp_path: Path) -> None:
    for name, answer in every(small_label(tmp_path, findings=())).items():
        if name in ("todo", "gaps"):
            assert answer.sections[0].note == Text(
                "Nothing was found.", "課題は見つかりませんでした。"
            )
        assert answer.blocks


def test_worth_is_said_with_its_interval(tmp_path: Path) -> None:
    worth = {"gain": 1234.0, "gain_low": 500.0, "gain_high": 9000.0, "gain_measure": "streams"}
    row = finding("no-latin-title", "p1-r0") | worth | {"gain_method": "demand"}
    [cards] = answers.todo(actions.todo(small_label(tmp_path, findings=[row]))).blocks
    assert isinstance(cards, Cards)
    assert (
        cards.cards[0].sizes[-1].en.startswith("Worth: +1,200 streams a year (90 %: 500 to 9,000")
    )
