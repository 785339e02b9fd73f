"""A share as people read it: home and overseas side by side, and what the figures rest on."""

from collections.abc import Mapping, Sequence

from kaigai.desks.measure import words
from kaigai.desks.measure.result import Shares
from kaigai.desks.measure.share_query import By, Share
from kaigai.desks.measure.sources import RANK
from kaigai.terms.section import Section
from kaigai.terms.text import Text

SHARE = Text("Home and overseas", "国内と海外")
HOME = Text("home", "国内")
COLUMNS = (
    HOME,
    Text("overseas", "海外"),
    Text("share abroad", "海外比率"),
    Text("territories", "海外の地域数"),
    Text("months", "月数"),
    Text("last day", "最終日"),
)
#: Groupings of which one list says all; the others have a list for each series.
ONE_LIST: tuple[By, ...] = ("service", "territory")


def share_sections(answer: Shares, limit: int) -> list[Section]:
    """The first lines of an answer, a list for each service and measure."""
    shares, by = answer.shares, answer.wanted.by
    if by in ONE_LIST or not shares:
        rows = tuple((words.series(each), *_cells(each)) for each in shares[:limit])
        columns = (Text("counted", "集計対象"), *COLUMNS)
        return [Section(SHARE, columns, rows, (1, 2, 3, 4, 5), _note(len(shares), len(rows)))]
    series: dict[tuple[str, ...], list[Share]] = {}
    for each in shares:
        series.setdefault(each.series, []).append(each)
    return [_of_series(lines, answer, limit) for lines in series.values()]


def _of_series(lines: Sequence[Share], answer: Shares, limit: int) -> Section:
    names, by = answer.names, answer.wanted.by
    if by == "month":
        lines = sorted(lines, key=lambda each: each.group)[-limit:]
    rows = tuple((names.get(each.group, each.group), *_cells(each)) for each in lines[:limit])
    return Section(
        _title(lines),
        (words.GROUPS[by], *COLUMNS),
        rows,
        (1, 2, 3, 4, 5),
        _note(answer.lines[lines[0].series], len(rows)),
    )


def _title(lines: Sequence[Share]) -> Text:
    """Of what a list is: the series, its months, and how many of their days were counted."""
    said = words.series(lines[0])
    widest = max(lines, key=lambda each: each.month_days)
    period = words.period(
        min(each.first_day for each in lines if each.first_day),
        max(each.last_day for each in lines if each.last_day),
    )
    counted, whole = widest.n_days, widest.month_days
    if any(each.group != lines[0].group and each.months == 1 for each in lines):
        return Text(f"{said.en}, {period}", f"{said.ja} {period}")
    return Text(
        f"{said.en}, {period}, {counted:,} of {whole:,} days",
        f"{said.ja} {period}(集計{counted:,}日 / 全{whole:,}日)",
    )


def _cells(each: Share) -> tuple[object, ...]:
    return (
        words.amount(each.home, each.measure),
        words.amount(each.overseas, each.measure),
        words.percent(each.estimate),
        each.n_territories,
        each.months,
        each.last_day,
    )


def _note(lines: int, shown: int) -> Text | None:
    if not lines:
        return NOTHING
    left = lines - shown
    more = Text(
        f"… and {left:,} more lines; --limit shows more.",
        f"… ほか{left:,}行。--limit で増やせます。",
    )
    return more if left else None


def _how_to_read(shares: Sequence[Share]) -> list[Text]:
    """What must be known of these figures to read them."""
    said = []
    if any(each.measure == RANK for each in shares):
        said.append(WEIGHT)
    if any(not each.estimate.is_whole for each in shares):
        said.append(INTERVAL)
    if any(each.estimate.share is None for each in shares):
        said.append(NO_HOME)
    return said


def rests_on(shares: Sequence[Share], ties: Mapping[str, int]) -> Section:
    """Which sources were counted, their gaps, and what is tied to nobody."""
    rows: dict[tuple[object, ...], None] = {}
    for each in shares:
        rows.setdefault(
            (
                words.series(each),
                words.source(each.source),
                _overlap(each),
                [f"{month:%Y-%m}" for month in each.holes] or NO_HOLES,
                each.without_home,
                each.last_day,
            )
        )
    return Section(
        Text("What this rests on", "数値の根拠"),
        (
            Text("counted", "集計対象"),
            Text("source", "情報源"),
            Text("other sources", "重複する情報源"),
            Text("months missing", "欠けている月"),
            Text("months without home", "本国データのない月"),
            Text("last day", "最終日"),
        ),
        _merged(list(rows)),
        right=(4,),
        note=_together([*_how_to_read(shares), tied_note(ties)]),
    )


def _together(said: Sequence[Text]) -> Text:
    return Text(" ".join(each.en for each in said), "".join(each.ja for each in said))


def _merged(rows: list[tuple[object, ...]]) -> tuple[tuple[object, ...], ...]:
    """One line per series and source: the latest, and the widest difference."""
    best: dict[object, tuple[object, ...]] = {}
    for row in rows:
        best.setdefault((str(row[0]), str(row[1])), row)
    return tuple(best.values())


def _overlap(each: Share) -> Text:
    if each.n_sources < 2:
        return NO_OTHERS
    return Text(
        f"{each.n_sources - 1} more, not added up; up to {each.differs:.0%} apart",
        f"ほか{each.n_sources - 1}件(合算せず、差は最大{each.differs:.0%})",
    )


def tied_note(ties: Mapping[str, int]) -> Text:
    """How much of what reports name is tied to somebody."""
    tied, doubt, rejected, unknown = (
        ties.get(name, 0) for name in ("tied", "doubt", "rejected", "unknown")
    )
    whole = max(tied + doubt + rejected + unknown, 1)
    return Text(
        f"Of {whole:,} things that reports name, {tied:,} ({tied / whole:.0%}) are tied to an "
        f"artist; {doubt:,} are in doubt and {rejected:,} rejected as homonyms, and do not count; "
        f"{unknown:,} name nobody who is known.",
        f"レポートに現れる{whole:,}件のうち、アーティストに結び付いたものは{tied:,}件"
        f"({tied / whole:.0%})。確認待ち{doubt:,}件と、同名異人として除いた{rejected:,}件は"
        f"集計に含みません。残る{unknown:,}件は該当するアーティストがありません。",
    )


NOTHING = Text(
    en="Nothing is tied to an artist whose home is known, or nothing matches. Read a list of "
    "artists with their home territory (kaigai read artists.xlsx), or see `kaigai whose`.",
    ja="本国の分かるアーティストに結び付いたもの、または条件に合うものがありません。"
    "国の列がある一覧を読み込むか(kaigai read artists.xlsx)、kaigai whose で確認してください。",
)
WEIGHT = Text(
    en="Chart weight is no plays: each day in a chart counts rank^-0.42, so rank 1 counts 1, "
    "rank 50 0.19, and what did not chart counts nothing.",
    ja="チャート重みは再生数ではありません。チャート入り1日につき順位の-0.42乗(1位は1、50位は0.19)を"
    "数え、圏外は0とみなします。",
)
INTERVAL = Text(
    en="In brackets a 90 % interval where not every day was counted; (?): too little to tell.",
    ja="かっこ内は、集計日が一部に限られる場合の90%区間です。(?)は推定できません。",
)
NO_HOME = Text(
    en="– : no source covers the home territory, so the share is unknown.",
    ja="「–」は本国のデータがなく、比率が不明であることを示します。",
)
NO_HOLES = Text("none", "なし")
NO_OTHERS = Text("none", "なし")
