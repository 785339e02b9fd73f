"""The notebook door of captions: check, fix, convert, clearances, which languages first."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kaigai.notebook.shown import Desk, Page, Seen
from kaigai.terms.periods import parse_day

if TYPE_CHECKING:
    from kaigai.formats.captions.document import Opened


class HeldBack(Exception):
    """Lyrics that may not leave; the message says why."""


class Captions(Desk):
    """What do the words say, and may they leave?"""

    def captions_check(
        self,
        file: str | Path,
        *,
        language: str = "",
        original: str | Path | None = None,
        fps: float = 24.0,
        limit: int | None = 60,
    ) -> Seen:
        """What is wrong in a captions file; raises NotOpened where it is none."""
        from kaigai.desks.captions import work
        from kaigai.desks.captions.shown import checked_sections

        beside = _opened(original) if original else None
        found = work.check(_opened(file, language), fps=fps, original=beside)
        sections = checked_sections(
            found.opened, found.track, found.problems, found.fixable, limit
        )
        return Seen("", tuple(sections), self.language, found)

    def captions_fix(
        self,
        file: str | Path,
        out: str | Path | None = None,
        *,
        language: str = "",
        original: str | Path | None = None,
        fps: float = 24.0,
    ) -> Seen:
        """Every safe fix, written to `out` if given; raises NotOpened."""
        from kaigai.desks.captions import work
        from kaigai.desks.captions.shown import fault_sections, fixed_sections

        opened = _opened(file, language)
        kind = _kind(out) if out else opened.captions.kind
        beside = _opened(original) if original else None
        mended = work.fix(opened, kind=kind, fps=fps, original=beside)
        if out is not None:
            Path(out).write_bytes(mended.content)
        sections = fixed_sections(mended.fixed, mended.before, mended.after)
        sections += fault_sections(opened.name, opened.faults)
        return Seen("", tuple(sections), self.language, mended)

    def captions_convert(
        self,
        file: str | Path,
        out: str | Path,
        *,
        language: str = "",
        delivery: str = "",
        lyrics: bool = False,
        work: str = "",
        territories: Sequence[str] = (),
        sung: str = "",
        as_of: date | str | None = None,
    ) -> Seen:
        """A file in another format, and what is lost; raises NotOpened, and HeldBack where lyrics
        that go to a `delivery` are not cleared."""
        from kaigai.desks.captions.clearances import actions
        from kaigai.desks.captions.gate import Asked, asked
        from kaigai.desks.captions.shown import loss_sections
        from kaigai.desks.captions.work import convert

        opened, kind = _opened(file, language), _kind(out)
        home = self.facts.settings.home_language
        need = asked(opened, are_lyrics=lyrics, original=sung or home)
        if isinstance(need, Asked) and (lyrics or delivery):
            day = parse_day(as_of) if isinstance(as_of, str) else as_of
            decision = actions.decide(
                self.facts,
                kind="lyrics",
                work=work,
                language=need.language,
                use=need.use,
                territories=territories,
                day=day or datetime.now(UTC).date(),
            )
            if not decision.allowed:
                raise HeldBack(decision.reason.to(self.language))
        converted = convert(opened, kind=kind)
        Path(out).write_bytes(converted.content)
        return Seen("", tuple(loss_sections(converted.losses, kind)), self.language, converted)

    def captions_rules(self) -> Seen:
        """The rules, and the limits of each language."""
        from kaigai.desks.captions.shown import rules_sections

        return Seen("", tuple(rules_sections()), self.language)

    def clearances(self, *, as_of: date | str | None = None) -> Seen:
        """Which lyrics may leave in which language, and what is about to end."""
        from kaigai.desks.captions.clearances import actions
        from kaigai.desks.captions.clearances.shown import sections_of

        day = parse_day(as_of) if isinstance(as_of, str) else as_of
        records = actions.listed(self.facts)
        ending = self.facts.settings.ending_days
        sections = sections_of(records, day or datetime.now(UTC).date(), ending)
        return Seen("", tuple(sections), self.language, records)

    def clearances_import(self, sheet: str | Path, *, by: str) -> Seen:
        """Record the clearances of a sheet; raises ClearanceError."""
        from kaigai.desks.captions.clearances import actions
        from kaigai.desks.captions.clearances.shown import taken_sections

        path, now = Path(sheet), datetime.now(UTC)
        taken = actions.take(self.facts, content=path.read_bytes(), name=path.name, by=by, at=now)
        sections = taken_sections(taken, path.name, now.date())
        return Seen("", tuple(sections), self.language, taken)

    def captions_languages(
        self,
        artist: str | None = None,
        *,
        have: Sequence[str] = (),
        afresh: bool = False,
        count: int = 8,
    ) -> Seen:
        """The fewest languages that reach the most listeners abroad; raises LanguagesError."""
        from kaigai.desks.captions.languages import actions
        from kaigai.desks.captions.languages.shown import lede, sections_of

        reached = actions.rank(self.facts, artist=artist, have=have, afresh=afresh, count=count)
        said = lede(reached).to(self.language)
        return Seen(said, tuple(sections_of(reached)), self.language, reached)

    def captions_languages_page(
        self, out: str | Path | None = None, *, artist: str | None = None, afresh: bool = False
    ) -> Page:
        """The same as a page with the curve."""
        from kaigai.desks.captions.languages import actions
        from kaigai.desks.captions.languages.pictured import page

        reached = actions.rank(self.facts, artist=artist, afresh=afresh)
        html = page(reached, self.language, datetime.now(UTC))
        if out is not None:
            Path(out).write_text(html, encoding="utf-8")
        return Page(html)


def _opened(path: str | Path, language: str = "") -> "Opened":
    from kaigai.formats.captions.document import opened

    where = Path(path)
    return opened(where.read_bytes(), where.name, language)


def _kind(out: str | Path) -> str:
    from kaigai.formats.captions.kinds import ENDINGS, kind_of

    kind = kind_of(Path(out).name)
    if kind is None:
        raise ValueError(f"{out} ends in none of: {', '.join(ENDINGS)}")
    return kind.name
