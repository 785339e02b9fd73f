"""Columns of a chart as usage wants them: days, territories, numbers and subjects, set by set."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from unicodedata import normalize

import numpy as np
import polars as pl

from kaigai.formats.reports.numbers import MOST
from kaigai.sources.naming import party_id_of

#: A video's id, plain or in a link.
_VIDEO = (
    r"^(?:youtube:|.*(?:youtu\.be/|/shorts/|/embed/|/live/|[?&]v=))?([A-Za-z0-9_-]{11})"
    r"(?:[?&#/].*)?$"
)
_SIGNS = re.compile(r"[^A-Z0-9]")
_ISRC = r"^(?:ISRC)?([A-Z]{2}[A-Z0-9]{3}[0-9]{7})$"


def texts(frame: pl.DataFrame, fields: tuple[str, ...]) -> pl.DataFrame:
    """The frame with these columns as text, outer spaces off, nothing for empty; missing ones
    are added, all null."""
    known = [
        pl.col(name).cast(pl.String).str.strip_chars().replace("", None).alias(name)
        for name in fields
        if name in frame.columns
    ]
    missing = [pl.lit(None, pl.String).alias(name) for name in fields if name not in frame.columns]
    return frame.with_columns(*known, *missing)


def looked_up(
    column: pl.Series, function: Callable[[str], Any], kind: pl.DataType | type[pl.DataType]
) -> pl.Series:
    """What a function says of each distinct value of a column, put in its rows."""
    values = column.drop_nulls().unique()
    if values.is_empty():
        return pl.Series(column.name, [None] * len(column), dtype=kind)
    given = values.to_list()
    said = pl.Series([function(value) for value in given], dtype=kind)
    return column.replace_strict(values, said, default=None, return_dtype=kind)


def numbers(column: pl.Series) -> pl.Series:
    """Numbers as they are, or out of text with thousands separators; null where there is none, or
    more than anybody ever played."""
    if column.dtype.is_numeric():
        number = column.cast(pl.Float64)
    else:
        plain = column.cast(pl.String).str.normalize("NFKC").str.replace_all(r"[,\s]", "")
        number = plain.cast(pl.Float64, strict=False)
    good = number.is_finite() & (number >= 0) & (number < float(MOST))
    return number.set(~good.fill_null(False), None)


def video_ids() -> pl.Expr:
    """The id of the video column, as `youtube:…`."""
    return "youtube:" + pl.col("video").str.extract(_VIDEO, 1)


def isrcs() -> pl.Expr:
    """The normalised ISRC of the ISRC column, null where it has not the form of one."""
    plain = pl.col("isrc").str.normalize("NFKC").str.to_uppercase()
    return plain.str.replace_all(r"[^A-Z0-9]", "").str.extract(_ISRC, 1)


def artist_ids(column: pl.Series) -> pl.Series:
    """Party ids of artists' names."""
    return looked_up(column, party_id_of, pl.String)


#: Of totals seen in several territories: the largest to the least, copies being minutes apart,
#: and how many things must be so. Real plays differ: streams of one song in seven countries by
#: eight times (the median), the least twentieth still by a fifth; totals by 1.0002 at most times.
_APART = 1.05
_SHARE = 0.9
_FEWEST = 10


def is_of_the_world(frame: pl.DataFrame, measure: str) -> bool:
    """Whether a measure is the same in every territory: a total of the thing, not plays there."""
    if len(frame) < 2 * SAMPLE:
        return not differs_between(frame, measure)
    day = frame["day"].cast(pl.Int32).to_numpy()
    chosen = is_sampled(sampled_by(frame["subject"]), day)
    return not differs_between(frame.filter(pl.Series(chosen)), measure)


SAMPLE: Final = 100_000  #: rows that are enough to see it


def sampled_by(subjects: pl.Series) -> Any:
    """A number for each thing, by which some are taken."""
    return (subjects.hash(0) % 4096).to_numpy().astype(np.uint16)


def is_sampled(things: Any, days: Any) -> Any:
    """Which rows to look at: all that are of some things on some days.

    things  of each row, as `sampled_by` has them
    days    since 1970
    """
    every = 1 << (len(days) // SAMPLE).bit_length() - 1 if len(days) >= SAMPLE else 1
    return ((things + days.astype(np.uint16)) & np.uint16(every - 1)) == 0


def differs_between(frame: pl.DataFrame, measure: str) -> bool:
    """Whether a measure differs from territory to territory, or nothing says that it does not."""
    ratio = pl.col(measure).max() / pl.col(measure).min()
    several = (
        frame.filter(pl.col(measure) > 10)
        .group_by("day", "service", "subject", "title")
        .agg(same=ratio < _APART, places=pl.col("territory").n_unique())
        .filter(pl.col("places") > 1)
    )
    same = several["same"].mean()
    return len(several) < _FEWEST or not isinstance(same, float) or same < _SHARE


@lru_cache(2**18)  # one report after another names the same recordings
def isrc_of(text: str) -> str | None:
    """The normalised ISRC of a text, as in `isrcs`."""
    plain = _SIGNS.sub("", normalize("NFKC", text).upper())
    found = re.match(_ISRC, plain)
    return found.group(1) if found else None
