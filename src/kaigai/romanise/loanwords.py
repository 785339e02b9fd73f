"""Katakana into the words it was made from: the cheapest way through a run of katakana."""

import math
import re
from bisect import bisect_left
from functools import cache, lru_cache
from operator import itemgetter

from kaigai.romanise.piece import Option, Word
from kaigai.romanise.readers import hiragana
from kaigai.romanise.tables import lines

LONGEST = 16
WAYS = 6
#: What a piece of no known word costs, and each of its morae.
UNKNOWN, MORA = 5.5, 1.9
#: What a different kana spelling of the same word costs, and a middle dot within a word.
LOOSE, CLASHING = 3.2, 5.0
SPREAD = 1.0
#: What each word costs more, and what a short one that is the whole run costs less.
STEP = 1.0
WHOLE = {1: 6.0, 2: 2.0, 3: 0.7}

_LOOSE = (
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴュ", "ビュ"), ("ヴ", "ブ"),
    ("ウィ", "ウイ"), ("ウェ", "ウエ"), ("ウォ", "ウオ"), ("ヂ", "ジ"), ("ヅ", "ズ"), ("ヰ", "イ"),
    ("クァ", "クア"), ("クィ", "クイ"), ("クェ", "クエ"), ("クォ", "クオ"), ("イェ", "イエ"),
    ("フュ", "ヒュ"), ("デュ", "ジュ"), ("テュ", "チュ"), ("ツァ", "ツア"), ("ヱ", "エ"),
    ("ヲ", "オ"), ("ッ", ""),
)  # fmt: skip
_AFTER = {
    "ア": "アカガサザタダナハバパマヤラワァャ",
    "イ": "イキギシジチヂニヒビピミリィエケゲセゼテデネヘベペメレェ",
    "ウ": "ウクグスズツヅヌフブプムユルゥュオコゴソゾトドノホボポモヨロォョヴ",
    "エ": "エケゲセゼテデネヘベペメレェ",
    "オ": "オコゴソゾトドノホボポモヨロォョ",
}
#: Vowels that only draw out the one before: ガアル, スプーキィ, メイド.
_DRAWN = re.compile(
    "|".join(
        f"(?<=[{before}])[{vowel}{small}]"
        for (vowel, before), small in zip(_AFTER.items(), "ァィゥェォ", strict=True)
    )
    + "|ー"
)


@lru_cache(maxsize=262144)
def loose(kana: str) -> str:
    """What two kana spellings of one foreign word share: ヴァイオリン, バイオリン."""
    for one, other in _LOOSE:
        if one in kana:
            kana = kana.replace(one, other)
    return kana[0] + _DRAWN.sub("", kana)[1:] if kana else kana


Entry = tuple[str, Word, float]


@cache
def _table() -> list[str]:
    """Lines in the order of their loose keys: a name asks for a few dozen of 160,000."""
    return lines("loanwords.tsv")


def loose_key(line: str) -> str:
    """What the lines of the table are in order of."""
    return loose(line.partition("\t")[0])


def _entries(key: str) -> list[Entry]:
    """Words of a loose key: their exact kana, and what they cost."""
    table, found = _table(), []
    place = bisect_left(table, key, key=loose_key)
    while place < len(table) and loose_key(table[place]) == key:
        kana, spelling, cost = table[place].split("\t")
        found.append((kana, _word(kana, spelling), float(cost)))
        place += 1
    return found


def _word(kana: str, spelling: str) -> Word:
    match spelling:
        case "=":
            return Word(hiragana(kana))
        case "+":
            return Word(hiragana(kana), particle=True)
        case _:
            return Word(spelling, "foreign", kana=hiragana(kana))


@lru_cache(maxsize=65536)
def _matches(kana: str) -> tuple[tuple[Word, float], ...]:
    """The words that a stretch of katakana may be."""
    entries = _entries(loose(kana))
    away = LOOSE + (CLASHING if any(exact == kana for exact, _, _ in entries) else 0)
    best = [(word, cost + (0 if kana == exact else away)) for exact, word, cost in entries]
    return tuple(sorted(best, key=lambda pair: pair[1])[:4])


_SMALL = frozenset("ァィゥェォャュョヮーッン")


def _steps(run: str, place: int) -> list[tuple[int, Word, float]]:
    steps = []
    morae = 0
    for end in range(place + 1, min(len(run), place + LONGEST) + 1):
        stretch = run[place:end]
        morae += run[end - 1] not in _SMALL
        if end < len(run) and run[end] in _SMALL and run[end] != "ン":
            continue
        whole = WHOLE.get(end, 0.0) if not place and end == len(run) else 0.0
        steps += [(end, word, cost - whole + STEP) for word, cost in _matches(stretch)]
        steps.append((end, Word(hiragana(stretch)), UNKNOWN + MORA * (end - place)))
    return steps


Path = tuple[float, tuple[Word, ...]]


@lru_cache(maxsize=65536)
def paths(run: str) -> tuple[Path, ...]:
    """The cheapest ways to read a run without middle dots, cheapest first."""
    best: list[list[Path]] = [[] for _ in range(len(run) + 1)]
    best[0] = [(0.0, ())]
    for place in range(len(run)):
        if not best[place] or (run[place] in _SMALL and place and run[place] != "ン"):
            continue
        best[place] = sorted(best[place], key=itemgetter(0))[:WAYS]
        for end, word, cost in _steps(run, place):
            best[end] += [(before + cost, (*words, word)) for before, words in best[place]]
    ways = sorted(best[-1], key=itemgetter(0))[: 4 * WAYS]
    return tuple(_distinct(ways))[:WAYS]


def _distinct(ways: list[Path]) -> list[Path]:
    seen: dict[str, Path] = {}
    for cost, words in ways:
        seen.setdefault(" ".join(word.text for word in words), (cost, words))
    return list(seen.values())


@lru_cache(maxsize=65536)
def options(run: str) -> tuple[Option, ...]:
    """Ways to read a run of katakana, with shares; a middle dot always parts words."""
    parts = [part for part in run.split("・") if part]
    ways: list[Path] = [(0.0, ())]
    for part in parts:
        ways = [
            (before + cost, words + more) for before, words in ways for cost, more in paths(part)
        ]
        ways = sorted(ways, key=itemgetter(0))[:WAYS]
    if not ways or not ways[0][1]:
        return ()
    weights = [math.exp((ways[0][0] - cost) / SPREAD) for cost, _ in ways]
    total = sum(weights)
    return tuple(
        Option(words, weight / total, ("loanwords",))
        for (_, words), weight in zip(ways, weights, strict=True)
    )


def spelled_as_sung(run: str) -> Option:
    """The run as its sounds alone."""
    words = tuple(Word(hiragana(part)) for part in run.split("・") if part)
    return Option(words, 1.0, ("kana",))
