"""Territories that flags speak against are set apart from those to look at first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kaigai.desks.markets.flags import STOPS, Filled, flags_of, organised
from kaigai.desks.markets.next_market.result import Next
from kaigai.desks.markets.panel import RECENT_DAYS, Sightings
from kaigai.desks.markets.reasons import Around, Shut, against
from kaigai.desks.markets.world import world
from kaigai.terms.text import Text


def set_apart(
    found: Sequence[Next],
    seen: Sightings,
    *,
    service: str,
    names: Mapping[str, Text],
    shut: Mapping[str, Shut],
) -> tuple[tuple[Next, ...], tuple[Next, ...]]:
    """Those to look at, and those that are flagged, each with what speaks against it said first.

    `shut` says per territory how many recordings of the artist are closed.
    """
    around = Around(names, {}, filled(seen), shut)
    flagged = [_flagged(each, service, around) for each in found]
    stopped = [bool(set(each.flags) & set(STOPS)) for each in flagged]
    first = tuple(each for each, stops in zip(flagged, stopped, strict=True) if not stops)
    return first, tuple(each for each, stops in zip(flagged, stopped, strict=True) if stops)


def _flagged(each: Next, service: str, around: Around) -> Next:
    code = each.territory
    closed = around.shut[code].share if code in around.shut else 0.0
    flags = flags_of(
        code, home=None, services=(service,), filled=around.filled, closed=closed, covered=True
    )
    said = tuple(reason.said for reason in against(code, flags, around))
    return replace(each, flags=flags, reasons=(*said, *each.reasons))


def filled(seen: Sightings) -> dict[str, Filled]:
    """Markets whose charts of the last four weeks one artist fills as nowhere nearby."""
    import polars as pl

    lately = seen.day > seen.day.max() - RECENT_DAYS
    rows = pl.DataFrame(
        {
            "artist": seen.artist[lately],
            "place": seen.territory[lately],
            "weight": seen.weight[lately],
        }
    )
    summed = rows.group_by("artist", "place").agg(pl.col("weight").sum())
    shares = summed.with_columns(quantity=pl.col("weight") / pl.col("weight").sum().over("place"))
    named = shares.sort("artist", "place").select(
        artist_id=pl.col("artist").map_elements(
            lambda at: seen.artists[at], return_dtype=pl.String
        ),
        territory=pl.col("place").map_elements(
            lambda at: seen.territories[at], return_dtype=pl.String
        ),
        quantity=pl.col("quantity"),
    )
    return organised(named, frozenset(named["territory"].to_list()), world())
