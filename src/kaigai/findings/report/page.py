"""The report: one HTML page with everything in it, pictures first, in English or Japanese."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from shlex import quote
from typing import Any

from kaigai.findings.check import SEVERITIES, Check
from kaigai.findings.report.figures import (
    day_words,
    figures,
    month_words,
    period_words,
    source_words,
)
from kaigai.findings.report.groups import RECORDED, SHOWN
from kaigai.findings.report.overseas_words import market_rows, period, share_rows, unit_words
from kaigai.findings.report.pictures import pictures
from kaigai.findings.report.reported import Artist, Group, Place, Plays, Reported, Source
from kaigai.findings.report.words import READING, WORDS
from kaigai.findings.wording import (
    FAMILY_WORDS,
    FIX_WORDS,
    SEVERITY_WORDS,
    amount,
    artist_label,
    sentence,
    territories,
)
from kaigai.findings.worth.words import full
from kaigai.pictures.ink import percent, step_of
from kaigai.pictures.page import environment
from kaigai.terms.languages import name_of_language
from kaigai.terms.territories import codes_of, name_of
from kaigai.terms.text import Language


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The findings of one check at one artist, in words."""

    check: str
    severity: str
    n: int
    amount: str
    about: str
    todo: str
    fix: str
    artist: str
    places: str
    worth: str
    sentences: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many findings are not written out."""
        return self.n - len(self.sentences)


@dataclass(frozen=True, slots=True)
class ShownArtist:
    """An artist's section: name, counts, groups of findings, and the command for the rest."""

    name: str
    n: int
    severities: Mapping[str, int]
    having: str
    groups: tuple[ShownGroup, ...]
    command: str


def build(reported: Reported, *, checks: Mapping[str, Check], language: Language) -> str:
    """The whole page as HTML; it loads nothing and runs nothing."""
    page = _Page(reported, checks, language)
    return _template().render(page.all())


@lru_cache(maxsize=1)
def _template() -> Any:
    return environment("kaigai.findings.report").get_template("report.html")


