"""Resources out of every way in which people save answers, whole or broken."""

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.formats.youtube import answers
from kaigai.formats.youtube.answers import BrokenJson, resources


def found(data: bytes) -> list[Any]:
    return list(resources(BytesIO(data)))


ONE: dict[str, Any] = {"id": "a", "snippet": {"items": [1, {"x": None}], "n": 1}}
TWO: dict[str, Any] = {"id": "b"}
ANSWER: dict[str, Any] = {"kind": "list", "items": [ONE, TWO], "pageInfo": {"items": [9]}}


@pytest.mark.parametrize(
    ("saved", "items"),
    [
        (ANSWER, [("/items/0", ONE), ("/items/1", TWO)]),
        (ONE, [("", ONE)]),
        ([ANSWER, TWO], [("/0/items/0", ONE), ("/0/items/1", TWO), ("/1", TWO)]),
        ({"items": []}, []),
        ([], []),
        ("text", [("", "text")]),
        ([3, [TWO]], [("/0", 3), ("/1", [TWO])]),
        ({"items": TWO}, [("", {"items": TWO})]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("indent", [None, 1])
def test_saved_in_one_piece(
    saved: object, items: object, encoding: str, indent: int | None
) -> None:
    assert found(json.dumps(saved, indent=indent).encode(encoding)) == items


def test_one_value_a_line() -> None:
    lines = [json.dumps(ANSWER), "", json.dumps(TWO), "broken", json.dumps([ONE])]
    items = found("\n".join(lines).encode())
    assert [item[0] for item in items if isinstance(item, tuple)] == [
        "line 1/items/0", "line 1/items/1", "line 3", "line 5/0",
    ]  # fmt: skip
    assert [item.place for item in items if isinstance(item, BrokenJson)] == ["line 4"]


def test_values_one_after_the_other() -> None:
    assert found(json.dumps(TWO).encode() * 2) == [("", TWO), ("", TWO)]


@pytest.mark.parametrize(
    ("data", "kept", "place"),
    [
        (b'{"items":[{"id":"b"},{"id":', 1, "/items/1"),
        (b"", 0, "/"),
        (b"[" * 2000, 0, "/0"),
        (b'{"id": nonsense}', 0, "/"),
    ],
)
def test_what_breaks_off_is_told_and_what_stood_before_is_kept(
    data: bytes, kept: int, place: str
) -> None:
    *items, broken = found(data)
    assert len(items) == kept
    assert isinstance(broken, BrokenJson)
    assert broken.place == place


def test_equal_keys_and_many_lists_of_items() -> None:
    assert [item for _, item in found(b'{"items":[1],"items":[2],"id":3,"id":4}')] == [1, 2]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["items", "id", "snippet"]), inner, max_size=3
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(JSON, st.sampled_from([None, 1]))
def test_any_json_is_read_whole(value: object, indent: int | None) -> None:
    items = found(json.dumps(value, indent=indent).encode())
    assert not any(isinstance(item, BrokenJson) for item in items)
    if isinstance(value, dict) and not isinstance(value.get("items"), list):
        assert items == [("", value)]


@given(st.binary(max_size=200))
def test_any_bytes_come_to_an_end(data: bytes) -> None:
    assert all(isinstance(item, tuple | BrokenJson) for item in found(data))


@pytest.mark.parametrize("number", [b"9" * 5000, b"9" * 5000 + b".5", b"NaN", b"-Infinity"])
def test_a_number_that_is_none_costs_no_other_item(number: bytes) -> None:
    """Thousands of digits before a NaN ended the whole process."""
    long = b'{"items":[{"id":"a"},{"id":"b","n":' + number + b'},{"id":"c","n":NaN},{"id":"d"}]}'
    assert [item["id"] for _, item in found(long)] == ["a", "b", "c", "d"]
    assert [place for place, _ in found(long)] == [f"/items/{each}" for each in range(4)]


def test_a_number_without_end_in_a_large_file_stops_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "WHOLE", 10)
    data = b'{"items":[{"id":"a"},' + b" " * 70_000 + b'{"n":' + b"9" * 70_000 + b"},NaN]}"
    *items, broken = found(data)
    assert items == [("/items/0", {"id": "a"})]
    assert broken == BrokenJson("/items/0", "a number of more than 1,000 digits")
