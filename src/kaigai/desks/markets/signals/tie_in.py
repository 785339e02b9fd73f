"""How many works that the artist's songs are tied to are out in this market."""

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.panel import Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.tie_words import said
from kaigai.terms.text import Text


def _out(tie_ins: ir.Table, panel: Panel) -> ir.Table:
    """Those shown by the evening of the panel's day; an unknown first day is no proof."""
    return tie_ins.filter(tie_ins.first_day <= ibis.literal(panel.day))


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel: Panel = given["panel"]
    rows = _out(given["tie_ins"], panel)
    artist, code = panel.artists[row], panel.territories[column]
    own = rows.filter((rows.artist_id == artist) & (rows.territory == code))
    ties = [
        Tie(
            artist,
            each["tie_in_id"],
            each["song"],
            Text(each["work_en"], each["work_ja"]),
            each["kind"],
            each["role"],
            code,
            each["first_day"],
            each["last_day"],
        )
        for each in own.to_pyarrow().to_pylist()
    ]
    return {"ties": said(ties)} if ties else None


@signal(
    "tie-in",
    ja="アーティストの曲とタイアップした作品が、この市場で見られます。",
    say=Text(en="{ties}", ja="{ties}"),
    evidence=_evidence,
)
def tie_in(panel: Panel, tie_ins: ir.Table) -> ir.Table:
    rows = _out(tie_ins, panel)
    return rows.group_by("artist_id", "territory").agg(
        value=rows.tie_in_id.nunique().cast("float64")
    )
