"""What a spelling shows at a glance: half-width kana, decorated letters, two languages in one."""

import re
from typing import Final

from kaigai.terms.kana import kana_to_latin
from kaigai.terms.romaji import is_syllabic
from kaigai.terms.scripts import scripts_in

_HALF_WIDTH_KANA: Final = re.compile("[\uff66-\uff9f]")

# Full width, mathematical, circled and squared letters, letterlike signs, small capitals and
# raised letters; not signs that only contain letters (™ № ℃), Roman numerals, or flags.
_DRESSED: Final = re.compile(
    "[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a5\u249c-\u24e9\U0001f110-\U0001f169"
    "\U0001f170-\U0001f189ℂℊ-ℍℎℐ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴⅅ-ⅉᴀ-ᴢᴬ-ᵡᶛ-ᶻɢɪɴʀʏʙʜʟꜰꜱʰ-ʸˡ-ˣⁱⁿₐ-ₜ]"
)
_INVISIBLE: Final = re.compile(
    "[\u200b\u2060\ufeff\u00ad]|(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])"
)
# Struck through, enclosed, or marked three times over (zalgo).
_OVERPRINTED: Final = re.compile("[A-Za-z][\u0334-\u0338\u20d0-\u20f0]|[\u0300-\u036f]{3}")
_SIGN_INSIDE: Final = re.compile("(?<![A-Za-z])([A-Za-z]+)[☆★♡♥❤♪✿❀●○◎◇◆△▲▽▼∀∃∂√*@$#]([A-Za-z]+)")
_OTHER_ALPHABET: Final = re.compile("[A-Za-z][Α-Ωα-ωА-я]|[Α-Ωα-ωА-я][A-Za-z]")
_VOWEL: Final = re.compile("[aeiouy]", re.IGNORECASE)


def has_half_width_kana(text: str) -> bool:
    """Whether the text has half-width kana (ｶﾅ), which stores show broken or refuse."""
    return _HALF_WIDTH_KANA.search(text) is not None


def has_decorated_latin(text: str) -> bool:
    """Whether Latin letters are dressed up so that nobody can type or find them.

    True for ＬＯＶＥ, 𝓛𝓸𝓿𝓮, Ⓛⓞⓥⓔ, ʟᴏᴠᴇ, invisible characters, struck or stacked marks, Greek or
    Cyrillic letters set among Latin ones (ΛMIE) and signs in place of a letter (L☆VE, LO♡E, A$AP).
    False for a sign after or between whole words (LOVE♡, KIRA☆KIRA) and for Japanese text.
    Cannot tell: a word that by chance looks like a stump (Love☆DJ counts as decorated), and marks
    that belong to a language (Zażółć is no decoration, nor is Ø).
    """
    if not text.isascii():
        for form in (_DRESSED, _INVISIBLE, _OVERPRINTED, _OTHER_ALPHABET):
            if form.search(text):
                return True
    return any(map(_is_stump, _SIGN_INSIDE.findall(text)))


def _is_stump(sides: tuple[str, str]) -> bool:
    """Whether either side of a sign is no word by itself: one letter, or none that is a vowel."""
    return any(len(side) == 1 or not _VOWEL.search(side) for side in sides)


_NATIVE: Final = frozenset({"Hira", "Kana", "Hani", "Hang"})
_BRACKETED: Final = re.compile(
    r"^(.+?)\s*[(（\[［【〔<＜〈《「『](.+?)[)）\]］】〕>＞〉》」』]\s*$"
)
_SEPARATED: Final = re.compile(r"^(.+?)(?:\s*[/／|｜]\s*)([^/／|｜]+)$")
_DASHED: Final = re.compile(r"^(.+?)\s+[-‐-―－:：]\s+([^-‐-―－~〜～]+)$")
_SUBTITLED: Final = re.compile(r"^(.+?)\s*[-‐-―－~〜～]\s*([^-‐-―－~〜～]+?)\s*[-‐-―－~〜～]$")
_NATIVE_FIRST: Final = re.compile(r"^([^A-Za-z]+?)\s+([A-Za-z][\x20-\x7e]*)$")
_LATIN_FIRST: Final = re.compile(r"^([A-Za-z][\x20-\x7e]*?)\s+([^A-Za-z]+)$")
_HANGUL_LAST: Final = re.compile(r"^([A-Za-z][\x20-\x7e]*?)\s+([가-힣][^A-Za-z]*)$")

