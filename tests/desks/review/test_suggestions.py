"""Which slots are open: nothing final stands there, or what did has become stale."""

from typing import Any

from kaigai.desks.review.suggestions import by_subject, open_slots


def subject(kind: str, id: str, original: str) -> dict[str, Any]:
    """A subject as it is looked up."""
    return {
        "subject_kind": kind, "subject_id": id, "original": original, "script": None,
        "reading": "よみ", "artist_id": "a", "artist": "港",
    }  # fmt: skip


def stands(id: str, slot: str, text: str, *, is_official: bool = True) -> dict[str, Any]:
    """What counts in a slot of a recording."""
    return {
        "subject_kind": "recording", "subject_id": id, "slot": slot, "text": text,
        "source": "mb.json", "is_official": is_official,
    }  # fmt: skip


SUBJECTS = [
    subject("recording", "1", "夜"),
    subject("recording", "2", "海"),
    subject("recording", "3", "風"),
    subject("party", "p", "港"),
    subject("video", "v", "海の歌 / Umi no Uta"),
]
STANDING = by_subject(
    [
        stands("1", "latin", "Yoru"),
        stands("2", "english", "Sea"),
        stands("3", "latin", "Kaze", is_official=False),
    ]
)


def opened(*stale: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Ids and slots that are open."""
    slots = open_slots(SUBJECTS, ["latin", "english"], STANDING, stale)
    return [(each.subject_id, each.slot) for each in slots]


def test_final_forms_close_a_slot_and_english_closes_the_latin_one() -> None:
    assert opened() == [("1", "english"), ("3", "latin"), ("3", "english"), ("p", "latin")]


def test_a_stale_form_is_asked_for_again() -> None:
    assert ("1", "latin") in opened(("recording", "1", "latin"))


def test_what_a_database_says_comes_along() -> None:
    slots = open_slots(SUBJECTS, ["latin"], STANDING)
    assert [(each.current, each.current_source) for each in slots if each.subject_id == "3"] == [
        ("Kaze", "mb.json")
    ]
    assert slots[0].script == "Hani"
