"""The key figures of a report, each with its source and with what is not known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kaigai.findings.report.reported import Month, Plays, Reported, Source
from kaigai.findings.report.words import WORDS
from kaigai.findings.wording import UNKNOWN
from kaigai.pictures.ink import percent
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as people read it; `share` (0 to 1) is None where it is not known."""

    label: str
    value: str
    of: str
    share: float | None
    note: str
    source: str
    period: str


def figures(reported: Reported, language: Language) -> tuple[Figure, ...]:
    """The six figures at the top of the page; one that cannot be known says so."""
    return tuple(_Figures(reported, language).all())


def day_words(day: date, language: Language) -> str:
    """A day as people write it: 1 November 2026, 2026年11月1日."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B %Y}"


def month_words(month: date, language: Language) -> str:
    """A month as people write it: November 2026, 2026年11月."""
    return f"{month.year}年{month.month}月" if language == "ja" else f"{month:%B %Y}"


def period_words(source: Source | None, language: Language) -> str:
    """From which day to which a table's rows were delivered; "?" where no day is known."""
    if source is None or source.first is None or source.last is None:
        return UNKNOWN
    first, last = source.first.isoformat(), source.last.isoformat()
    return first if first == last else WORDS["to"].to(language, first=first, last=last)


def source_words(source: Source | None, language: Language) -> str:
    """Which readers read a table's rows, and from how many files."""
    if source is None or not source.readers:
        return UNKNOWN
    listed = [
        WORDS["source_file" if n == 1 else "source_files"].to(language, reader=reader, n=f"{n:,}")
        for reader, n in source.readers.items()
    ]
    return ("、" if language == "ja" else ", ").join(listed)


class _Figures:
    """The figures of one report in one language."""

    def __init__(self, reported: Reported, language: Language) -> None:
        self.reported, self.language = reported, language
        self.found = {each.check: each.n for each in reported.checks}

    def all(self) -> Iterator[Figure]:
        yield from self._heard()
        yield self._whole()
        yield self._latin()
        yield self._subtitled()
        yield self._abroad()

    def say(self, word: str, **values: object) -> str:
        return WORDS[word].to(self.language, **values)

    def _made(
        self, label: str, n: int | None, of: int, table: str, note: str = "", check: str = ""
    ) -> Figure:
        source = self.reported.sources.get(table)
        words = source_words(source, self.language)
        if check and n is not None:
            by = self.say("by_checks", check=check)
            words = f"{words}、{by}" if self.language == "ja" else f"{words}, {by}"
        return Figure(
            label,
            UNKNOWN if n is None else f"{n:,}",
            "" if n is None else self.say("of", n=f"{of:,}"),
            n / of if n is not None and of else None,
            note,
            words,
            period_words(source, self.language),
        )

    def _heard(self) -> Iterator[Figure]:
        heard, home = self.reported.heard, name_of(self.reported.home, self.language)
        at_home = self.say("heard_home", home=home)
        markets = self.say("heard_markets", n=len(self.reported.markets))
        if heard is None:
            yield self._made(at_home, None, 0, "tracks", self.say("not_read"))
            yield self._made(markets, None, 0, "tracks", self.say("not_read"))
            return
        note = self._unknown(heard.home_unknown)
        yield self._made(at_home, heard.home_open, heard.total, "tracks", note)
        yield self._made(markets, heard.all_markets, heard.home_open, "tracks")

    def _unknown(self, n: int) -> str:
        return self.say("unknown_n", n=f"{n:,}") if n else ""

    def _by_check(self, label: str, check: str, of: int, table: str, note: str = "") -> Figure:
        """What a check passed; not known where it did not run."""
        if check not in self.reported.ran:
            return self._made(label, None, of, table, self.say("check_not_run", check=check))
        if not of:
            return self._made(label, None, of, table, note or self.say("not_read"))
        return self._made(label, of - self.found.get(check, 0), of, table, note, check)

    def _whole(self) -> Figure:
        videos = self.reported.videos
        note = self._unknown(videos.official_unknown) if videos else ""
        of = videos.official if videos else 0
        return self._by_check(self.say("whole"), "preview-video", of, "videos", note)

    def _latin(self) -> Figure:
        of = self.reported.counts.get("titled", 0)
        return self._by_check(self.say("latin"), "no-latin-title", of, "recordings")

    def _subtitled(self) -> Figure:
        videos, label = self.reported.videos, self.say("subtitled")
        if videos is None or not videos.captions_known:
            return self._made(label, None, 0, "captions", self.say("not_read"))
        note = self._unknown(max(videos.official - videos.captions_known, 0))
        return self._made(label, videos.captioned_abroad, videos.captions_known, "captions", note)

    def _abroad(self) -> Figure:
        label, source = self.say("abroad"), self.reported.sources.get("usage")
        words, period = source_words(source, self.language), period_words(source, self.language)
        last = last_whole(self.reported.plays)
        if last is None:
            return Figure(label, UNKNOWN, "", None, self.say("not_read"), words, period)
        series, month = last
        share = (month.abroad or 0) / (month.total or 1)
        when = month_words(month.month, self.language)
        of = self.say("abroad_of", month=when, service=series.service)
        return Figure(label, percent(share), of, share, "", words, period)


def last_whole(plays: tuple[Plays, ...]) -> tuple[Plays, Month] | None:
    """The largest series' last month that was reported in full; None where there is none."""
    for series in plays[:1]:
        whole = [month for month in series.months if month.is_whole and month.total]
        if whole:
            return series, whole[-1]
    return None
