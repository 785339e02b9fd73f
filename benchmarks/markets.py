"""Ranks markets on several past days, on charts of four services, beside four baselines.

    python -m benchmarks.markets [FOLDER] [--draws N] [--only NAME] [--cutoffs N]

FOLDER holds the charts that `../shared/data/README.md` describes (else ../shared/data/charts).
The cutoffs printed here are later than those that the model was made on (MADE_ON): nothing was
chosen by looking at them. Every figure comes with its 90 % interval; a last table pools the
Japanese and Korean artists of all cutoffs of a chart, for they are few on each.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.backtest.chart import HOMES, homes, sighted
from kaigai.desks.markets.backtest.metrics import FIGURES
from kaigai.desks.markets.backtest.run import MODEL, Backtest, backtest
from kaigai.desks.markets.backtest.showing import sections
from kaigai.desks.markets.panel import sightings

HORIZON = 56
SEED = 20260401
DRAWS = 100
STALE = ("2026-02-20", "2026-02-23")  #: Spotify's charts of these days repeat an earlier one
THREE = "charts_spotify_apple_youtube_2025-07_2026-03.parquet"
TRENDING = "yt_music_110_2025-12_2026-05.parquet"

#: What the model and its settings were chosen on; none of it is printed.
MADE_ON = {
    "yt_music_110": date(2026, 3, 8),
    "spotify": date(2025, 11, 7),
    "apple": date(2025, 11, 7),
    "youtube": date(2025, 11, 9),
}


@dataclass(frozen=True)
class Chart:
    """A chart and the days it is held to."""

    file: str
    cutoffs: tuple[date, ...]


CHARTS: Mapping[str, Chart] = {
    "yt_music_110": Chart(TRENDING, (date(2026, 4, 5), date(2026, 3, 29), date(2026, 3, 22))),
    "spotify": Chart(THREE, (date(2026, 2, 3), date(2025, 12, 20))),
    "apple": Chart(THREE, (date(2026, 2, 3), date(2025, 12, 11))),
    "youtube": Chart(THREE, (date(2025, 12, 20), date(2025, 11, 24))),
}


def usage_of(folder: Path, name: str) -> ir.Table:
    """A chart with the columns of `usage` that the backtest asks for."""
    rows = ibis.duckdb.connect().read_parquet(folder / CHARTS[name].file)
    if name == "yt_music_110":
        named = rows.select("title", artist=rows.channel_title, day=rows.date, **_place(rows))
    else:
        rows = rows.filter(rows.platform == name)
        if name == "spotify":
            rows = rows.filter(~rows.date.between(*STALE))
        named = rows.select("title", "artist", day=rows.date, **_place(rows))
    return named.mutate(
        day=named.day.cast("date"), service=ibis.literal(name), measure=ibis.literal("rank")
    ).cache()


def _place(rows: ir.Table) -> dict[str, ir.Value]:
    return {"territory": rows.country, "quantity": rows["rank"].cast("float64")}


def homes_by(folder: Path, past: ir.Table) -> Mapping[str, str]:
    """Japanese and Korean artists: those evident from the charts, and those that a list of
    artists has as such and that chart at home (the list alone has many wrong matches)."""
    evident = homes(past).to_pyarrow().to_pydict()
    found = dict(zip(evident["artist_id"], evident["home"], strict=True))
    listed = folder.parent / "reference" / "artist_features.parquet"
    if not listed.exists():
        return found
    rows = ibis.duckdb.connect().read_parquet(listed)
    tags = rows.filter(rows.Country.isin(HOMES)).select("artist", "Country").to_pyarrow()
    tagged = {name.casefold(): code for name, code in zip(*tags.to_pydict().values(), strict=True)}
    charted = past.filter(past.territory.isin(HOMES)).select("artist", "territory").distinct()
    for artist, code in zip(*charted.to_pyarrow().to_pydict().values(), strict=True):
        if artist and tagged.get(artist.casefold()) == code:
            found.setdefault(artist.strip(), code)
    return found


def run(folder: Path, name: str, draws: int, many: int) -> Iterator[Backtest]:
    """The backtest on the latest cutoffs of a chart."""
    usage = usage_of(folder, name)
    seen = sightings(sighted(usage, name).to_pyarrow())
    for cutoff in CHARTS[name].cutoffs[:many]:
        began = perf_counter()
        of = homes_by(folder, usage.filter(usage.day <= cutoff))
        done = backtest(
            seen,
            service=name,
            cutoff=cutoff,
            horizon=HORIZON,
            homes=of,
            draws=draws,
            seed=SEED,
            watch=lambda done, total, what: None,
        )
        assert done is not None
        print(f"\n# {name} {cutoff}: {perf_counter() - began:.0f} s")
        show(done)
        yield done


def show(test: Backtest) -> None:
    """The tables of one cutoff."""
    for section in sections([test])[:-1]:
        print(section.title.en)
        for cells in section.cells("en"):
            print(f"  {cells[0]:20}" + "".join(f"{cell:>22}" for cell in cells[1:]))
        print(f"  {section.note.en if section.note else ''}")


def pooled(name: str, tests: list[Backtest]) -> None:
    """Means over the cutoffs of a chart, Japanese and Korean artists weighted by their number."""
    print(f"\n# {name}: Japanese and Korean artists of {len(tests)} cutoffs, pooled")
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(FIGURES))
    many = 0
    for test in tests:
        rows = [row for row in test.rows if row.group == "jp-kr"]
        many += rows[0].moved if rows else 0
        for row in rows:
            for at, figure in enumerate(row.figures):
                sums[row.method][at] += figure.value * row.moved
    for method, totals in sums.items():
        print(f"  {method:20}" + "".join(f"{total / many:>10.3f}" for total in totals))
    print(f"  {many} artists with a new territory")


def main() -> None:
    """Print everything, and at the end where the model is not above every baseline."""
    options = dict(zip(sys.argv[1:], sys.argv[2:], strict=False))
    given = [each for each in sys.argv[1:] if Path(each).is_dir()]
    default = Path(__file__).parents[2] / "shared" / "data" / "charts"
    folder = Path(given[0]) if given else default
    draws = int(options.get("--draws", DRAWS))
    many = int(options.get("--cutoffs", "9"))
    short = []
    for name in CHARTS:
        if options.get("--only", name) != name:
            continue
        tests = list(run(folder, name, draws, many))
        pooled(name, tests)
        short += [
            f"{name} {test.cutoff} {figure}"
            for test in tests
            for figure, above in test.beaten().items()
            if not above and test.row(MODEL)
        ]
    print("\nThe model is not above every baseline on:", ", ".join(short) or "nothing")


if __name__ == "__main__":
    main()
