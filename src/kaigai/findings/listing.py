"""Findings chosen by artist, check, territory, severity and state, the gravest first."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts import masks
from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.check import SEVERITIES, About, Check
from kaigai.findings.wording import (
    FAMILY_WORDS,
    SEVERITY_WORDS,
    artist_label,
    mask_in,
    sentence,
)
from kaigai.findings.worth.words import WORTH, short
from kaigai.terms.section import Section
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Language, Text

STATES = ("new", "remaining", "fixed")
OPEN = ("new", "remaining")  #: what is listed unless fixed ones are asked for
BATCH = 10_000  #: findings put into words at a time

ABOUT_WORDS: Mapping[About, Text] = {
    "recordings": Text("recordings", "録音"),
    "releases": Text("releases", "リリース"),
    "parties": Text("artists", "アーティスト"),
    "videos": Text("videos", "動画"),
}

#: A finding as it leaves for people and their tools.
COLUMNS = pa.schema(
    [
        ("finding_id", pa.string()),
        ("check", pa.string()),
        ("severity", pa.string()),
        ("state", pa.string()),
        ("artist", pa.string()),
        ("subject_kind", pa.string()),
        ("subject_id", pa.string()),
        ("subject", pa.string()),
        ("sentence", pa.string()),
        ("n_territories", pa.int64()),
        ("territories", pa.list_(pa.string())),
        ("evidence", pa.string()),
        ("fix", pa.string()),
        ("gain", pa.float64()),
        ("gain_low", pa.float64()),
        ("gain_high", pa.float64()),
        ("gain_measure", pa.string()),
        ("gain_method", pa.string()),
        ("first_at", pa.timestamp("us", tz="UTC")),
    ]
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; what is empty or None does not narrow.

    artists     artist ids (None: all); territory an ISO alpha-2 code
    """

    artists: Collection[str] | None = None
    checks: Collection[str] = ()
    territory: str | None = None
    severities: Collection[str] = ()
    states: Collection[str] = OPEN


def listed(findings: ir.Table, wanted: Wanted) -> ir.Table:
    """The findings that are asked for: by what they are worth; those of which it is not known
    by severity, then by territories, artist and id."""
    rows = findings.filter(findings.state.isin(list(wanted.states)))
    if wanted.artists is not None:
        rows = rows.filter(rows.artist_id.isin(list(wanted.artists) or [""]))
    if wanted.checks:
        rows = rows.filter(rows.check.isin(list(wanted.checks)))
    if wanted.severities:
        rows = rows.filter(rows.severity.isin(list(wanted.severities)))
    if wanted.territory:
        rows = rows.filter(masks.holds(masks.words(rows, "m"), wanted.territory))
    return rows.order_by(
        worth_first(rows),
        gravity(rows),
        ibis.desc(rows.n_territories),
        rows.artist.fill_null(""),
        rows.finding_id,
    )


def worth_first(rows: ir.Table) -> ir.Value:
    """An order by gain, the largest first; where it is not known comes last."""
    return ibis.desc(rows.gain.fill_null(-1.0))


def gravity(rows: ir.Table) -> ir.IntegerValue:
    """The place of a row's severity; 0 is the gravest."""
    places = [(rows.severity == name, place) for place, name in enumerate(SEVERITIES)]
    return ibis.cases(*places, else_=len(SEVERITIES))


def in_words(
    rows: ir.Table, checks: Mapping[str, Check], language: Language, markets: Collection[str]
) -> pa.RecordBatchReader:
    """Findings with their sentence and with territories as codes, batch by batch."""
    first = tuple(markets)

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in rows.to_pyarrow_batches(chunk_size=BATCH):
            told = [
                row
                | {
                    "sentence": sentence(checks.get(row["check"]), row, language, first=first),
                    "territories": list(codes_of(mask_in(row))),
                }
                for row in batch.to_pylist()
            ]
            yield pa.RecordBatch.from_pylist(told, schema=COLUMNS)

    return pa.RecordBatchReader.from_batches(COLUMNS, batches())


def findings_section(
    engine: Engine,
    wanted: Wanted,
    checks: Mapping[str, Check],
    settings: Settings,
    limit: int | None,
) -> Section:
    """The first findings that are asked for, in words; the last column is the id."""
    chosen = listed(engine["findings"], wanted)
    rows = (chosen.limit(limit) if limit else chosen).to_pyarrow().to_pylist()
    total = chosen.count().to_pyarrow().as_py() if len(rows) == limit else len(rows)
    latin = _latin(engine, {row["artist_id"] for row in rows})
    cells = tuple(
        (
            SEVERITY_WORDS.get(row["severity"], row["severity"]),
            artist_text(row["artist"], latin.get(row["artist_id"])),
            short(row),
            _said(row, checks, settings),
            row["finding_id"],
        )
        for row in rows
    )
    columns = (
        Text("severity", "重大度"),
        Text("artist", "アーティスト"),
        WORTH,
        Text("what", "内容"),
        Text("id", "ID"),
    )
    left = total - len(rows)
    note = NOTHING if not total else None
    if left:
        note = Text(
            f"… and {left:,} more; --limit shows more", f"… ほか{left:,}件。--limit で増やせます"
        )
    title = Text(f"Findings: {total:,}", f"課題: {total:,}件")
    return Section(title, columns, cells, note=note, opens=((4, "show"),))


def artist_text(artist: str | None, latin: str | None) -> Text:
    """An artist in both languages: in English by the Latin name, where there is one."""
    return Text(latin or artist_label(artist, None, "en"), artist_label(artist, latin, "ja"))


def _latin(engine: Engine, artists: Collection[str | None]) -> dict[str, str]:
    if "artists" not in engine:
        return {}
    ids = sorted(each for each in artists if each)
    known = engine.view("artists")
    rows = known.filter(known.artist_id.isin(ids or [""])).select("artist_id", "artist_latin")
    return {row["artist_id"]: row["artist_latin"] for row in rows.to_pyarrow().to_pylist()}


def _said(row: Mapping[str, Any], checks: Mapping[str, Check], settings: Settings) -> Text:
    check = checks.get(row["check"])
    first = settings.markets
    return Text(sentence(check, row, "en", first=first), sentence(check, row, "ja", first=first))


def checks_sections(checks: Mapping[str, Check]) -> list[Section]:
    """What checks there are, a section for each family."""
    columns = (
        Text("check", "検査"),
        Text("severity", "重大度"),
        Text("about", "対象"),
        Text("what", "内容"),
    )
    return [
        Section(
            FAMILY_WORDS[family],
            columns,
            tuple(
                (
                    each.name,
                    SEVERITY_WORDS[each.severity],
                    ABOUT_WORDS[each.about],
                    each.sentence,
                )
                for each in checks.values()
                if each.family == family
            ),
        )
        for family in FAMILY_WORDS
        if any(each.family == family for each in checks.values())
    ]


NOTHING = Text("No findings match.", "当てはまる課題はありません。")
