"""Romanisation against its peers: exact after folding, strict, top three, calibration, speed.

    python -m benchmarks.romanise [--training]

The half of the pairs that no table and no weight was learned from is measured (see
`romanise_data`); peers run on the same half. EM1 is exact after case, spaces, punctuation and long
vowels are folded; strict is exact to the letter, on pairs whose letter case can be trusted.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.romanise_data import Pair, pairs
from kaigai import romanise
from kaigai.romanise import Candidate, Profile
from kaigai.romanise.candidate import Kind, Language
from kaigai.romanise.fold import folded

BINS = 10
KO_KINDS: dict[str, Kind] = {"person": "person", "stage_name": "stage name", "group": "group"}


@dataclass(frozen=True, slots=True)
class Task:
    """One file, what its rows are, and the house style they are published in."""

    file: str
    kind: Kind
    language: Language
    profile: Profile
    only: str = ""


TASKS = {
    "songs": Task("ja_songs", "song", "ja", romanise.LYRICS),
    "anime": Task("ja_anime", "anime", "ja", romanise.ANIME),
    "artists": Task("ja_artists", "artist", "ja", romanise.MUSICBRAINZ),
    "foreign artists": Task("ja_artists_foreign", "artist", "ja", romanise.MUSICBRAINZ),
    "Korean persons": Task("ko_names", "person", "ko", romanise.MUSICBRAINZ, "person"),
    "Korean stage names": Task("ko_names", "stage name", "ko", romanise.MUSICBRAINZ, "stage_name"),
    "Korean titles": Task("ko_titles", "anime", "ko", romanise.ANIME),
    "Chinese titles": Task("zh_titles", "anime", "zh", romanise.ANIME),
}
Answers = list[tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """What one engine reached."""

    exact: float
    strict: float
    best_three: float
    calibration: float
    per_second: float


def score(rows: Sequence[Pair], answers: Answers, seconds: float) -> Score:
    """The shares of right answers, and how far confidence is from them."""
    exact = [
        bool(a) and folded(a[0].text) == folded(p.latin)
        for p, a in zip(rows, answers, strict=True)
    ]
    three = [
        any(folded(c.text) == folded(p.latin) for c in a[:3])
        for p, a in zip(rows, answers, strict=True)
    ]
    cased = [(p, a) for p, a in zip(rows, answers, strict=True) if p.case_reliable]
    strict = sum(bool(a) and a[0].text == p.latin for p, a in cased)
    return Score(
        sum(exact) / len(rows),
        strict / max(len(cased), 1),
        sum(three) / len(rows),
        calibration(answers, exact),
        len(rows) / max(seconds, 1e-9),
    )


def calibration(answers: Answers, right: Sequence[bool]) -> float:
    """Expected calibration error over ten bins of confidence."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for found, ok in zip(answers, right, strict=True):
        sure = found[0].confidence if found else 0.0
        bins[min(BINS - 1, int(sure * BINS))].append((sure, ok))
    off = (
        abs(sum(sure for sure, _ in each) - sum(ok for _, ok in each)) for each in bins.values()
    )
    return sum(off) / max(len(answers), 1)


def ours(task: Task, rows: Sequence[Pair]) -> Score:
    """Kaigai, timed by the processor."""
    list(
        romanise.many(
            ["起動する ガンダム", "신라", "北京"], language=task.language, kind=task.kind
        )
    )
    begun = time.process_time()
    answers = [
        romanise.candidates(
            pair.native, language=task.language, kind=task.kind, profile=task.profile
        )
        for pair in rows
    ]
    return score(rows, answers, time.process_time() - begun)


def peer(read: Callable[[str], str], rows: Sequence[Pair]) -> Score:
    """Another engine, which gives one answer and no confidence."""
    read("起動")
    begun = time.process_time()
    answers: Answers = [(Candidate(read(pair.native), 0.0),) for pair in rows]
    return score(rows, answers, time.process_time() - begun)


def cutlet() -> Callable[[str], str]:
    """The best open engine for titles."""
    from cutlet import Cutlet

    engine = Cutlet()
    return lambda text: str(engine.romaji(text, title=True))


def sudachi() -> Callable[[str], str]:
    """The best open dictionary for names, with plain Hepburn."""
    from kaigai.romanise.readers import by_sudachi
    from kaigai.terms.kana import kana_to_latin

    def read(text: str) -> str:
        words = [reading or text[start:end] for start, end, reading in by_sudachi(text)]
        return " ".join(kana_to_latin(word) for word in words)

    return read


def pinyin() -> Callable[[str], str]:
    """Chinese, syllable by syllable."""
    from pypinyin import lazy_pinyin

    return lambda text: " ".join(lazy_pinyin(text)).title()


PEERS: dict[str, dict[str, Callable[[], Callable[[str], str]]]] = {
    "ja": {"cutlet": cutlet, "Sudachi core": sudachi},
    "zh": {"pypinyin": pinyin},
    "ko": {},
}


def row(name: str, engine: str, count: int, reached: Score) -> str:
    """One line of the table."""
    own = engine == "Kaigai"
    rest = (f"{reached.best_three:.3f}", f"{reached.calibration:.3f}") if own else ("–", "–")
    return (
        f"| {name} ({count:,}) | {engine} | {reached.exact:.3f} | {reached.strict:.3f} "
        f"| {rest[0]} | {rest[1]} | {reached.per_second:,.0f} |"
    )


def main(*, training: bool = False) -> None:
    """Print the table."""
    print("| set | engine | EM1 | strict | top 3 | calibration error | a second |")
    print("|---|---|---|---|---|---|---|")
    for name, task in TASKS.items():
        rows = [
            pair for pair in pairs(task.file, training=training) if task.only in ("", pair.kind)
        ]
        print(row(name, "Kaigai", len(rows), ours(task, rows)), flush=True)
        for other, made in PEERS[task.language].items():
            print(row(name, other, len(rows), peer(made(), rows)), flush=True)


if __name__ == "__main__":
    main(training="--training" in sys.argv)
