"""Artists whom the words of a report may mean: credits taken apart, and names that fit them."""

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.identity.artists import TYING
from kaigai.identity.credits import Credit, credits_of, credits_of_video
from kaigai.identity.letters import spelling, spelt

CREDITED = pa.schema(
    [
        ("is_video", pa.bool_()),
        ("title_said", pa.string()),
        ("artist_said", pa.string()),
        ("credit", pa.string()),
        ("key", pa.string()),
        ("role", pa.string()),
    ]
)


#: What stands where no artist is known.
NOBODY = frozenset(
    map(spelt, ("Unknown Artist", "Unknown", "Various Artists", "V.A.", "VA", "不明", "N/A"))
)


def spelt_names(names: ir.Table, artists: ir.Table) -> ir.Table:
    """Spellings of artists: `key`, `text`, `artist_id`."""
    own = names.filter((names.subject_kind == "party") & names.role.isin(TYING))
    # Asked of the text, not of the spelling: DuckDB is slow to filter by a long expression.
    own = own.filter(own.text.strip() != "")
    members = artists.select("party_id", "artist_id")
    rows = own.inner_join(members, own.subject_id == members.party_id)
    return rows.select("artist_id", text=rows.text.strip(), key=spelling(rows.text)).distinct()


def candidates(reported: ir.Table, names: ir.Table) -> ir.Table:
    """Every artist whom a reported thing may name: `reported_id`, `title`, `duration_ms`,
    `credit`, `key`, `line`, `role`, `method`, `artist_id`, `is_exact`."""
    said = reported.filter(
        reported.artist.notnull() | (reported.title.notnull() & _is_video(reported))
    )
    said = said.select(
        "reported_id",
        "title",
        "duration_ms",
        is_video=_is_video(said),
        title_said=_is_video(said).ifelse(said.title.fill_null(""), ""),
        artist_said=said.artist.fill_null(""),
    )
    credited = held(_credited(said, names))
    rows = said.inner_join(credited, ["is_video", "title_said", "artist_said"])
    fitting = names.group_by("key", "artist_id").agg(texts=names.text.collect())
    rows = rows.inner_join(fitting, "key")
    of_title = rows.is_video & (rows.role == "titled")
    return rows.select(
        "reported_id",
        "title",
        "duration_ms",
        "credit",
        "key",
        line="artist_said",
        role=of_title.ifelse("main", rows.role),
        method=of_title.ifelse("video-title", "artist"),
        artist_id=rows.artist_id,
        is_exact=rows.texts.contains(rows.credit),
    )


def held(rows: pa.Table) -> ir.Table:
    """Rows in memory as a table; DuckDB 1.5 cannot push a join's filter into a scan of Arrow, and
    pushes none below a limit."""
    return ibis.memtable(rows).limit(rows.num_rows)


def _is_video(reported: ir.Table) -> ir.BooleanValue:
    return reported.subject_kind == "video"


def _credited(said: ir.Table, names: ir.Table) -> pa.Table:
    """Credits of each distinct line, taken apart outside the engine: lines are few."""
    lines = said.select("is_video", "title_said", "artist_said").distinct().to_pyarrow()
    if not lines.num_rows:
        return CREDITED.empty_table()
    known = set(names.select("key").distinct().to_pyarrow().column("key").to_pylist())

    def is_known(text: str) -> bool:
        return spelt(text) in known

    rows: list[dict[str, Any]] = []
    for line in lines.to_pylist():
        for credit in _credits(line, is_known):
            key = spelt(credit.name)
            if key in known and key not in NOBODY:
                rows.append({**line, "credit": credit.name, "key": key, "role": credit.role})
    return pa.Table.from_pylist(rows, schema=CREDITED)


def _credits(line: dict[str, Any], is_known: Any) -> tuple[Credit, ...]:
    if not line["is_video"]:
        return credits_of(line["artist_said"], is_known)
    found = credits_of_video(line["title_said"], line["artist_said"], is_known)
    if found:
        return found
    # A chart of videos may name the artist as a chart of songs does.
    return credits_of(line["artist_said"], is_known)
