"""Texts of a column as numbers: each distinct one is looked at once, however often it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
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
    texts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)  #: distinct meanings
    places: list[int] = field(default_factory=list)  #: of each text's meaning in `values`

    def codes(self, column: pl.Series) -> Codes:
        """The place in `values` of each row; raises NotPlain."""
        if column.null_count():
            raise NotPlain
        found = self._found(column)
        if found.null_count():
            self._learn(column.filter(found.is_null()).unique(maintain_order=True).to_list())
            found = self._found(column)
        raw = found.to_physical().to_numpy()
        if self.places == list(range(len(self.texts))):
            return raw
        return np.asarray(self.places, np.int32)[raw]

    def _found(self, column: pl.Series) -> pl.Series:
        return column.cast(pl.Enum(self.texts), strict=False)

    def _learn(self, texts: list[str]) -> None:
        known = {value: place for place, value in enumerate(self.values)}
        meant = [self.meaning(text.strip()) if text.strip() else None for text in texts]
        if any(value is None for value in meant):
            raise NotPlain
        for text, value in zip(texts, meant, strict=True):
            self.texts.append(text)
            self.places.append(known.setdefault(value, len(known)))
        self.values = list(known)


def dictionary(codes: Codes, values: list[str]) -> pa.DictionaryArray:
    """Codes with their texts, as Arrow holds them."""
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(values, pa.string()))


def same(value: str | None, size: int) -> pa.DictionaryArray:
    """One text, or nothing, in every row."""
    if value is None:
        return pa.DictionaryArray.from_arrays(pa.nulls(size, pa.int8()), pa.array([], pa.string()))
    return dictionary(np.zeros(size, np.int8), [value])
