"""Kana into Latin letters: modified Hepburn with long vowels as the kana spell them."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_VOWELS: Final = "aiueo"
_SMALL_VOWELS: Final = "ぁぃぅぇぉ"

_ROWS: Final = {
    "あいうえお": "a i u e o", "かきくけこ": "ka ki ku ke ko", "がぎぐげご": "ga gi gu ge go",
    "さしすせそ": "sa shi su se so", "ざじずぜぞ": "za ji zu ze zo",
    "たちつてと": "ta chi tsu te to", "だぢづでど": "da ji zu de do",
    "なにぬねの": "na ni nu ne no", "はひふへほ": "ha hi fu he ho",
    "ばびぶべぼ": "ba bi bu be bo", "ぱぴぷぺぽ": "pa pi pu pe po",
    "まみむめも": "ma mi mu me mo", "やゆよ": "ya yu yo", "らりるれろ": "ra ri ru re ro",
    "わゐゑを": "wa i e wo", "ゔ": "vu", "ぁぃぅぇぉ": "a i u e o", "ゃゅょ": "ya yu yo",
    "ゎゕゖ": "wa ka ke", "ヷヸヹヺ": "va vi ve vo",
}  # fmt: skip

# Kana before a small ya, yu, yo (and e), with the consonant that they make together.
_GLIDES: Final = {
    "き": "ky", "ぎ": "gy", "し": "sh", "じ": "j", "ち": "ch", "ぢ": "j", "に": "ny", "ひ": "hy",
    "び": "by", "ぴ": "py", "み": "my", "り": "ry", "て": "ty", "で": "dy", "ふ": "fy",
    "ゔ": "vy", "つ": "tsy", "う": "wy",
}  # fmt: skip

# Kana before a small vowel, the consonant, and the vowels for which the pair is one sound.
_FOREIGN: Final = {
    "ふ": ("f", "aieo"), "ゔ": ("v", "aieo"), "う": ("w", "aieo"), "つ": ("ts", "aieo"),
    "く": ("kw", "aieo"), "ぐ": ("gw", "aieo"), "て": ("t", "i"), "で": ("d", "i"),
    "と": ("t", "u"), "ど": ("d", "u"), "す": ("s", "i"), "ず": ("z", "i"), "い": ("y", "e"),
    "き": ("ky", "e"), "ぎ": ("gy", "e"), "し": ("sh", "e"), "じ": ("j", "e"), "ち": ("ch", "e"),
    "ぢ": ("j", "e"), "に": ("ny", "e"), "ひ": ("hy", "e"), "び": ("by", "e"), "ぴ": ("py", "e"),
    "み": ("my", "e"), "り": ("ry", "e"),
}  # fmt: skip


def _pairs() -> dict[str, str]:
    pairs = {"くゎ": "kwa", "ぐゎ": "gwa"}
    for kana, consonant in _GLIDES.items():
        pairs |= {kana + "ゃゅょ"[n]: consonant + "auo"[n] for n in range(3)}
    for kana, (consonant, vowels) in _FOREIGN.items():
        pairs |= {kana + _SMALL_VOWELS[_VOWELS.index(v)]: consonant + v for v in vowels}
    return pairs


_PAIRS: Final = _pairs()
_PAIR: Final = re.compile(f"[{''.join(sorted({pair[0] for pair in _PAIRS}))}][ぁぃぅぇぉゃゅょゎ]")
_SINGLE: Final = str.maketrans(
    {
        kana: latin
        for row, latins in _ROWS.items()
        for kana, latin in zip(row, latins.split(), strict=True)
    }
)

# Katakana to hiragana; the middle dot parts foreign names; the small Ainu kana count as full.
_TO_HIRAGANA: Final = (
    {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
    | dict(zip(range(0x31F0, 0x3200), map(ord, "くしすとぬはひふへほむらりるれろ"), strict=True))
    | {ord("・"): ord(" "), ord("゠"): ord("-")}
)
_LOOSE_MARKS: Final = {0x309B: "\u3099", 0x309C: "\u309a"}
_PARTICLE: Final = re.compile(r"(?<=\s)[はへを](?!\S)")
_PARTICLES: Final = {"は": "わ", "へ": "え", "を": "お"}
_REPEAT: Final = re.compile("([ぁ-ゖ])([ゝゞ])")
_LONG: Final = re.compile("([aeiou])(ー+)")
_DOUBLE: Final = re.compile("っ+(ch|[bcdfghjkmnprstvwyz])")
_SYLLABIC_N: Final = re.compile("ん(?=[aeiouy])")
_LEFT_OVER: Final = re.compile("[っーゝゞ\u3099\u309a]")
_KANA: Final = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")


def join_marks(text: str) -> str:
    """NFKC, with the voicing marks of careless kana (ウ, then ゛) joined to their letter."""
    if "\u309b" in text or "\u309c" in text:
        text = text.translate(_LOOSE_MARKS)
    return unicodedata.normalize("NFKC", text)


def _paired(match: re.Match[str]) -> str:
    return _PAIRS.get(match.group(), match.group())


def _repeated(match: re.Match[str]) -> str:
    kana, mark = match.groups()
    plain = unicodedata.normalize("NFD", kana)[0]
    if mark == "ゝ":
        return kana + plain
    voiced = unicodedata.normalize("NFC", plain + "\u3099")
    return kana + (voiced if len(voiced) == 1 else plain)


def _doubled(match: re.Match[str]) -> str:
    consonant = match.group(1)
    return "tch" if consonant == "ch" else consonant * 2


def _unrepeated(text: str) -> str:
    while _REPEAT.search(text):
        text = _REPEAT.sub(_repeated, text)
    return text


def _joined(text: str) -> str:
    """The signs that lean on a neighbour, once that neighbour is in Latin letters."""
    if "ー" in text:
        text = _LONG.sub(lambda found: found.group(1) * (1 + len(found.group(2))), text)
    if "っ" in text:
        text = _DOUBLE.sub(_doubled, text)
    if "ん" in text:
        text = _SYLLABIC_N.sub("n'", text).replace("ん", "n")
    return text if text.isascii() else _LEFT_OVER.sub("", text)


@lru_cache(maxsize=65536)
def kana_to_latin(kana: str) -> str:
    """Kana as lower-case modified Hepburn: ou and uu as spelled, ー repeats its vowel, っ doubles
    (tch before ch) and is dropped where nothing follows, n' before a vowel or y.

    は, へ and を are wa, e and o only when they stand as a word of their own after another one;
    nothing else tells the particle from the letter. Half-width kana, ゝ and ゞ are understood.
    Whatever is not kana stays as it is (NFKC). Style: MusicBrainz, Style/Language/Japanese.
    """
    text = join_marks(kana)
    if not _KANA.search(text):
        return text
    text = _unrepeated(text.translate(_TO_HIRAGANA))
    text = _PARTICLE.sub(lambda found: _PARTICLES[found.group()], text)
    return _joined(_PAIR.sub(_paired, text).translate(_SINGLE))
