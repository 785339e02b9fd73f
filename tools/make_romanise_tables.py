"""Makes the tables that the romanisation engine ships; see the README beside them for sources.

    python -m tools.make_romanise_tables KANA.tsv

KANA.tsv holds English words with how often they are met and how they are said in katakana
(`word  count  kana`), made by `kanalizer` from open word lists.
"""

import math
import re
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kaigai.romanise.loanwords import loose

DATA = Path(__file__).parents[1] / "src/kaigai/romanise/data"
TOTAL = 1.0e12
KATAKANA = re.compile("[ァ-ヺー]+")
Costs = dict[str, dict[str, float]]


def unidic() -> Iterator[tuple[int, list[str]]]:
    """Cost and features of every word in UniDic lite."""
    import unidic_lite

    raw = (Path(unidic_lite.DICDIR) / "sys.dic").read_bytes()
    head = struct.unpack("<10I", raw[:40])
    tokens, features = head[7], head[8]
    text = raw[-features:]
    start = len(raw) - features - tokens
    for place in range(start, start + tokens, 16):
        _, _, _, cost, feature, _ = struct.unpack("<HHHhII", raw[place : place + 16])
        yield cost, text[feature : text.index(b"\0", feature)].decode().split(",")


def foreign_words(costs: Costs, native: dict[str, int]) -> None:
    """Loanwords of UniDic with the word they come from; native words seen in katakana."""
    for cost, word in unidic():
        if len(word) < 17 or word[0] in ("記号", "補助記号", "感動詞"):
            continue
        lemma, orth, origin = word[7], word[8], word[12]
        if not KATAKANA.fullmatch(orth):
            continue
        if "-" in lemma and re.search("[A-Za-z]", lemma):
            sound, spelling = lemma.split("-", 1)
            if re.fullmatch(r"[A-Za-zÀ-ÿ'. -]+", spelling):
                own = (5.5 if origin == "外" else 8.0) + (0 if sound == orth else INFLECTED)
                put(costs, orth, spelling.strip(), own + short(orth) + rarity(cost))
        elif origin in ("和", "漢", "混") and len(orth) > 1:
            native[orth] = min(cost, native.get(orth, 32767))


INFLECTED = 4.0
HAND = 4.0
AGREED = 1.5


def rarity(cost: int) -> float:
    """What UniDic's own cost of a word is worth."""
    return max(0, cost - 5000) / 4000


def short(kana: str) -> float:
    """Short words are found everywhere by chance."""
    return {1: 9.0, 2: 3.0, 3: 1.0}.get(len(kana), 0.0)


def put(costs: Costs, kana: str, spelling: str, cost: float) -> None:
    """Keep the lowest cost of a pair, lower still where two sources agree."""
    known = costs[kana]
    same = next((each for each in known if each.casefold() == spelling.casefold()), None)
    if same is None:
        known[spelling] = cost
    else:
        known[same] = min(cost, known[same]) - AGREED


def said(path: Path, costs: Costs) -> None:
    """English words by how they are said."""
    for line in path.read_text().splitlines():
        word, count, kana = line.split("\t")
        if len(kana) < 2:
            continue
        rare = -math.log((float(count) + 3e4) / TOTAL)
        put(costs, kana, word, 3.0 + 0.4 * rare + short(kana))


def by_hand(costs: Costs) -> None:
    """What was written by hand stands above all else."""
    for line in (DATA / "loanwords_by_hand.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        kana, *spellings = line.split("\t")
        chance = {1: 6.0, 2: 1.5}.get(len(kana), 0.0)
        for place, spelling in enumerate(spellings):
            kept = costs[kana].pop(spelling, 99.0)
            costs[kana][spelling] = min(kept, HAND + 0.8 * place + chance)
        for spelling, cost in costs[kana].items():
            if spelling not in spellings:
                costs[kana][spelling] = max(cost, HAND + chance) + 2.0


def main(path: Path) -> None:
    """Write the tables."""
    costs: Costs = defaultdict(dict)
    native: dict[str, int] = {}
    foreign_words(costs, native)
    said(path, costs)
    for kana, cost in native.items():
        put(costs, kana, "=", 6.0 + short(kana) + rarity(cost))
    by_hand(costs)
    lines = []
    for kana in sorted(costs, key=lambda kana: (loose(kana), kana)):
        best = sorted(costs[kana].items(), key=lambda pair: (pair[1], pair[0]))[:3]
        lines += [f"{kana}\t{word}\t{cost:.1f}\n" for word, cost in best]
    (DATA / "loanwords.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
