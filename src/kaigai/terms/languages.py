"""Language tags (BCP 47) as deliveries write them, and whether a text can be what its tag says."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from kaigai.terms.romaji import looks_like_romaji
from kaigai.terms.scripts import script_of, scripts_in
from kaigai.terms.territory_codes import ALPHA3, ISO, SYNONYMS
from kaigai.terms.territory_names import name_of

__all__ = [
    "canonical",
    "contradicts",
    "doubtful",
    "language_of_script",
    "languages_in",
    "name_of_language",
    "script_of",
    "scripts_in",
]

_TAG: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<extra>[a-z]{3}))?(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
# Territory codes that sheets write where a language is meant, and that are no language.
_MISTAKEN: Final = {"jp": "ja", "cn": "zh"}
# All readings of Japanese names are one kind of text, whichever kana they are in.
_READINGS: Final = frozenset({"Kana", "Hira", "Hrkt"})
_NO_LANGUAGE: Final = frozenset({"und", "mul", "zxx", "mis"})

_ONLY_USER: Final = {
    "Jpan": "ja", "Hira": "ja", "Kana": "ja", "Hrkt": "ja", "Hang": "ko", "Kore": "ko",
    "Bopo": "zh-Hant", "Hant": "zh-Hant", "Hans": "zh-Hans", "Thai": "th", "Laoo": "lo",
    "Khmr": "km", "Mymr": "my", "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka",
    "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Gujr": "gu", "Guru": "pa",
    "Orya": "or", "Sinh": "si", "Tibt": "bo",
}  # fmt: skip

# Scripts that a text may be in when its tag says the first; any text may also be Latin by nature.
_FITS: Final[dict[str, frozenset[str]]] = {
    "Jpan": frozenset({"Jpan", "Hira", "Kana", "Hani", "Latn"}),
    "Kore": frozenset({"Hang", "Kore", "Hani", "Latn"}),
    "Hang": frozenset({"Hang", "Latn"}),
    "Hans": frozenset({"Hani", "Latn"}),
    "Hant": frozenset({"Hani", "Bopo", "Latn"}),
    "Hani": frozenset({"Hani", "Latn"}),
    "Latn": frozenset({"Latn"}),
}

# Spoken beside a written standard that is listed too (Swiss German, Taiwanese Hokkien, Hakka ...).
_SPOKEN: Final = frozenset({"gsw", "nan", "hak", "yue", "und", "aln", "bar", "nds"})
_OFFICIAL: Final = frozenset({"official", "de_facto_official"})

_USUAL_NAMES: Final = {
    "en": {
        "ja-Jpan": "Japanese", "ja-Hrkt": "Japanese (kana reading)",
        "ja-Latn": "Japanese (romanised)", "ko-Hang": "Korean", "ko-Latn": "Korean (romanised)",
        "zh-Latn": "Chinese (pinyin)", "zh-Hans": "Chinese (Simplified)",
        "zh-Hant": "Chinese (Traditional)",
    },
    "ja": {
        "ja-Jpan": "日本語", "ja-Hrkt": "日本語（読みがな）", "ja-Latn": "日本語（ローマ字）",
        "ko-Hang": "韓国語", "ko-Latn": "韓国語（ローマ字）", "zh-Latn": "中国語（ピンイン）",
        "zh-Hans": "中国語（簡体字）", "zh-Hant": "中国語（繁体字）",
    },
}  # fmt: skip


def _cldr(name: Literal["likely_subtags", "language_aliases"]) -> Mapping[str, Any]:
    # Babel's data is loaded by those who need it; whoever only asks for scripts does not pay.
    from babel.core import get_global

    table: Mapping[str, Any] = get_global(name)
    return table


def _language(code: str) -> str | None:
    code = _MISTAKEN.get(code, code)
    code = str(_cldr("language_aliases").get(code, code)).partition("_")[0]
    return code if code in _cldr("likely_subtags") or code in _NO_LANGUAGE else None


def _with_extra(language: str, extra: str) -> tuple[str, str] | None:
    """Language and region of `ko-kor`, `en-usa`, `zh-cmn`, `zh-yue`; None for anything else."""
    if extra in ("yue", "nan", "hak", "wuu") and language == "zh":
        return extra, ""
    if _language(extra) == language:
        return language, ""
    return (language, ALPHA3[extra.upper()]) if extra.upper() in ALPHA3 else None


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str | None:
    """The tag as Kaigai writes it, or None for what is no language tag.

    Case and underscores are put right (`ja-jpan`, `es_MX`), three-letter codes shortened
    (`jpn`, `ko-kor`), and every kana tag becomes `ja-Hrkt`, the reading (DDEX's `ja-Kana` too).
    """
    found = _TAG.fullmatch(tag.strip().replace("_", "-").lower())
    language = _language(found["language"]) if found else None
    if found is None or language is None:
        return None
    region = (found["region"] or "").upper()
    if found["extra"]:
        more = _with_extra(language, found["extra"])
        if more is None:
            return None
        language, region = more[0], region or more[1]
    region = SYNONYMS.get(region, region)
    if region and not region.isdigit() and region not in ISO:
        return None
    script = (found["script"] or "").capitalize()
    if language == "ja" and script in _READINGS:
        script = "Hrkt"
    return "-".join(filter(None, (language, script, region))) + (found["variants"] or "")


@lru_cache(maxsize=4096)
def _script_of_tag(tag: str) -> str | None:
    """The script that a canonical tag names or implies (en -> Latn, zh-TW -> Hant)."""
    parts = tag.split("-")
    if parts[0] in _NO_LANGUAGE:
        return None
    if len(parts) > 1 and len(parts[1]) == 4 and parts[1].isalpha():
        return parts[1]
    likely = _cldr("likely_subtags")
    full = likely.get("_".join(parts[:2])) or likely.get(parts[0]) or ""
    return next((part for part in full.split("_") if len(part) == 4), None)


def contradicts(tag: str, text: str) -> bool:
    """Whether the text cannot be in the language and script its tag names.

    `en` with kanji, `ja-Latn` with kana and `ja-Hrkt` with kanji or Latin letters alone do;
    `ja` with `Idol` does not, for names are Latin by nature everywhere. False for no tag at all.
    """
    known = canonical(tag)
    expected = _script_of_tag(known) if known else None
    script = script_of(text)
    if expected is None or script in ("Zyyy", "Zzzz"):
        return False
    if expected == "Hrkt":
        letters = scripts_in(text)
        return not letters & {"Hira", "Kana"} or bool(letters & {"Hani", "Hang"})
    return script not in _FITS.get(expected, (expected, "Latn"))


def doubtful(tag: str, text: str) -> bool:
    """Whether a person should look: `ja`, `ja-Jpan` or `en` on what reads as romaji, which is
    `ja-Latn`."""
    known = canonical(tag)
    if not known or known.partition("-")[0] not in ("ja", "en") or known.startswith("ja-Latn"):
        return False
    return script_of(text) == "Latn" and looks_like_romaji(text)


def language_of_script(script: str, otherwise: str | None = None) -> str | None:
    """The language that alone uses a script (Jpan -> ja, Hang -> ko, Thai -> th); `otherwise` for
    scripts of many languages (Latn, Hani, Cyrl, Arab ...)."""
    return _ONLY_USER.get(script, otherwise)


@lru_cache(maxsize=512)
def languages_in(territory: str) -> tuple[str, ...]:
    """The languages people of an ISO territory read (Unicode CLDR), empty where nobody lives.

    First the official ones that at least 5 in 100 use, most used first; then others that half or
    more do; the largest when there is none. Chinese comes with its script (`zh-Hans`, `zh-Hant`).
    """
    from babel.languages import get_territory_language_info

    people = {
        code: info
        for code, info in get_territory_language_info(territory).items()
        if code.partition("_")[0] not in _SPOKEN
    }
    official = {code for code, info in people.items() if info["official_status"] in _OFFICIAL}
    share = {code: info["population_percent"] for code, info in people.items()}
    main = [code for code in people if share[code] >= (5 if code in official else 50)]
    main.sort(key=lambda code: (code not in official, -share[code]))
    chosen = main or list(people)[:1]
    tags = [("zh-Hans" if code == "zh" else code.replace("_", "-")) for code in chosen]
    return tuple(dict.fromkeys(tags))


@lru_cache(maxsize=1024)
def name_of_language(tag: str, language: Literal["en", "ja"]) -> str:
    """What a tag is called (`ja-Hrkt`: Japanese (kana reading), 日本語（読みがな）), or the tag
    itself when nobody knows it."""
    from babel import Locale

    known = canonical(tag) or tag
    if known in _USUAL_NAMES[language]:
        return _USUAL_NAMES[language][known]
    words = Locale(language)
    base, *rest = known.split("-")
    name = str(words.languages.get(base, known))
    if base not in words.languages or not rest:
        return name
    more = [str(words.scripts.get(part) or name_of(part, language)) for part in rest]
    return f"{name}（{'、'.join(more)}）" if language == "ja" else f"{name} ({', '.join(more)})"
