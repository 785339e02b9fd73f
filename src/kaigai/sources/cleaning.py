"""Rows on their way into facts: their texts without what steers a machine."""

import re
from typing import Any, Final

import pyarrow as pa

from kaigai.terms.control_signs import cleaned

#: Bytes that a clean text lacks; they are looked for without looking at each text.
_CONTROLS: Final = bytes((*range(9), 11, 12, *range(14, 32), 127))
_STEERING: Final = re.compile(
    rb"(?:\xc2[\x80-\x9f]|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])|\xef\xbf[\xbe\xbf])"
)


def clean_rows(rows: pa.Table) -> pa.Table:
    """The rows with each text as `cleaned` leaves it; the same table where all are clean."""
    for place, name in enumerate(rows.column_names):
        column = rows.column(place)
        if any(_is_steering(chunk) for chunk in column.chunks):
            chunks = [_clean(chunk) for chunk in column.chunks]
            rows = rows.set_column(place, name, pa.chunked_array(chunks, column.type))
    return rows


def text_array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """An array of values that may hold halves of surrogate pairs, which Arrow does not take."""
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_cleaned(each) for each in values], kind)


def _is_steering(array: pa.Array) -> bool:
    kind = array.type
    if pa.types.is_dictionary(kind):
        return _is_steering(array.dictionary)
    if pa.types.is_list(kind):
        return _is_steering(array.values)
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return False
    content = array.buffers()[2]
    if content is None or not content.size:
        return False
    held = content.to_pybytes()
    return len(held.translate(None, _CONTROLS)) < len(held) or bool(_STEERING.search(held))


def _clean(array: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(array.type):
        texts = _clean(array.dictionary)  # may hold one twice, which Arrow allows
        return pa.DictionaryArray.from_arrays(array.indices, texts)
    return pa.array([_cleaned(each) for each in array.to_pylist()], array.type)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return cleaned(value)
    return [_cleaned(each) for each in value] if isinstance(value, list) else value
