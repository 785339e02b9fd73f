"""Learns how Koreans spell the syllables of their given names, from pairs of names.

    python -m tools.make_romanise_korean NAMES.tsv

Only the training half of the pairs is looked at (see `benchmarks/romanise.py`).
"""

import csv
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import product
from pathlib import Path

from benchmarks.romanise_data import is_training
from kaigai.romanise import hangul
from kaigai.romanise.tables import readings

DATA = Path(__file__).parents[1] / "src/kaigai/romanise/data"
INITIALS = {
    "g": "g k", "d": "d t", "b": "b p v", "j": "j z", "r": "r l", "kk": "kk gg g k", "tt": "tt dd",
    "jj": "jj", "ss": "ss s", "s": "s sh", "_": "_ y w", "h": "h", "k": "k c", "p": "p f",
}  # fmt: skip
VOWELS = {
    "a": "a ah", "eo": "eo u o uh", "o": "o oh", "u": "u oo ou", "eu": "eu u", "i": "i ee y yi",
    "yeo": "yeo yu you yo yeu", "yu": "yu yoo u", "ae": "ae e ai", "e": "e ae", "ye": "ye ie e",
    "wa": "wa", "wo": "wo weo o", "ui": "ui ee i eui hee", "wi": "wi wee ui", "oe": "oe oi we",
    "yae": "yae", "ya": "ya", "yo": "yo", "wae": "wae", "we": "we",
}  # fmt: skip
FINALS = {
    "k": "k g ck",
    "t": "t d th",
    "p": "p b",
    "l": "l r ll",
    "n": "n",
    "m": "m",
    "ng": "ng n",
}
LIKELIEST, LEAST = 3, 2


@cache
def spellings(char: str, linked: str) -> tuple[str, ...]:
    """Ways in which a syllable may be spelled; `linked` is its plain spelling beside a vowel."""
    initial, vowel, final = hangul.syllable(char)
    closed = hangul.CLOSED.get(final, "")
    starts = INITIALS.get(initial, initial).split()
    if initial == "_":
        starts = ["_"] if vowel[0] in "yw" else ["_", "w", "y"]
    ends = ["", *FINALS.get(closed, closed).split()] if closed else [""]
    parts = product(starts, VOWELS[vowel].split(), ends if linked else ends[1:] or [""])
    return tuple(dict.fromkeys("".join(part).replace("_", "") for part in parts))


def ways(given: str, latin: str) -> list[list[str]]:
    """How a Latin name may be shared out among the syllables of a given name."""
    if not given:
        return [[]] if not latin else []
    found = []
    for spelled in spellings(given[0], given[1:]):
        if latin.startswith(spelled):
            found += [[spelled, *rest] for rest in ways(given[1:], latin[len(spelled) :])]
    return found


def likeness(given: str, parts: list[str]) -> float:
    """How many parts are as the official letters have them."""
    plain = hangul.by_syllables(given)
    return sum(a == b for a, b in zip(plain, parts, strict=True)) - 0.1 * len(set(parts))


def learn(path: Path) -> None:
    """Count, and write the table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    families: dict[str, Counter[str]] = defaultdict(Counter)
    stage: dict[str, Counter[str]] = defaultdict(Counter)
    known = readings("ko_surnames_by_hand.tsv")
    for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"):
        native, latin = row["native"].replace(" ", ""), row["latin"]
        if not is_training(row["native"]) or not all("가" <= char <= "힣" for char in native):
            continue
        given = native
        if row["kind"] == "person" and native[0] in known and " " in latin:
            length = 2 if native[:2] in known and len(native) == 4 else 1
            family, _, latin = latin.partition(" ")
            families[native[:length]][family] += 1
            given = native[length:]
        elif row["kind"] == "stage_name":
            stage[native][latin] += 1
        plain = "".join(char for char in latin.lower() if char.isalpha())
        found = ways(given, plain)
        if found:
            best = max(found, key=lambda parts: likeness(given, parts))
            for place, part in enumerate(best):
                counts[f"{given[place]}{min(place, 1)}"][part] += 1
                counts[given[place]][part] += 1
    write("ko_syllables.tsv", counts, "Syllable of a given name and place (0 first, 1 later)")
    write("ko_names.tsv", {key: c for key, c in stage.items() if foreign(key, c)}, "Stage name")
    write_families(families)


def write_families(seen: dict[str, Counter[str]]) -> None:
    """Family names: what is written by hand counts as much as four people."""
    lines = ["# Family name, then spelling and share by turns; see the README.\n"]
    for native, usual in readings("ko_surnames_by_hand.tsv").items():
        counted = Counter({spelled: 4 * share for spelled, share in usual})
        counted.update(seen.get(native, {}))
        total = sum(seen.get(native, {}).values()) + 4
        best = counted.most_common(LIKELIEST)
        cells = "\t".join(f"{spelled}\t{number / total:.2f}" for spelled, number in best)
        lines.append(f"{native}\t{cells}\n")
    (DATA / "ko_surnames.tsv").write_text("".join(lines), encoding="utf-8")


def foreign(native: str, counted: Counter[str]) -> bool:
    """Whether a stage name is no Korean spelling of its syllables."""
    return not ways(native, counted.most_common(1)[0][0].lower())


def write(name: str, counts: dict[str, Counter[str]], what: str) -> None:
    """A table of spellings with shares; one doubtful observation is worth little."""
    lines = [f"# {what}, then spelling and share by turns. Learned from kpopnet (CC0).\n"]
    for key in sorted(counts):
        total = sum(counts[key].values()) + 0.5
        cells = [f"{each}\t{n / total:.2f}" for each, n in counts[key].most_common(LIKELIEST)]
        lines.append("\t".join([key, *cells]) + "\n")
    (DATA / name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    learn(Path(sys.argv[1]))
