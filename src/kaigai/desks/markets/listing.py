"""Markets as people read them: one artist's in order, a label's artists beside each other."""

from collections.abc import Sequence
from math import floor, log10
from typing import Final

from kaigai.desks.markets.demand_cells import Unit
from kaigai.desks.markets.flags import FLAG_WORDS
from kaigai.desks.markets.ranking import Market
from kaigai.desks.markets.reasons import sureness
from kaigai.desks.markets.result import Ranking
from kaigai.desks.markets.tie_effect import LEAST
from kaigai.desks.markets.tie_words import ground as ground_of_ties
from kaigai.terms.section import Section, facts
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

LIMIT: Final = 15  #: markets on a screen
REASONS: Final = 2
STOPPED: Final = 6  #: markets that are not recommended and yet named
BEST: Final = 3  #: markets named for each artist of a label

UNIT_WORDS: Final[dict[Unit, Text]] = {
    "streams": Text("streams a month", "月間再生数"),
    "views": Text("video views a month", "月間動画視聴数"),
    "weight": Text(
        "chart weight, in millionths of the world's charts",
        "チャート重み(世界のチャート全体の百万分率)",
    ),
}


def sections_of(ranking: Ranking, limit: int = LIMIT) -> list[Section]:
    """Of one artist all there is to say, of several who should look where first."""
    if len(ranking.artists) == 1:
        return _one(ranking, ranking.artists[0], limit)
    return [*_label(ranking, limit), ground(ranking, None)]


def _one(ranking: Ranking, artist: str, limit: int) -> list[Section]:
    unit = ranking.unit_of(artist)
    if unit is None:
        return [Section(title_of(ranking, artist), note=NOTHING)]
    markets = ranking.markets[artist, unit]
    first = [each for each in markets if each.is_recommended][:limit]
    found = [_markets(title_of(ranking, artist), first, unit)]
    stopped = _stopped(markets)
    if stopped.rows:
        found.append(stopped)
    return [*found, ground(ranking, artist)]


def title_of(ranking: Ranking, artist: str) -> Text:
    """Whose markets they are."""
    name = ranking.names.get(artist, Text(artist, artist))
    return Text(f"Where {name.en} would be heard", f"{name.ja}が聴かれうる市場")


def _markets(title: Text, markets: Sequence[Market], unit: Unit) -> Section:
    columns = (
        Text("#", "順"),
        Text("territory", "国・地域"),
        Text("now", "現在"),
        Text("expected (90 %)", "見込み(90%)"),
        Text("latent", "潜在"),
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
            f"{each.chance:.0%}" if each.chance is not None else UNKNOWN,
            why(each),
        )
        for each in markets
    )
    is_known = any(each.expected for each in markets)
    words = UNIT_WORDS[unit]
    note = Text(f"In {words.en}.", f"単位: {words.ja}。") if is_known else PLAYS_UNKNOWN
    return Section(title, columns, rows, right=(0, 2, 4, 5), note=note)


def _stopped(markets: Sequence[Market]) -> Section:
    """The largest of the markets that are not recommended, and why not."""
    worth = [each for each in markets if not each.is_recommended and "home" not in each.flags]
    worth.sort(key=lambda each: -(each.latent[1] if each.latent else 0.0))
    columns = (
        Text("territory", "国・地域"),
        Text("latent", "潜在"),
        Text("flag", "注意"),
        Text("why not", "推奨しない理由"),
    )
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


def _label(ranking: Ranking, limit: int) -> list[Section]:
    """The artists with their best markets, and the markets by all artists together."""
    rows = []
    for artist in ranking.artists:
        unit = ranking.unit_of(artist)
        if unit is None:
            continue
        best = [each for each in ranking.markets[artist, unit] if each.is_recommended][:BEST]
        rows.append(
            (
                ranking.names.get(artist, Text(artist, artist)),
                *(_short(each) for each in best),
                UNIT_NAMES[unit],
            )
        )
    ordinals = (Text("first", "1位"), Text("second", "2位"), Text("third", "3位"))
    columns = (Text("artist", "アーティスト"), *ordinals, Text("in", "単位"))
    shown = tuple(rows[:limit])
    left = len(rows) - len(shown)
    note = Text(EACH.en, EACH.ja)
    if left:
        note = Text(
            f"{EACH.en} … and {left:,} more artists; --limit shows more.",
            f"{EACH.ja} … ほか{left:,}組。--limit で増やせます。",
        )
    return [Section(BEST_MARKETS, columns, shown, note=note)]


def _short(market: Market) -> Text:
    """A market with what is latent there, and its interval."""
    name = territory(market.territory)
    if market.latent is None:
        return name
    low, middle, high = (number(each) for each in market.latent)
    return Text(f"{name.en} +{middle} ({low}–{high})", f"{name.ja} +{middle}({low}〜{high})")


def ground(ranking: Ranking, artist: str | None) -> Section:
    """What it rests on and how sure it is."""
    unit = ranking.unit_of(artist or ranking.artists[0])
    if unit is None:
        return Section(GROUND, note=NOTHING)
    fit = ranking.fits[unit]
    period = ranking.cells.ranked if unit == "weight" else ranking.cells.played
    held = fit.calibration.counted.get("all", 0)
    n, others = fit.spoken_of, len(fit.model.artists)
    pairs: list[tuple[Text, object]] = [
        (Text("period", "期間"), f"{period[0]} – {period[1]}" if period else UNKNOWN),
        (Text("services", "サービス"), list(ranking.cells.services)),
        (
            Text("rests on", "根拠"),
            Text(
                f"{n:,} cells of {others:,} artists; intervals from {held:,} held-out cells",
                f"{others:,}組・{n:,}件のデータ。区間は{held:,}件を伏せた予測の誤差から",
            ),
        ),
        (Text("known beforehand", "事前の知識"), _learned(ranking)),
        (Text("how sure", "確かさ"), _sure(ranking, artist, unit)),
    ]
    ties = [each for one in _asked_of(ranking, artist) for each in ranking.ties.get(one, ())]
    if ties:
        pairs.append((Text("tie-ins", "タイアップ"), ground_of_ties(ties, ranking.effect, LEAST)))
    if artist is not None and artist in ranking.homes:
        home = territory(ranking.homes[artist])
        pairs.insert(0, (Text("home", "本国"), home))
    return _with_note(facts(GROUND, pairs), WEIGHT_NOTE if unit == "weight" else PLAYS_NOTE)


def _asked_of(ranking: Ranking, artist: str | None) -> Sequence[str]:
    """The artist, or all who were asked about."""
    return (artist,) if artist else ranking.artists


def _with_note(section: Section, note: Text) -> Section:
    return Section(section.title, section.columns, section.rows, section.right, note)


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


def _sure(ranking: Ranking, artist: str | None, unit: Unit) -> Text:
    """The first market's sureness stands for the rest."""
    for one in _asked_of(ranking, artist):
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
    low, middle, high = (number(each) for each in three)
    return f"{middle} ({low}–{high})"


UNKNOWN: Final = "?"
QUIET_FLAGS: Final = ("not reported",)
UNIT_NAMES: Final[dict[Unit, Text]] = {
    "streams": Text("streams", "再生"),
    "views": Text("views", "視聴"),
    "weight": Text("weight", "チャート重み"),
}
BEST_MARKETS = Text("Each artist's best markets", "アーティストごとの有望市場")
GROUND = Text("What this rests on", "この見込みの根拠")
EACH = Text(
    "What is missing a month beside like markets, with a 90 % interval.",
    "似た市場と比べて不足している月間の数と、その90%区間。",
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
