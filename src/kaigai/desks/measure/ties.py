"""What is tied to whom and how: coverage by method, and doubts for a person to decide."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure.share_query import UNLISTED
from kaigai.desks.measure.words import territory, unlisted
from kaigai.formats.sheets.form import BadRow, unusable
from kaigai.identity.scoring import METHODS, WORDS
from kaigai.terms.section import Section
from kaigai.terms.territory_codes import EVERYWHERE
from kaigai.terms.text import Text

STATES: Final = {
    "tied": Text("tied", "結び付け済み"),
    "doubt": Text("in doubt", "確認待ち"),
    "rejected": Text("rejected", "除外"),
    "unknown": Text("unknown", "該当なし"),
}
EXAMPLE: Final = 24  #: letters of an example on a screen


def by_credit(
    identities: ir.Table, reported: ir.Table, usage_monthly: ir.Table, artists: ir.Table
) -> ir.Table:
    """Ties by credited name and artist, doubts first, those heard in most places before others."""
    places = usage_monthly.filter(usage_monthly.territory != EVERYWHERE)
    places = places.group_by("reported_id").agg(places=places.territory.nunique())
    rows = identities.inner_join(reported.select("reported_id", "title", "artist"), "reported_id")
    rows = rows.rename(line="artist").left_join(places, "reported_id").drop("reported_id_right")
    known = artists.select("artist_id", "artist").distinct(on="artist_id", keep="first")
    rows = rows.left_join(known, "artist_id").drop("artist_id_right")
    rows = rows.mutate(credit=ibis.coalesce(rows.credit, rows.line, rows.artist))
    each = rows.group_by("credit", "artist_id", "state", "method", "reason").agg(
        artist=rows.artist.min(),
        home=rows.home_territory.min(),
        score=rows.score.max(),
        things=rows.reported_id.nunique(),
        territories=rows.places.max(),
        titles=rows.title.collect(distinct=True),
    )
    return each.order_by(
        each.state != "doubt",
        each.state != "rejected",
        ibis.desc(each.territories.fill_null(0)),
        ibis.desc(each.things),
        each.credit,
        each.artist_id,
    )


def counts(identities: ir.Table, reported: ir.Table) -> ir.Table:
    """How many things are tied by which method, are in doubt, rejected or unknown."""
    order = [identities.state != "tied", identities.state != "doubt", identities.score.desc()]
    place = ibis.row_number().over(group_by=identities.reported_id, order_by=order)
    best = identities.mutate(place=place).filter(lambda t: t.place == 0)
    rows = reported.select("reported_id").left_join(
        best.select("reported_id", "state", "method"), "reported_id"
    )
    rows = rows.mutate(state=rows.state.fill_null("unknown"), method=rows.method.fill_null(""))
    return rows.group_by("state", "method").agg(things=rows.reported_id.count())


def coverage_section(rows: Sequence[Mapping[str, Any]]) -> Section:
    """Coverage by state and method."""
    order = list(STATES)
    whole = max(sum(row["things"] for row in rows), 1)
    cells = tuple(
        (
            STATES[row["state"]],
            METHODS.get(row["method"], row["method"] or None),
            row["things"],
            f"{row['things'] / whole:.1%}",
        )
        for row in sorted(rows, key=lambda row: (order.index(row["state"]), -row["things"]))
    )
    return Section(
        Text("What is tied, and how", "結び付けの状況"),
        (Text("state", "状態"), Text("by", "方法"), Text("things", "件数"), Text("share", "割合")),
        cells,
        right=(2, 3),
    )


def ties_section(rows: Sequence[Mapping[str, Any]], total: int, *, doubtful: bool) -> Section:
    """Ties one by one."""
    cells = tuple(_cells(row)[doubtful:] for row in rows)
    left = total - len(cells)
    more = Text(
        f"… and {left:,} more; --limit shows more.", f"… ほか{left:,}件。--limit で増やせます。"
    )
    columns = (
        Text("state", "状態"),
        Text("credited as", "名義"),
        Text("artist", "アーティスト"),
        Text("home", "本国"),
        Text("why", "理由"),
        Text("things", "件数"),
        Text("for example", "例"),
    )
    note = more if left > 0 else (None if cells else NOTHING)
    title = DOUBTS if doubtful else TIES
    return Section(title, columns[doubtful:], cells, right=(5 - doubtful,), note=note)


def _cells(row: Mapping[str, Any]) -> tuple[object, ...]:
    example = next((title for title in row["titles"] or () if title), None)
    return (
        STATES[row["state"]],
        row["credit"],
        called(row["artist_id"], row["artist"]),
        territory(row["home"]) if row["home"] else None,
        WORDS.get(row["reason"], row["reason"]),
        row["things"],
        shortened(example, EXAMPLE) if example else None,
    )


def called(artist_id: str, artist: str | None) -> Text | str:
    """What an artist is called; those whom no list names, by their home."""
    return unlisted(artist_id) if artist_id.startswith(UNLISTED) else artist or artist_id


def shortened(text: str, length: int) -> str:
    """A text no longer than that."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


DOUBTS = Text("In doubt", "確認待ち")
TIES = Text("Whose plays", "誰の再生か")
NOTHING = Text("Nothing is in doubt here.", "確認待ちのものはありません。")


def taken_section(taken: int, blank: int, bad: Sequence[BadRow]) -> Section:
    """What became of a sheet of answers: what was taken, and every row that could not be."""
    title = Text(
        f"{taken:,} answers taken in, {blank:,} rows without one, {len(bad):,} not usable",
        f"回答{taken:,}件を取り込みました(未回答{blank:,}行、使えない行{len(bad):,}行)",
    )
    return unusable(bad, None, title)
