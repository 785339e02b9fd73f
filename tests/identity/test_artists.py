"""Which parties are one artist: what ties them, what keeps them apart, and how they are shown."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.identity.artists import artists, brought_together
from tests.conftest import NOON, table

Name = tuple[str, str, str]


def native(text: str, role: str = "display") -> Name:
    return text, "Jpan", role


def latin(text: str, role: str = "latin") -> Name:
    return text, "Latn", role


def rows_of(
    parties: dict[str, list[Name]], **numbers: dict[str, str]
) -> dict[str, dict[str, Any]]:
    """The artists of parties with these names; `numbers` gives isni, mbid … by party."""
    people = [
        {"party_id": party, **{kind: given.get(party) for kind, given in numbers.items()}}
        for party in parties
    ]
    names = [
        {"subject_kind": "party", "subject_id": party, "text": text, "script": script,
         "role": role}
        for party, listed in parties.items()
        for text, script, role in listed
    ]  # fmt: skip
    found = brought_together(table("parties", *people), table("names", *names))
    return {row["party_id"]: row for row in found.to_pyarrow().to_pylist()}


def groups(parties: dict[str, list[Name]], **numbers: dict[str, str]) -> list[str]:
    """The parties of each artist, as words: `ab c`."""
    artists: dict[str, str] = {}
    for party, row in sorted(rows_of(parties, **numbers).items()):
        artists[row["artist_id"]] = artists.get(row["artist_id"], "") + party
    return sorted(artists.values())


YUKI, OTHER = native("佐藤悠希"), native("佐藤有希")


def test_a_shared_native_spelling_ties() -> None:
    assert groups({"a": [YUKI], "b": [native("佐藤　悠希")], "c": [OTHER]}) == ["ab", "c"]


def test_a_shared_native_alias_ties() -> None:
    assert groups({"a": [YUKI, native("ユッキー", "alias")], "b": [native("ユッキー")]}) == ["ab"]


def test_an_isni_that_conflicts_keeps_apart() -> None:
    assert groups({"a": [YUKI], "b": [YUKI]}, isni={"a": "1", "b": "2"}) == ["a", "b"]


def test_who_has_no_isni_joins_neither_of_two_homonyms() -> None:
    parties = {"a": [YUKI], "b": [YUKI], "c": [YUKI]}
    assert groups(parties, isni={"a": "1", "b": "2"}) == ["a", "b", "c"]
    assert groups(parties, isni={"a": "1"}) == ["abc"]


def test_a_shared_identifier_ties_whatever_the_spelling() -> None:
    assert groups({"a": [YUKI], "b": [OTHER]}, isni={"a": "1", "b": "1"}) == ["ab"]
    assert groups({"a": [YUKI], "b": [OTHER]}, mbid={"a": "m", "b": "m"}) == ["ab"]
    assert groups({"a": [YUKI], "b": [OTHER]}, proprietary_id={"a": "P:1", "b": "P:1"}) == ["ab"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("P:1", "P:2", ["a", "b"]), ("P:1", "Q:2", ["ab"]), ("1", "2", ["ab"])],
)
def test_two_numbers_of_one_sender_are_two_artists(
    one: str, other: str, expected: list[str]
) -> None:
    assert groups({"a": [YUKI], "b": [YUKI]}, proprietary_id={"a": one, "b": other}) == expected


def test_a_reading_alone_ties_no_homonyms() -> None:
    reading = ("サトウユキ", "Kana", "reading")
    assert groups({"a": [YUKI, reading], "b": [OTHER, reading]}) == ["a", "b"]


def test_a_latin_spelling_alone_ties_no_homonyms() -> None:
    shared = latin("Yuki Sato")
    assert groups({"a": [YUKI, shared], "b": [OTHER, shared], "c": [shared]}) == ["a", "b", "c"]


def test_a_latin_party_meets_the_only_native_one() -> None:
    parties = {"a": [YUKI, latin("Yuki Sato")], "b": [latin("YUKI SATŌ", "display")]}
    assert groups(parties) == ["ab"]
    assert groups({**parties, "c": [OTHER, latin("Yuki Satou")]}) == ["ab", "c"]


def test_an_alias_of_the_artist_sheet_ties() -> None:
    assert groups({"a": [YUKI, latin("YUKKY", "alias")], "b": [latin("Yukky", "display")]}) == [
        "ab"
    ]


def test_long_vowels_tell_native_names_apart() -> None:
    assert groups({"a": [native("ユキ")], "b": [native("ユウキ")]}) == ["a", "b"]
    assert groups({"a": [latin("Moon")], "b": [latin("Mon")]}) == ["a", "b"]


def test_a_chain_of_spellings_is_one_artist() -> None:
    chain = {f"{n:02}": [native(f"名{n}"), native(f"名{n + 1}", "alias")] for n in range(40)}
    assert len(groups(chain)) == 1


def test_a_chain_that_leads_to_another_isni_is_undone() -> None:
    parties = {
        "a": [YUKI], "b": [YUKI, native("ハル", "alias")], "c": [native("ハル")],
        "x": [native("ナツ")], "y": [native("ナツ")],
    }  # fmt: skip
    assert groups(parties, isni={"a": "1", "c": "2"}) == ["a", "b", "c", "xy"]


def test_a_latin_chain_between_two_native_names_is_undone() -> None:
    parties = {
        "a": [YUKI, latin("Yuki")], "b": [OTHER, latin("Aki")],
        "c": [latin("Yuki", "display"), latin("Aki", "alias")],
    }  # fmt: skip
    assert groups(parties) == ["a", "b", "c"]


def test_artists_are_shown_in_their_own_script_with_a_latin_name_that_is_no_alias() -> None:
    rows = rows_of(
        {"a": [YUKI, latin("Yuki Sato"), latin("YUKI", "alias")], "b": [YUKI], "c": []},
    )
    assert (rows["b"]["artist"], rows["b"]["artist_latin"]) == ("佐藤悠希", "Yuki Sato")
    assert (rows["c"]["artist"], rows["c"]["artist_latin"]) == ("c", None)


def test_the_evidence_is_the_weakest_there_was() -> None:
    rows = rows_of(
        {
            "a": [YUKI, latin("Yuki Sato")], "b": [YUKI], "c": [latin("Yuki Sato")],
            "d": [OTHER], "e": [OTHER], "f": [native("林")], "g": [native("森")], "h": [],
        },
        isni={"f": "1", "g": "1"},
    )  # fmt: skip
    told = {party: (row["evidence"], row["score"]) for party, row in rows.items()}
    assert told["a"] == told["b"] == told["c"] == ("shared Latin spelling", 0.75)
    assert told["d"] == told["e"] == ("shared spelling", 0.9)
    assert told["f"] == told["g"] == ("shared identifier", 1.0)
    assert told["h"] == ("own id", 1.0)


def test_no_parties_at_all(tmp_path: Path) -> None:
    assert rows_of({}) == {}
    nothing = artists(Engine(Facts.open(tmp_path, create=True)))
    assert nothing.count().to_pyarrow().as_py() == 0


def test_parties_without_any_name(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    at = {"delivery_id": "d", "delivered_at": NOON, "read_at": NOON, "scope": "s"}
    with facts.writing() as writing:
        for name, row in (
            ("deliveries", {**at, "kind": "full", "standing": 1}),
            ("parties", {"party_id": "a", "delivery_id": "d"}),
        ):
            rows = pa.Table.from_pylist([row], schema=TABLES[name].arrow_schema())
            writing.write(Change(name, rows))
        writing.commit(at=NOON, what="a party")
    (row,) = artists(Engine(Facts.open(tmp_path))).to_pyarrow().to_pylist()
    assert (row["artist_id"], row["artist"]) == ("a", "a")
