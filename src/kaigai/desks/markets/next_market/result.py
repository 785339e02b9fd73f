"""The answer of what comes next: territories with chances, as people and tools read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kaigai.desks.markets.next_market.ranker import HORIZON, Next
from kaigai.terms.section import Section
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

LEAST = 0.001  #: a chance below it is shown as below it


@dataclass(frozen=True, slots=True)
class Coming:
    """The ranking for one artist on one service's charts; `artist` is its id."""

    artist: str
    name: Text
    service: str
    day: date
    reached: tuple[str, ...]
    learned_until: date
    own: bool  #: the model learned from the workspace's own charts
    territories: tuple[Next, ...]
    home: str | None = None

    @property
    def title(self) -> Text:
        """What is answered."""
        given = {"service": self.service, "day": self.day}
        return Text(
            TITLE.to("en", artist=self.name.en, **given),
            TITLE.to("ja", artist=self.name.ja, **given),
        )

    @property
    def weeks(self) -> int:
        """How far it looks."""
        return HORIZON // 7

    def section(self, limit: int) -> Section:
        """As people read it."""
        rows = tuple(
            (territory(each.territory), percent(each.chance), _joined(each.reasons))
            for each in self.territories[:limit]
        )
        note = {
            "reached": len(self.reached),
            "until": self.learned_until,
            "weeks": self.weeks,
        }
        text = OWN if self.own else SHIPPED
        if not self.territories:
            text = EVERYWHERE
        return Section(
            self.title,
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
                    "artist_id": self.artist,
                    "artist": self.name.ja,
                    "artist_latin": self.name.en,
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


def percent(chance: float) -> str:
    """A chance as people read it."""
    return f"{chance:.1%}" if chance >= LEAST else f"< {LEAST:.1%}"


def territory(code: str) -> Text:
    """A territory's name and code."""
    return Text(f"{name_of(code, 'en')} ({code})", f"{name_of(code, 'ja')} ({code})")


def _joined(reasons: Sequence[Text]) -> Text:
    return Text("; ".join(each.en for each in reasons), "。".join(each.ja for each in reasons))


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
EVERYWHERE = Text(
    en="Charted in all {reached} territories of which charts are known: none is left to come.",
    ja="チャートのある{reached}の国・地域すべてでチャート入り済みです。次の候補はありません。",
)
OWN = Text(
    en="Charted in {reached} territories so far. The chance is that of a first chart place within "
    "{weeks} weeks; learned from your own charts until {until}.",
    ja="これまでに {reached} の国・地域でチャート入り。"
    "確率は{weeks}週間以内に初めてチャート入りする見込み。"
    "手元のチャート({until} まで)から学習しました。",
)
