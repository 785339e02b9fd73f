"""Markets as lists: one artist's in order, a label's artists side by side, what they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor, log10
from typing import Final

from kaigai.desks.markets.demand_cells import Unit
from kaigai.desks.markets.flags import FLAG_WORDS
from kaigai.desks.markets.reasons import sureness
from kaigai.desks.markets.result import Market, Ranking
from kaigai.desks.markets.tie_effect import LEAST
from kaigai.desks.markets.tie_words import ground as ground_of_ties
from kaigai.desks.markets.words import territories
from kaigai.terms.section import Section, facts, percent
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

REASONS: Final = 2
STOPPED: Final = 6  #: markets that are not recommended and yet named
BY_SIZE: Final = 8  #: markets of which nothing but the size is known, and yet named
BEST: Final = 3  #: markets named for each artist of a label

UNIT_WORDS: Final[dict[Unit, Text]] = {
    "streams": Text("streams a month", "月間再生数"),
    "views": Text("video views a month", "月間動画視聴数"),
    "weight": Text(
        "chart weight, in millionths of the world's charts",
        "チャート重み(世界のチャート全体の百万分率)",
    ),
}


def title_of(ranking: Ranking, artist: str) -> Text:
    """Whose markets they are."""
    name = name_of_artist(ranking, artist)
    return Text(f"Where {name.en} would be heard", f"{name.ja}が聴かれうる市場")


def name_of_artist(ranking: Ranking, artist: str) -> Text:
    """What an artist is called, else its id."""
    return ranking.names.get(artist, Text(artist, artist))


def artist_sections(ranking: Ranking, artist: str, limit: int | None) -> Iterator[Section]:
    """One artist's markets: those to go to, the largest of the others, what they rest on."""
    unit = ranking.unit_of(artist)
    if unit is None:
        yield Section(title_of(ranking, artist), note=NOTHING)
        return
    markets = ranking.markets[artist, unit]
    first = [each for each in markets if each.is_first][:limit]
    yield _markets(title_of(ranking, artist), first, unit, by_size(markets))
    stopped = _stopped(markets)
    if stopped.rows:
        yield stopped
    yield _ground(ranking, artist, unit)


def label_sections(ranking: Ranking, limit: int | None) -> Iterator[Section]:
    """A label's markets: by all artists together, the best of each artist, what they rest on."""
    unit = unit_together(ranking)
    if unit is None:
        yield Section(TOGETHER, note=NOTHING)
        return
    if ranking.latent:
        yield _together(ranking, limit)
    yield _best(ranking, limit)
    yield _ground(ranking, None, unit)


def unit_together(ranking: Ranking) -> Unit | None:
    """The unit in which all artists are added up."""
    return next((each.unit for each in ranking.latent), ranking.unit_of(ranking.artists[0]))


def by_size(markets: Sequence[Market]) -> Text:
    """In one line the markets whose interval is too wide to act on, where there are any."""
    wide = [each.territory for each in markets if each.is_recommended and not each.is_first]
    if not wide:
        return BLANK
    named, left = territories(wide[:BY_SIZE]), len(wide) - BY_SIZE
    more = _more(left, MORE_BY_SIZE) if left > 0 else BLANK
    return Text(
        ONLY_SIZE.to("en", named=named.en + more.en), ONLY_SIZE.to("ja", named=named.ja + more.ja)
    )


def _markets(title: Text, markets: Sequence[Market], unit: Unit, left: Text) -> Section:
    columns = (
        Text("#", "順"),
        TERRITORY,
        Text("now", "現在"),
        Text("expected (90 %)", "見込み(90%)"),
        LATENT,
        Text("chance", "確率"),
        Text("why", "理由"),
    )
    rows = tuple(
        (
            each.rank,
            territory(each.territory),
            number(each.now),
            interval(each.expected),
            number(each.latent[1]) if each.latent else UNKNOWN,
            percent(each.chance) if each.chance is not None else UNKNOWN,
            why(each),
        )
        for each in markets
    )
    is_known = any(each.expected for each in markets)
    words = UNIT_WORDS[unit]
    known = Text(f"In {words.en}.", f"単位: {words.ja}。")
    note = known if is_known or left.en else PLAYS_UNKNOWN
    note = Text(f"{note.en}{left.en}", f"{note.ja}{left.ja}")
    return Section(title, columns, rows, right=(0, 2, 4, 5), note=note)