# Each form with what it asks of the Latin part besides being there.
_FORMS: Final = (
    (_BRACKETED, "none"),
    (_SEPARATED, "none"),
    (_SUBTITLED, "reading"),
    (_DASHED, "phrase"),
    (_NATIVE_FIRST, "phrase"),
    (_HANGUL_LAST, "phrase"),
    (_LATIN_FIRST, "reading"),
)

# Words that say which version it is, who is in it or where it was played: no second title.
_VERSION: Final = re.compile(
    r"\b(?:feat|ft|featuring|with|prod|ver|version|mix|remix|edit|live|from|cover|inst|instrumental"
    r"|acoustic|remaster(?:ed)?|demo|karaoke|tv|ost|theme|op|ed|m/?v|pv|official|video|short|size"
    r"|animation|movie|season|special|ovas?|disc|vol|part|pt|bonus|track|piano|band|mono|stereo|single|album|type|side|act|take)\b"
    r"|バージョン|ヴァージョン|リミックス|ミックス|ライブ|ライヴ|カバー|カヴァー|オリジナル|インスト"
    r"|カラオケ|サイズ|弾き語り|主題歌|挿入歌|テーマ|音源|収録|公演|特典|日本語|英語|中文"
    r"|(?:初回|通常|限定|生産|アニメ|アルバム|シングル|劇場|特別|映画|完結|総集|番外|海外|国内|前|後)[盤編版]"
    r"|한국어|버전|라이브|리믹스",
    re.IGNORECASE,
)
_FEATURING: Final = re.compile(r"\s*[(（\[]?\b(?:feat|ft|featuring|with|prod)\b.*$", re.IGNORECASE)
# Latin words that lead on to what follows, so that the native part belongs to their phrase.
_LEADING_ON: Final = """
    a an the at in on of to for from by and or with my your our no & x vs dear hello goodbye hey
    oh i i'm its is be
"""
_UNFINISHED: Final = frozenset(_LEADING_ON.split())


def is_side_by_side(text: str) -> bool:
    """Whether a title carries a native form and its own Latin form at once, which stores refuse.

    Documented rule: one part is all native (kana, kanji or Hangul), the other all Latin, and
    - they stand in brackets or either side of / or |: 紅蓮華 (Gurenka), 夜 / Into The Night;
    - or by a space or dash, and the Latin part comes second as a phrase of two words or more, or
      beside a Hangul word: 夜に駆ける Into The Night, 革命道中 - On The Way, Rise 이카루스;
    - or anyhow, and the Latin part is a reading as far as the kana tell: Gurenka ～紅蓮華～.
    Version, guest and place notes are no second title: feat. X, (Remix), Live at 武道館.
    Cannot tell: an artist or subtitle in the place of a translation (夜 / YOASOBI counts), one
    English word beside its translation (LOVE 愛 does not), an English phrase that follows on.
    """
    scripts = frozenset() if text.isascii() else scripts_in(text)
    if "Latn" not in scripts or not scripts & _NATIVE:
        return False
    title = _FEATURING.sub("", text).strip()
    for form, proof in _FORMS:
        if found := form.match(title):
            return _two_forms(found.group(1), found.group(2), proof)
    return False


def _two_forms(first: str, second: str, proof: str) -> bool:
    native, latin = (first, second) if scripts_in(first) & _NATIVE else (second, first)
    if not scripts_in(native) or scripts_in(native) - _NATIVE or scripts_in(latin) != {"Latn"}:
        return False
    if _VERSION.search(first) or _VERSION.search(second):
        return False
    if sum(map(str.isalpha, latin)) < 2:
        return False
    return proof == "none" or _is_proven(native, latin, proof == "phrase")


def _is_proven(native: str, latin: str, phrase_will_do: bool) -> bool:
    words, size = latin.split(), sum(map(str.isalpha, native))
    if size < 2 or words[-1].lower().strip(".,!") in _UNFINISHED:
        return False
    if _reads(native, latin):
        return True
    return phrase_will_do and ("Hang" in scripts_in(native) or (len(words) > 1 and size > 2))


def _reads(native: str, latin: str) -> bool:
    """Whether Latin syllables can be the native part's reading: its kana come in that order."""
    plain = "".join(filter(str.isalpha, latin)).lower()
    if not is_syllabic(plain):
        return False
    place = 0
    for run in re.findall("[\u3041-\u30ff]+", native):
        found = plain.find(kana_to_latin(run).replace("'", ""), place)
        if found < 0:
            return False
        place = found + 1
    return True