class _Page:
    """The words and rows of one page."""

    def __init__(
        self, reported: Reported, checks: Mapping[str, Check], language: Language
    ) -> None:
        self.reported, self.checks, self.language = reported, checks, language

    def all(self) -> dict[str, Any]:
        """What the template asks for."""
        reported, language = self.reported, self.language
        return {
            "r": reported,
            "language": language,
            "say": self.say,
            "number": lambda n: f"{n:,.0f}",
            "percent": percent,
            "step": step_of,
            "day": day_words(reported.day, language),
            "at": f"{reported.at:%Y-%m-%d %H:%M}",
            "home": name_of(reported.home, language),
            "read": self.read(),
            "periods": self.periods(),
            "unknown": self.unknown(),
            "figures": figures(reported, language),
            "pictures": pictures(reported, language),
            "map_source": self.source("tracks"),
            "captions_source": self.source("captions"),
            "audit_source": self.audit_source(),
            "usage_source": self.source("usage"),
            "markets": self.markets(),
            "all_places": self.all_places(),
            "severities": {name: SEVERITY_WORDS[name].to(language) for name in SEVERITIES},
            "totals": self.totals(),
            "counts": self.counts(),
            "first": [self.group(each, 1) for each in reported.first],
            "families": {name: words.to(language) for name, words in FAMILY_WORDS.items()},
            "board": self.cells(reported.board),
            "languages": {tag: name_of_language(tag, language) for tag in reported.languages},
            "captions": self.cells(reported.captions),
            "plays": [self.series(each) for each in reported.plays],
            "overseas": self.overseas(),
            "artists": self.artists(),
            "shown": SHOWN,
            "files": reported.files,
            "reading": [(term.to(language), what.to(language)) for term, what in READING],
        }

    def say(self, word: str, **values: object) -> str:
        """A word of the page."""
        return WORDS[word].to(self.language, **values)

    def source(self, table: str) -> str:
        """Which files a picture comes from, and when they were delivered."""
        found = self.reported.sources.get(table)
        words = source_words(found, self.language)
        if found is None or found.first is None:
            return self.say("source", source=words)
        period = period_words(found, self.language)
        dated = self.say("source_days", source=words, period=period)
        return self.say("source", source=dated)

    def audit_source(self) -> str:
        """Which audit the findings come from."""
        day, n = day_words(self.reported.day, self.language), len(self.reported.ran)
        return self.say("source", source=self.say("source_audit", day=day, n=n))

    def read(self) -> list[tuple[str, str, str]]:
        """What was read: a term, a number, and a remark."""
        counts, files = self.reported.counts, self.reported.files
        refused = sum(each.refused for each in files)
        remark = self.say("refused", n=f"{refused:,}") if refused else ""
        rows = [(self.say("files"), f"{sum(each.files for each in files):,}", remark)]
        for name in ("recordings", "releases", "videos"):
            rows.append((self.say(name), f"{counts[name]:,}" if name in counts else "–", ""))
        rows.append((self.say("artists"), f"{self.reported.artists_total:,}", ""))
        return rows

    def periods(self) -> list[str]:
        """From when to when deliveries were made and plays counted."""
        sources = self.reported.sources.values()
        firsts = [each.first for each in sources if each.first]
        lasts = [each.last for each in sources if each.last]
        said = []
        if firsts and lasts:
            whole = Source({}, min(firsts), max(lasts))
            said.append(self.say("delivered", period=period_words(whole, self.language)))
        months = [month.month for each in self.reported.plays for month in each.months]
        if months:
            first, last = (month_words(each, self.language) for each in (min(months), max(months)))
            period = self.say("to", first=first, last=last)
            said.append(self.say("plays_read", period=period))
        return said

    def unknown(self) -> list[str]:
        """What the facts leave open."""
        heard, videos = self.reported.heard, self.reported.videos
        counted = [("no_deals", heard.home_unknown if heard else 0)]
        if videos:
            untold = max(videos.official - videos.captions_known, 0)
            counted += [("no_channel", videos.official_unknown), ("no_captions", untold)]
        counted.append(("not_run", len(self.reported.skipped)))
        return [self.say(word, n=f"{n:,}") for word, n in counted if n]

    def markets(self) -> list[tuple[str, Place]]:
        """Home and the markets that matter, with their names."""
        if self.reported.heard is None:
            return []
        known = {place.code: place for place in self.reported.heard.places}
        wanted = dict.fromkeys((self.reported.home, *self.reported.markets))
        return [(name_of(code, self.language), known[code]) for code in wanted if code in known]

    def all_places(self) -> list[tuple[str, Place]]:
        """Every territory, those with the least to hear first."""
        places = self.reported.heard.places if self.reported.heard else ()
        ordered = sorted(places, key=lambda p: (2.0 if p.share is None else p.share, p.code))
        return [(name_of(place.code, self.language), place) for place in ordered]

    def totals(self) -> dict[str, int]:
        """Findings by severity."""
        return {
            name: sum(each.severities.get(name, 0) for each in self.reported.checks)
            for name in SEVERITIES
        }

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Check by check: what it is about, its family, its gravest severity, how many."""
        rows = []
        for each in self.reported.checks:
            check = self.checks.get(each.check)
            known = check.sentence.to(self.language) if check else self.say("not_installed")
            family = FAMILY_WORDS[each.family].to(self.language) if each.family else ""
            gravest = next(name for name in (*SEVERITIES, "note") if each.severities.get(name))
            rows.append(
                (f"{each.check}", known, family or self.say("other_family"), gravest, each.n)
            )
        return rows  # type: ignore[return-value]

    def group(self, group: Group, most: int = SHOWN) -> ShownGroup:
        """A group of findings in words."""
        check = self.checks.get(group.check)
        rows = group.rows[:most]
        kind = rows[0]["subject_kind"] if rows else ""
        codes = codes_of(group.mask)
        names = territories(codes, self.language, first=self.reported.markets)
        said = [sentence(check, row, self.language, first=self.reported.markets) for row in rows]
        return ShownGroup(
            group.check,
            group.severity,
            group.n,
            amount(group.n, kind, self.language),
            check.sentence.to(self.language) if check else self.say("not_installed"),
            check.todo.to(self.language) if check else "",
            FIX_WORDS[check.fix].to(self.language) if check else "",
            artist_label(group.artist, group.latin, self.language),
            self.say("in_territories", n=len(codes), names=names) if codes else "",
            self.say("worth", worth=full(group.worth).to(self.language)),
            tuple(said),
        )

    def cells(self, cells: Sequence[Any]) -> list[tuple[str, dict[str, Any]]]:
        """A heat map as a table: artist by artist, cells by column."""
        by_artist: dict[str | None, dict[str, Any]] = {}
        for cell in cells:
            by_artist.setdefault(cell.row, {})[cell.column] = cell
        return [
            (artist_label(each.name, each.latin, self.language), by_artist[each.artist_id])
            for each in self.reported.artists
            if each.artist_id in by_artist
        ]

    def series(self, series: Plays) -> dict[str, Any]:
        """A series of plays with its words, month by month."""
        return {
            "name": f"{series.service}: {self.say(series.measure)}",
            "note": self.say("chart_only", chart=series.chart) if series.chart else "",
            "months": [(month_words(each.month, self.language), each) for each in series.months],
        }

    def overseas(self) -> dict[str, Any] | None:
        """Shares abroad and latent demand, with the period and the unit of the figures."""
        found, language = self.reported.overseas, self.language
        if found is None:
            return None
        return {
            "shares": share_rows(found, language),
            "period": period(found, language),
            "markets": market_rows(found.latent, language),
            "unit": unit_words(found.latent, language),
        }

    def artists(self) -> list[ShownArtist]:
        """The artists' sections, in the report's order."""
        ordered = sorted(self.reported.groups, key=lambda group: str(group.artist_id))
        groups = {
            artist_id: [self.group(each) for each in mine]
            for artist_id, mine in groupby(ordered, key=lambda group: group.artist_id)
        }
        return [
            self._artist(each, tuple(groups.get(each.artist_id, ())))
            for each in self.reported.artists
        ]

    def _artist(self, artist: Artist, groups: tuple[ShownGroup, ...]) -> ShownArtist:
        having = [
            amount(artist.subjects[kind], kind, self.language)
            for kind in RECORDED
            if artist.subjects.get(kind)
        ]
        return ShownArtist(
            artist_label(artist.name, artist.latin, self.language),
            artist.n,
            artist.severities,
            " · ".join(having),
            groups,
            f"kaigai findings --artist {_quoted(artist.name)}"
            if artist.name
            else "kaigai findings",
        )


def _quoted(name: str) -> str:
    """A name as a shell takes it; one of plain letters of any script needs no quotes."""
    return name if name.isalnum() else quote(name)
