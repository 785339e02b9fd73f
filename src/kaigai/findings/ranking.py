"""What an audit found, by artist and by kind: what is worth most, then the gravest, first."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.engine import Engine
from kaigai.findings.check import SEVERITIES, Check
from kaigai.findings.listing import OPEN, gravity, worth_first
from kaigai.findings.overview import groups
from kaigai.findings.overview.groups import standing
from kaigai.findings.overview.result import Group
from kaigai.findings.wording import NO_ARTIST, SEVERITY_WORDS, amount, artist_label
from kaigai.findings.worth.words import WORTH, plays
from kaigai.terms.section import Section
from kaigai.terms.text import Text

ARTISTS = 20  #: artists that are listed
RANKED = SEVERITIES[:3]  #: notes do not count against anybody


class Outcome(Protocol):
    """What is told of an audit."""

    @property
    def as_of(self) -> date: ...
    @property
    def new(self) -> int: ...
    @property
    def remaining(self) -> int: ...
    @property
    def fixed(self) -> int: ...
    @property
    def skipped(self) -> Mapping[str, Text]: ...


def summary(engine: Engine, checks: Mapping[str, Check], result: Outcome) -> list[Section]:
    """What people see after an audit: the two rankings, what changed, and what was skipped."""
    parts = [by_artist(engine, checks), *by_kind(engine, checks), _changes(result)]
    return [*parts, _skipped(result)] if result.skipped else parts


def by_artist(engine: Engine, checks: Mapping[str, Check]) -> Section:
    """Artists with what mending all is worth, findings by severity and the most common gap."""
    counted = _per_artist(_open(engine))
    order = (worth_first(counted), *(ibis.desc(name) for name in RANKED), "artist_id")
    rows = _with_latin(counted.order_by(*order).limit(ARTISTS), engine)
    rows = rows.order_by(worth_first(rows), *order[1:])
    common = _most_common(engine)
    cells = tuple(
        (
            _artist(row),
            plays(row["gain"]),
            *(row[name] for name in RANKED),
            _sentence(common.get(row["artist_id"]), checks),
        )
        for row in rows.to_pyarrow().to_pylist()
    )
    total = counted.count().execute()
    columns = (
        Text("artist", "アーティスト"),
        WORTH,
        *(SEVERITY_WORDS[name] for name in RANKED),
        Text("most common gap", "最も多い課題"),
    )
    return Section(
        Text("By artist", "アーティスト別"), columns, cells, (1, 2, 3, 4), _more(total, len(cells))
    )


def by_kind(engine: Engine, checks: Mapping[str, Check]) -> list[Section]:
    """Checks with how many subjects, artists and territories each concerns, by severity."""
    rows = _open(engine)
    counted = rows.group_by("check", "severity").agg(
        subject_kind=rows.subject_kind.max(),
        n=rows.count(),
        artists=rows.artist_id.nunique(),
        gain=rows.gain.sum(),
        **masks.union_of(masks.words(rows, "m"), "m"),
    )
    territories = masks.size(masks.words(counted, "m"))
    ordered = counted.mutate(territories=territories).order_by(
        worth_first(counted), ibis.desc("n"), "check"
    )
    found = ordered.to_pyarrow().to_pylist()
    columns = (
        Text("how many", "件数"),
        Text("artists", "組数"),
        Text("territories", "国・地域"),
        WORTH,
        Text("what (check)", "内容(検査)"),
    )
    return [
        Section(
            Text(f"By kind: {words.en}", f"種類別: 重大度 {words.ja}"),
            columns,
            tuple(_kind(row, checks) for row in found if row["severity"] == severity),
            (0, 1, 2, 3),
        )
        for severity, words in SEVERITY_WORDS.items()
        if any(row["severity"] == severity for row in found)
    ]


def _kind(row: Mapping[str, Any], checks: Mapping[str, Check]) -> tuple[Any, ...]:
    name = row["check"]
    n, kind = row["n"], row["subject_kind"]
    what = checks[name].sentence if name in checks else Text("", "")
    return (
        Text(amount(n, kind, "en"), amount(n, kind, "ja")),
        row["artists"],
        row["territories"] or None,
        plays(row["gain"]),
        Text(f"{what.en} ({name})", f"{what.ja}({name})"),
    )


def first(engine: Engine, checks: Mapping[str, Check]) -> Group | None:
    """The findings to begin with: of one kind, at one artist; the report begins with them, too."""
    ranked = groups.first(standing(engine["findings"]), checks, _known(engine))
    return ranked[0] if ranked else None


def _changes(result: Outcome) -> Section:
    cells = (
        (Text("new", "新規"), result.new),
        (Text("remaining", "継続"), result.remaining),
        (Text("fixed since the last audit", "前回の監査から解消"), result.fixed),
    )
    title = Text(f"Findings as of {result.as_of}", f"{result.as_of} 時点の課題")
    return Section(title, (Text("", ""), Text("", "")), cells, (1,))


def _skipped(result: Outcome) -> Section:
    cells = tuple(sorted(result.skipped.items()))
    columns = (Text("check", "検査"), Text("why", "理由"))
    return Section(Text("Not run", "実行しなかった検査"), columns, cells)


def _known(engine: Engine) -> ir.Table:
    return engine["artists"] if "artists" in engine else engine.empty("artists")


def _open(engine: Engine) -> ir.Table:
    findings = engine["findings"]
    return findings.filter(findings.state.isin(OPEN))


def _per_artist(rows: ir.Table) -> ir.Table:
    counts = {name: (rows.severity == name).sum() for name in RANKED}
    grouped = rows.group_by("artist_id").agg(
        artist=rows.artist.max(), gain=rows.gain.sum(), **counts
    )
    return grouped.filter(grouped.high + grouped.medium + grouped.low > 0)


def _with_latin(rows: ir.Table, engine: Engine) -> ir.Table:
    latin = _known(engine).select("artist_id", "artist_latin").distinct(on="artist_id")
    return rows.left_join(latin, "artist_id").drop("artist_id_right")


def _most_common(engine: Engine) -> dict[str | None, str]:
    """Each artist's most common check; the graver, then the first, where two tie."""
    rows = _open(engine)
    counted = rows.group_by("artist_id", "check").agg(n=rows.count(), place=gravity(rows).min())
    order = [
        counted.place == len(SEVERITIES) - 1,
        ibis.desc(counted.n),
        counted.place,
        counted.check,
    ]
    ranked = counted.mutate(
        rank=ibis.row_number().over(group_by=counted.artist_id, order_by=order)
    )
    best = ranked.filter(ranked["rank"] == 0).to_pyarrow().to_pylist()
    return {row["artist_id"]: row["check"] for row in best}


def _artist(row: Mapping[str, Any]) -> Text:
    if row["artist_id"] is None:
        return NO_ARTIST
    name, latin = row["artist"] or row["artist_id"], row["artist_latin"]
    return Text(artist_label(name, latin, "en"), artist_label(name, latin, "ja"))


def _sentence(name: str | None, checks: Mapping[str, Check]) -> Text | str | None:
    return checks[name].sentence if name and name in checks else name


def _more(total: int, shown: int) -> Text | None:
    if not total:
        return NOTHING
    left = total - shown
    return Text(f"… and {left:,} more artists", f"… ほか{left:,}組") if left else None


NOTHING = Text("Nothing was found.", "課題は見つかりませんでした。")
