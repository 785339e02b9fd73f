"""Learns readings and loanwords from the training half of song titles whose licence lets it.

    python -m tools.make_romanise_learned FOLDER

FOLDER holds `dev_ja_songs.tsv`. Where only one stretch of a title is read otherwise than it was
published, the published spelling of that stretch is learned.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.romanise_data import Pair, pairs
from kaigai.desks.localise.romanise import LYRICS, japanese
from kaigai.desks.localise.romanise.fold import folded
from kaigai.desks.localise.romanise.form import latin
from kaigai.desks.localise.romanise.piece import Option, Piece
from kaigai.desks.localise.romanise.readers import cleaned
from kaigai.terms.kana import kana_to_latin

DATA = Path(__file__).parents[1] / "src/kaigai/desks/localise/romanise/data"
FREE = ("zkldi/Tachi", "pastghost/HinataSongSorter")
KATAKANA = re.compile("[ァ-ヺー]+")
KANJI = re.compile("[\u3400-\u9fff々]")
WIDEST = 3


def spelled(option: Option) -> str:
    """One option in plain Latin letters."""
    return "".join(
        latin(word.text, LYRICS) if word.sort == "native" else word.text for word in option.words
    )


def stretches(pair: Pair) -> Iterator[tuple[list[Piece], str]]:
    """The shortest stretch of pieces that differs, and its published spelling with spaces."""
    pieces = japanese.read(cleaned(pair.native), is_name=False)
    ours = [folded(spelled(piece.options[0])) for piece in pieces]
    places = [n for n, char in enumerate(pair.latin) if char.isalnum()]
    plain = "".join(pair.latin[n] for n in places).lower()
    if folded(plain) == folded("".join(ours)):
        return
    for width in range(1, WIDEST + 1):
        for first in range(len(pieces) - width + 1):
            head, tail = "".join(ours[:first]), "".join(ours[first + width :])
            for start, end in cuts(plain, head, tail):
                yield pieces[first : first + width], pair.latin[places[start] : places[end - 1] + 1]
                return


def cuts(plain: str, head: str, tail: str) -> Iterator[tuple[int, int]]:
    """Where a middle lies between a head and a tail that match after folding."""
    starts = [n for n in range(len(plain)) if folded(plain[:n]) == head] if head else [0]
    ends = [n for n in range(1, len(plain) + 1) if folded(plain[n:]) == tail] if tail else [len(plain)]
    for start in starts:
        for end in ends:
            if start < end:
                yield start, end


def kana(latin_text: str) -> str | None:
    """Hiragana that is spelled so, or None."""
    table = {kana_to_latin(each): each for each in SYLLABLES}
    table |= {"si": "し", "ti": "ち", "tu": "つ", "hu": "ふ", "zi": "じ", "sya": "しゃ", "syu": "しゅ",
              "syo": "しょ", "tya": "ちゃ", "tyu": "ちゅ", "tyo": "ちょ", "zya": "じゃ", "zyu": "じゅ",
              "zyo": "じょ", "wo": "を", "jya": "じゃ", "jyu": "じゅ", "jyo": "じょ"}  # fmt: skip
    text, place, found = re.sub("[^a-z]", "", latin_text.lower()), 0, ""
    while place < len(text):
        for length in (3, 2, 1):
            if text[place : place + length] in table:
                found += table[text[place : place + length]]
                place += length
                break
        else:
            doubled = text[place : place + 2]
            if len(doubled) == 2 and (doubled[0] == doubled[1] or doubled == "tc"):
                found, place = found + "っ", place + 1
            elif text[place] == "n":
                found, place = found + "ん", place + 1
            else:
                return None
    return found


SYLLABLES = [
    *"あいうえおかきくけこがぎぐげごさしすせそざじずぜぞたちつてとだでどなにぬねのはひふへほばびぶべぼ",
    *"ぱぴぷぺぽまみむめもやゆよらりるれろわ",
    *(a + b for a in "きぎしじちにひびぴみり" for b in "ゃゅょ"),
]


def learn(folder: Path) -> None:
    """Write what was learned."""
    readings: dict[str, Counter[str]] = {}
    loans: dict[str, Counter[str]] = {}
    for pair in pairs("ja_songs", training=True, folder=folder):
        if not pair.source.startswith(FREE):
            continue
        for pieces, published in stretches(pair):
            surface = "".join(piece.surface for piece in pieces)
            if KATAKANA.fullmatch(surface) and len(surface) > 2:
                loans.setdefault(surface, Counter())[published.lower()] += 1
            elif KANJI.search(surface) and (reading := kana(published)):
                readings.setdefault(surface, Counter())[reading] += 1
    write("learned_readings.tsv", readings, long=2)
    write("learned_loanwords.tsv", loans, long=3)


def write(name: str, counted: dict[str, Counter[str]], *, long: int) -> None:
    """What was seen twice, or is long enough to be met by chance in no other sense."""
    lines = ["# Learned from titles in Tachi's seeds (Unlicense) and HinataSongSorter; see the README.\n"]
    for surface in sorted(counted):
        best, seen = counted[surface].most_common(1)[0]
        if seen > 1 or len(surface) >= long:
            lines.append(f"{surface}\t{best}\t{seen}\n")
    (DATA / name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    learn(Path(sys.argv[1]))
