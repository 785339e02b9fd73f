"""Memory and glossary on a real store: taken in once, removed, and told what is wrong."""

from pathlib import Path

import pytest

from kaigai.desks.review.translation.actions import (
    TranslateError,
    define,
    define_all,
    recall,
    remember,
    terms,
)
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import BadSheet
from kaigai.terms.text import Refused
from tests.conftest import NOON
from tests.small_catalogue import YUKI, small_catalogue

PAIRS = "日本語,英語,ko-KR,アーティスト\n夜明け,Dawn,새벽,佐藤ユキ\n海の歌,Song,,誰か\n".encode()


@pytest.fixture
def label(tmp_path: Path) -> Facts:
    """A small catalogue."""
    return small_catalogue(tmp_path / "label")


def test_a_bilingual_sheet_is_remembered_once(label: Facts) -> None:
    made = remember(label, data=PAIRS, name="m.csv", at=NOON, by="葵")
    assert (made.pairs, made.new, made.strangers) == (3, 3, ("誰か",))
    assert made.languages == {"en": 2, "ko-KR": 1}
    assert remember(label, data=PAIRS, name="m.csv", at=NOON, by="健").new == 0
    rows = {row["target"]: row for row in label.arrow("translation_memory").to_pylist()}
    assert (rows["Dawn"]["artist_id"], rows["Dawn"]["by"]) == (YUKI, "葵")
    assert rows["Song"]["artist_id"] is None


def test_source_and_target_may_be_named_by_the_call(label: Facts) -> None:
    data = "原文\t訳文\n夜\tNight\n".encode()
    assert remember(label, data=data, name="m.tsv", at=NOON, by="葵", target="en").new == 1
    with pytest.raises(BadSheet, match="columns"):
        remember(label, data=data, name="m.tsv", at=NOON, by="葵")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a,b\n1,2\n", "head the columns"),
        ("日本語,英語\n,\n".encode(), "no translations"),
        (b"\x00\x01\x02", "UTF-8"),
        (b"<tmx><body><tu>", "well-formed"),
    ],
)
def test_a_file_that_is_no_memory(label: Facts, data: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        remember(label, data=data, name="m", at=NOON, by="葵")


def test_terms_are_set_changed_and_removed(label: Facts) -> None:
    sheet = (
        "用語,訳語,言語,アーティスト\n推し,oshi,英語,\n聖地,,,佐藤ユキ\nx,y,qqq1,\n推し,bias,en,\n"
    ).encode()
    made = define_all(label, data=sheet, name="g.csv", at=NOON, by="葵")
    assert [each.place for each in made.bad] == [4, 5]
    assert "its second" in made.bad[1].expected.en
    later = NOON.replace(day=2)
    define(label, word="推し", form="bias", language="en", at=later, by="健")
    define(label, word="聖地", artist="佐藤ユキ", remove=True, at=later, by="健")
    (term,) = terms(label).terms
    assert (term["word"], term["form"], term["by"]) == ("推し", "bias", "健")


@pytest.mark.parametrize(
    ("word", "options", "says"),
    [
        ("無い", {}, "no term of the glossary"),
        ("推し", {}, "remove it as it was set: --language en"),
        ("推し", {"language": "ko"}, "remove it as it was set: --language en"),
        ("聖地", {"language": "en"}, "without --language and --artist"),
    ],
)
def test_a_term_is_removed_as_it_was_set(
    label: Facts, word: str, options: dict[str, str], says: str
) -> None:
    define(label, word="推し", form="oshi", language="English", at=NOON, by="葵")
    define(label, word="聖地", at=NOON, by="葵")
    later = NOON.replace(day=2)
    with pytest.raises(TranslateError, match=says):
        define(label, word=word, remove=True, at=later, by="葵", **options)
    assert len(terms(label).terms) == 2


def test_a_language_may_be_said_as_people_say_it(label: Facts) -> None:
    remember(label, data=PAIRS, name="m.csv", at=NOON, by="葵", source="日本語")
    (match, *_) = recall(label, text="夜明け", language="英語")
    assert match.entry.target == "Dawn"
    with pytest.raises(TranslateError, match="no language"):
        recall(label, text="夜明け", language="qqq1")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": " "}, "who does this"),
        ({"artist": "nobody"}, "no artist"),
        ({"language": "qqq1"}, "no language"),
    ],
)
def test_what_cannot_be_defined(label: Facts, options: dict[str, str], says: str) -> None:
    with pytest.raises(Refused, match=says):
        define(label, word="夜", at=NOON, **{"by": "葵", **options})  # type: ignore[arg-type]
    with pytest.raises(TranslateError, match="no term"):
        define(label, word=" ", at=NOON, by="葵")
