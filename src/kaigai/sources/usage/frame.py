"""A batch of a chart's columns as rows of usage; what cannot be used is counted by its value."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl
import pyarrow as pa

from kaigai.facts.table import TABLES, arrow_type
from kaigai.formats.charts.periods import (
    DAILY,
    WEEKLY,
    days_between,
    days_said,
    period_of,
)
from kaigai.formats.charts.places import (
    place_of,
    place_of_chart,
    ranks_albums,
    ranks_artists,
)
from kaigai.formats.charts.services import service_in, service_of
from kaigai.formats.sheets.usage import MEASURES
from kaigai.sources.reader import RefusedFile
from kaigai.sources.usage.columns import (
    artist_ids,
    is_of_the_world,
    isrcs,
    looked_up,
    numbers,
    texts,
    video_ids,
)
from kaigai.terms.text import Text

TEXTS = ("service", "territory", "chart", "title", "artist", "isrc", "video")
MOST_DAYS = 400


@dataclass(slots=True)
class Known:
    """What is known of a file beside its rows."""

    name: str  #: the file's name
    headers: tuple[str, ...]
    day_header: str
    options: Mapping[str, Any]

    def option(self, name: str) -> str | None:
        """An option as text."""
        value = self.options.get(name)
        return str(value).strip() or None if value is not None else None

    @property
    def service(self) -> str | None:
        """The service of a file without a column for it: as told, or as its names say."""
        told = self.option("service")
        if told:
            return service_of(told)
        return service_in(self.name) or service_in(" / ".join(self.headers))

    @property
    def days(self) -> int | None:
        """The length of periods: as told, or as the header or the file's name says."""
        told = self.option("days")
        if told and told.isdecimal() and 0 < int(told) < MOST_DAYS:
            return int(told)
        return days_said(self.day_header) or days_said(self.name)


@dataclass(slots=True)
class Counting:
    """Rows of usage out of batches. `bad` counts rows by (field, value); `totals` are measures
    that turned out to be the same everywhere."""

    known: Known
    bad: Counter[tuple[str, str]] = field(default_factory=Counter)
    totals: set[str] = field(default_factory=set)

    def rows(self, batch: pa.Table) -> Iterator[pa.Table]:
        """One table per measure of the batch; raises RefusedFile for types that are no chart's."""
        try:
            yield from self._rows(batch)
        except (
            pl.exceptions.PolarsError,
            pl.exceptions.PanicException,
            pa.ArrowException,
        ) as error:
            raise RefusedFile("file", str(error)[:200], *_TYPES) from error

    def _rows(self, batch: pa.Table) -> Iterator[pa.Table]:
        frame = texts(_frame(batch), TEXTS)
        frame = self._dated(self._placed(self._served(frame)))
        frame = self._without_albums(frame)
        frame = self._about(frame)
        for measure in MEASURES:
            if measure in batch.column_names and not frame.is_empty():
                yield from self._measured(frame, measure)

    def _served(self, frame: pl.DataFrame) -> pl.DataFrame:
        raw = frame["service"]
        service = looked_up(raw, service_of, pl.String)
        if service.null_count():
            only_videos = frame["video"].null_count() == 0 and len(frame) > 0
            otherwise = self.known.service or ("YouTube" if only_videos else None)
            service = service.fill_null(otherwise) if otherwise else service
        # Two lists of one service (youtube, yt_insights) are two charts of it.
        several = pl.DataFrame({"raw": raw, "service": service}).unique()
        shared = several.group_by("service").len().filter(pl.col("len") > 1)["service"]
        is_other = service.is_in(shared.implode()) & (
            raw.str.to_lowercase() != service.str.to_lowercase()
        )
        chart = pl.when(pl.Series(is_other.fill_null(False))).then(raw)
        return frame.with_columns(
            service.alias("service"), chart=pl.coalesce(pl.col("chart"), chart)
        )

    def _placed(self, frame: pl.DataFrame) -> pl.DataFrame:
        named = looked_up(frame["territory"], lambda text: place_of(text).territory, pl.String)
        as_chart = looked_up(frame["territory"], lambda text: place_of(text).chart, pl.String)
        # A territory that nobody knows is refused; only a missing one is sought elsewhere.
        keys = frame["service"].fill_null("") + "\n" + frame["chart"]
        of_chart = looked_up(keys, _place_of_key, pl.String)
        told = self.known.option("territory")
        default = place_of(told).territory if told else None
        missing = frame["territory"].is_null()
        place = pl.when(missing).then(pl.coalesce(of_chart, pl.lit(default, pl.String)))
        placed = frame.with_columns(
            place=place.otherwise(named), chart=pl.coalesce(pl.col("chart"), as_chart)
        )
        said = pl.coalesce(pl.col("territory"), pl.col("chart"))
        column = "territory" if "territory" in self.known_fields(frame) else "chart"
        placed = self._only(placed, pl.col("place").is_not_null(), column, said)
        return placed.with_columns(territory=pl.col("place"))

    @staticmethod
    def known_fields(frame: pl.DataFrame) -> list[str]:
        """Columns in which something stands."""
        return [name for name in frame.columns if frame[name].null_count() < len(frame)]

    def _dated(self, frame: pl.DataFrame) -> pl.DataFrame:
        column = frame["day"]
        if column.dtype in (pl.Date, pl.Datetime):
            day = column.cast(pl.Date)
            known = day.is_between(date.min, date.max)  # a day of the year 10000 is none
            frame = frame.with_columns(
                day=pl.when(known).then(day),
                said=pl.lit(None, pl.Int64),
                given=pl.when(~known).then(column.cast(pl.Int64).cast(pl.String)),
            )
        else:
            raw = column.cast(pl.String)
            day = looked_up(raw, lambda text: (p := period_of(text)) and p.day, pl.Date)
            said = looked_up(raw, lambda text: (p := period_of(text)) and p.days, pl.Int64)
            frame = frame.with_columns(day=day, said=said, given=raw)
        given = pl.col("given") if "given" in frame.columns else pl.lit(None, pl.String)
        frame = self._only(frame, pl.col("day").is_not_null(), "day", given)
        return self._with_days(frame)

    def _with_days(self, frame: pl.DataFrame) -> pl.DataFrame:
        if self.known.days is not None:
            return frame.with_columns(days=pl.coalesce("said", pl.lit(self.known.days, pl.Int64)))
        series = frame.select("service", "chart", "day").unique()
        lengths = [
            {"service": service, "chart": chart, "length": _length(service, days)}
            for (service, chart), days in _grouped(series)
        ]
        schema = {"service": pl.String, "chart": pl.String, "length": pl.Int64}
        known = pl.DataFrame(lengths, schema=schema)
        joined = frame.join(known, on=["service", "chart"], how="left", nulls_equal=True)
        return joined.with_columns(days=pl.coalesce("said", "length", pl.lit(DAILY, pl.Int64)))

    def _without_albums(self, frame: pl.DataFrame) -> pl.DataFrame:
        albums = looked_up(frame["chart"], ranks_albums, pl.Boolean).fill_null(False)
        return self._only(frame.with_columns(albums=albums), ~pl.col("albums"), "albums", "chart")

    def _about(self, frame: pl.DataFrame) -> pl.DataFrame:
        """What each row is about: a video, a recording, an artist, or a text."""
        people = looked_up(frame["chart"], ranks_artists, pl.Boolean).fill_null(False)
        person = pl.Series(people) & pl.col("artist").is_null()
        frame = frame.with_columns(video_id=video_ids(), isrc_id=isrcs(), person=person)
        frame = frame.with_columns(
            artist=pl.when("person").then("title").otherwise("artist"),
            title=pl.when("person").then(None).otherwise("title"),
        )
        frame = frame.with_columns(artist_id=artist_ids(frame["artist"]))
        frame = frame.with_columns(subject=pl.coalesce("video_id", "isrc_id", "artist_id"))
        something = pl.any_horizontal(
            pl.col("video_id", "isrc_id", "title", "artist").is_not_null()
        )
        return self._only(frame, something, "subject", pl.coalesce("video", "isrc"))

    def _measured(self, frame: pl.DataFrame, measure: str) -> Iterator[pa.Table]:
        given = frame[measure]
        counted = frame.with_columns(
            numbers(given).alias(measure), raw=given.cast(pl.String).str.strip_chars()
        )
        blank = pl.col("raw").is_null() | (pl.col("raw") == "")
        counted = self._only(
            counted.filter(~blank), pl.col(measure).is_not_null(), measure, pl.col("raw")
        )
        if measure != "rank" and is_of_the_world(counted, measure):
            self.totals.add(measure)
            return
        if not counted.is_empty():
            yield _usage(counted, measure)

    def _only(
        self, frame: pl.DataFrame, good: pl.Expr, name: str, said: pl.Expr | str
    ) -> pl.DataFrame:
        """The good rows; the others are counted by what they say."""
        marked = frame.with_columns(good.fill_null(False).alias("is_good"))
        bad = marked.filter(~pl.col("is_good"))
        if not bad.is_empty():
            value = pl.col(said) if isinstance(said, str) else said
            for text, count in bad.group_by(value.fill_null("").alias("said")).len().iter_rows():
                self.bad[name, text] += count
        return marked.filter("is_good").drop("is_good")


