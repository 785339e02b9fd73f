"""A label's workspace in a notebook: every verb as a method. Written by `make docs`."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from kaigai.doors.notebook.answer import NotebookAnswer
from kaigai.doors.notebook.asking import Asking
from kaigai.terms.text import Language
from kaigai.verbs.answer import File

class Workspace(Asking):
    def artists(
        self,
        artist: str | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show every artist's findings, kind by kind, with the fix for each."""

    def audit(
        self,
        as_of: str | date | None = ...,
        *,
        check: str | Sequence[str] = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Run the checks, and rank what they find by artist and by kind."""

    def availability(
        self,
        artist: str | None = ...,
        *,
        as_of: str | date | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show where the catalogue, or an artist's part of it, can be heard."""

    def board(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show artist by artist what keeps music from being heard abroad."""

    def captions_check(
        self,
        *files: File | Path | str | bytes,
        language: str | None = ...,
        encoding: str | None = ...,
        original: File | Path | str | bytes | None = ...,
        fps: float = ...,
        audience: Literal["adult", "children", "sdh"] = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Check captions by the rules of their language: reading speed, lines, gaps, marks."""

    def captions_convert(
        self,
        file: File | Path | str | bytes,
        *,
        language: str | None = ...,
        encoding: str | None = ...,
        delivery: str | None = ...,
        lyrics: bool = ...,
        work: str = ...,
        territory: str | Sequence[str] = ...,
        sung: str | None = ...,
        as_of: str | date | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Write captions in another format, and say what is lost; lyrics leave only if cleared."""

    def captions_fix(
        self,
        file: File | Path | str | bytes,
        *,
        language: str | None = ...,
        encoding: str | None = ...,
        original: File | Path | str | bytes | None = ...,
        fps: float = ...,
        audience: Literal["adult", "children", "sdh"] = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Fix what can be fixed safely, show what was changed, and write a new file."""

    def captions_languages(
        self,
        artist: str | None = ...,
        *,
        have: str | Sequence[str] = ...,
        afresh: bool = ...,
        count: int = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Which languages to caption first: the fewest that reach the most listeners abroad."""

    def captions_rules(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """List the rules, and the limits of each language with their source."""

    def checks(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """List the checks."""

    def clearances(
        self,
        as_of: str | date | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Which lyrics may leave in which language: the clearances, and what is about to end."""

    def clearances_import(
        self,
        sheet: File | Path | str | bytes,
        *,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Record the clearances of a sheet."""

    def findability(
        self,
        artist: str | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Try what fans abroad would type on every recording, and show what finds nothing."""

    def findings(
        self,
        artist: str | None = ...,
        *,
        check: str | Sequence[str] = ...,
        territory: str | None = ...,
        severity: Literal["high", "medium", "low", "note"] | Sequence[Literal["high", "medium", "low", "note"]] = ...,
        state: Literal["new", "remaining", "fixed"] | Sequence[Literal["new", "remaining", "fixed"]] = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """List findings, the gravest first."""

    def gaps(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show what was found, by kind and check by check."""

    def localise_export(
        self,
        kind: Literal["title", "artist", "release", "video-title"] | Sequence[Literal["title", "artist", "release", "video-title"]] = ...,
        *,
        language: str | None = ...,
        artist: str | None = ...,
        captions: File | Path | str | bytes | None = ...,
        lyrics: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Give out a sheet for reviewers, or of a captions file for translators; without --out, show what is open."""

    def localise_glossary_add(
        self,
        word: str,
        *,
        form: str | None = ...,
        language: str | None = ...,
        artist: str | None = ...,
        note: str | None = ...,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Set a term of the glossary, or change it."""

    def localise_glossary_import(
        self,
        file: File | Path | str | bytes,
        *,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take a sheet of terms into the glossary: word, form (empty: never translated), language, artist, note."""

    def localise_glossary_list(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """The glossary: words with one form in a language, or that are never translated."""

    def localise_glossary_remove(
        self,
        word: str,
        *,
        language: str | None = ...,
        artist: str | None = ...,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take a term out of the glossary."""

    def localise_import(
        self,
        sheet: File | Path | str | bytes,
        *,
        overturn: bool = ...,
        captions: File | Path | str | bytes | None = ...,
        language: str = ...,
        lyrics: bool = ...,
        dry_run: bool = ...,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take a sheet in: each row becomes a decision, and conflicts are shown. A sheet of captions becomes a new captions file (--captions and --out)."""

    def localise_memory_find(
        self,
        text: str,
        *,
        language: str = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """What the translation memory knows of a text: what people approved, here or elsewhere."""

    def localise_memory_import(
        self,
        file: File | Path | str | bytes,
        *,
        source: str | None = ...,
        target: str | None = ...,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take a TMX file or a bilingual sheet into the translation memory; twice changes nothing."""

    def localise_providers(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """The translation services, which one is chosen, and whether its key is set."""

    def localise_status(
        self,
        artist: str | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """How far the review is, with conflicts and who decided what."""

    def localise_suggest(
        self,
        file: File | Path | str | bytes | None = ...,
        *,
        kind: Literal["title", "artist", "release", "video-title", "captions"] | Sequence[Literal["title", "artist", "release", "video-title", "captions"]] = ...,
        language: str | None = ...,
        artist: str | None = ...,
        provider: str | None = ...,
        yes: bool = ...,
        dry_run: bool = ...,
        lyrics: bool = ...,
        most: int | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Suggest the names or captions that are missing: romanised, remembered, or translated by a service that you configure. Nothing is in use before a person approves it."""

    def markets(
        self,
        artist: str | None = ...,
        *,
        as_of: str | date | None = ...,
        service: str | Sequence[str] = ...,
        measure: Literal["streams", "views", "weight"] | None = ...,
        seed: int = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show where artists would be heard: markets by latent demand, with intervals and reasons."""

    def markets_backtest(
        self,
        cutoff: str | date,
        *,
        horizon: str = ...,
        service: str | Sequence[str] = ...,
        seed: int = ...,
        draws: int = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Hold the ranking of markets to the past: did the ones ranked first come?"""

    def markets_next(
        self,
        artist: str,
        *,
        as_of: str | date | None = ...,
        service: str | None = ...,
        refit: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Rank the territories where an artist is likely to chart next, with reasons."""

    def names(
        self,
        what: str | None = ...,
        *,
        kind: Literal["party", "release", "recording", "work"] | None = ...,
        missing: Literal["latin", "reading", "english"] | None = ...,
        language: str | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """What everything is called: original, reading, Latin, English, and who says so. Written to .xlsx, .csv or .json it is a sheet to fill in and import."""

    def names_import(
        self,
        sheet: File | Path | str | bytes,
        *,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take back a sheet of names: each cell that was changed becomes a decision."""

    def overview(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show the label at a glance: what was read, what is unknown, and the key figures."""

    def read(
        self,
        *paths: Path | str,
        reader: str | None = ...,
        mapping: File | Path | str | bytes | None = ...,
        preview: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Read files and folders; formats are recognised by content."""

    def readers(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """List what can be read."""

    def report(
        self,
        label: str | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Write one page that opens anywhere: pictures first, printable, no network needed."""

    def romanise(
        self,
        *texts: str,
        language: Literal["ja", "ko", "zh"] | None = ...,
        reading: str | None = ...,
        kind: Literal["song", "release", "anime", "artist", "person", "stage name", "group"] = ...,
        style: Literal["musicbrainz", "lyrics", "anime", "macron", "plain", "sung"] = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Japanese, Korean and Chinese names in Latin letters: candidates, and how sure each is."""

    def share(
        self,
        artist: str | None = ...,
        *,
        by: Literal["artist", "home", "label", "service", "territory", "month"] = ...,
        home: str | None = ...,
        service: str | Sequence[str] = ...,
        measure: str | Sequence[str] = ...,
        since: str | date | None = ...,
        until: str | date | None = ...,
        after: str | date | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show home and overseas side by side: plays, charts and money, by artist or otherwise."""

    def show(
        self,
        what: str,
        *,
        as_of: str | date | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show one artist, recording, release, video, finding or file."""

    def sources(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show where the key figures come from, which files were read, and what was not checked."""

    def store_compact(
        self,
        keep: str,
        *,
        dry: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Let go of what the workspace knew long ago, and of the files that only that needs."""

    def subtitles(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show which artists' videos can be read in which language."""

    def table(
        self,
        name: str,
        *,
        as_of: str | date | None = ...,
        raw: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Any table as a file or to a pipe, for other tools."""

    def tables(
        self,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """List the tables, and how many rows each has."""

    def todo(
        self,
        artist: str | None = ...,
        *,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Say what to do first: the findings that are worth most, by artist and kind."""

    def whose(
        self,
        artist: str | None = ...,
        *,
        doubtful: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show whose plays are whose and how sure that is, doubts first."""

    def whose_import(
        self,
        sheet: File | Path | str | bytes,
        *,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take in a filled sheet of whose plays are whose."""

def open(folder: str | Path = ..., *, language: Language | None = ...) -> Workspace: ...
