"""What measures, sources and shares are called, in both languages."""

from datetime import date
from typing import Final

from kaigai.desks.measure.interval import Estimate
from kaigai.desks.measure.share_query import UNLISTED, By, Share
from kaigai.desks.measure.sources import AMOUNT, RANK
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

MEASURES: Final = {
    "streams": Text("streams", "再生"),
    "views": Text("views", "視聴"),
    "downloads": Text("downloads", "ダウンロード"),
    "ringtones": Text("ringtones", "着信音"),
    "creations": Text("creations", "投稿利用"),
    "units": Text("units", "数量"),
    "saves": Text("saves", "保存"),
    RANK: Text("chart weight", "チャート重み"),
    AMOUNT: Text("money", "金額"),
}
LENGTHS: Final = {
    "day": Text("by day", "日別"),
    "week": Text("by week", "週別"),
    "month": Text("by month", "月別"),
}
GROUPS: Final[dict[By, Text]] = {
    "artist": Text("artist", "アーティスト"),
    "home": Text("artists of", "本国"),
    "label": Text("label", "レーベル"),
    "service": Text("all artists", "全アーティスト"),
    "territory": Text("territory", "国・地域"),
    "month": Text("month", "月"),
}
NAMELESS: Final = {
    "table": Text("a list of plays", "再生数の表"),
    "chart": Text("a chart", "チャート"),
    "several": Text("several sources", "複数の情報源"),
}
NO_LABEL = Text("no label known", "レーベル不明")
ALL = Text("all", "全体")


def territory(code: str) -> Text:
    """A territory by its name."""
    return Text(name_of(code, "en"), name_of(code, "ja"))


def unlisted(artist_id: str) -> Text:
    """The artists of a territory whom no list names."""
    place = territory(artist_id.removeprefix(UNLISTED))
    return Text(f"not listed ({place.en})", f"一覧にないアーティスト({place.ja})")


def series(each: Share) -> Text:
    """Of which service a line is, and what it counts."""
    measure = MEASURES.get(each.measure, Text(each.measure, each.measure))
    chart = f" {each.chart}" if each.chart else ""
    money = f" {each.currency}" if each.currency else ""
    return Text(
        f"{each.service}{chart} {measure.en}{money}", f"{each.service}{chart} {measure.ja}{money}"
    )


def source(name: str) -> Text:
    """A source as people know it: `spotify-for-artists, day`."""
    said, _, length = name.rpartition(", ")
    named = NAMELESS.get(said or name, Text(said or name, said or name))
    periods = LENGTHS.get(length)
    if not said or periods is None:
        return named
    return Text(f"{named.en}, {periods.en}", f"{named.ja}({periods.ja})")


def percent(estimate: Estimate) -> str | None:
    """A share with its interval: `16 % (14-18)`; `?` where the interval is unknown."""
    if estimate.share is None:
        return None
    share = _digits(estimate.share)
    if estimate.is_whole:
        return f"{share} %"
    if estimate.low is None or estimate.high is None:
        return f"{share} % (?)"
    return f"{share} % ({_digits(estimate.low)}–{_digits(estimate.high)})"


def _digits(share: float) -> str:
    return f"{share * 100:.1f}" if share < 0.1 or share > 0.9 else f"{share * 100:.0f}"


def amount(value: float | None, measure: str) -> int | float | None:
    """A quantity as people read it; money in units, from millionths."""
    if value is None:
        return None
    if measure == AMOUNT:
        return round(value / 1_000_000, 2)
    return round(value, 1) if measure == RANK else round(value)


def period(first: date | None, last: date | None) -> str | None:
    """Months from and to."""
    if first is None or last is None:
        return None
    begin, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return begin if begin == end else f"{begin} – {end}"


def days(each: Share) -> str:
    """Days counted, of those of the months."""
    return f"{each.n_days:,}/{each.month_days:,}"


AT_HOME: Final = Text("home", "国内")
OVERSEAS: Final = Text("overseas", "海外")
