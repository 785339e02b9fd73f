"""Makes the tables of Japanese family and given names, with the odds of each reading.

    python -m tools.make_romanise_names DATASET FOLDER

DATASET is the folder of CSV files in japanese-personal-name-dataset; FOLDER holds
`dev_ja_artists.tsv`, of which the training half is counted.
"""

import csv
import math
import re
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from benchmarks.romanise_data import pairs
from kaigai.romanise.readers import hiragana, others_in_sudachi
from tools.make_romanise_tables import DATA, unidic

KANJI = re.compile("[\u3400-\u9fff々]")
SMALL = frozenset("ゃゅょぁぃぅぇぉっー")
ROUNDS, SEEN = 6, 10
LIKELIEST, FAR = 5, 5.0
Known = dict[str, dict[str, int]]
#: Weights of a conditional logit, fitted on the training half with each pair itself left out:
#: listed, popularity of the reading, in UniDic, its cost there, kanji by kanji, times seen, seen
#: only otherwise. What Sudachi says is weighed when a name is read.
WEIGHTS = {
    "family": (0.82, 0.0, 1.45, 0.18, 0.0, 0.73, -1.35),
    "given": (1.01, 0.19, -0.32, 0.34, 0.37, 0.66, -0.21),
}


def listed(dataset: Path) -> tuple[Known, Known]:
    """Family names and given names with their readings."""
    family: Known = defaultdict(dict)
    given: Known = defaultdict(dict)
    for name, count, kana, _ in csv.reader((dataset / "last_name_org.csv").open(encoding="utf-8")):
        family[name][kana] = int(count)
    for path in sorted(dataset.glob("first_name_*.csv")):
        for kana, _, *names in csv.reader(path.open(encoding="utf-8")):
            for name in filter(None, names):
                given[name][kana] = 1
    return family, given


def in_unidic() -> tuple[Known, Known]:
    """The same from UniDic, with its costs."""
    found: dict[str, Known] = {"姓": defaultdict(dict), "名": defaultdict(dict)}
    for cost, word in unidic():
        is_name = len(word) > 20 and word[1:3] == ["固有名詞", "人名"] and word[3] in found
        if is_name and KANJI.search(word[8]):
            readings = found[word[3]][word[8]]
            kana = hiragana(word[17])
            readings[kana] = min(cost, readings.get(kana, 99_999))
    return found["姓"], found["名"]


def parted(native: str, kana: str, families: tuple[Known, Known]) -> tuple[str, str] | None:
    """Where the family name ends, as its reading tells."""
    family, _, given = kana.partition(" ")
    for cut in range(1, len(native)):
        name = native[:cut]
        known = [*families[0].get(name, ()), *families[1].get(name, ()), hiragana(name)]
        if family in (*known, *others_in_sudachi(name)):
            return name, native[cut:]
    for cut in range(len(native) - 1, 0, -1):
        if hiragana(native[cut:]) == given:
            return native[:cut], native[cut:]
    return None


Chunk = tuple[str, str]


@cache
def divided(name: str, kana: str) -> tuple[tuple[Chunk, ...], ...]:
    """All ways to share the kana out among the characters of a name."""
    if not name:
        return ((),) if not kana else ()
    found: list[tuple[Chunk, ...]] = []
    for end in range(1, min(len(kana) - len(name) + 1, 5) + 1):
        if end < len(kana) and kana[end] in SMALL:
            continue
        if not KANJI.match(name[0]) and hiragana(name[0]) != kana[:end]:
            continue
        found += [((name[0], kana[:end]), *rest) for rest in divided(name[1:], kana[end:])]
    return tuple(found)


