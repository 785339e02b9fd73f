"""Sections that every subject has: its names, plays, findings, and the files it came from."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis

from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.check import SEVERITIES, Check
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.dossiers.rights_words import both
from kaigai.findings.wording import said, severity_mark
from kaigai.terms.section import Section
from kaigai.terms.territories import name_of
from kaigai.terms.territory_codes import EVERYWHERE
from kaigai.terms.text import Language, Text

LISTED = 20  #: rows of one section
TOP = 5  #: territories of one kind of plays

ROLES: Mapping[str, Text] = {
    "display": Text("shown", "表示名"),
    "formal": Text("formal", "正式"),
    "english": Text("English", "英語"),
    "latin": Text("romanised", "ローマ字"),
    "reading": Text("reading", "読み"),
    "alias": Text("also", "別名"),
    "translated": Text("translated", "翻訳"),
    "localised": Text("localised", "現地語"),
    "description": Text("description", "説明文"),
    "title_part": Text("part of a title", "タイトルの一部"),
}
MEASURES: Mapping[str, Text] = {
    "streams": Text("streams", "ストリーミング再生"),
    "views": Text("views", "視聴"),
    "listeners": Text("listeners (most)", "リスナー(最大)"),
    "saves": Text("saves", "保存"),
    "chart_rank": Text("rank (best)", "順位(最高)"),
}
STATES: Mapping[str, Text] = {
    "new": Text("new", "新規"),
    "remaining": Text("remaining", "継続"),
    "fixed": Text("fixed", "解消"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """Where to look things up, and how to judge them: an engine, settings, a day, the checks."""

    engine: Engine
    settings: Settings
    day: date
    checks: Mapping[str, Check]


def file_name(path: str | None) -> str:
    """The last part of a path; of a zip's member its name within the zip."""
    return (path or "").replace("\\", "/").rstrip("/").rpartition("/")[2]


def paths_of(engine: Engine, origins: Iterable[str | None]) -> dict[str, str]:
    """Origin ids with the files' paths."""
    ids = sorted({each for each in origins if each})
    rows = rows_of(engine, "origins", lambda t: t.origin_id.isin(ids)) if ids else []
    return {row["origin_id"]: row["path"] for row in rows}


def more(total: int, shown: int, where: str = "") -> Text | None:
    """What to say where not all rows are shown."""
    if total <= shown:
        return None
    hint = f": {where}" if where else ""
    return Text(en=f"… and {total - shown:,} more{hint}", ja=f"… ほか{total - shown:,}件{hint}")


def names_section(engine: Engine, kind: str, ids: Collection[str]) -> Section:
    """Every spelling with its role, language, script and the file it came from."""
    wanted = sorted(ids)
    rows = rows_of(engine, "names", lambda t: (t.subject_kind == kind) & t.subject_id.isin(wanted))
    shown = [row for row in rows if row["role"] not in ("description", "title_part")]
    paths = paths_of(engine, [row["origin_id"] for row in shown])
    spelt: dict[tuple[Any, ...], set[str]] = {}
    for row in shown:
        key = (row["text"], row["role"], row["language"], row["script"])
        spelt.setdefault(key, set()).add(file_name(paths.get(row["origin_id"])))
    ranked = sorted(spelt, key=lambda key: (_place(key[1]), key[0], key[2] or ""))
    cells = [
        (
            text,
            ROLES.get(role, role),
            language,
            script,
            _files(spelt[text, role, language, script]),
        )
        for text, role, language, script in ranked[:LISTED]
    ]
    columns = (
        Text("name", "表記"),
        Text("role", "種別"),
        Text("language", "言語"),
        Text("script", "文字"),
        Text("from", "出どころ"),
    )
    title = Text("Names", "名前の表記")
    note = more(len(ranked), LISTED) if cells else Text("No name.", "名前がありません。")
    return Section(title, columns, tuple(cells), note=note)


def _place(role: str) -> int:
    return list(ROLES).index(role) if role in ROLES else len(ROLES)


def _files(names: set[str]) -> str:
    first = sorted(names)[0]
    return first if len(names) == 1 else f"{first} (+{len(names) - 1})"


def findings_section(look: Look, where: Any, *, hint: str = "", most: int = LISTED) -> Section:
    """What was found, the gravest first, in words; `where` chooses the rows."""
    rows = gravest(look, where)
    cells = [
        (
            severity_mark(row["severity"]),
            said(look.checks.get(row["check"]), row, look.settings.markets),
            STATES.get(row["state"], row["state"]),
            row["finding_id"],
        )
        for row in rows[:most]
    ]
    columns = (
        Text("severity", "重大度"),
        Text("what", "内容"),
        Text("state", "状態"),
        Text("id", "ID"),
    )
    note = more(len(rows), most, hint)
    if not rows:
        note = NO_FINDINGS if "findings" in look.engine else NO_AUDIT
    return Section(
        Text("Findings", "課題"), columns, tuple(cells), note=note, opens=((3, "show"),)
    )


