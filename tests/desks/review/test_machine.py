"""What is found without asking anybody."""

from typing import Any

from kaigai.desks.review.machine import found
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.glossary import Term
from kaigai.desks.review.translation.lookup import glossaries
from kaigai.desks.review.translation.memory import Entry, Memory

TERMS = glossaries(
    [
        Term("夜明け楽団", "Yoake Gakudan", artist_id="a", kind="artist"),
        Term("海の歌", "Umi no Uta", artist_id="a", kind="title"),
    ]
)
MEMORY = Memory([Entry("海の歌", "Song of the Sea", "ja", "en", "recording", "a", "m.tmx", "葵")])


def slot(original: str, slot: str, *, kind: str = "recording", **more: Any) -> Slot:
    """A slot of artist a."""
    return Slot(kind, "1", slot, original, "Jpan", artist_id="a", **more)


def test_a_reading_is_romanised() -> None:
    forms = found(slot("夜明け", "latin", reading="よあけ"), MEMORY, TERMS)
    assert forms[0].text == "Yoake"
    assert forms[0].origin == "romaniser:musicbrainz"
    assert 0 < (forms[0].confidence or 0) <= 1


def test_the_memory_says_who_approved_it() -> None:
    (form,) = found(slot("海の歌", "english"), MEMORY, TERMS)
    assert (form.text, form.origin) == ("Song of the Sea", "memory")
    assert form.based_on == "海の歌 (葵, m.tmx)"


def test_a_video_title_of_known_names_is_put_together() -> None:
    for where in ("latin", "english"):
        forms = found(slot("夜明け楽団「海の歌」【LIVE】", where, kind="video"), MEMORY, TERMS)
        assert forms[0].text == "Yoake Gakudan “Umi no Uta” [LIVE]"
        assert forms[0].origin == "catalogue"
    rest = found(slot("夜明け楽団の新曲", "english", kind="video"), MEMORY, TERMS)
    assert [form.origin for form in rest] == ["people"]


def test_a_public_database_is_named() -> None:
    forms = found(slot("風", "english", current="Wind", current_source="mb.json"), MEMORY, TERMS)
    assert (forms[0].text, forms[0].origin, forms[0].confidence) == (
        "Wind", "reference:mb.json", None,
    )  # fmt: skip


def test_people_are_asked_where_nothing_is_found() -> None:
    (form,) = found(slot("風", "lang:ko"), MEMORY, TERMS)
    assert (form.text, form.origin) == (None, "people")
