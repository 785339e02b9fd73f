"""The check for holes finds one to ten closed territories and no others."""

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.territory_hole import territory_hole
from kaigai.terms.territories import ISO, SANCTIONED
from tests.conftest import heard_row, table
from tests.findings.dealt import territories_found

AWAY = tuple(code for code in ISO if code not in {"JP", *SANCTIONED})

Codes = dict[str, tuple[str, ...]]

FOUND: dict[str, tuple[Codes, str]] = {
    "one": ({"closed": ("KR",)}, "KR"),
    "ten": ({"closed": AWAY[:10]}, " ".join(AWAY[:10])),
    "and-sanctioned": ({"closed": ("KR", "RU")}, "KR"),
    "and-later": ({"closed": ("KR", "TW"), "early": ("TW",)}, "KR"),
}
PASSED: dict[str, Codes] = {
    "eleven": {"closed": AWAY[:11]},
    "sanctioned": {"closed": ("KP", "RU", "CU")},
    "home-too": {"closed": ("JP", "KR")},
    "later": {"closed": ("KR",), "early": ("KR",)},
    "over": {"closed": ("KR",), "ended": ("KR",)},
    "unknown": {"unknown": ("KR",)},
    "open": {},
}


def ask(given: dict[str, Codes]) -> dict[str, str]:
    """What the check finds, and where."""
    recordings = table("recordings", *({"recording_id": name, "title": "夜"} for name in given))
    heard = table("heard", *(heard_row(name, "stream", **codes) for name, codes in given.items()))
    return territories_found(territory_hole.ask(recordings, heard, DEFAULTS))


def test_finds_a_few_closed_territories() -> None:
    expected = {name: codes for name, (_, codes) in FOUND.items()}
    assert ask({name: given for name, (given, _) in FOUND.items()}) == expected


def test_passes_larger_gaps_and_what_is_not_known_to_be_closed() -> None:
    assert ask(PASSED) == {}
