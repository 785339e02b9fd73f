"""An artist whose older songs are closed abroad loses the listeners whom the new songs bring."""

from datetime import date

import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.closures import aged, days_before, shut_of_open
from kaigai.terms.text import Text

LEAST = 2  #: recordings on either side, so that one odd song proves nothing


@check(
    "old-catalogue-closed",
    about="parties",
    severity="high",
    family="whole",
    fix="rights",
    ja="旧譜が海外で閉じているアーティストは、新曲で出会ったリスナーをつなぎ留められません。",
    say=Text(
        en="{artist}: {old_closed} of {old} older recordings are closed abroad, but only "
        "{new_closed} of {new} newer ones.",
        ja="{artist}: 旧譜{old}曲のうち{old_closed}曲が海外で閉じています"
        "(新譜は{new}曲のうち{new_closed}曲)。",
    ),
    todo=Text(
        en="Look into the old contracts; where they allow it, open the old catalogue in one go.",
        ja="旧譜の契約を確認し、可能なものから旧譜をまとめて開放してください。",
    ),
)
def old_catalogue_closed(
    recordings: ir.Table,
    heard: ir.Table,
    artists: ir.Table,
    settings: Settings,
    day: date,
    tracks: ir.Table | None = None,
    releases: ir.Table | None = None,
) -> ir.Table:
    ages = aged(recordings, tracks, releases, before=days_before(day, settings.old_days))
    rows = shut_of_open(heard, settings.home).inner_join(ages, "recording_id")
    rows = rows.inner_join(artists.select("party_id", "artist_id", "artist"), "party_id")
    closed = rows.n_shut > settings.hole_max
    counted = rows.group_by("artist_id").agg(
        artist=rows.artist.max(),
        old=rows.is_old.sum(),
        old_closed=(rows.is_old & closed).sum(),
        new=(~rows.is_old).sum(),
        new_closed=(~rows.is_old & closed).sum(),
        **masks.union_of(masks.words(rows, "m"), "m", rows.is_old & closed),
    )
    enough = (counted.old >= LEAST) & (counted.new >= LEAST)
    shut_old = counted.old_closed >= counted.old * settings.majority
    open_new = counted.new_closed < counted.new * settings.majority
    bad = counted.filter(enough & shut_old & open_new & (counted.old_closed > 0))
    return bad.rename(party_id="artist_id")
