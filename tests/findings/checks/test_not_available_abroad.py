"""The check for recordings closed abroad finds those and leaves what is late, over or unknown."""

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.not_available_abroad import not_available_abroad
from kaigai.terms.territories import ISO, SANCTIONED
from tests.conftest import heard_row, table
from tests.findings.dealt import territories_found

AWAY = tuple(code for code in ISO if code != "JP")
FREE = tuple(code for code in AWAY if code not in SANCTIONED)
TEN, ELEVEN = FREE[:10], FREE[:11]

Codes = dict[str, tuple[str, ...]]

FOUND: dict[str, tuple[Codes, tuple[str, ...]]] = {
    "everywhere": ({"closed": AWAY}, FREE),
    "eleven": ({"closed": ELEVEN}, ELEVEN),
    "taken-down": ({"closed": AWAY, "takedown": AWAY}, FREE),
    "some-later": ({"closed": (*ELEVEN, "US"), "early": ("US",)}, ELEVEN),
}
PASSED: dict[str, Codes] = {
    "ten": {"closed": TEN},
    "ten-and-sanctioned": {"closed": (*TEN, *SANCTIONED)},
    "home-too": {"closed": ("JP", *ELEVEN)},
    "later": {"closed": AWAY, "early": AWAY},
    "over": {"closed": AWAY, "ended": AWAY},
    "eleventh-later": {"closed": ELEVEN, "early": ELEVEN[:1]},
    "unknown": {"unknown": AWAY},
    "open": {},
}


def ask(given: dict[str, Codes]) -> dict[str, str]:
    """What the check finds, and where."""
    recordings = table("recordings", *({"recording_id": name, "title": "夜"} for name in given))
    heard = table("heard", *(heard_row(name, "stream", **codes) for name, codes in given.items()))
    return territories_found(not_available_abroad.ask(recordings, heard, DEFAULTS))


def test_finds_what_is_closed_abroad() -> None:
    expected = {name: " ".join(codes) for name, (_, codes) in FOUND.items()}
    assert ask({name: given for name, (given, _) in FOUND.items()}) == expected


def test_passes_what_is_open_late_over_or_unknown() -> None:
    assert ask(PASSED) == {}
