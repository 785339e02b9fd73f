"""The reader of MusicBrainz: names and numbers of what the label has, and no more."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kaigai.desks.names.actions import names as names_of
from kaigai.facts.store import Facts
from kaigai.findings.actions import audit
from kaigai.sources.actions import read as read_files
from kaigai.sources.reader import RefusedFile, recognise
from kaigai.sources.readers.musicbrainz import musicbrainz
from kaigai.sources.readers.youtube import youtube
from tests.small_catalogue import DAWN, small_catalogue
from tests.sources.reading import Read, read, source

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
BAND, SONG, WORK, ALBUM = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(1, 5))
ARTIST = {
    "id": BAND, "name": "夜明け楽団", "sort-name": "Yoake Gakudan", "type": "Group",
    "country": "JP",
    "aliases": [{"name": "Daybreak Band", "sort-name": "x", "locale": "en", "primary": True}],
}  # fmt: skip
RECORDING = {
    "id": SONG, "title": "夜明け", "length": 1, "video": False, "isrcs": [DAWN],
    "artist-credit": [{"name": "夜明け楽団", "artist": {**ARTIST, "aliases": []}}],
    "aliases": [{"name": "Daybreak", "sort-name": "x", "locale": "en", "primary": True}],
    "relations": [{"work": {"id": WORK, "title": "夜明け", "iswcs": ["T-034.524.680-1"]}}],
    "releases": [{"id": ALBUM, "title": "海の歌", "barcode": "9520000000004"}],
}  # fmt: skip


def given(value: Any) -> Read:
    return read(musicbrainz, source(json.dumps(value, ensure_ascii=False), "reply.json"))


def test_it_is_found_by_content() -> None:
    assert recognise(json.dumps(ARTIST).encode(), "x.json") is musicbrainz
    assert recognise(b'{"recordings": [{"id": "x", "artist-credit": []}]}', "x") is musicbrainz
    assert recognise(b'{"items": [{"kind": "youtube#video"}]}', "x") is youtube
    assert not musicbrainz.sniff(b'"id","sort-name"\n1,2\n', "x.csv")


def test_a_recording_with_its_artist_work_and_release() -> None:
    found = given(RECORDING)
    assert found.refused == []
    assert found.column("mbids", "subject_id", "mbid") == [
        (DAWN, SONG), ("9520000000004", ALBUM), ("T0345246801", WORK),
    ]  # fmt: skip
    assert ("Daybreak", "en", "english") in found.names("recording")
    assert found.one("works")["iswc"] == "T0345246801"
    party = found.one("parties")
    assert (party["mbid"], party["home_territory"]) == (BAND, "JP")
    assert {row["is_official"] for row in found.tables["names"]} == {False}
    assert {each.standing for each in found.deliveries} == {0}
    assert "recordings" not in found.tables


def test_what_is_only_named_does_not_replace_what_was_asked_for() -> None:
    asked = {each.scope for each in given(ARTIST).deliveries}
    named = {each.scope for each in given(RECORDING).deliveries}
    assert asked == {f"musicbrainz:artist:{BAND}"}
    assert f"musicbrainz:named-artist:{BAND}" in named
    assert not asked & named


def test_recordings_without_a_number_are_counted_and_passed_over() -> None:
    bare = [{**RECORDING, "id": each, "isrcs": []} for each in (SONG, SONG[:-1] + "9")]
    found = given({"recordings": bare})
    assert [each.found for each in found.refused] == ["recording × 2"]
    assert not [key for key in found.keys["names"] if key.startswith("recording:")]


def test_an_entity_comes_once() -> None:
    assert len(given([ARTIST, ARTIST]).deliveries) == 1


@pytest.mark.parametrize("content", ['{"artists": [', '{"artists": []}', "[]"])
def test_a_file_without_anything_is_refused(content: str) -> None:
    with pytest.raises(RefusedFile):
        read(musicbrainz, source(content, "reply.json"))


def test_in_the_registry_it_is_a_suggestion_and_never_a_name(tmp_path: Path) -> None:
    facts = small_catalogue(tmp_path / "label")
    file = tmp_path / "reply.json"
    file.write_text(json.dumps([RECORDING, ARTIST], ensure_ascii=False), encoding="utf-8")
    result = read_files(facts, paths=[file], at=NOON)
    assert result.refusals == []
    found = names_of(Facts.open(tmp_path / "label"), what=DAWN)
    (row,) = found.rows
    assert (row["latin"], row["english"]) == (None, None)
    assert (row["suggestion"], row["suggested_by"]) == ("Daybreak", "public database")
    assert "Daybreak" in {form["text"] for form in found.forms}


def test_a_name_in_a_public_database_closes_no_finding(tmp_path: Path) -> None:
    facts = small_catalogue(tmp_path / "label")
    file = tmp_path / "reply.json"
    file.write_text(json.dumps(RECORDING, ensure_ascii=False), encoding="utf-8")
    read_files(facts, paths=[file], at=NOON)
    found = audit(facts, at=NOON, only=["no-latin-title"]).findings.column("subject_id")
    assert DAWN in found.to_pylist()
