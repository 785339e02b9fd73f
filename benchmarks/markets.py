"""Ranks markets on several past days, on charts of four services, beside four baselines.

    python -m benchmarks.markets [FOLDER] [--draws N] [--only NAME] [--cutoffs N]

FOLDER holds the charts that `../shared/data/README.md` describes (else ../shared/data/charts).
The cutoffs printed here are later than those that the model was made on (MADE_ON): no setting was
chosen by looking at them; what an earlier model missed was seen on them. Every figure comes with
its 90 % interval, and so does how far the model is above each baseline, from the same draws: `+`
where the whole interval is above 0, `?` where it is not sure. Last tables pool the Japanese and
Korean artists, few on each cutoff, of all cutoffs of a chart, and of all charts together.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import ibis
import ibis.expr.types as ir
import numpy as np

from kaigai.desks.markets.backtest.comparison import Compared, compared, over, rows_of
from kaigai.desks.markets.backtest.metrics import Figure
from kaigai.desks.markets.backtest.pooling import pooled
from kaigai.desks.markets.backtest.result import GROUPS, MODEL, Backtest
from kaigai.desks.markets.backtest.sections import sections
from kaigai.desks.markets.backtest.sightings import HOMES, homes, sighted
from kaigai.desks.markets.panel import sightings

HORIZON = 56
SEED = 20260401
DRAWS = 100
STALE = ("2026-02-20", "2026-02-23")  #: Spotify's charts of these days repeat an earlier one
THREE = "charts_spotify_apple_youtube_2025-07_2026-03.parquet"
SHORTEST = 3  #: letters of a name that is looked up in a list
TRENDING = "yt_music_110_2025-12_2026-05.parquet"

AUTUMN = (date(2025, 10, 15), date(2025, 10, 27), date(2025, 11, 7), date(2025, 11, 20))

#: What the model and its settings were chosen on; none of it is printed.
MADE_ON = {
    "yt_music_110": (date(2026, 3, 8), date(2026, 3, 15)),
    "spotify": AUTUMN,
    "apple": (date(2025, 10, 27), date(2025, 11, 7)),
    "youtube": (*AUTUMN, date(2025, 11, 9)),
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
    """Japanese and Korean artists: those evident from the charts, and those that a list has as
    such, by any of their names, and that charted at home before (or as early as) anywhere else.

    The lists alone have many wrong matches.
    """
    evident = homes(past).to_pyarrow().to_pydict()
    found = dict(zip(evident["artist_id"], evident["home"], strict=True))
    tagged = _listed(folder.parent / "reference")
    first = past.group_by("artist", "territory").agg(day=past.day.min())
    first = first.mutate(earliest=first.day.min().over(group_by=first.artist))
    began = first.filter(first.day == first.earliest, first.territory.isin(HOMES))
    for artist, code in zip(
        *began.select("artist", "territory").to_pyarrow().to_pydict().values(), strict=True
    ):
        if artist and tagged.get(_plain(artist)) == code:
            found.setdefault(artist.strip(), code)
    return found


def _listed(folder: Path) -> Mapping[str, str]:
    """Names that the lists of artists have as Japanese or Korean, and as nothing else."""
    said: dict[str, set[str]] = defaultdict(set)
    if (folder / "artist_features.parquet").exists():
        rows = ibis.duckdb.connect().read_parquet(folder / "artist_features.parquet")
        columns = rows.select("artist", "Alias", "Country").to_pyarrow().to_pydict().values()
        for name, alias, code in zip(*columns, strict=True):
            for each in [name, *(alias or "").split(", ")]:
                said[_plain(each or "")].add(code or "")
    if (folder / "kpopnet.json").exists():
        groups = json.loads((folder / "kpopnet.json").read_text(encoding="utf-8"))["groups"]
        for group in groups:
            for each in (group["name"], group["name_original"]):
                said[_plain(each or "")].add("KR")
    unknown = {"", "nan"}
    only = {name: codes - unknown for name, codes in said.items() if len(name) >= SHORTEST}
    return {name: min(codes) for name, codes in only.items() if len(codes) == 1}


def _plain(name: str) -> str:
    """A name as it is compared: without what channels put behind it, spaces and case."""
    bare = re.sub(r"(\s+-\s+topic|vevo|\s+official)$", "", name.strip(), flags=re.IGNORECASE)
    return "".join(each for each in bare.casefold() if each.isalnum())


@dataclass(frozen=True)
class Run:
    """A backtest, and the scores of its Japanese and Korean artists."""

    test: Backtest
    group: Compared


def run(folder: Path, name: str, draws: int, many: int) -> Iterator[Run]:
    """The backtest on the latest cutoffs of a chart."""
    usage = usage_of(folder, name)
    seen = sightings(sighted(usage, name).to_pyarrow())
    for cutoff in CHARTS[name].cutoffs[:many]:
        began = perf_counter()
        of = homes_by(folder, usage.filter(usage.day <= cutoff))
        found = compared(
            seen, service=name, cutoff=cutoff, horizon=HORIZON, seed=SEED, watch=_unseen
        )
        assert found is not None
        rows = rows_of(found, of, draws=draws, seed=SEED)
        test = Backtest(name, cutoff, HORIZON, found.learned_from, rows)
        print(f"\n# {name} {cutoff}: {perf_counter() - began:.0f} s", flush=True)
        show(test)
        yield Run(test, found.only(found.of(of)))


def _unseen(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def show(test: Backtest) -> None:
    """The tables of one cutoff, and how far the model is above each baseline."""
    for section in sections(test):
        print(section.title.en)
        for cells in section.cells("en"):
            print(f"  {cells[0]:20}" + "".join(f"{cell:>22}" for cell in cells[1:]))
        print(f"  {section.note.en if section.note else ''}")
    for group in GROUPS:
        row = test.row(MODEL, group)
        if row:
            print(f"  {group}: the model less each")
            differences(row.over)


def differences(over: Iterable[tuple[str, tuple[Figure, ...]]]) -> None:
    """A line for each baseline."""
    for method, figures in over:
        cells = (
            f"{each.value:+.3f} ({each.low:+.3f}–{each.high:+.3f})"
            + ("+" if each.low > 0 else "?")
            for each in figures
        )
        print(f"  {method:20}" + "".join(f"{cell:>26}" for cell in cells))


def together(what: str, runs: list[Run], draws: int) -> None:
    """Japanese and Korean artists of several cutoffs; an artist is drawn with all of them."""
    parts = [each.group for each in runs]
    by = pooled(parts, draws=draws, seed=SEED)
    if not by:
        return
    moved = [np.flatnonzero(part.came.any(axis=1)) for part in parts]
    moves = sum(len(rows) for rows in moved)
    names = {part.artists[at] for part, rows in zip(parts, moved, strict=True) for at in rows}
    print(f"\n# {what}: Japanese and Korean artists of {len(parts)} cutoffs, pooled")
    print(f"  {len(names)} artists moved, {moves} times; {sum(p.came.sum() for p in parts)} cells")
    for method, found in by.items():
        cells = (f"{each.value:.3f} ({each.low:.3f}–{each.high:.3f})" for each in found.figures)
        print(f"  {method:20}" + "".join(f"{cell:>22}" for cell in cells))
    differences(over(by))


def main() -> None:
    """Print everything, and at the end where the model is not above every baseline."""
    options = dict(zip(sys.argv[1:], sys.argv[2:], strict=False))
    given = [each for each in sys.argv[1:] if Path(each).is_dir()]
    default = Path(__file__).parents[2] / "shared" / "data" / "charts"
    folder = Path(given[0]) if given else default
    draws = int(options.get("--draws", DRAWS))
    many = int(options.get("--cutoffs", "9"))
    every: list[Run] = []
    for name in CHARTS:
        if options.get("--only", name) == name:
            runs = list(run(folder, name, draws, many))
            together(name, runs, draws)
            every += runs
    together("all charts", every, draws)
    short = [
        f"{each.test.service} {each.test.cutoff} {figure}"
        for each in every
        for figure, above in each.test.beaten().items()
        if not above
    ]
    print("\nThe model is not above every baseline on:", ", ".join(short) or "nothing")


if __name__ == "__main__":
    main()
