"""The territory of a report's row: an ISO code, or everywhere where none is told."""

from typing import Final

from kaigai.formats.sheets.headers import plain
from kaigai.terms.territories import name_to_code
from kaigai.terms.territory_codes import EVERYWHERE

# Words that stand where a territory would, and tell none. `OU` is DistroKid's, `ZZ` YouTube's.
_WORDS: Final = (
    "WORLD|World|Worldwide|WW|Global|International|全世界|世界|ワールドワイド|海外|"
    "ZZ|XX|XW|OU|AA|Unknown|Unknown Country|Unknown Region|Unspecified|Undefined|N/A|NA/Other|"
    "Other|Others|Other Countries|Rest of World|ROW|不明|その他|"
    "EU|Europe|EUR|European Union|欧州|ヨーロッパ|ユーロ圏|Euro-Zone|Eurozone|Asia|アジア|"
    "Latin America|LATAM|LATAM and the Caribbean|Africa|Middle East|North America|"
    "South America|Oceania|Nordics|Scandinavia|Caribbean|Antarctica & Others|Satellite|AP"
)
_UNTOLD: Final = frozenset(map(plain, _WORDS.split("|")))


def territory(text: str) -> str:
    """ISO alpha-2 of a code or name; EVERYWHERE where the cell is empty or names no one territory.

    Raises ValueError for a word that nobody knows: plays are not guessed onto a map.
    """
    code = name_to_code(text) if text.strip() else EVERYWHERE
    if code:
        return code
    word = plain(text)
    if not word or word in _UNTOLD:
        return EVERYWHERE
    raise ValueError(f"{text!r} is no territory")
