"""Reads charts, and plays by day and territory, from CSV, TSV, Parquet or Excel."""

from collections import Counter
from collections.abc import Callable, Iterator

from kaigai.formats.sheets.recognise import kind_of
from kaigai.formats.sheets.usage import FIELDS
from kaigai.sources.reader import SEEN, Delivery, Part, Refused, Rows, Source, reader
from kaigai.sources.sheets.batches import file_name
from kaigai.sources.sheets.column_mapping import mapping_of
from kaigai.terms.text import Text

VALUES = 100  #: distinct values of one column that are told one by one


@reader(
    "charts",
    about=Text(
        en="Charts and plays by day and territory (CSV, TSV, Parquet, Excel).",
        ja="日別・地域別のチャートや再生数(CSV・TSV・Parquet・Excel)です。",
    ),
    feeds=("usage", "reported", "usage_monthly"),
    licence="contract",
    sniff=lambda head, name: kind_of(head, name) == "usage",
    order=50,
)
def charts(source: Source) -> Iterator[Part]:
    from kaigai.sources.usage.fast import fast_road
    from kaigai.sources.usage.frame import Counting, Known
    from kaigai.sources.usage.layout import TextBlock, opened

    found = opened(source, mapping_of(source, FIELDS))
    known = Known(file_name(source), found.headers, found.header_of("day"), source.options)
    yield Delivery(f"charts:{file_name(source)}", standing=SEEN)
    counting, fast = Counting(known), fast_road(found.columns, found.delimiter, known)
    for piece in found.pieces:
        rows = fast.rows(piece.data) if fast and isinstance(piece, TextBlock) else None
        if fast and rows:
            piece.lines = rows.num_rows
            yield Rows("usage", rows, is_added_up=True)
            yield from (Rows(name, table) for name, table in fast.summed())
            continue
        for batch in piece.batches() if isinstance(piece, TextBlock) else [piece]:
            yield from (Rows("usage", table) for table in counting.rows(batch))
    if fast:
        yield from (Rows(name, table) for name, table in fast.summed(at_end=True))
    yield from found.refused
    yield from _counted(counting.bad, found.header_of)
    for measure in sorted(counting.totals):
        yield Refused(f"column {found.header_of(measure)}", measure, *_TOTAL)


def _counted(bad: Counter[tuple[str, str]], header_of: Callable[[str], str]) -> Iterator[Refused]:
    """One refusal for each distinct value, the commonest first; those beyond VALUES together."""
    for name in dict.fromkeys(name for name, _ in bad):
        values = Counter({text: count for (field, text), count in bad.items() if field == name})
        reason = _REASONS.get(name, _NUMBER)
        place = "rows" if name in _WITHOUT_COLUMN else f"column {header_of(name)}"
        for text, count in values.most_common(VALUES):
            yield Refused(place, f"{text or '–'} (× {count:,})", *reason)
        rest = values.most_common()[VALUES:]
        if rest:
            count = sum(count for _, count in rest)
            yield Refused(place, f"{len(rest):,} … (× {count:,})", *reason)


_WITHOUT_COLUMN = ("subject", "albums")
_KEPT = Text(
    en="correct or leave out these rows; all others were read",
    ja="該当する行を直すか除いてください。ほかの行はすべて読み込みました",
)
_NUMBER = (
    Text(
        en="a plausible number: from zero to a million millions", ja="0以上1兆未満の、ありうる数"
    ),
    _KEPT,
)
_REASONS = {
    "day": (
        Text(en="a day, week or month as in 2024-04-01", ja="2024-04-01のような日付・週・月"),
        _KEPT,
    ),
    "territory": (
        Text(
            en="one territory (JP, Japan, 日本), or the world", ja="一つの国・地域、または世界全体"
        ),
        _KEPT,
    ),
    "chart": (
        Text(
            en="a chart of one territory or of the world",
            ja="一つの国・地域または世界全体のチャート",
        ),
        Text(
            en="add a territory column; these rows are of no single territory",
            ja="地域の列を加えてください。これらの行は地域を一つに定められません",
        ),
    ),
    "subject": (
        Text(
            en="a title, an artist, an ISRC or a video id",
            ja="曲名、アーティスト名、ISRC、動画IDのいずれか",
        ),
        _KEPT,
    ),
    "albums": (
        Text(en="a chart of songs, videos or artists", ja="曲・動画・アーティストのチャート"),
        Text(
            en="nothing: charts of albums are passed over, for no check asks for them yet",
            ja="対応は不要です。アルバムチャートはまだ使われないため読み飛ばします",
        ),
    ),
}
_TOTAL = (
    Text(en="plays in each territory", ja="地域ごとの再生数"),
    Text(
        en="nothing: the same number stands in every territory, a total that was passed over",
        ja="対応は不要です。全地域で同じ数のため、世界計とみなして読み飛ばしました",
    ),
)
