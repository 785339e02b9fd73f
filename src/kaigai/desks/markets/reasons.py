"""Why a market, in words: like markets and artists, home, language, distance, what is shut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from kaigai.desks.markets.demand import Demand
from kaigai.desks.markets.flags import Filled
from kaigai.desks.markets.tie_effect import Effect
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.tie_words import said as said_of
from kaigai.desks.markets.tie_words import with_effect
from kaigai.desks.markets.words import territories
from kaigai.desks.markets.world import World
from kaigai.terms.languages import name_of_language
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ja")
NAMED: Final = 2  #: markets or artists that a reason names
LEAST_BASIS: Final = 0.08  #: how much a market must count to be named
NEAR_KM: Final = 3000.0
SPOKEN: Final = 0.4  #: share of the people who use a language that a market then has
EFFECT: Final = 0.25  #: of artists from home, a logarithm


@dataclass(frozen=True, slots=True)
class Shut:
    """How many of an artist's recordings are closed in a territory, of how many known ones."""

    closed: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing is known."""
        return self.closed / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what kind it is of, and its words."""

    kind: str
    said: Text

    def row(self) -> dict[str, str]:
        """As it is kept in the table."""
        return {"kind": self.kind, "en": self.said.en, "ja": self.said.ja}


@dataclass(frozen=True, slots=True)
class Around:
    """What reasons are made of beside the demand itself.

    names   what artists are called; heard: who is heard where (artist, then place to plays)
    filled  markets that one artist fills; shut: per territory what is closed
    ties    per territory the works that the artist's songs are tied to
    effect  what such works did to plays, as far as that is known
    """

    names: Mapping[str, Text]
    heard: Mapping[str, Mapping[int, float]]
    filled: Mapping[str, Filled]
    shut: Mapping[str, Shut]
    ties: Mapping[str, Sequence[Tie]] = field(default_factory=dict)
    effect: Effect = Effect()  # noqa: RUF009 - it never changes

    def of(self, shut: Mapping[str, Shut], ties: Sequence[Tie] = ()) -> "Around":
        """The same for an artist of whom this is closed, with its tie-ins."""
        placed: dict[str, list[Tie]] = {}
        for each in ties:
            placed.setdefault(each.territory, []).append(each)
        return replace(self, shut=shut, ties=placed)


def reasons(
    demand: Demand, at: int, flags: tuple[str, ...], world: World, around: Around
) -> list[Reason]:
    """The reasons for and against one territory, those against first."""
    code = world.codes[at]
    found = [*_against(code, flags, around)]
    if ties := around.ties.get(code):
        found.append(Reason("tie-in", with_effect(said_of(ties), demand.unit, around.effect)))
    for make in (_like_artists, _like_markets, _countrymen):
        said = make(demand, at, world, around)
        if said:
            found.append(said)
    found += _of_language(demand, at, world)
    if demand.home and code != demand.home:
        km = world.km[world.at(demand.home), at]
        if km < NEAR_KM:
            found.append(Reason("distance", _far(km)))
    return found


def _against(code: str, flags: tuple[str, ...], around: Around) -> list[Reason]:
    found = []
    if "sanctioned" in flags:
        found.append(Reason("sanctioned", SANCTIONS))
    if "not offered" in flags:
        found.append(Reason("not offered", ABSENT))
    if "organised" in flags:
        of = around.filled[code]
        name = around.names.get(of.artist_id, Text(of.artist_id, of.artist_id))
        values = {"share": f"{of.share:.0%}", "nearby": f"{of.nearby:.1%}"}
        said = Text(
            ORGANISED.to("en", name=name.en, **values), ORGANISED.to("ja", name=name.ja, **values)
        )
        found.append(Reason("organised", said))
    shut = around.shut.get(code)
    if shut and shut.closed:
        word = CLOSED if shut.closed == shut.of else PARTLY
        values = {"n": f"{shut.closed:,}", "of": f"{shut.of:,}"}
        found.append(Reason("closed", Text(word.to("en", **values), word.to("ja", **values))))
    if "not reported" in flags and not found:
        found.append(Reason("not reported", NOT_REPORTED))
    return found


def _like_artists(demand: Demand, at: int, world: World, around: Around) -> Reason | None:
    """Who is played here and heard where this artist is."""
    here = [artist for artist, _ in demand.like if around.heard.get(artist, {}).get(at, 0.0) > 0]
    if not here:
        return None
    names = [around.names.get(each, Text(each, each)) for each in here[:NAMED]]
    en, ja = ", ".join(each.en for each in names), "、".join(each.ja for each in names)
    said = Text(LIKE_ARTISTS.to("en", names=en), LIKE_ARTISTS.to("ja", names=ja))
    return Reason("like artists", said)


