"""Deals in words, and where they leave a recording or video open, closed or unknown, and why."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.availability import ANY, solve
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.wording import territories
from kaigai.terms.section import Section
from kaigai.terms.territories import WORLD, Mask, codes_of, count, minus, union
from kaigai.terms.text import Language, Text

NAMED = 6  #: so few open territories are named, more are counted

USES: Mapping[str, Text] = {
    "stream": Text("streaming", "ストリーミング"),
    "download": Text("download", "ダウンロード"),
    "ugc": Text("in users' videos", "ユーザー動画(UGC)"),
    "video": Text("watching", "視聴"),
    "other": Text("other use", "その他の利用"),
    "any": Text("any use", "すべての利用"),
}
MODELS: Mapping[str, Text] = {
    "SubscriptionModel": Text("subscription", "定額制"),
    "AdvertisementSupportedModel": Text("with advertisements", "広告付き無料"),
    "PayAsYouGoModel": Text("pay per item", "都度課金"),
    "FreeOfChargeModel": Text("free", "無料"),
    "RightsClaimModel": Text("rights claim", "権利主張"),
    "DeviceFeeModel": Text("device fee", "端末課金"),
    "PerformanceRoyaltiesModel": Text("performance royalties", "演奏使用料"),
}
CLOSED: Mapping[str, Text] = {
    "early": Text("not yet", "開始前"),
    "ended": Text("the deal ended", "許諾終了"),
    "takedown": Text("taken down", "取り下げ"),
    "blocked": Text("blocked by the service", "サービス側でブロック"),
    "none": Text("no deal", "許諾なし"),
}
EVERY_SERVICE = Text("all that were delivered to", "納品先すべて")
EVERYWHERE = Text("everywhere", "すべての地域")


def both(words: Callable[[Language], str]) -> Text:
    """What a function says, in both languages."""
    return Text(words("en"), words("ja"))


def service_name(name: str | None) -> Text | str:
    """A service as people call it; a deal that names none holds for all."""
    return EVERY_SERVICE if name in (None, ANY) else str(name)


def open_section(
    engine: Engine, kind: str, subject_id: str, *, day: date, settings: Settings
) -> Section:
    """Per service and use where a recording or video is open, closed and unknown on a day.

    It is solved for this subject alone, so it is right before any audit, too.
    """
    rows = _solved(engine, kind, subject_id, day)
    title = Text(en=f"Where it is open on {day}", ja=f"{day} 時点の配信状況")
    columns = (
        Text("service", "サービス"),
        Text("use", "利用形態"),
        Text("open", "配信中"),
        Text("closed", "未配信"),
        Text("unknown", "不明"),
    )
    cells = [
        (
            service_name(row["service"]),
            USES.get(row["use"], row["use"]),
            _open_words(mask_of_row(row, "open"), settings),
            closed_words(row, settings),
            _words(mask_of_row(row, "unknown"), settings),
        )
        for row in rows
    ]
    return Section(title, columns, tuple(cells), note=_note(kind, rows))


def _solved(engine: Engine, kind: str, subject_id: str, day: date) -> list[dict[str, Any]]:
    key, table = ("video_id", "videos") if kind == "video" else ("recording_id", "tracks")
    if table not in engine:
        return []
    rows = engine.view(table)
    tables = {table: rows.filter(rows[key] == subject_id), "deliveries": engine["deliveries"]}
    if tables[table].count().execute() == 0:
        return []
    if "territory_sets" in engine:
        tables["territory_sets"] = engine.view("territory_sets")
    if kind != "video" and "deals" in engine:
        deals = engine.view("deals")
        tables["deals"] = deals.semi_join(tables["tracks"], "deal_set_id")
    solved = solve(tables, day=day)
    joined = solved.availability.inner_join(solved.answers, "answer_id")
    found: list[dict[str, Any]] = joined.order_by("service", "use").to_pyarrow().to_pylist()
    return found


def mask_of_row(row: Mapping[str, Any], prefix: str) -> Mask:
    """The mask in four columns of a row."""
    first, second, third, fourth = (row[f"{prefix}{i}"] or 0 for i in range(4))
    return first, second, third, fourth


def _open_words(mask: Mask, settings: Settings) -> Text | str:
    number = count(mask)
    if number == count(WORLD):
        return EVERYWHERE
    return _words(mask, settings) if number <= NAMED else f"{number:,}"


def _words(mask: Mask, settings: Settings) -> Text | str:
    codes = codes_of(mask)
    if not codes:
        return ""
    return both(lambda language: territories(codes, language, first=settings.markets))


def closed_words(row: Mapping[str, Any], settings: Settings) -> Text | str:
    """The closed territories of an answer by name, each group with why it is closed."""
    masks = {reason: mask_of_row(row, reason) for reason in CLOSED if reason != "none"}
    known = union(mask_of_row(row, "open"), mask_of_row(row, "unknown"), *masks.values())
    masks["none"] = minus(WORLD, known)
    groups = [(codes_of(mask), CLOSED[reason]) for reason, mask in masks.items() if any(mask)]

    def words(language: Language) -> str:
        return (" / " if language == "ja" else "; ").join(
            f"{territories(codes, language, first=settings.markets)} ({why.to(language)})"
            for codes, why in groups
        )

    return both(words) if groups else ""


def _note(kind: str, rows: list[dict[str, Any]]) -> Text | None:
    if not rows:
        return NEVER_DELIVERED
    uses = {row["use"] for row in rows}
    if kind != "video" and not uses & {"stream", ANY}:
        return NO_STREAMS
    return None


def deals_section(
    engine: Engine, held: Iterable[tuple[str, int | None]], *, settings: Settings
) -> Section:
    """The deals of (release title, deal set) pairs in words; equal sets are told once."""
    releases: dict[int | None, list[str]] = {}
    for title, set_id in held:
        if title not in releases.setdefault(set_id, []):
            releases[set_id].append(title)
    if any(each is not None for each in releases):
        # Where any delivery states its deals, a list that knows none says nothing about them.
        releases.pop(None, None)
    sets = [each for each in releases if each]
    territory_sets = _territory_sets(engine, sets)
    told: dict[tuple[Any, ...], list[str]] = {}
    for deal in sorted(_deals(engine, sets), key=lambda row: (row["deal_set_id"], row["n"])):
        titles = told.setdefault(_deal(deal, territory_sets, settings), [])
        titles += [each for each in releases[deal["deal_set_id"]] if each not in titles]
    rows = [(_many(titles), *words) for words, titles in told.items()]
    rows += [
        (_many(titles), NOT_STATED if set_id is None else NOTHING, "", "", "", None, None, "")
        for set_id, titles in releases.items()
        if not set_id
    ]
    return Section(Text("Deals", "許諾"), DEAL_COLUMNS, tuple(rows))


def _deals(engine: Engine, sets: list[int]) -> list[dict[str, Any]]:
    return rows_of(engine, "deals", lambda t: t.deal_set_id.isin(sets)) if sets else []


def _territory_sets(engine: Engine, sets: list[int]) -> dict[int, Mask]:
    ids = sorted({deal["territory_set_id"] for deal in _deals(engine, sets)})

    def wanted(table: ir.Table) -> Any:
        return table.territory_set_id.isin(ids)

    rows = rows_of(engine, "territory_sets", wanted) if ids else []
    return {row["territory_set_id"]: mask_of_row(row, "m") for row in rows}


def _deal(
    deal: Mapping[str, Any], sets: Mapping[int, Mask], settings: Settings
) -> tuple[Any, ...]:
    model = deal["commercial_model"]
    use = deal["use_type"] if deal["use"] == "other" else USES.get(deal["use"], deal["use"])
    return (
        use,
        MODELS.get(model, model),
        service_name(deal["service"]),
        _words(sets.get(deal["territory_set_id"], (0, 0, 0, 0)), settings),
        deal["start_day"],
        deal["end_day"],
        next((words for name, words in MARKS.items() if deal[name]), ""),
    )


def _many(titles: list[str]) -> str:
    return titles[0] if len(titles) == 1 else f"{titles[0]} (+{len(titles) - 1})"


MARKS: Mapping[str, Text] = {
    "takedown": Text("taken down", "取り下げ"),
    "is_preorder": Text("pre-order only", "予約・先行のみ"),
    "is_elsewhere": Text("terms are told elsewhere", "条件は別途通知"),
}
DEAL_COLUMNS = (
    Text("release", "リリース"),
    Text("use", "利用形態"),
    Text("model", "課金形態"),
    Text("service", "サービス"),
    Text("where", "地域"),
    Text("from", "開始"),
    Text("until", "終了"),
    Text("", ""),
)
NOT_STATED = Text("not stated: no deal list came with it", "不明(許諾の一覧なし)")
NOTHING = Text("none: delivered without a deal for it", "なし(この曲への許諾なしで納品)")
NEVER_DELIVERED = Text(
    en="It is on no release that was delivered: nothing is known.",
    ja="納品されたリリースに入っていないため、配信状況は不明です。",
)
NO_STREAMS = Text(en="No deal lets anybody stream it.", ja="ストリーミングの許諾がありません。")
