"""Texts of a column as numbers: each distinct one is looked at once, however often it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

Codes = np.ndarray[tuple[int, ...], np.dtype[Any]]


class NotPlain(Exception):
    """Something that the slow road has to look at."""


@dataclass
class Coded:
    """The distinct texts of a column so far, and what each means.

    `meaning` says what a text without outer spaces means; None is for the slow road to judge.
    """

    meaning: Callable[[str], Any]
    places: dict[str, int] = field(default_factory=dict)  #: of each text's meaning in `values`
    known: dict[Any, int] = field(default_factory=dict)

    @property
    def values(self) -> list[Any]:
        """The distinct meanings."""
        return list(self.known)

    def codes(self, column: pa.ChunkedArray) -> Codes:
        """The place in `values` of each row of numbered texts; raises NotPlain."""
        pieces = []
        for chunk in column.chunks:
            if chunk.null_count:
                raise NotPlain
            places = self._places_of(chunk.dictionary.to_pylist())
            pieces.append(places[chunk.indices.to_numpy()])
        return np.concatenate(pieces)

    def _places_of(self, texts: list[str]) -> Codes:
        for text in texts:
            if text not in self.places:
                value = self.meaning(text.strip()) if text.strip() else None
                if value is None:
                    raise NotPlain
                self.places[text] = self.known.setdefault(value, len(self.known))
        kind = np.uint8 if len(self.known) <= 256 else np.int32
        return np.array([self.places[text] for text in texts], kind)


def dictionary(codes: Codes, values: list[str]) -> pa.DictionaryArray:
    """Codes with their texts, as Arrow holds them."""
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(values, pa.string()))


def same(value: str | None, size: int) -> pa.DictionaryArray:
    """One text, or nothing, in every row."""
    if value is None:
        return pa.DictionaryArray.from_arrays(pa.nulls(size, pa.int8()), pa.array([], pa.string()))
    return dictionary(np.zeros(size, np.int8), [value])
