"""What a territory is called in English and Japanese, and which one a report's name means."""

import unicodedata
from functools import lru_cache
from typing import Final, Literal

from kaigai.terms.territory_codes import ALPHA3, ISO, OUTSIDE, SYNONYMS

# Where CLDR's long form is not what a report, a map or a table says.
_SHORT_EN: Final = {
    "CD": "DR Congo", "CG": "Congo", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao",
    "PS": "Palestine",
}  # fmt: skip
_SHORT_JA: Final = {
    "CD": "コンゴ民主共和国", "CG": "コンゴ共和国", "HK": "香港", "MM": "ミャンマー",
    "MO": "マカオ", "PS": "パレスチナ",
}  # fmt: skip

# ISO's own names, other usual ones and the forms of Japanese statements, beside CLDR's.
_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "BN": ("Brunei Darussalam",),
    "BO": ("Bolivia, Plurinational State of",),
    "BQ": ("Bonaire", "Bonaire, Sint Eustatius and Saba"),
    "BY": ("Belorussia",),
    "CD": (
        "Congo, The Democratic Republic of the",
        "Democratic Republic of the Congo",
        "DRC",
        "Zaire",
        "コンゴ民主共和国",
    ),
    "CG": ("Republic of the Congo", "Congo-Brazzaville"),
    "CI": ("Ivory Coast",),
    "CN": ("People's Republic of China", "Mainland China", "中華人民共和国"),
    "CV": ("Cabo Verde",),
    "CW": ("Curacao",),
    "CZ": ("Czech Republic", "チェコ共和国"),
    "DE": ("独", "西独"),
    "FK": ("Falkland Islands (Malvinas)",),
    "FM": ("Micronesia, Federated States of",),
    "FR": ("仏",),
    "GB": (
        "Great Britain",
        "Britain",
        "UK",
        "U.K.",
        "England",
        "英国",
        "イギリス",
        "英",
        "連合王国",
    ),
    "HK": ("Hong Kong SAR", "Hongkong"),
    "HM": ("Heard Island and McDonald Islands",),
    "IN": ("インド",),
    "IR": ("Iran, Islamic Republic of",),
    "IT": ("伊",),
    "JP": ("Nippon", "日本国"),
    "KP": ("Korea, Democratic People's Republic of", "朝鮮民主主義人民共和国"),
    "KR": ("Korea", "Korea, Republic of", "Republic of Korea", "Korea, South", "大韓民国"),
    "LA": ("Lao People's Democratic Republic", "Lao"),
    "MD": ("Moldova, Republic of",),
    "MF": ("Saint Martin (French part)",),
    "MK": ("Macedonia", "Macedonia, The Former Yugoslav Republic of"),
    "MM": ("Burma", "ビルマ"),
    "MO": ("Macau", "Macao SAR", "澳門"),
    "NL": ("Holland", "The Netherlands", "蘭"),
    "PN": ("Pitcairn",),
    "PS": ("Palestine, State of", "Palestinian Territory, Occupied"),
    "RE": ("Reunion",),
    "RU": ("Russian Federation", "露"),
    "SH": ("Saint Helena, Ascension and Tristan da Cunha",),
    "SX": ("Sint Maarten (Dutch part)",),
    "SY": ("Syrian Arab Republic",),
    "SZ": ("Swaziland", "スワジランド"),
    "TL": ("East Timor", "東ティモール"),
    "TR": ("Turkey", "Turkiye"),
    "TW": ("Taiwan, Province of China", "Chinese Taipei", "中華民国", "臺灣"),
    "TZ": ("Tanzania, United Republic of",),
    "UM": ("United States Minor Outlying Islands",),
    "US": (
        "USA",
        "U.S.A.",
        "U.S.",
        "United States of America",
        "America",
        "米国",
        "アメリカ",
        "米",
        "北米合衆国",
    ),
    "VA": ("Holy See", "Holy See (Vatican City State)", "Vatican", "バチカン"),
    "VE": ("Venezuela, Bolivarian Republic of",),
    "VG": ("Virgin Islands, British",),
    "VI": ("Virgin Islands, U.S.",),
    "VN": ("Viet Nam", "ヴェトナム"),
    "ZA": ("南ア",),
}

Language = Literal["en", "ja"]


@lru_cache(maxsize=2)
def _names(language: Language) -> dict[str, str]:
    # Babel's data takes a tenth of a second to load, so only those who print names pay for it.
    from babel import Locale

    known = Locale(language).territories
    short = _SHORT_JA if language == "ja" else _SHORT_EN
    return {code: short.get(code, known[code]) for code in (*ISO, *sorted(OUTSIDE))}


def name_of(code: str, language: Language) -> str:
    """The usual name of an alpha-2 code (Unicode CLDR, short forms); an unknown code itself."""
    return _names(language).get(code, code)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name)).casefold()
    words = plain.replace("&", " and ").replace("saint ", "st ").split()
    text = "".join(word for word in words if word not in ("the", "and"))
    # Japanese voicing marks are combining marks too, and ハ is not バ.
    return "".join(c for c in text if c.isalnum() or c in "\u3099\u309a")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    from babel import Locale

    table: dict[str, str] = {}
    for language in ("en", "ja"):
        known = Locale(language).territories
        table |= {_key(known[code]): code for code in (*ISO, *sorted(OUTSIDE))}
        table |= {_key(name): code for code, name in _names(language).items()}
    for code, names in _ALIASES.items():
        table |= {_key(name): code for name in names}
    return table


@lru_cache(maxsize=8192)
def name_to_code(name: str) -> str | None:
    """The alpha-2 code that a report's cell means: a code, an alpha-3 code or a name in English or
    Japanese ("USA", "Viet Nam", "台湾"); None when nobody can tell."""
    code = unicodedata.normalize("NFKC", name).strip().upper()
    code = SYNONYMS.get(ALPHA3.get(code, code), ALPHA3.get(code, code))
    if code in OUTSIDE or (len(code) == 2 and code in ISO):
        return code
    return _by_name().get(_key(name))
