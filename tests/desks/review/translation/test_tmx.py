"""TMX is read with its inline tags and properties, and a dangerous one is not."""

import pytest

from kaigai.desks.review.translation.tmx import BadMemory, entries, is_tmx

HEAD = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><body>'
UNIT = (
    '<tu><prop type="x-artist">港</prop>'
    '<tuv xml:lang="JA-jp"><seg>夜<ph>{1}</ph>の<hi>海</hi></seg></tuv>'
    '<tuv lang="en-us"><seg> Sea <bpt i="1">&lt;b&gt;</bpt>at<ept i="1"/> night </seg></tuv>'
    '<tuv xml:lang="ko"><seg></seg></tuv></tu>'
)
OTHER = '<tu><tuv xml:lang="en"><seg>x</seg></tuv><tuv xml:lang="fr"><seg>y</seg></tuv></tu>'
WHOLE = f"{HEAD}{UNIT}{OTHER}</body></tmx>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_units_become_entries(encoding: str) -> None:
    text = WHOLE.replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    data = text.encode(encoding)
    assert is_tmx(data)
    (entry,) = entries(data, source="ja", origin="m.tmx")
    assert (entry.source, entry.target) == ("夜の海", "Sea at night")
    assert (entry.source_language, entry.target_language) == ("ja-JP", "en-US")
    assert (entry.artist_id, entry.origin) == ("港", "m.tmx")


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace('SYSTEM "tmx14.dtd"', '[<!ENTITY a "b">]'),
        WHOLE[:-30],
        "<tmx>&unknown;</tmx>",
    ],
)
def test_what_is_not_safe_or_whole_is_refused(text: str) -> None:
    with pytest.raises(BadMemory) as raised:
        list(entries(text.encode(), source="ja", origin=""))
    assert "To do" in raised.value.text.en


def test_a_file_outside_is_never_read() -> None:
    text = WHOLE.replace('"tmx14.dtd"', '"file:///etc/hostname"')
    assert len(list(entries(text.encode(), source="ja", origin=""))) == 1
