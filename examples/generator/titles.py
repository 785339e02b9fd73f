"""Song and release titles of every kind that a Japanese catalogue holds, none used twice."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from examples.generator.dice import Dice
from examples.generator.model import Title
from examples.generator.words import KANA, LOANS, NOUNS, Word

Make = Callable[[Word, Word], Title]


def _ja(native: str, reading: str, latin: str, english: str) -> Title:
    return Title(native, "ja-Jpan", reading=reading, latin=latin, english=english)


def _pattern(native: str, reading: str, latin: str, english: str) -> Make:
    def make(a: Word, b: Word) -> Title:
        return _ja(
            native.format(a=a.native, b=b.native),
            reading.format(a=a.kana, b=b.kana),
            latin.format(a=a.latin, b=b.latin),
            english.format(a=a.english, b=b.english),
        )

    return make


PATTERNS: tuple[Make, ...] = (
    _pattern("{a}の{b}", "{a}ノ{b}", "{a} no {b}", "{b} of the {a}"),
    _pattern("{a}と{b}", "{a}ト{b}", "{a} to {b}", "{a} and {b}"),
    _pattern("{a}、{b}", "{a} {b}", "{a}, {b}", "{a}, {b}"),
    _pattern("{a}から{b}まで", "{a}カラ{b}マデ", "{a} kara {b} made", "From {a} to {b}"),
    _pattern("さよなら{a}", "サヨナラ{a}", "Sayonara {a}", "Goodbye, {a}"),
    _pattern("{a}を探して", "{a}ヲサガシテ", "{a} wo Sagashite", "Looking for the {a}"),
    _pattern("眠らない{a}", "ネムラナイ{a}", "Nemuranai {a}", "Sleepless {a}"),
    _pattern("透明な{a}", "トウメイナ{a}", "Toumei na {a}", "Clear {a}"),
    _pattern("真夜中の{a}", "マヨナカノ{a}", "Mayonaka no {a}", "{a} at Midnight"),
    _pattern("{a}が見える", "{a}ガミエル", "{a} ga Mieru", "I Can See the {a}"),
    _pattern("最後の{a}", "サイゴノ{a}", "Saigo no {a}", "The Last {a}"),
    _pattern("{a}に{b}", "{a}ニ{b}", "{a} ni {b}", "{b} on the {a}"),
)


def _alone(a: Word, _: Word) -> Title:
    return _ja(a.native, a.kana, a.latin, a.english)


def _kana(a: Word, b: Word) -> Title:
    """A title in hiragana, made longer by a noun when the word alone is used up."""
    return _ja(
        f"{a.native}{b.native}", f"{a.kana}{b.kana}", f"{a.latin} {b.latin}",
        f"{a.english} {b.english}",
    )  # fmt: skip


def _loan(a: Word, b: Word) -> Title:
    """English in katakana: its Latin form is the English itself, so no romaji is given."""
    return Title(f"{a.native}・{b.native}", "ja-Jpan", english=f"{a.english} {b.english}")


def _latin(a: Word, b: Word) -> Title:
    """A title that is Latin by nature."""
    return Title(f"{a.english} {b.english}", "en")


def _mixed(a: Word, b: Word) -> Title:
    """`Dear 灯台`: two scripts in one title, and still one title only."""
    return _ja(f"Dear {a.native}", f"ディア {a.kana}", f"Dear {a.latin}", f"Dear {a.english}")


@dataclass(slots=True)
class Titles:
    """Makes titles and remembers them: no two share a spelling in any script."""

    dice: Dice
    used: set[str] = field(default_factory=set)
    made: int = 0

    def next(self, kind: str = "") -> Title:
        """A title of a kind (see _MAKERS; `ja` is any pattern), or of a likely one.

        Where short ones of a kind are used up, a longer one comes.
        """
        wanted = kind or self._kind()
        for attempt in range(10_000):
            self.made += 1
            title = self._make(wanted, self.made, is_long=attempt >= PATIENCE)
            keys = {_key(text) for text in title.texts()}
            if not keys & self.used:
                self.used |= keys
                return title
        raise ValueError(f"no title of the kind {wanted!r} is left")

    def _kind(self) -> str:
        n = self.dice.number(100, "kind", self.made)
        return next(k for k, top in _KINDS if n < top)

    def _make(self, kind: str, n: int, *, is_long: bool) -> Title:
        words = _WORDS.get(kind, NOUNS)
        a = self.dice.one(words, "a", n)
        if is_long:
            a = _joined(a, self.dice.one(words, "c", n))
        others = [word for word in (NOUNS if words is KANA else words) if word is not a]
        return self._maker(kind, n)(a, self.dice.one(others, "b", n))

    def _maker(self, kind: str, n: int) -> Make:
        return _MAKERS.get(kind) or self.dice.one(PATTERNS, "pattern", n)


#: Nouns whose Latin form nobody takes for another language.
_CLEAR = tuple(noun for noun in NOUNS if re.search("ou|uu|shi|tsu", noun.latin))
_WORDS = {"kana": KANA, "loan": LOANS, "latin": LOANS, "clear": _CLEAR}
_MAKERS: dict[str, Make] = {
    "kana": _kana,
    "loan": _loan,
    "latin": _latin,
    "mixed": _mixed,
    "alone": _alone,
    "clear": PATTERNS[0],
    "wa": _pattern("{a}は{b}", "{a}ハ{b}", "{a} wa {b}", "{a} Is {b}"),
}

#: After so many titles that were there already, longer ones are tried.
PATIENCE = 40


def _joined(a: Word, c: Word) -> Word:
    """Two words as one, for a longer title."""
    dot = "" if a.kana else "・"
    return Word(
        f"{a.native}{dot}{c.native}", a.kana + c.kana, f"{a.latin} {c.latin}",
        f"{a.english} {c.english}",
    )  # fmt: skip


_KINDS = (("ja", 58), ("alone", 68), ("kana", 74), ("loan", 85), ("latin", 97), ("mixed", 100))


def _key(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
