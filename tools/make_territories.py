"""Makes `desks/markets/reference`: people, income, languages and distances of ISO territories.

    python -m tools.make_territories REFERENCE src/kaigai/desks/markets/reference

REFERENCE is a folder with `country_reference.csv`, `cldr_language_population.csv` and
`cepii_dist.parquet`. Only columns whose rights permit it are taken; see the README made beside.
"""

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kaigai.pictures.world import territory_places
from kaigai.terms.territories import ISO

#: Codes that the distances still carry, and who came after.
LATER = {"ROM": "ROU", "ZAR": "COD", "PAL": "PSE", "TMP": "TLS", "YUG": "SRB", "ANT": "CUW"}
EARTH_KM = 6371.0
STEP_KM = 10
LEAST_SHARE = 1.0  #: per cent of the people; languages of fewer are left out

Pair = tuple[str, str]


def people(rows: Iterable[dict[str, str]]) -> dict[str, tuple[int, int]]:
    """Population and income (millions of PPP dollars) of each territory."""
    return {
        row["iso2"]: (
            int(float(row["population"] or 0)),
            round(float(row["gdp_ppp_usd"] or 0) / 1e6),
        )
        for row in rows
        if row["iso2"] in ISO
    }


def languages(rows: Iterable[dict[str, str]]) -> dict[str, dict[str, float]]:
    """The share of each territory's people (per cent) who use a language; scripts as BCP 47."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        share = float(row["pop_pct"] or 0)
        if row["iso2"] in ISO and share >= LEAST_SHARE:
            found[row["iso2"]][row["lang"].replace("_", "-")] = share
    return {
        code: dict(sorted(shares.items(), key=lambda each: (-each[1], each[0])))
        for code, shares in found.items()
    }


def measured(rows: Iterable[dict[str, Any]], alpha2: dict[str, str]) -> dict[Pair, float]:
    """Kilometres between where people live, else between main cities."""
    found = {}
    for row in rows:
        a, b = (alpha2.get(LATER.get(row[side], row[side])) for side in ("iso_o", "iso_d"))
        km = row["distw"] if row["distw"] is not None else row["dist"]
        if a and b and a < b and km is not None:
            found[a, b] = float(km)
    return found


def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two places, each longitude and latitude."""
    (x1, y1), (x2, y2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    half = math.sin((y2 - y1) / 2) ** 2
    half += math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def distances(known: dict[Pair, float]) -> list[list[int]]:
    """Steps of 10 km between each territory and those before it in the order of ISO."""
    places = territory_places()
    table = []
    for at, a in enumerate(ISO):
        row = []
        for b in ISO[:at]:
            km = known.get((min(a, b), max(a, b)))
            if km is None and a in places and b in places:
                km = great_circle(places[a][:2], places[b][:2])
            row.append(-1 if km is None else round(km / STEP_KM))
        table.append(row)
    return table


def main() -> None:
    """Read the sources and write the two files."""
    import polars as pl

    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    with (source / "country_reference.csv").open(encoding="utf-8") as stream:
        countries = list(csv.DictReader(stream))
    with (source / "cldr_language_population.csv").open(encoding="utf-8") as stream:
        spoken = languages(csv.DictReader(stream))
    alpha2 = {row["iso3"]: row["iso2"] for row in countries if row["iso2"] in ISO}
    pairs = pl.read_parquet(source / "cepii_dist.parquet").to_dicts()
    counted = people(countries)
    with (target / "territories.csv").open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("territory,population,income_musd_ppp,languages\n")
        for code in ISO:
            shares = " ".join(f"{tag}:{share:g}" for tag, share in spoken.get(code, {}).items())
            population, income = counted.get(code, (0, 0))
            stream.write(f"{code},{population},{income},{shares}\n")
    lines = [" ".join(map(str, row)) for row in distances(measured(pairs, alpha2))]
    (target / "distances.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