def _stopped(markets: Sequence[Market]) -> Section:
    """The largest of the markets that are not recommended, and why not."""
    worth = [each for each in markets if not each.is_recommended and "home" not in each.flags]
    worth.sort(key=lambda each: -(each.latent[1] if each.latent else 0.0))
    columns = (TERRITORY, LATENT, Text("flag", "注意"), Text("why not", "推奨しない理由"))
    rows = tuple(
        (
            territory(each.territory),
            number(each.latent[1]) if each.latent else UNKNOWN,
            [FLAG_WORDS[flag] for flag in each.flags if flag not in QUIET_FLAGS],
            each.reasons[0].said if each.reasons else UNKNOWN,
        )
        for each in worth[:STOPPED]
    )
    return Section(Text("Not recommended", "推奨しない市場"), columns, rows, right=(1,))


def _together(ranking: Ranking, limit: int | None) -> Section:
    """The markets by all artists together."""
    rows = tuple(
        (territory(each.territory), number(each.latent), span(each.low, each.high), each.artists)
        for each in ranking.latent[:limit]
    )
    columns = (TERRITORY, LATENT, Text("90 % interval", "90%区間"), Text("artists", "組数"))
    words = UNIT_WORDS[ranking.latent[0].unit]
    note = Text(
        f"In {words.en}: {ADDED.en}{_more(len(ranking.latent) - len(rows), MORE).en}",
        f"単位: {words.ja}。{ADDED.ja}{_more(len(ranking.latent) - len(rows), MORE).ja}",
    )
    return Section(TOGETHER, columns, rows, right=(1, 2, 3), note=note)


def _best(ranking: Ranking, limit: int | None) -> Section:
    """The artists with their best markets."""
    rows = []
    for artist in ranking.artists:
        unit = ranking.unit_of(artist)
        if unit is None:
            continue
        best = [each for each in ranking.markets[artist, unit] if each.is_first][:BEST]
        named = [_short(each) for each in best] + [Text("", "")] * (BEST - len(best))
        rows.append((name_of_artist(ranking, artist), *named, UNIT_NAMES[unit]))
    ordinals = (Text("first", "1位"), Text("second", "2位"), Text("third", "3位"))
    columns = (Text("artist", "アーティスト"), *ordinals, Text("in", "単位"))
    shown = tuple(rows[:limit])
    more = _more(len(rows) - len(shown), MORE_ARTISTS)
    note = Text(EACH.en + more.en, EACH.ja + more.ja)
    return Section(BEST_MARKETS, columns, shown, note=note)


def _more(left: int, words: Text) -> Text:
    """How many are not shown; nothing where all are."""
    return Text(words.to("en", n=f"{left:,}"), words.to("ja", n=f"{left:,}")) if left else BLANK


def _short(market: Market) -> Text:
    """A market with what is latent there, and its interval."""
    name = territory(market.territory)
    if market.latent is None:
        return name
    low, middle, high = (number(each) for each in market.latent)
    return Text(f"{name.en} +{middle} ({low}–{high})", f"{name.ja} +{middle}({low}〜{high})")


def _ground(ranking: Ranking, artist: str | None, unit: Unit) -> Section:
    """What one artist's markets in a unit rest on, or all artists', and how sure they are."""
    on = ranking.grounds[unit]
    artists = (artist,) if artist else ranking.artists
    pairs: list[tuple[Text, object]] = [
        (Text("period", "期間"), f"{on.period[0]} – {on.period[1]}" if on.period else UNKNOWN),
        (Text("services", "サービス"), list(ranking.services)),
        (
            Text("rests on", "根拠"),
            Text(
                f"{on.cells:,} cells of {on.artists:,} artists; intervals from {on.held:,} "
                "held-out cells",
                f"{on.artists:,}組・{on.cells:,}件のデータ。"
                f"区間は{on.held:,}件を伏せた予測の誤差から",
            ),
        ),
        (Text("known beforehand", "事前の知識"), _learned(ranking)),
        (Text("how sure", "確かさ"), _sure(ranking, artists, unit)),
    ]
    ties = [each for one in artists for each in ranking.ties.get(one, ())]
    if ties:
        pairs.append((Text("tie-ins", "タイアップ"), ground_of_ties(ties, ranking.effect, LEAST)))
    if artist is not None and artist in ranking.homes:
        pairs.insert(0, (Text("home", "本国"), territory(ranking.homes[artist])))
    return replace(facts(GROUND, pairs), note=WEIGHT_NOTE if unit == "weight" else PLAYS_NOTE)