def by_kanji(counted: Counter[Chunk]) -> dict[Chunk, float]:
    """The share of each reading of each kanji in given names (expectation maximisation)."""
    shares: dict[Chunk, float] = defaultdict(lambda: 1.0)
    for _ in range(ROUNDS):
        seen: dict[Chunk, float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for (name, kana), weight in counted.items():
            ways = divided(name, kana)
            odds = [math.prod(shares[chunk] for chunk in way) for way in ways]
            if not (whole := sum(odds)):
                continue
            for way, each in zip(ways, odds, strict=True):
                for chunk in way:
                    seen[chunk] += weight * each / whole
                    totals[chunk[0]] += weight * each / whole
        shares = defaultdict(lambda: 1e-6, {c: n / totals[c[0]] for c, n in seen.items()})
    return shares


def write(name: str, lines: list[str], what: str) -> None:
    """A table with its remark."""
    head = f"# {what} by turns; see the README.\n"
    (DATA / name).write_text(head + "".join(lines), encoding="utf-8")


def line(cells: list[tuple[str, float]], name: str, digits: int) -> str:
    """One row."""
    flat = [cell for kana, value in cells for cell in (kana, f"{value:.{digits}f}")]
    return "\t".join([name, *flat]) + "\n"


def main(dataset: Path, folder: Path) -> None:
    """Write the three tables."""
    known, official = listed(dataset), in_unidic()
    seen: tuple[dict[str, Counter[str]], ...] = (defaultdict(Counter), defaultdict(Counter))
    counted: Counter[Chunk] = Counter()
    for pair in pairs("ja_artists", training=True, folder=folder):
        parts = parted(pair.native, pair.extra, (known[0], official[0]))
        if " " in pair.extra and parts:
            for place, kana in enumerate(pair.extra.split(" ")[:2]):
                seen[place][parts[place]][kana] += 1
            if KANJI.search(parts[1]):
                counted[(parts[1], pair.extra.split(" ")[1])] += SEEN
    for name, readings in known[1].items():
        if len(name) <= 4 and KANJI.search(name):
            counted.update({(name, kana): 1 for kana in readings})
    for name, costs in official[1].items():
        counted.update({(name, kana): 2 if cost < 9000 else 1 for kana, cost in costs.items()})
    shares = by_kanji(counted)
    popular = Counter(kana for readings in known[1].values() for kana in readings)

    def odds(part: str, name: str, kana: str) -> float:
        place = 0 if part == "family" else 1
        costs, times = official[place].get(name, {}), seen[place].get(name, Counter())
        way = max((math.prod(shares[c] for c in w) for w in divided(name, kana)), default=1e-9)
        features = (
            kana in known[place].get(name, {}),
            math.log1p(popular[kana]),
            kana in costs,
            -(costs[kana] - min(costs.values())) / 1000 if kana in costs else -3.0,
            math.log(way + 1e-6) if place else 0.0,
            math.log1p(times[kana]),
            bool(times) and not times[kana],
        )
        return sum(a * b for a, b in zip(WEIGHTS[part], features, strict=True))

    for part, file in (("family", "surnames.tsv"), ("given", "given_names.tsv")):
        place = 0 if part == "family" else 1
        lines = []
        for name in sorted({*known[place], *official[place], *seen[place]}):
            if len(name) > 4 or not KANJI.search(name):
                continue
            every = {
                *known[place].get(name, ()),
                *official[place].get(name, ()),
                *seen[place][name],
            }
            best = sorted(((kana, odds(part, name, kana)) for kana in every), key=lambda x: -x[1])
            near = [each for each in best[:LIKELIEST] if each[1] > best[0][1] - FAR]
            lines.append(line(near, name, 1))
        write(file, lines, f"{part.capitalize()} name, then reading and log odds")
    kanji: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (char, kana), share in shares.items():
        if KANJI.match(char) and share >= 0.03:
            kanji[char].append((kana, share))
    lines = [line(sorted(kanji[c], key=lambda x: -x[1])[:6], c, 2) for c in sorted(kanji)]
    write("given_kanji.tsv", lines, "Kanji of given names, then reading and share")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
