"""Korean names and titles: official letters, and the spellings that people use."""

import re
from collections.abc import Iterator
from itertools import product

from kaigai.romanise import hangul
from kaigai.romanise.candidate import Kind
from kaigai.romanise.profile import Profile
from kaigai.romanise.tables import readings

WORD = re.compile("[가-힣]+")
Spelling = tuple[str, float, str]


def spellings(text: str, kind: Kind, profile: Profile) -> list[Spelling]:
    """Spellings with their shares and who reads them so, likeliest first."""
    if kind == "anime" or kind in ("song", "release"):
        return [_official(text)]
    found: dict[str, Spelling] = {}
    for spelling in _of_a_name(text, kind, profile):
        known = found.get(spelling[0])
        if known is None or known[1] < spelling[1]:
            found[spelling[0]] = spelling
    return sorted(found.values(), key=lambda each: -each[1])[:5]


def _official(text: str) -> Spelling:
    foreign = readings("ko_foreign.tsv")

    def said(match: re.Match[str]) -> str:
        word = match.group()
        return foreign[word][0][0] if word in foreign else hangul.romanised(word).capitalize()

    return WORD.sub(said, text), 0.4, "revised romanisation"


def _of_a_name(text: str, kind: Kind, profile: Profile) -> Iterator[Spelling]:
    known = readings("ko_names.tsv").get(text) or readings("ko_foreign.tsv").get(text, ())
    known = () if kind == "person" else known
    for spelling, share in known:
        yield spelling, share, "table of names"
    if kind == "group" or not WORD.fullmatch(text.replace(" ", "")):
        yield (*_official(text)[:1], 0.1, "revised romanisation")
        return
    left = 1 - sum(share for _, share in known)
    surname = _surname(text, kind)
    given = text.removeprefix(surname).replace(" ", "")
    families = readings("ko_surnames.tsv").get(surname, (("", 1.0),))
    for (family, one), (name, other) in product(families, _given(given, profile)):
        whole = f"{family} {name}" if profile.name_order == "family first" else f"{name} {family}"
        yield whole.strip(), left * one * other, "habits of names"


COMMON = frozenset("김이박최정강조윤장임한오서신권황안송전홍고문양손배백허남심노")


def _surname(text: str, kind: Kind) -> str:
    """The family name at the start, of two syllables only before two others."""
    known = readings("ko_surnames.tsv")
    if kind == "stage name" and (len(text) != 3 or text[0] not in COMMON):
        return ""
    if " " in text and text.split(" ")[0] in known:
        return text.split(" ")[0]
    if len(text) == 4 and text[:2] in known:
        return text[:2]
    return text[0] if len(text) in (2, 3, 4) and text[0] in known else ""


def _given(given: str, profile: Profile) -> list[tuple[str, float]]:
    """Spellings of a given name, syllable by syllable."""
    plain = hangul.by_syllables(given) if given else []
    ways: list[tuple[list[str], float]] = [([], 1.0)]
    for place, (char, own) in enumerate(zip(given, plain, strict=True)):
        habits = _habits(char, place, own)
        ways = [([*done, way], a * b) for done, a in ways for way, b in habits]
        ways = sorted(ways, key=lambda way: -way[1])[:8]
    joint = "-" if profile.korean_given == "hyphen" else ""
    return [(joint.join(parts).capitalize(), share) for parts, share in ways]


def _habits(char: str, place: int, own: str) -> list[tuple[str, float]]:
    """How people spell a syllable, first or later in a name; `own` where no habit is known."""
    table = readings("ko_syllables.tsv")
    known = table.get(f"{char}{min(place, 1)}") or table.get(char) or ()
    return list(known[:3]) or [(own, 0.6)]