def _learned(ranking: Ranking) -> Text:
    if ranking.learned is None:
        return Text(
            "nothing: what public charts taught is of a later day",
            "なし(公開チャートの学習結果は、指定日より後のもののため使わない)",
        )
    return Text(
        f"which markets go together, from public charts until {ranking.learned}",
        f"公開チャート({ranking.learned}まで)から学んだ市場どうしの近さ",
    )


def _sure(ranking: Ranking, artists: Sequence[str], unit: Unit) -> Text:
    """The first market's sureness stands for the rest."""
    for one in artists:
        for each in ranking.markets.get((one, unit), ()):
            if each.expected and each.is_recommended:
                return sureness(*each.expected)
    return Text("unknown", "不明")


def why(market: Market) -> Text:
    """The first reasons in one cell."""
    said = [each.said for each in market.reasons[:REASONS]]
    if not said:
        return Text("the market's size", "市場規模")
    return Text("; ".join(each.en for each in said), "。".join(each.ja for each in said))


def territory(code: str) -> Text:
    """A territory's name in both languages."""
    return Text(name_of(code, "en"), name_of(code, "ja"))


def number(value: float | None) -> str:
    """A figure with no more digits than it is good for."""
    if value is None:
        return UNKNOWN
    if value < 0.5:
        return "0" if value == 0 else f"{value:.2g}"
    digits = max(0, floor(log10(value)) - 1)
    return f"{round(value / 10**digits) * 10**digits:,.0f}"


def interval(three: tuple[float, float, float] | None) -> str:
    """The middle with its bounds."""
    if three is None:
        return UNKNOWN
    low, middle, high = three
    return f"{number(middle)} ({span(low, high)})"


def span(low: float, high: float) -> str:
    """From a figure to another."""
    return f"{number(low)}–{number(high)}"


BLANK: Final = Text("", "")
UNKNOWN: Final = "?"
QUIET_FLAGS: Final = ("not reported",)
UNIT_NAMES: Final[dict[Unit, Text]] = {
    "streams": Text("streams", "再生"),
    "views": Text("views", "視聴"),
    "weight": Text("weight", "チャート重み"),
}
TERRITORY, LATENT = Text("territory", "国・地域"), Text("latent", "潜在")
TOGETHER = Text("Latent demand for all artists together", "全アーティスト合計の潜在需要")
BEST_MARKETS = Text("Each artist's best markets", "アーティストごとの有望市場")
GROUND = Text("What this rests on", "この見込みの根拠")
ADDED = Text(
    "what is missing beside like markets, added up over artists, as if all bounds were wrong in "
    "one direction. Markets that are not recommended are left out.",
    "似た市場と比べて不足している数の全アーティスト合計。区間は、すべて同じ向きに外れた場合の合計"
    "です。推奨しない市場は除いています。",
)
EACH = Text(
    "What is missing a month beside like markets, with a 90 % interval.",
    "似た市場と比べて不足している月間の数と、その90%区間。",
)
MORE = Text(
    " … and {n} more territories; --limit shows more.",
    " … ほか{n}の国・地域。--limit で増やせます。",
)
ONLY_SIZE = Text(
    " Nothing but their size is known of: {named}.",
    "市場規模のほかは何もわからない国・地域: {named}。",
)
MORE_BY_SIZE = Text(" and {n} more", "、ほか{n}")
MORE_ARTISTS = Text(
    " … and {n} more artists; --limit shows more.", " … ほか{n}組。--limit で増やせます。"
)
NOTHING = Text("Nothing is known yet.", "まだ何もわかりません。")
PLAYS_UNKNOWN = Text(
    "How much is unknown: no plays or charts of this artist were read. The order is that of an "
    "artist of the same home.",
    "数は不明です。このアーティストの再生数やチャートは読み込まれていません。"
    "順位は同じ本国のアーティストとしてのものです。",
)
PLAYS_NOTE = Text(
    "Expected: were the artist as present there as in like markets. Chance: of being heard there "
    "at all; the order is latent times chance.",
    "見込みは、似た市場と同じくらい浸透した場合の数。確率は、そこで聴かれるようになる確率。"
    "順位は潜在×確率によります。",
)
WEIGHT_NOTE = Text(
    "No plays are known, only ranks: each rank counts rank^-0.42, each market's charts as its "
    "income. Expected: were the artist to chart there; the order is latent times chance.",
    "再生数はなく順位だけがわかっています。順位の-0.42乗を重みとし、市場は経済規模で重み付け"
    "しています。見込みはチャート入りした場合の値で、順位は潜在×確率によります。",
)
