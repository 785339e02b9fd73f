"""Next: the territories where an artist is likely to chart next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kaigai.desks.markets.backtest.chart import homes, services, sighted
from kaigai.desks.markets.coming.ranked import HORIZON, Next, guide, ranked
from kaigai.desks.markets.panel import sightings
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts
from kaigai.identity.letters import spelt
from kaigai.terms.section import Section
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

SEED = 20260401
LEAST = 0.001  #: a chance below it is shown as below it


class NextError(Exception):
    """Nothing can be ranked as asked; the text says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Coming:
    """The ranking for one artist on one service's charts."""

    artist: str
    service: str
    day: date
    reached: tuple[str, ...]
    learned_until: date
    own: bool  #: the model learned from the workspace's own charts
    territories: tuple[Next, ...]

    def section(self, limit: int) -> Section:
        """As people read it."""
        given = {"artist": self.artist, "service": self.service, "day": self.day}
        rows = tuple(
            (_territory(each.territory), _percent(each.chance), _joined(each.reasons))
            for each in self.territories[:limit]
        )
        note = {
            "reached": len(self.reached),
            "until": self.learned_until,
            "weeks": HORIZON // 7,
        }
        text = OWN if self.own else SHIPPED
        return Section(
            Text(TITLE.to("en", **given), TITLE.to("ja", **given)),
            (Text("territory", "国・地域"), Text("chance", "確率"), Text("why", "理由")),
            rows,
            right=(1,),
            note=Text(text.to("en", **note), text.to("ja", **note)),
        )

    @property
    def table(self) -> "pa.Table":
        """As other tools read it."""
        import pyarrow as pa

        return pa.Table.from_pylist(
            [
                {
                    "artist": self.artist,
                    "service": self.service,
                    "day": self.day,
                    "rank": place,
                    "territory": each.territory,
                    "chance": each.chance,
                    "reasons_en": [reason.en for reason in each.reasons],
                    "reasons_ja": [reason.ja for reason in each.reasons],
                    "learned_until": self.learned_until,
                }
                for place, each in enumerate(self.territories, 1)
            ]
        )


def coming(
    facts: Facts,
    *,
    artist: str,
    service: str | None = None,
    day: date | None = None,
    refit: bool = False,
    seed: int = SEED,
    engine: str = DUCKDB,
) -> Coming:
    """Rank the territories an artist has not charted in yet.

    service  the one with most days of charts, unless given
    day      what was known by then; else by the last day of its charts
    refit    learn from the workspace's own charts, which takes a minute or two

    Raises NextError where no chart was read, the artist is on none, or too little is known.
    """
    running = Engine(facts, engine)
    if "usage" not in running:
        raise NextError(NO_CHARTS)
    usage = running["usage"]
    spans = services(usage).to_pyarrow().to_pylist()
    named = [span for span in spans if not service or span["service"].lower() == service.lower()]
    if not named:
        raise NextError(NO_CHARTS)
    span = max(named, key=lambda each: each["days"])
    until = min(day or span["last"], span["last"])
    past = usage.filter(usage.service == span["service"], usage.day <= until)
    seen = sightings(sighted(past, span["service"]).to_pyarrow())
    line = _line(artist, seen.artists)
    by = guide(seen, until, refit=refit, seed=seed)
    if by is None:
        raise NextError(TOO_LITTLE)
    evident = homes(past).to_pyarrow().to_pydict()
    home = dict(zip(evident["artist_id"], evident["home"], strict=True))
    found = ranked(seen, until, line, by, home)
    waiting = {each.territory for each in found}
    reached = tuple(code for code in seen.territories if code not in waiting)
    return Coming(line, span["service"], until, reached, by.until, by.own, tuple(found))


def _line(artist: str, known: tuple[str, ...]) -> str:
    """The artist as the charts write it; raises NextError."""
    wanted = spelt(artist)
    if found := [line for line in known if spelt(line) == wanted]:
        return found[0]
    near = get_close_matches(artist, known, n=3, cutoff=0.6)
    near += [line for line in known if artist.casefold() in line.casefold()][:3]
    given = {"artist": artist, "near": ", ".join(dict.fromkeys(near))}
    text = NEAR if near else NOBODY
    raise NextError(Text(text.to("en", **given), text.to("ja", **given)))


def _percent(chance: float) -> str:
    return f"{chance:.1%}" if chance >= LEAST else f"< {LEAST:.1%}"


def _joined(reasons: Sequence[Text]) -> Text:
    return Text("; ".join(each.en for each in reasons), "。".join(each.ja for each in reasons))


def _territory(code: str) -> Text:
    return Text(f"{name_of(code, 'en')} ({code})", f"{name_of(code, 'ja')} ({code})")


TITLE = Text(
    en="{artist}: where it is likely to chart next ({service}, as of {day})",
    ja="{artist}: 次にチャート入りが見込まれる国・地域({service}、{day} 時点)",
)
SHIPPED = Text(
    en="Charted in {reached} territories so far. The chance is that of a first chart place "
    "within {weeks} weeks; weights from public charts until {until}; --refit learns "
    "from your own charts.",
    ja="これまでに {reached} の国・地域でチャート入り。"
    "確率は{weeks}週間以内に初めてチャート入りする見込み。"
    "重みは {until} までの公開チャートから。"
    "--refit で手元のチャートから学習し直せます。",
)
OWN = Text(
    en="Charted in {reached} territories so far. The chance is that of a first chart place within "
    "{weeks} weeks; learned from your own charts until {until}.",
    ja="これまでに {reached} の国・地域でチャート入り。"
    "確率は{weeks}週間以内に初めてチャート入りする見込み。"
    "手元のチャート({until} まで)から学習しました。",
)
NO_CHARTS = Text(
    en="no ranks by territory with the artist's name were read; read a chart: kaigai read CHART",
    ja="アーティスト名のある地域別の順位がありません。"
    "チャートを読み込んでください: kaigai read CHART",
)
TOO_LITTLE = Text(
    en="there is too little before this day to learn from; give a later --as-of",
    ja="この日以前の実績が少なく、学習できません。--as-of でより後の日付を指定してください",
)
NEAR = Text(
    en="{artist} is on none of these charts; did you mean {near}?",
    ja="{artist} はこのチャートにありません。もしかして: {near}",
)
NOBODY = Text(
    en="{artist} is on none of these charts; read one that has it: kaigai read CHART",
    ja="{artist} はこのチャートにありません。載っているチャートを読み込んでください: "
    "kaigai read CHART",
)
