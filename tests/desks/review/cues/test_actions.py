"""Captions go out as a sheet and come back as captions of another language."""

from pathlib import Path

import pytest

from kaigai.desks.review.cues.actions import give_out_captions, take_in_captions
from kaigai.desks.review.scope import ReviewError
from kaigai.facts.export import export
from kaigai.facts.store import Facts
from kaigai.formats.captions import kinds
from kaigai.terms.text import Refused
from tests.conftest import NOON
from tests.desks.review.cues.test_translation import FILE


def test_there_and_back(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "label", create=True)
    sheet = give_out_captions(facts, data=FILE, name="a.ja.vtt", into="en", language="ja")
    out = tmp_path / "a.csv"
    export(sheet.table().to_reader(), out, "csv")
    text = out.read_text("utf-8-sig").splitlines()
    places = [cell.strip('"').split(" / ")[0] for cell in text[0].split(",")]
    cells = text[1].split(",")
    cells[places.index("translation")] = "Hello"
    data = "\n".join([text[0], ",".join(cells), text[2]]).encode("cp932", "replace")
    made = take_in_captions(
        facts, sheet=data, sheet_name="a.csv", data=FILE, name="a.ja.vtt", into="en",
        out="a.en.srt", by="葵", at=NOON,
    )  # fmt: skip
    captions = kinds.read(made.content, "a.srt").captions
    assert [cue.text for cue in captions] == ["Hello"]
    assert (made.taken.empty, made.remembered, made.language) == ([2], 1, "en")
    (entry,) = facts.arrow("translation_memory").to_pylist()
    assert (entry["source"], entry["target"], entry["by"]) == ("こんにちは", "Hello", "葵")
    assert {loss.feature for loss in made.losses} >= {"voice"}


def test_what_cannot_be_given_out(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "label", create=True)
    with pytest.raises(ReviewError, match="one with --language"):
        give_out_captions(facts, data=FILE, name="a.vtt", into="en,ko")
    empty = b"WEBVTT\n\n00:01.000 --> 00:02.000\n...\n"
    with pytest.raises(ReviewError, match="no words"):
        give_out_captions(facts, data=empty, name="a", into="en")


@pytest.mark.parametrize(
    ("out", "by", "says"),
    [
        ("a.vtt", "葵", "columns cue"),
        ("a.txt", "葵", "--out song.en.vtt"),
        ("", "葵", "--out song.en.vtt"),
        ("a.vtt", " ", "who translated"),
    ],
)
def test_what_cannot_be_taken_in(tmp_path: Path, out: str, by: str, says: str) -> None:
    facts = Facts.open(tmp_path / "label", create=True)
    with pytest.raises(Refused, match=says):
        take_in_captions(facts, sheet=b"a,b\n", sheet_name="s.csv", data=FILE, name="a.vtt",
                         into="en", out=out, by=by, at=NOON)  # fmt: skip
