"""Shares abroad and latent demand in words: rows of the report's tables, and a map's colours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kaigai.findings.report.figures import month_words
from kaigai.findings.report.reported import Latent, Overseas, Shared
from kaigai.findings.wording import artist_label
from kaigai.findings.worth.words import rounded
from kaigai.pictures.ink import INK
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language, Text

UNITS: Final[Mapping[str, Text]] = {
    "streams": Text("streams a month", "再生/月"),
    "views": Text("views a month", "視聴/月"),
    "weight": Text("weighted chart appearances a month", "チャート加重値/月"),
}
MARKETS: Final = 15  #: that the table names
#: Shares of the largest market from which on a stronger ink is used.
STEPS: Final = (0.02, 0.06, 0.15, 0.35, 0.7)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """An artist's row: figures as people read them, the share for the bar."""

    name: str
    share: float | None
    home: str
    overseas: str
    territories: str
    covered: str
    next: str


def share_rows(overseas: Overseas, language: Language) -> list[ShareRow]:
    """The artists, the most played first."""
    return [_row(each, overseas, language) for each in overseas.shares]


def _row(each: Shared, overseas: Overseas, language: Language) -> ShareRow:
    coverage = each.coverage
    names = [name_of(code, language) for code in overseas.next.get(each.artist_id, ())]
    return ShareRow(
        artist_label(each.name, each.latin, language),
        each.share,
        _number(each.home),
        _number(each.overseas),
        _number(each.territories),
        "?" if coverage is None else f"{coverage:.0%}",
        ("、" if language == "ja" else ", ").join(names) or "–",
    )


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.0f}"


def market_rows(latent: Sequence[Latent], language: Language) -> list[tuple[str, str, str, int]]:
    """The first markets: name, what is latent, its interval, and for how many artists."""
    return [
        (
            name_of(each.territory, language),
            rounded(each.latent),
            "?"
            if each.low is None or each.high is None
            else f"{rounded(max(each.low, 0))} – {rounded(each.high)}",
            each.artists,
        )
        for each in latent[:MARKETS]
    ]


def unit_words(latent: Sequence[Latent], language: Language) -> str:
    """Of what the figures are."""
    unit = latent[0].unit if latent else ""
    return UNITS.get(unit, Text(unit, unit)).to(language)


def map_words(latent: Sequence[Latent], language: Language) -> dict[str, dict[str, str]]:
    """Each territory's ink and the words that hovering shows."""
    most = max((each.latent for each in latent), default=0.0) or 1.0
    unit = unit_words(latent, language)
    return {
        each.territory: {
            "step": str(min(sum(each.latent / most >= step for step in STEPS), len(INK) - 1)),
            "told": TOLD.to(
                language,
                name=name_of(each.territory, language),
                figure=rounded(each.latent),
                unit=unit,
            ),
        }
        for each in latent
    }


def period(overseas: Overseas, language: Language) -> str:
    """The months that the shares are of."""
    first, last = (month_words(each, language) for each in (overseas.first, overseas.last))
    return TO.to(language, first=first, last=last)


TOLD = Text("{name}: +{figure} {unit}", "{name}：+{figure} {unit}")
TO = Text("{first} to {last}", "{first}〜{last}")
