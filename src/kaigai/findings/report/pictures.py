"""The pictures of a report: each chart drawn for wide and for narrow screens, with its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
from markupsafe import Markup

from kaigai.findings.report import charts
from kaigai.findings.report.figures import month_words
from kaigai.findings.report.overseas_words import map_words
from kaigai.findings.report.reported import Artist, Cell, Plays, Reported
from kaigai.findings.report.words import WORDS
from kaigai.findings.wording import FAMILY_WORDS, artist_label
from kaigai.pictures.drawing import svg
from kaigai.pictures.ink import NARROW, WIDE
from kaigai.pictures.world import world_map
from kaigai.terms.languages import name_of_language
from kaigai.terms.text import Language


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG; `narrow` is empty where the wide one serves small screens too."""

    wide: Markup
    narrow: Markup
    about: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a report; None where there is nothing to draw."""

    world: Picture | None
    found: Picture | None
    board: Picture | None
    captions: Picture | None
    plays: tuple[Picture, ...]
    demand: Picture | None = None


def pictures(reported: Reported, language: Language) -> Pictures:
    """Draw everything; about two seconds."""
    draw = _Drawing(reported, language)
    plays = tuple(draw.plays())
    return Pictures(
        draw.world(), draw.found(), draw.board(), draw.captions(), plays, draw.demand()
    )


def by_family(reported: Reported) -> dict[str, dict[str, int]]:
    """Findings per family and severity; "" holds those of checks no longer installed."""
    counts: dict[str, dict[str, int]] = {}
    for each in reported.checks:
        family = counts.setdefault(each.family, {})
        for severity, n in each.severities.items():
            family[severity] = family.get(severity, 0) + n
    return counts


def artist_rows(
    cells: Sequence[Cell], artists: Sequence[Artist], language: Language
) -> dict[str | None, str]:
    """The artists that have cells, in the report's order, with their labels."""
    drawn = {cell.row for cell in cells}
    return {
        each.artist_id: (language == "en" and each.latin)
        or artist_label(each.name, each.latin, language)
        for each in artists
        if each.artist_id in drawn
    }


class _Drawing:
    """The pictures of one report in one language."""

    def __init__(self, reported: Reported, language: Language) -> None:
        self.reported, self.language = reported, language

    def _both(
        self,
        name: str,
        title: str,
        about: str,
        wide: alt.LayerChart,
        narrow: alt.LayerChart | None,
    ) -> Picture:
        small = narrow and svg(narrow, id=f"{name}-narrow", title=title, about=about)
        return Picture(
            Markup(svg(wide, id=name, title=title, about=about)),  # noqa: S704
            Markup(small or ""),  # noqa: S704
            about,
        )

    def _say(self, word: str, **values: object) -> str:
        return WORDS[word].to(self.language, **values)

    def world(self) -> Picture | None:
        heard = self.reported.heard
        if heard is None or not heard.home_open:
            return None
        shares = [place.share for place in heard.places]
        known = [share for share in shares if share is not None]
        about = self._say(
            "map_about",
            all=sum(share == 1 for share in known),
            few=sum(share < 0.5 for share in known),
            unknown=len(shares) - len(known),
        )
        drawn = charts.world(heard.places, self.reported.home, self.language)
        return self._both("map-picture", self._say("map"), about, drawn, None)

    def demand(self) -> Picture | None:
        """A map of what could be played in each territory beside what is."""
        latent = self.reported.overseas.latent if self.reported.overseas else ()
        if not latent:
            return None
        told = map_words(latent, self.language)
        drawn = world_map(told, home=self.reported.home, language=self.language)
        about = self._say("demand_about", n=len(latent))
        return self._both("demand-picture", self._say("demand"), about, drawn, None)

    def found(self) -> Picture | None:
        counts = by_family(self.reported)
        if not counts:
            return None
        rows = {name: words.to(self.language) for name, words in FAMILY_WORDS.items()}
        if "" in counts:
            rows[""] = self._say("other_family")
        listed = [f"{rows[name]} {sum(n.values()):,}" for name, n in counts.items()]
        about = self._say("found_about", list=", ".join(listed))
        drawn = [charts.stacked(counts, rows, size) for size in (WIDE, NARROW)]
        return self._both("found-picture", self._say("found"), about, drawn[0], drawn[1])

    def board(self) -> Picture | None:
        columns = {name: words.to(self.language) for name, words in FAMILY_WORDS.items()}
        return self._heat("board", self.reported.board, columns, columns, gaps=True)

    def captions(self) -> Picture | None:
        tags = self.reported.languages
        wide = {tag: short_language(tag, tags, self.language) for tag in tags}
        narrow = {tag: tag.split("-")[0] for tag in tags}
        return self._heat("subtitles", self.reported.captions, wide, narrow)

    def _heat(
        self,
        name: str,
        cells: Sequence[Cell],
        wide: Mapping[str, str],
        narrow: Mapping[str, str],
        *,
        gaps: bool = False,
    ) -> Picture | None:
        rows = artist_rows(cells, self.reported.artists, self.language)
        if not rows:
            return None
        about = self._say(f"{name}_about", rows=len(rows), columns=len(wide))
        drawn = charts.heat(cells, rows, wide, WIDE, gaps=gaps)
        small = charts.heat(cells, rows, narrow, NARROW, gaps=gaps)
        return self._both(f"{name}-picture", self._say(name), about, drawn, small)

    def plays(self) -> list[Picture]:
        return [self._months(place, each) for place, each in enumerate(self.reported.plays)]

    def _months(self, place: int, series: Plays) -> Picture:
        first, last = series.months[0].month, series.months[-1].month
        about = self._say(
            "plays_about",
            first=month_words(first, self.language),
            last=month_words(last, self.language),
        )
        drawn = [charts.months(series.months, self.language, size) for size in (WIDE, NARROW)]
        title = f"{series.service}: {self._say('plays')}"
        return self._both(f"plays-picture-{place}", title, about, drawn[0], drawn[1])


def short_language(tag: str, tags: Sequence[str], language: Language) -> str:
    """A language for the head of a column: with its script only where that tells two apart."""
    base, _, more = tag.partition("-")
    if sum(each.partition("-")[0] == base for each in tags) == 1:
        return name_of_language(base, language)
    return f"{name_of_language(base, language)} {more.capitalize()}".strip()
