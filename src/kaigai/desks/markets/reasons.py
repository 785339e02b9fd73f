"""Why a market, in words: like markets and artists, home, language, distance, what is shut."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from kaigai.desks.markets.demand import Demand
from kaigai.desks.markets.flags import Filled
from kaigai.desks.markets.tie_effect import Effect
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.tie_words import said as said_of
from kaigai.desks.markets.tie_words import with_effect
from kaigai.desks.markets.words import territories
from kaigai.desks.markets.world import World, world
from kaigai.terms.languages import name_of_language
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ja")
NAMED: Final = 2  #: markets or artists that a reason names
LEAST_BASIS: Final = 0.08  #: how much a market must count to be named
NEAR_KM: Final = 3000.0
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


@dataclass(frozen=True)
class Reasoning:
    """The reasons for and against each territory for one artist."""

    demand: Demand
    world: World
    around: Around

    def of(self, at: int, flags: tuple[str, ...]) -> list[Reason]:
        """Those of one territory with its flags, those against first."""
        code = self.world.codes[at]
        found = against(code, flags, self.around)
        if ties := self.around.ties.get(code):
            told = with_effect(said_of(ties), self.demand.unit, self.around.effect)
            found.append(Reason("tie-in", told))
        if at in self._played_here:
            found.append(self._like_artists(self._played_here[at]))
        if best := self._like_markets(at):
            found.append(_heard_in(best))
        if at != self._home and self.demand.home_is_known:
            found += self._of_home(at)
        if (other := self._understood[at]) is not None:
            found.append(_spoken(other))
        if self._home is not None and at != self._home and self.demand.home_is_known:
            km = self.world.km[self._home, at]
            if km < NEAR_KM:
                found.append(Reason("distance", _far(km)))
        return found

    @cached_property
    def _home(self) -> int | None:
        return self.world.at(self.demand.home) if self.demand.home else None

    @cached_property
    def _played_here(self) -> Mapping[int, Sequence[str]]:
        """Per territory the likest artists who are played there."""
        found: dict[int, list[str]] = {}
        for artist, _ in self.demand.like:
            for at, plays in self.around.heard.get(artist, {}).items():
                if plays > 0 and len(here := found.setdefault(at, [])) < NAMED:
                    here.append(artist)
        return found

    def _like_artists(self, artists: Sequence[str]) -> Reason:
        names = [self.around.names.get(each, Text(each, each)) for each in artists]
        en, ja = ", ".join(each.en for each in names), "、".join(each.ja for each in names)
        said = Text(LIKE_ARTISTS.to("en", names=en), LIKE_ARTISTS.to("ja", names=ja))
        return Reason("like artists", said)

    @cached_property
    def _counts(self) -> list[list[float]]:
        """How much each known market counts for each territory."""
        found: list[list[float]] = self.demand.basis.tolist()
        return found

    def _like_markets(self, at: int) -> tuple[str, ...]:
        """The artist's markets abroad that say most of a territory."""
        abroad = [
            (-count, place)
            for count, place in zip(self._counts[at], self.demand.at.tolist(), strict=True)
            if count >= LEAST_BASIS and place not in (at, self._home)
        ]
        return tuple(self.world.codes[place] for _, place in sorted(abroad)[:NAMED])

    def _of_home(self, at: int) -> Iterator[Reason]:
        """What artists from the same home are worth there."""
        effect, home = float(self.demand.home_effect[at]), self.demand.home
        if home is None or abs(effect) < EFFECT:
            return
        word = BETTER if effect > 0 else WORSE
        times = f"{np.exp(abs(effect)):.1f}"
        en, ja = (word.to(each, home=name_of(home, each), times=times) for each in LANGUAGES)
        yield Reason("countrymen", Text(en, ja))

    @cached_property
    def _understood(self) -> list[str | None]:
        """Per territory another one with whose main language people get on there: home, else
        one where the artist is heard."""
        places = ([] if self._home is None else [self._home]) + self.demand.at.tolist()
        if not places:
            return [None] * len(self.world.codes)
        known = self.world.understood[places]
        first = known.argmax(axis=0).tolist()
        return [
            self.world.codes[places[place]] if is_known else None
            for place, is_known in zip(first, known.any(axis=0).tolist(), strict=True)
        ]


def against(code: str, flags: tuple[str, ...], around: Around) -> list[Reason]:
    """What speaks against a territory, in words."""
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


@lru_cache(maxsize=5_000)
def _heard_in(codes: tuple[str, ...]) -> Reason:
    named = territories(codes)
    said = Text(LIKE_MARKETS.to("en", names=named.en), LIKE_MARKETS.to("ja", names=named.ja))
    return Reason("like markets", said)


@lru_cache(maxsize=500)
def _spoken(other: str) -> Reason:
    """That the language of another territory is understood here."""
    language = (world().main_language(other) or "").split("-")[0]
    en, ja = (
        LANGUAGE.to(
            reader, tongue=name_of_language(language, reader), other=name_of(other, reader)
        )
        for reader in LANGUAGES
    )
    return Reason("language", Text(en, ja))


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
