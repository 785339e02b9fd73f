"""The reader itself: what it recognises, how it refuses, and the published samples."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kaigai.facts.table import TABLES
from kaigai.registry import Registry
from kaigai.sources.reader import READERS, Reader, RefusedFile, recognise
from kaigai.sources.readers.ddex_ern import ddex_ern
from tests.formats.ddex.messages import message
from tests.sources.ern.rows import rows_of, source


def test_it_is_found_and_feeds_known_tables() -> None:
    assert READERS["ddex-ern"] is ddex_ern
    assert recognise(message().encode(), "anything.bin") is ddex_ern
    assert set(ddex_ern.feeds) <= set(TABLES)


def test_it_is_asked_before_all_others() -> None:
    others = [each.order for each in READERS.values() if each is not ddex_ern]
    assert ddex_ern.order < min(others)


ALONE = """
import sys
from kaigai.sources.reader import recognise
assert recognise(sys.stdin.buffer.read(), "x").name == "ddex-ern"
print([name for name in sys.modules if name.startswith("kaigai.sources.readers.")])
"""


def test_a_message_loads_no_other_reader() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE], input=message().encode(), capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == "['kaigai.sources.readers.ddex_ern']"


def test_where_packages_bring_readers_all_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = Registry("kaigai.sources.readers", Reader)
    assert readers.alone("ddex_ern") is ddex_ern
    monkeypatch.setattr("kaigai.registry.entry_points", lambda group: [group])
    assert Registry("kaigai.sources.readers", Reader).alone("ddex_ern") is None


@pytest.mark.parametrize("head", [b"artist,title\n", b"{}", b"<html/>"])
def test_it_leaves_other_files_to_others(head: bytes) -> None:
    assert not ddex_ern.sniff(head, "message.xml")


def test_a_broken_file_is_refused_with_its_line() -> None:
    with pytest.raises(RefusedFile) as error:
        list(ddex_ern.read(source(message().encode()[:-50])))
    refused = error.value.refused
    assert refused.place.startswith("line ")
    assert refused.todo.ja


def test_a_bad_element_is_refused_with_its_path() -> None:
    read = rows_of(message().replace("PT3M26.2S", "3:26"))
    (refused,) = read.refused
    assert "/NewReleaseMessage/ResourceList/SoundRecording[1]/Duration" in refused.place
    assert refused.found == "3:26"
    assert read.one("recordings")["duration_ms"] is None


# name -> deliveries, recordings, tracks, distinct deal sets of tracks
SAMPLES = {
    "001_audioalbum_complete": (1, 6, 6, 1),
    "014_missing_deal": (1, 9, 9, 1),
    "016_utf8_artists": (1, 12, 12, 1),
    "017_purged_release": (1, 0, 0, 0),
    "02_update": (1, 1, 1, 1),
    "411_longformvideo": (1, 2, 2, 1),
    "42_mixedmedia": (1, 17, 17, 6),
    "43_audio": (1, 21, 21, 1),
    "43_djmix": (1, 9, 1, 1),
    "43_simplevideosingle": (1, 1, 1, 1),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str, shared: Path) -> None:
    read = rows_of((shared / "ern" / f"{name}.xml").read_bytes())
    sets = set(read.column("tracks", "deal_set_id"))
    tables = Counter({table: len(rows) for table, rows in read.tables.items()})
    found = len(read.deliveries), tables["recordings"], tables["tracks"], len(sets)
    assert found == SAMPLES[name]
    assert read.refused == []


def test_japanese_album(shared: Path) -> None:
    read = rows_of((shared / "ern" / "43_audio.xml").read_bytes())
    assert set(read.column("territory_sets", "given")) == {"JP"}
    assert set(read.column("credits", "party_id")) == {"name:しゅうさえこ"}
    native = {text for text, language, role in read.names("recording") if language == "ja-Jpan"}
    assert "夢のララバイ" in native
    assert ("Dokoka de Haru ga", None, "display") in read.names("recording")
    assert ("ﾕﾒﾉﾊｼﾞﾏﾘ", "ja-Hrkt", "reading") in read.names("release")
    spelt = {text: role for text, _, role in read.names("party")}
    assert spelt["しゅうさえこ"] == "display"
    assert spelt["ｼｭｳｻｴｺ"] == "reading"
    assert {row["start_day"].isoformat() for row in read.tables["deals"]} == {"2004-04-01"}
    assert set(read.column("deals", "service")) == {"Sony DADC"}
