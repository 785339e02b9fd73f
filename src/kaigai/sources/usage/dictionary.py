"""Texts of a column as numbers: each distinct one is looked at once, however often it stands."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Codes = np.ndarray[tuple[int, ...], np.dtype[Any]]
_PAIRS: Final = 2**16  #: values of two bytes
_NOW_AND_THEN: Final = 1024


class NotPlain(Exception):
    """Something that the slow road has to look at."""


@dataclass
class Coded:
    """The distinct texts of a column so far, and what each means.

    `meaning` says what a text without outer spaces means; None is for the slow road to judge.
    """

    meaning: Callable[[str], Any]
    kind: type[np.integer[Any]] = np.int32  #: of numbers that are large enough for the places
    places: dict[str, int] = field(default_factory=dict)  #: of each text's meaning in `values`
    known: dict[Any, int] = field(default_factory=dict)
    _texts: pa.Array = field(default_factory=lambda: pa.array([], pa.string()))
    _codes: Codes = field(default_factory=lambda: np.zeros(0, np.int32))  #: of `_texts`

    @property
    def values(self) -> list[Any]:
        """The distinct meanings."""
        return list(self.known)

    def codes(self, column: pa.ChunkedArray) -> Codes:
        """The place in `values` of each row of texts; raises NotPlain.

        Texts are numbered already, or all of one length.
        """
        pieces = []
        for chunk in column.chunks:
            if chunk.null_count:
                raise NotPlain
            numbers, texts = numbered(chunk)
            pieces.append(self._places_of(texts)[numbers])
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def _places_of(self, texts: pa.Array) -> Codes:
        met = pc.index_in(texts, value_set=self._texts)
        if met.null_count:
            self._learn(texts.filter(met.is_null()).to_pylist())
            met = pc.index_in(texts, value_set=self._texts)
        return self._codes[met.to_numpy()]

    def _learn(self, texts: list[str]) -> None:
        for text in texts:
            value = self.meaning(text.strip()) if text.strip() else None
            if value is None:
                raise NotPlain
            self.places[text] = self.known.setdefault(value, len(self.known))
        if len(self.known) > np.iinfo(self.kind).max:
            raise NotPlain
        self._texts = pa.array(list(self.places), pa.string())
        self._codes = np.array(list(self.places.values()), self.kind)


def numbered(texts: pa.Array) -> tuple[Codes, pa.Array]:
    """The number of each text among the distinct ones, and these."""
    if pa.types.is_dictionary(texts.type):
        return texts.indices.to_numpy(), texts.dictionary
    found = _by_last_bytes(texts)
    if found is not None:
        return found
    held = texts.dictionary_encode()
    return held.indices.to_numpy(), held.dictionary.cast(pa.binary()).cast(pa.string())


def _by_last_bytes(texts: pa.Array) -> tuple[Codes, pa.Array] | None:
    """The same where texts of one length differ in their last two bytes alone, as codes of
    territories do, and days within a month."""
    width = texts.type.byte_width
    if width < 2 or not len(texts):
        return None
    data = np.frombuffer(texts.buffers()[1], np.uint8)
    rows = data[texts.offset * width : (texts.offset + len(texts)) * width].reshape(-1, width)
    if np.array_equal(rows[1:], rows[:-1]):  # one text in every row
        return np.zeros(len(rows), np.uint8), pa.array([rows[0].tobytes().decode()], pa.string())
    head = rows[:, :-2] if width % 2 else rows.view(np.uint16)[:, :-1]
    for some in (slice(None, None, _NOW_AND_THEN), slice(None)):  # most differ soon
        if any((column[some] != column[0]).any() for column in head.T):
            return None
    last = _paired(rows) if width % 2 else rows.view(np.uint16)[:, -1]
    is_there = np.zeros(_PAIRS, np.bool_)
    is_there[last] = True
    distinct = np.flatnonzero(is_there)
    number = np.zeros(_PAIRS, np.uint16)
    number[distinct] = np.arange(len(distinct))
    first = rows[0, :-2].tobytes()
    names = [(first + int(each).to_bytes(2, sys.byteorder)).decode() for each in distinct]
    return number[last], pa.array(names, pa.string())


def _paired(rows: Codes) -> Codes:
    """The last two bytes of each row as one number, in this machine's order."""
    return np.ascontiguousarray(rows[:, -2:]).view(np.uint16)[:, 0]


def dictionary(codes: Codes, values: list[str]) -> pa.DictionaryArray:
    """Codes with their texts, as Arrow holds them; every code has one."""
    texts = pa.array(values, pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(codes), texts, safe=False)


def same(value: str, size: int) -> pa.DictionaryArray:
    """One text in every row."""
    return dictionary(np.zeros(size, np.int8), [value])
