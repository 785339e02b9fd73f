"""What comes next as a list: territories with chances and reasons."""

from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa

from kaigai.desks.markets.flags import FLAG_WORDS
from kaigai.desks.markets.next_market.result import NextMarkets
from kaigai.terms.section import Section, percent
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

SHOWN_APART: Final = 6  #: territories that are flagged and yet named
LEAST: Final = 0.001  #: a chance below it is shown as below it


def section(found: NextMarkets, limit: int | None) -> Section:
    """The territories with their chances and reasons."""
    why = found.chosen_by
    text = (OWN if found.own else SHIPPED) if found.territories else EVERYWHERE
    return Section(
        filled(TITLE, found),
        (Text("territory", "国・地域"), Text("chance", "確率"), Text("why", "理由")),
        tuple(
            (territory(each.territory), chance(each.chance), _joined(each.reasons))
            for each in found.territories[:limit]
        ),
        right=(1,),
        note=filled(Text(f"{text.en} {why.en}", f"{text.ja}{why.ja}") if why else text, found),
    )


def apart(found: NextMarkets) -> Section:
    """The likeliest of those that flags speak against."""
    return Section(
        APART,
        (Text("territory", "国・地域"), Text("chance", "確率"), Text("flag", "注意"), WHY_NOT),
        tuple(
            (
                territory(each.territory),
                chance(each.chance),
                [FLAG_WORDS[flag] for flag in each.flags],
                each.reasons[0],
            )
            for each in found.apart[:SHOWN_APART]
        ),
        right=(1,),
    )


def table(found: NextMarkets) -> pa.Table:
    """Every territory, for other tools."""
    return pa.Table.from_pylist(
        [
            {
                "artist_id": found.artist,
                "artist": found.name.ja,
                "artist_latin": found.name.en,
                "service": found.service,
                "day": found.day,
                "rank": place if place <= len(found.territories) else None,
                "territory": each.territory,
                "chance": each.chance,
                "reasons_en": [reason.en for reason in each.reasons],
                "reasons_ja": [reason.ja for reason in each.reasons],
                "flags": list(each.flags),
                "learned_until": found.learned_until,
            }
            for place, each in enumerate((*found.territories, *found.apart), 1)
        ]
    )


def chance(value: float) -> str:
    """A chance as people read it."""
    return percent(value, 1) if value >= LEAST else f"< {percent(LEAST, 1)}"


def territory(code: str) -> Text:
    """A territory's name and code."""
    return Text(f"{name_of(code, 'en')} ({code})", f"{name_of(code, 'ja')} ({code})")


def _joined(reasons: Sequence[Text]) -> Text:
    return Text("; ".join(each.en for each in reasons), "。".join(each.ja for each in reasons))


def filled(text: Text, found: NextMarkets) -> Text:
    """Words with what a ranking is of."""
    given: dict[str, Any] = {
        "service": found.service,
        "day": found.day,
        "reached": len(found.reached),
        "until": found.learned_until,
        "weeks": found.weeks,
    }
    return Text(
        text.to("en", artist=found.name.en, **given), text.to("ja", artist=found.name.ja, **given)
    )


APART: Final = Text("Not recommended", "推奨しない国・地域")
WHY_NOT: Final = Text("why not", "推奨しない理由")
TITLE: Final = Text(
    en="{artist}: where it is likely to chart next ({service}, as of {day})",
    ja="{artist}: 次にチャート入りが見込まれる国・地域({service}、{day} 時点)",
)
SHIPPED: Final = Text(
    en="Charted in {reached} territories so far. Weights from public charts until {until}; "
    "--refit learns from your own charts.",
    ja="これまでに {reached} の国・地域でチャート入り。重みは {until} までの公開チャートから。"
    "--refit で手元のチャートから学習し直せます。",
)
EVERYWHERE: Final = Text(
    en="Charted in all {reached} territories of which charts are known: none is left to come.",
    ja="チャートのある{reached}の国・地域すべてでチャート入り済みです。次の候補はありません。",
)
OWN: Final = Text(
    en="Charted in {reached} territories so far. Learned from your own charts until {until}.",
    ja="これまでに {reached} の国・地域でチャート入り。"
    "手元のチャート({until} まで)から学習しました。",
)
