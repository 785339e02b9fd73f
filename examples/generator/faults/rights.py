"""Faults of rights: closed abroad, holes, deals that end or have ended, late starts, no stream."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from examples.generator import people
from examples.generator.catalogue import Unit, world
from examples.generator.faults.picks import Picks, part
from examples.generator.model import Artist, Grant, Grants, Label, Recording, Release

JAPAN = ("JP",)
JAPAN_BY_NUMBER = ("392",)  # CISAC's TIS code
ASIA_BY_NUMBER = ("2106",)
WORLD_BY_NUMBER = ("2136",)
SANCTIONED = ("CU", "IR", "KP", "SY")
ELEVEN = ("CN", "HK", "ID", "KR", "MO", "MY", "PH", "SG", "TH", "TW", "VN")
TEN = ELEVEN[:-1]

# Every code that ISO 3166-1 has, and the two withdrawn ones that DDEX still lists.
_CODES = """
    AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CS CU CV CW CX CY CZ DE DJ DK DM DO
    DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX
    MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL
    TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"""
EVERY_CODE = tuple(_CODES.split())


def only(territories: tuple[str, ...], day: date, end: date | None = None) -> Grants:
    """Streams and downloads in these territories alone."""
    return (
        Grant("stream", day, end, territories),
        Grant("download", day, end, territories),
    )


def without(excluded: tuple[str, ...], day: date, end: date | None = None) -> Grants:
    """Streams and downloads everywhere but in these territories."""
    return (
        Grant("stream", day, end, excluded=excluded),
        Grant("download", day, end, excluded=excluded),
    )


def plant(label: Label, picks: Picks) -> None:
    """Give some recordings of the unit rights that a check must find, or must leave alone."""
    for count, checks, grants in _FAULTS:
        for song in picks.songs(count):
            song.grants = grants(song.first_day)
            for check in checks:
                label.found(check, song.subject_id)
    _close_old(label, picks.unit)
    _close_new(label, picks.unit)
    _say_world_otherwise(picks)


def _ended_in(territories: tuple[str, ...]) -> Callable[[date], Grants]:
    return lambda day: without(territories, day) + only(territories, day, date(2026, 6, 30))


def _ended_abroad(day: date) -> Grants:
    return only(JAPAN, day) + without(JAPAN, day, date(2025, 12, 31))


def _renewed(day: date) -> Grants:
    """One deal ended, and a newer one took over on the next day."""
    return only(("Worldwide",), day, date(2026, 3, 31)) + world(date(2026, 4, 1))


def _ends_somewhere(day: date) -> Grants:
    return without(("GB", "US"), day) + only(("GB", "US"), day, date(2027, 1, 15))


def _ends_but_covered(day: date) -> Grants:
    """A campaign's deal ends soon; the standing one goes on."""
    return world(day) + only(("BR", "MX"), day, date(2026, 12, 31))


def _late(days: int) -> Callable[[date], Grants]:
    return lambda day: only(JAPAN, day) + without(JAPAN, day + timedelta(days=days))


def _abroad_from(start: date) -> Callable[[date], Grants]:
    return lambda day: only(JAPAN, day) + without(JAPAN, start)


def _download_later(day: date) -> Grants:
    """Streams at once, downloads a week later, everywhere alike: nobody waits."""
    return (Grant("stream", day), Grant("download", day + timedelta(days=7)))


#: Where a deal ended, `deal-ended` says so, and no other check counts the territory again.
#: How many in a dozen artists, which checks must find them, and what they are given.
_FAULTS: tuple[tuple[int, tuple[str, ...], Callable[[date], Grants]], ...] = (
    (2, ("not-available-abroad",), lambda day: only(JAPAN, day)),
    (1, ("not-available-abroad",), lambda day: only(JAPAN_BY_NUMBER, day)),
    (1, ("not-available-abroad",), lambda day: only(ASIA_BY_NUMBER, day)),
    (2, ("not-available-abroad",), lambda day: without(ELEVEN, day)),
    (2, ("territory-hole",), lambda day: without(("CN", "KR"), day)),
    (1, ("territory-hole",), lambda day: without((*TEN, "BY", "RU"), day)),
    (2, ("deal-ended",), _ended_in(("HK", "TW"))),
    (2, ("deal-ended",), _ended_abroad),
    (2, ("deal-ends-soon",), lambda day: only(("Worldwide",), day, date(2026, 12, 31))),
    (1, ("deal-ends-soon",), _ends_somewhere),
    (2, ("released-later-abroad",), _late(35)),
    (1, ("released-later-abroad",), _abroad_from(date(2026, 11, 20))),
    (2, ("not-on-streaming",), lambda day: (Grant("download", day),)),
    # From here on nothing is wrong.
    (2, (), lambda day: without(SANCTIONED, day)),
    (2, (), _renewed),
    (1, (), lambda day: only(("Worldwide",), day, date(2027, 6, 30))),
    (2, (), _ends_but_covered),
    (2, (), _download_later),
    (1, (), lambda day: (Grant("stream", day),)),
)


def _close_old(label: Label, unit: Unit) -> None:
    """Artists whose old catalogue stayed at home while their new songs go everywhere."""
    for artist in unit.artists:
        if part(artist) not in (people.OLD_CLOSED, people.OLD_CLOSED_TOO):
            continue
        home = JAPAN if part(artist) == people.OLD_CLOSED else JAPAN_BY_NUMBER
        for release in _of(artist, (*unit.singles, *unit.albums)):
            if release.day.year < 2023:
                release.grants = only(home, release.day)
                label.found("not-available-abroad", *_subjects(release))
        label.found("old-catalogue-closed", artist.party_id)


def _close_new(label: Label, unit: Unit) -> None:
    """The other way round: it is the new songs that stay at home."""
    for artist in unit.artists:
        if part(artist) == people.NEW_CLOSED:
            for release in _of(artist, unit.eps):
                release.grants = only(JAPAN, release.day)
                songs = (track.recording for track in release.tracks)
                alone = [song.subject_id for song in songs if song.first_day == release.day]
                label.found("not-available-abroad", *alone)


def _say_world_otherwise(picks: Picks) -> None:
    """Two releases that mean the whole world and say it in the old ways."""
    for release, codes in zip(picks.eps(2), (WORLD_BY_NUMBER, EVERY_CODE), strict=False):
        release.grants = only(codes, release.day)


def _of(artist: Artist, releases: Iterable[Release]) -> list[Release]:
    return [release for release in releases if release.artist is artist]


def _subjects(release: Release) -> list[str]:
    return [recording.subject_id for recording in _delivered(release)]


def _delivered(release: Release) -> list[Recording]:
    return [track.recording for track in release.tracks if track.is_delivered]
