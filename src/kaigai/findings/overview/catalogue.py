"""The catalogue counted: what is heard where, and which videos can be read."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import ibis.expr.types as ir
import numpy as np

from kaigai.facts import masks
from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.audibility import heard
from kaigai.findings.availability import solve
from kaigai.findings.market_languages import asked, readable
from kaigai.findings.overview.result import Artist, Cell, Heard, Place, Videos
from kaigai.findings.run import SOLVED
from kaigai.findings.subtitles import known, written
from kaigai.terms.territories import ISO

COUNTED: Final = ("recordings", "releases", "videos")


def heard_on(engine: Engine, day: date | None) -> ir.Table | None:
    """Per recording where it can be heard: as the last audit has it, or on a day.

    None where nothing is known of any.
    """
    if day is None:
        if "availability" not in engine or "answers" not in engine:
            return None
        return heard(engine["availability"], engine["answers"])
    if "tracks" not in engine:
        return None
    solved = solve({name: engine[name] for name in SOLVED if name in engine}, day=day)
    return heard(solved.availability, solved.answers)


def count_heard(rows: ir.Table, settings: Settings) -> Heard | None:
    """Recordings by where they can be heard; None where there are none."""
    rows = rows.cache()
    opened, unknown = masks.words(rows, "open"), masks.words(rows, "unknown")
    at_home = masks.holds(opened, settings.home)
    markets = masks.literal(settings.markets)
    missing = masks.size(masks.minus(markets, opened)) > 0
    counted = rows.aggregate(
        total=rows.count(),
        home_open=at_home.sum().fill_null(0),
        home_unknown=masks.holds(unknown, settings.home).sum().fill_null(0),
        all_markets=(at_home & ~missing).sum().fill_null(0),
    )
    [figures] = counted.to_pyarrow().to_pylist()
    return Heard(**figures, places=_places(rows.filter(at_home))) if figures["total"] else None


def _places(rows: ir.Table) -> tuple[Place, ...]:
    """Per territory how many recordings are open, closed and unknown.

    Few distinct pairs of masks serve many recordings; only these are taken apart.
    """
    columns = [f"{reason}{i}" for reason in ("open", "unknown") for i in masks.WORDS]
    pairs = rows.group_by(*columns).agg(n=rows.count()).to_pyarrow()
    n = pairs["n"].to_numpy()
    words = {name: pairs[name].to_numpy() for name in columns}
    places = []
    for place, code in enumerate(ISO):
        word, bit = divmod(place, 63)
        opened = _holding(words[f"open{word}"], bit, n)
        unknown = _holding(words[f"unknown{word}"], bit, n)
        places.append(Place(code, opened, int(n.sum()) - opened - unknown, unknown))
    return tuple(places)


def _holding(words: "np.ndarray[Any, Any]", bit: int, n: "np.ndarray[Any, Any]") -> int:
    return int(n[(words >> np.int64(bit)) & np.int64(1) == 1].sum())


def count_videos(engine: Engine, placed: ir.Table, settings: Settings) -> Videos:
    """Videos, official ones, and those that somebody abroad can read."""
    counted = placed.aggregate(
        total=placed.count(),
        official=placed.is_official.fill_null(False).sum().fill_null(0),
        official_unknown=placed.is_official.isnull().sum().fill_null(0),
    )
    [figures] = counted.to_pyarrow().to_pylist()
    captions = engine.get("captions")
    told = known(placed, captions)
    tracks = written(captions, told)
    abroad = tracks.filter(readable(tracks.language) != settings.home_language)
    readable_abroad = told.semi_join(abroad, "video_id")
    return Videos(
        **figures,
        captions_known=int(told.count().execute()),
        captioned_abroad=int(readable_abroad.count().execute()),
    )


def caption_languages(settings: Settings) -> tuple[str, ...]:
    """The home language, then the main language of each market, in the markets' order."""
    main = [languages[0] for languages in asked(settings.markets, settings.home).values()]
    return tuple(dict.fromkeys([settings.home_language, *main]))


def captioned(
    engine: Engine,
    placed: ir.Table,
    artists: ir.Table,
    listed: Sequence[Artist],
    settings: Settings,
) -> tuple[Cell, ...]:
    """Per artist and language: official videos with subtitles, of those whose are known."""
    captions = engine.get("captions")
    members = artists.select("party_id", "artist_id")
    told = known(placed, captions).inner_join(members, "party_id").select("video_id", "artist_id")
    told = told.cache()
    of = dict(_pairs(told.group_by("artist_id").agg(n=told.count())))
    tracks = written(captions, told).inner_join(told, "video_id")
    spoken = tracks.select("artist_id", "video_id", language=readable(tracks.language)).distinct()
    counted = spoken.group_by("artist_id", "language").agg(n=spoken.count()).to_pyarrow()
    n = {(row["artist_id"], row["language"]): row["n"] for row in counted.to_pylist()}
    return tuple(
        Cell(artist.artist_id, language, _of(n, artist.artist_id, language), of[artist.artist_id])
        for artist in listed
        if artist.artist_id in of
        for language in caption_languages(settings)
    )


def _of(counted: dict[tuple[str, str], int], artist_id: str, language: str) -> int:
    """Chinese of an unknown script may serve readers of either."""
    n = counted.get((artist_id, language), 0)
    return max(n, counted.get((artist_id, "zh"), 0)) if language.startswith("zh-") else n


def _pairs(rows: ir.Table) -> list[tuple[str, int]]:
    return [(row["artist_id"], row["n"]) for row in rows.to_pyarrow().to_pylist()]


def count_rows(engine: Engine) -> dict[str, int]:
    """Recordings, releases and videos that stand now, and `titled` recordings; what was read."""
    counts = {name: int(engine[name].count().execute()) for name in COUNTED if name in engine}
    if "recordings" in engine:
        titled = engine["recordings"].title.notnull().sum().fill_null(0)
        counts["titled"] = int(titled.execute())
    return counts


def played(engine: Engine) -> tuple[date, date] | None:
    """The first and the last month of plays; None where none were read."""
    if "usage_monthly" not in engine:
        return None
    rows = engine["usage_monthly"]
    [ends] = rows.aggregate(first=rows.month.min(), last=rows.month.max()).to_pyarrow().to_pylist()
    return (ends["first"], ends["last"]) if ends["first"] else None
