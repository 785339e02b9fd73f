"""Which languages first: the fewest captions that reach the most listeners abroad."""

from collections.abc import Sequence

from kaigai.desks.captions.languages.coverage import least, most, steps
from kaigai.desks.captions.languages.result import HALF, Reached
from kaigai.facts.store import Facts
from kaigai.terms.reading_languages import reader, reading
from kaigai.terms.text import Refused, Text


class LanguagesError(Refused):
    """The languages cannot be told from what was read; the text says what to do."""


def rank(
    facts: Facts,
    *,
    artist: str | None = None,
    have: Sequence[str] = (),
    afresh: bool = False,
    count: int = 8,
) -> Reached:
    """The languages to caption, the most useful first, for all artists or one.

    have  languages there are already, beside the one that is sung and those in which at least
          half of the videos with known tracks are captioned
    afresh  as if no video were captioned yet

    Raises LanguagesError where nobody's plays are known, NoArtist, SeveralArtists, StoreError,
    BadSettings.
    """
    from kaigai.desks.captions.languages.audience import audience, captioned
    from kaigai.facts.sql_cache import warm
    from kaigai.identity.find_artist import find_artist

    asking = warm(facts)
    engine = asking.engine
    ids = [find_artist(asking, artist)] if artist else []
    heard = audience(engine, ids)
    if heard is None:
        raise LanguagesError(NOT_MEASURED if artist else NO_PLAYS)
    home = facts.settings.home
    abroad = {place: count for place, count in heard.plays.items() if place != home}
    if not abroad:
        raise LanguagesError(ONLY_HOME)
    tracks = captioned(engine, ids)
    counted = {} if afresh else tracks.by_language
    there = [tag for tag, n in counted.items() if n >= HALF * tracks.videos]
    given = [reader(tag) for tag in have]
    known = list(dict.fromkeys([reader(facts.settings.home_language), *there, *given]))
    shares = reading()
    total = sum(abroad.values())
    return Reached(
        artist,
        heard,
        abroad,
        tracks,
        tuple(known),
        least(abroad, shares, known) / total,
        most(abroad, shares, known) / total,
        tuple(steps(abroad, shares, known, count)),
        sum(count for place, count in abroad.items() if place not in shares) / total,
    )


NO_PLAYS = Text(
    en="no plays by territory were read yet; read a report or a sheet of plays: kaigai read PATH",
    ja="地域別の再生数がまだ読み込まれていません。kaigai read PATH でレポートを読み込んでください",
)
NOT_MEASURED = Text(
    en="this artist's plays are not known yet; run: kaigai share, after reading reports of plays",
    ja="このアーティストの再生数がまだ分かりません。"
    "再生数のレポートを読み込んだあと kaigai share を実行してください",
)
ONLY_HOME = Text(
    en="only plays at home are known; read a report that names territories abroad",
    ja="国内の再生数しかありません。海外の地域別の数値があるレポートを読み込んでください",
)