def gravest(look: Look, where: Any) -> list[dict[str, Any]]:
    """Findings, the gravest first and fixed ones last."""
    rows = rows_of(look.engine, "findings", where)
    return sorted(rows, key=lambda row: (row["state"] == "fixed", _rank(row), row["finding_id"]))


def _rank(row: Mapping[str, Any]) -> int:
    return SEVERITIES.index(row["severity"]) if row["severity"] in SEVERITIES else len(SEVERITIES)


def plays_section(engine: Engine, where: Any) -> Section:
    """Plays by service and measure: how many, from when to when, and where most.

    Reports by day and by month are told apart and never added up.
    """
    title = Text("Plays", "再生")
    if "usage" not in engine:
        return Section(title, note=NO_USAGE)
    usage = engine.view("usage")
    rows = usage.filter(where(usage))
    kinds = ["service", "measure", "chart", "days", "territory"]
    counted = rows.group_by(*kinds).agg(
        total=rows.quantity.sum(),
        most=rows.quantity.max(),
        least=rows.quantity.min(),
        first=rows.day.min(),
        last=rows.day.max(),
    )
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in counted.to_pyarrow().to_pylist():
        groups.setdefault(tuple(row[name] for name in kinds[:4]), []).append(row)
    cells = [_plays(key, groups[key]) for key in sorted(groups, key=str)]
    columns = (
        Text("service", "サービス"),
        Text("what", "指標"),
        Text("each", "単位"),
        Text("from", "開始"),
        Text("to", "終了"),
        Text("worldwide", "世界計"),
        Text("where most", "多い地域"),
    )
    return Section(title, columns, tuple(cells), right=(5,), note=None if cells else NO_PLAYS)


def _plays(key: tuple[Any, ...], rows: list[dict[str, Any]]) -> tuple[Any, ...]:
    service, measure, chart, days = key
    figure = {"listeners": "most", "chart_rank": "least"}.get(measure, "total")
    is_rank = measure == "chart_rank"
    by_place = {row["territory"]: row[figure] or 0.0 for row in rows}
    world = by_place.pop(EVERYWHERE, None)
    if figure == "total":
        total = world if world is not None else sum(by_place.values())
    else:
        total = world if world is not None else None
    top = sorted(by_place.items(), key=lambda each: (each[1] if is_rank else -each[1], each[0]))
    return (
        f"{service or ''} {chart or ''}".strip(),
        MEASURES.get(measure, measure),
        period(days),
        min(row["first"] for row in rows),
        max(row["last"] for row in rows),
        total,
        both(lambda language: _places(top[:TOP], language)),
    )


def _places(top: Sequence[tuple[str, float]], language: Language) -> str:
    joint = "、" if language == "ja" else ", "
    return joint.join(f"{name_of(code, language)} {number:,.0f}" for code, number in top)


def period(days: int | None) -> Text | None:
    """How long one figure's period is."""
    match days:
        case None:
            return None
        case 1:
            return Text("day", "日")
        case 7:
            return Text("week", "週")
        case 28 | 29 | 30 | 31:
            return Text("month", "月")
    return Text(f"{days} days", f"{days}日間")


def origins_section(engine: Engine, deliveries: Iterable[str | None]) -> Section:
    """The files that rows came from: what read them, and when they were delivered and read."""
    ids = sorted({each for each in deliveries if each})
    rows = rows_of(engine, "deliveries", lambda t: t.delivery_id.isin(ids)) if ids else []
    paths = paths_of(engine, [row["origin_id"] for row in rows])
    rows.sort(key=lambda row: (row["delivered_at"], row["delivery_id"]), reverse=True)
    cells = [
        (
            file_name(paths.get(row["origin_id"])),
            " → ".join(each for each in (row["sender"], row["recipient"]) if each),
            row["delivered_at"],
            row["read_at"],
            row["origin_id"],
        )
        for row in rows[:LISTED]
    ]
    columns = (
        Text("file", "ファイル"),
        Text("from → to", "送信元→送信先"),
        Text("delivered", "納品"),
        Text("read", "読み込み"),
        Text("id", "ID"),
    )
    return Section(
        Text("Where it comes from", "出どころ"),
        columns,
        tuple(cells),
        note=more(len(rows), LISTED),
        opens=((4, "show"),),
    )


def live_rows(engine: Engine, table: str, key: str, ids: Collection[str]) -> list[dict[str, Any]]:
    """Every live row about these ids, before one per key is chosen."""
    wanted = sorted(ids)
    if table not in engine or not wanted:
        return []
    rows = engine[f"all_{table}"]
    found: list[dict[str, Any]] = (
        rows.filter(rows[key].isin(wanted))
        .order_by(ibis.desc("delivery_id"))
        .to_pyarrow()
        .to_pylist()
    )
    return found


NO_FINDINGS = Text("Nothing was found.", "課題はありません。")
NO_AUDIT = Text("Not audited yet: kaigai audit", "まだ監査していません: kaigai audit")
NO_USAGE = Text("No plays were read yet.", "再生データはまだ読み込まれていません。")
NO_PLAYS = Text("No plays of it were reported.", "再生の報告がありません。")