def _like_markets(demand: Demand, at: int, world: World, around: Around) -> Reason | None:
    """The artist's markets that say most of this one."""
    if not len(demand.at):
        return None
    counts = demand.basis[at]
    abroad = [
        (float(counts[k]), int(place))
        for k, place in enumerate(demand.at)
        if counts[k] >= LEAST_BASIS and place != at and world.codes[place] != demand.home
    ]
    if not abroad:
        return None
    best = [place for _, place in sorted(abroad, key=lambda each: (-each[0], each[1]))[:NAMED]]
    named = territories(world.codes[place] for place in best)
    said = Text(LIKE_MARKETS.to("en", names=named.en), LIKE_MARKETS.to("ja", names=named.ja))
    return Reason("like markets", said)


def _countrymen(demand: Demand, at: int, world: World, around: Around) -> Reason | None:
    effect = float(demand.home_effect[at])
    if demand.home is None or abs(effect) < EFFECT or world.codes[at] == demand.home:
        return None
    word = BETTER if effect > 0 else WORSE
    times = f"{np.exp(abs(effect)):.1f}"
    return Reason(
        "countrymen",
        Text(
            word.to("en", home=name_of(demand.home, "en"), times=times),
            word.to("ja", home=name_of(demand.home, "ja"), times=times),
        ),
    )


def _of_language(demand: Demand, at: int, world: World) -> list[Reason]:
    """A language that this market has in common with home, or with where the artist is heard."""
    code = world.codes[at]
    homes = [demand.home] if demand.home and demand.home != code else []
    for other in (*homes, *(world.codes[place] for place in demand.at if place != at)):
        language = world.main_language(other)
        if language and other != code and world.share_of(language, code) >= SPOKEN:
            both = {
                reader: {
                    "tongue": name_of_language(language.split("-")[0], reader),
                    "other": name_of(other, reader),
                }
                for reader in LANGUAGES
            }
            said = Text(LANGUAGE.to("en", **both["en"]), LANGUAGE.to("ja", **both["ja"]))
            return [Reason("language", said)]
    return []


def _far(km: float) -> Text:
    """How far it is from home."""
    rounded = f"{round(km, -2):,.0f}"
    return Text(DISTANCE.to("en", km=rounded), DISTANCE.to("ja", km=rounded))


def sureness(low: float, middle: float, high: float) -> Text:
    """How sure a figure is, in words."""
    if not np.isfinite(middle) or middle <= 0:
        return UNKNOWN
    times = float(np.sqrt(max(high, 1e-9) / max(low, 1e-9)))
    for most, words in SURE:
        if times < most:
            return words
    return GUESS


LIKE_ARTISTS = Text(
    "played here: {names}, heard in the same markets as this artist",
    "聴かれる市場が似ている{names}がここで聴かれている",
)
LIKE_MARKETS = Text("heard in {names}, markets like this one", "似た市場の{names}で聴かれている")
BETTER = Text(
    "artists from {home} are played {times} times what the market's size says",
    "{home}のアーティストは市場規模から見込まれる{times}倍聴かれている",
)
WORSE = Text(
    "artists from {home} are played {times} times less than the market's size says",
    "{home}のアーティストは市場規模のわりに聴かれていない({times}分の1)",
)
LANGUAGE = Text("{tongue} is understood, as in {other}", "{other}と同じく{tongue}が通じる")
DISTANCE = Text("{km} km from home", "本国から{km} km")
CLOSED = Text(
    "all {n} recordings are closed here by rights: open them first",
    "権利の設定で全{n}録音が閉じている。まず開放が必要",
)
PARTLY = Text(
    "{n} of {of} recordings are closed here by rights", "{of}録音中{n}録音が権利の設定で閉じている"
)
SANCTIONS = Text(
    "under sanctions, or left by services and labels: not recommended",
    "制裁対象、またはサービスやレーベルが撤退した地域のため推奨しない",
)
ABSENT = Text(
    "the services that these plays come from are not offered here",
    "再生数の元になったサービスがここでは提供されていない",
)
ORGANISED = Text(
    "{name} alone fills {share} of the charts here, {nearby} nearby: organised streaming, or very "
    "few listeners",
    "{name}だけでチャートの{share}を占める(近隣では{nearby})。組織的な再生、"
    "またはリスナーがごく少ないとみられる",
)
NOT_REPORTED = Text(
    "nobody's plays are reported here: from the market's size",
    "再生数の報告がない市場のため市場規模から算出",
)
UNKNOWN = Text("unknown", "不明")
SURE: Final = (
    (2.0, Text("within a factor of 2", "2倍以内")),
    (3.5, Text("within a factor of 3", "3倍程度")),
    (7.0, Text("rough: a factor of 5", "粗い(5倍程度)")),
    (14.0, Text("very rough: a factor of 10", "とても粗い(10倍程度)")),
)
GUESS = Text("no more than a hint", "目安にとどまる")
