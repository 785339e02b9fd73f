"""CISAC's TIS codes, which DDEX messages may use for territories and for groups of them.

Members are the current ones of CISAC's list of December 2024, as published in the package
music-metadata-territories (MIT). TIS does not know 48 dependencies (Guam, Jersey, Greenland ...),
so no group but the World grants them.
"""

from typing import Final

from kaigai.terms import territory_codes

WORLD_CODE: Final = 2136

_AFRICA: Final = """AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR
    LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW"""
_MAINLAND: Final = "AR BO BR BZ CA CL CO CR EC GT GY HN MX NI PA PE PY SR SV US UY VE"
_ANTILLES: Final = "AG BB CU DM DO GD HT JM KN LC PR TT VC"
_ASIA: Final = """AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB
    LK MM MN MO MV MY NP OM PH PK QA SA SG SY TH TJ TL TM TR TW UZ VN YE"""
_EAST_EUROPE: Final = "AL BG BY CZ EE HU LT LV MD PL RO RU SK UA"
_CONTINENT: Final = f"""{_EAST_EUROPE} AD AT BA BE CH DE DK ES FI FR GR HR IT LI LU MC ME MK NL NO
    PT RS SE SI SM VA"""
_UNION: Final = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_CW_AFRICA: Final = "BW CM GH GM KE LS MU MW MZ NA NG SC SL SZ TZ UG ZA ZM"
_CW_ASIA: Final = "BD BN CY IN LK MV MY PK SG"
_CW_PACIFIC: Final = "AU FJ NZ SB VU"

GROUPS: Final[dict[int, tuple[str, ...]]] = {
    code: tuple(sorted(members.split()))
    for code, members in {
        2100: _AFRICA,
        2101: f"{_MAINLAND} {_ANTILLES} BS",  # America
        2102: _MAINLAND,  # American continent
        2103: _ANTILLES,
        2104: "AU BN CA CL CN HK ID JP KR MO MX MY NZ PE PG PH PR RU SG TH TW US VN",  # APEC
        2105: "BN ID KH LA MM MY PH SG TH VN",  # ASEAN
        2106: _ASIA,
        2107: "AU FJ NC NZ SB VU",  # Australasia
        2108: "AL BA BG GR HR ME MK RO RS SI",  # Balkans
        2109: "EE LT LV",  # Baltic States
        2110: "BE LU NL",  # Benelux
        2111: "GB IE",  # British Isles
        2112: "AG BB BS DM GD JM KN LC TT VC",  # British West Indies
        2113: "BZ CR GT HN NI PA SV",  # Central America
        2114: f"{_CW_AFRICA} {_CW_ASIA} {_CW_PACIFIC} AG BB BS BZ CA DM GB GD GY JM KI KN LC MT NR"
        " PG TO TT TV VC WS",  # Commonwealth
        2115: _CW_AFRICA,
        2116: _CW_ASIA,
        2117: _CW_PACIFIC,
        2118: "AM AZ BY KG KZ MD RU TJ TM UZ",  # Commonwealth of Independent States
        2119: _EAST_EUROPE,
        2120: f"{_CONTINENT} GB IE IS MT",  # Europe
        2121: f"{_UNION} IS LI NO",  # European Economic Area; CISAC's list has yet to add Croatia
        2122: _CONTINENT,
        2123: _UNION,
        2124: "AT CH DE",  # GSA countries
        2125: "AE AF BD BH BT IN IQ IR JO KW LK MN MV NP OM PK QA SA YE",  # Middle East
        2126: "CA MX PR US",  # NAFTA
        2127: "DK FI IS NO SE",  # Nordic countries
        2128: "DZ EG LY MA TN",  # North Africa
        2129: "CA MX US",  # North America
        2130: "AU FJ FM KI MH NC NR NZ PF PG PW SB TO TV VU WS",  # Oceania
        2131: "DK NO SE",  # Scandinavia
        2132: "AR BO BR CL CO EC GY PE PY SR UY VE",  # South America
        2133: "BN ID KH LA MM MY PH SG TH TL VN",  # South East Asia
        2134: f"{_ANTILLES} BS",  # West Indies
    }.items()
}

# Numbers that ISO has withdrawn and TIS keeps. 278 (GDR) and 720 (Democratic Yemen) became a part
# of a larger territory: known, and granting nothing.
WITHDRAWN: Final[dict[int, tuple[str, ...]]] = {
    200: ("CZ", "SK"),
    230: ("ER", "ET"),
    278: (),
    280: ("DE",),
    720: (),
    736: ("SD", "SS"),
    810: territory_codes.WITHDRAWN["SUHH"],
    886: ("YE",),
    890: ("BA", "HR", "ME", "MK", "RS", "SI"),
    891: ("ME", "RS"),
}

COUNTRIES: Final[dict[int, str]] = {
    number: code for code, number in territory_codes.NUMERIC.items()
}