def _frame(batch: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(batch)
    assert isinstance(frame, pl.DataFrame)
    return frame


def _place_of_key(key: str) -> str | None:
    service, _, chart = key.partition("\n")
    return place_of_chart(chart, service or None)


def _grouped(series: pl.DataFrame) -> Iterator[tuple[tuple[str | None, str | None], list[date]]]:
    for key, group in series.group_by("service", "chart"):
        yield (key[0], key[1]), group["day"].to_list()


def _length(service: str | None, days: list[date]) -> int:
    # Billboard's charts are of a week, whichever day a copy was taken.
    return WEEKLY if service == "Billboard" else days_between(days)


def _usage(frame: pl.DataFrame, measure: str) -> pa.Table:
    order = ("video", "recording") if measure == "views" else ("recording", "video")
    ids = {"video": "video_id", "recording": "isrc_id"}
    first, second = (pl.col(ids[kind]) for kind in order)
    kind = (
        pl.when(first.is_not_null())
        .then(pl.lit(order[0]))
        .when(second.is_not_null())
        .then(pl.lit(order[1]))
        .when(pl.col("title").is_null())
        .then(pl.lit("artist"))
        .otherwise(pl.lit("text"))
    )
    of_artist = pl.when(pl.col("title").is_null()).then("artist_id")
    rows = frame.select(
        "day",
        "days",
        "service",
        "chart",
        "territory",
        pl.lit(measure).alias("measure"),
        pl.col(measure).alias("quantity"),
        kind.alias("subject_kind"),
        pl.coalesce(first, second, of_artist).alias("subject_id"),
        "title",
        "artist",
    )
    table = rows.to_arrow()
    columns = TABLES["usage"].columns
    schema = pa.schema([(name, arrow_type(columns[name])) for name in table.column_names])
    return table.cast(schema)


_TYPES = (
    Text(en="columns of text, numbers and days", ja="文字・数値・日付の列"),
    Text(en="export the table with plain columns", ja="入れ子のない列で書き出してください"),
)
