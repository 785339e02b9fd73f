"""Pieces written out in a house's style: spaces, hyphens, capitals, long vowels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaigai.romanise.piece import Option, Piece, Sort
from kaigai.romanise.profile import Profile
from kaigai.romanise.subtitles import subtitled
from kaigai.terms.kana import kana_to_latin

Chosen = Sequence[tuple[Piece, Option]]

_LONG = (("aa", "ā"), ("uu", "ū"), ("ee", "ē"), ("oo", "ō"), ("ou", "ō"))
#: What a capital letter may follow without a space.
OPENING = "-~([{<「『【《〈“\"':/.,!?&+×=·"
#: English words that stay small within a title.
ARTICLES = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
        "with",
    ]
)
_HONORIFIC = {"hyphen": "-", "joined": "", "spaced": " "}


@dataclass(slots=True)
class _Part:
    """What is written without a gap: kana or letters, and what stands before it."""

    gap: str
    text: str
    sort: Sort
    small: bool = False


def latin(kana: str, profile: Profile) -> str:
    """Hiragana in Latin letters, lower case."""
    if kana == "を":
        return profile.object_particle
    if "-" in kana and profile.honorifics != "hyphen":
        kana = kana.replace("-", _HONORIFIC[profile.honorifics])
    text = kana_to_latin(kana)
    if profile.long_vowels != "spelled":
        text = _shortened(text, profile)
    if profile.labial_n == "m":
        text = re.sub("n(?=[bpm])", "m", text)
    return text if profile.apostrophe else text.replace("n'", "n")


def _shortened(text: str, profile: Profile) -> str:
    for spelled, marked in _LONG:
        text = text.replace(spelled, marked if profile.long_vowels == "macron" else spelled[0])
    return text


def written(chosen: Chosen, profile: Profile) -> str:
    """The whole title or name."""
    if profile.name_order == "given first" and _is_full_name(chosen):
        return " ".join(written([part], profile) for part in reversed(chosen))
    text = ""
    for part in _glued(list(_parts(chosen, profile))):
        fresh = (
            not text
            or text[-1] in OPENING
            or bool(_DECORATION.match(text[-1]))
            or part.gap in (" ", WIDE)
        )
        text += part.gap + _spelled(part, profile, begins=not text, fresh=fresh)
    return _whole_case(subtitled(_tidy(text), profile), profile).strip()


def _is_full_name(chosen: Chosen) -> bool:
    return [piece.detail for piece, _ in chosen] == ["family", "given"]


#: A space that stood in the original.
WIDE = "\u3000"
_DECORATION = re.compile("[☆★♡♥♪♫♬♂♀◆◇○●※†‡【】〈〉《》…。]+")


def _tidy(text: str) -> str:
    """Without decoration; one space after what ends a phrase and none before it."""
    text = _DECORATION.sub(" ", text)
    text = re.sub(r" +(?=[!?,.:;)\]])", "", text)
    text = re.sub(r"(?<=[!?,])(?=[^\W\d_])", " ", text)
    text = re.sub(r'(?<=[^\s(\[\u3000])"([^"]+)"', r' "\1"', text)
    text = re.sub(r" *\u3000 *", WIDE, text.strip())
    return re.sub(" {2,}", " ", text)


def _parts(chosen: Chosen, profile: Profile) -> Iterator[_Part]:
    last: tuple[int, Sort] = (0, "mark")
    for piece, option in chosen:
        for place, word in enumerate(option.words):
            gap = " " if place else _gap(piece, word.sort, last, profile)
            native = word.sort == "foreign" and profile.loanwords == "sung" and word.kana
            yield _Part(
                gap,
                word.kana if native else word.text,
                "native" if native else word.sort,
                word.particle,
            )
        last = (piece.end, option.words[-1].sort)


def _gap(piece: Piece, sort: Sort, last: tuple[int, Sort], profile: Profile) -> str:
    if piece.start > last[0]:
        return " " if sort == last[1] == "latin" else WIDE if last[0] else ""
    if "mark" in (sort, last[1]):
        return ""
    match piece.joint:
        case "hyphen":
            return _HONORIFIC[profile.honorifics]
        case "join":
            return ""
        case "counter":
            return "-" if profile.counters == "hyphen" else ""
        case "progressive":
            return "" if profile.progressive == "joined" else " "
    return " "


def _glued(parts: list[_Part]) -> list[_Part]:
    """Kana that stand together are spelled together, for っ and ー need their neighbour."""
    glued: list[_Part] = []
    for part in parts:
        if glued and not part.gap and part.sort == glued[-1].sort == "native":
            glued[-1].text += part.text
            glued[-1].small = False
        else:
            glued.append(part)
    return glued


def _spelled(part: _Part, profile: Profile, *, begins: bool, fresh: bool) -> str:
    text = latin(part.text, profile) if part.sort == "native" else part.text
    if profile.case != "title" or part.sort == "mark" or not fresh:
        return text
    if (
        part.sort == "latin"
        and profile.capitals == "softened"
        and LOUD.fullmatch(text)
        and text not in LETTERS
    ):
        text = text.lower()
    if not begins and (part.small or text in ARTICLES):
        return text
    return capital(text)


LOUD = re.compile("[A-Z]{3,}(?<![IVX]{3})")
LETTERS = frozenset(
    ["SOS", "DVD", "OVA", "OAD", "RPG", "TVA", "VII", "XII", "XIII", "III", "VIII", "USA", "NHK"]
)


def capital(text: str) -> str:
    """Each word with a capital first letter, unless a digit comes before it."""
    return " ".join(_capital(word) for word in text.split(" "))


def _capital(word: str) -> str:
    for place, char in enumerate(word):
        if char.isalpha():
            return word[:place] + char.upper() + word[place + 1 :]
        if char.isdigit():
            return word
    return word


def _whole_case(text: str, profile: Profile) -> str:
    match profile.case:
        case "lower":
            return text.lower()
        case "upper":
            return text.upper()
        case "sentence":
            return text[:1].upper() + text[1:]
    return text
