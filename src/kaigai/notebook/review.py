"""The notebook door of review: suggestions, reviewers' sheets, memory, glossary, how far it is."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kaigai.notebook.shown import Desk, Page, Seen


class Review(Desk):
    """What machines suggest and people decide."""

    def suggest(
        self,
        *,
        kinds: Sequence[str] = (),
        languages: str = "latin,en",
        artist: str | None = None,
        limit: int | None = None,
        provider: str | None = None,
        send: bool = False,
        dry_run: bool = False,
    ) -> Seen:
        """Suggest the names that are missing; `send` sends texts to the configured service.

        Raises ReviewError for a word that means nothing and where nothing was read.
        """
        from kaigai.desks.review import actions
        from kaigai.desks.review.told import suggested_sections

        made = actions.suggest(
            self.facts,
            at=datetime.now(UTC),
            kinds=kinds,
            languages=languages,
            artist=artist,
            limit=limit,
            provider=provider,
            send=send,
            dry_run=dry_run,
            environ=os.environ,
        )
        shown = suggested_sections(made, suggest_from=self.facts.settings.translate.suggest_from)
        return Seen("", tuple(shown), self.language, made)

    def suggest_captions(
        self,
        file: str | Path,
        *,
        languages: str = "en",
        artist: str | None = None,
        are_lyrics: bool = False,
        provider: str | None = None,
        send: bool = False,
        dry_run: bool = False,
    ) -> Seen:
        """The same for the cues of a captions file; lyrics are never sent elsewhere."""
        from kaigai.desks.review import actions
        from kaigai.desks.review.told import suggested_sections

        path = Path(file)
        made = actions.suggest_captions(
            self.facts,
            path.read_bytes(),
            name=path.name,
            at=datetime.now(UTC),
            languages=languages,
            artist=artist,
            are_lyrics=are_lyrics,
            provider=provider,
            send=send,
            dry_run=dry_run,
            environ=os.environ,
        )
        shown = suggested_sections(made, suggest_from=self.facts.settings.translate.suggest_from)
        return Seen("", tuple(shown), self.language, made)

    def review_sheet(
        self,
        out: str | Path,
        *,
        kinds: Sequence[str] = (),
        languages: str | None = None,
        artist: str | None = None,
    ) -> int:
        """Write the open suggestions to a sheet for reviewers (.xlsx, .csv or .json); how many."""
        from kaigai.desks.review.sheets import actions
        from kaigai.facts.export import export, format_of

        path = Path(out)
        made = actions.give_out(
            self.facts, language=self.language, kinds=kinds, languages=languages, artist=artist
        )
        if path.suffix.lower() == ".xlsx":
            path.write_bytes(made.xlsx())
            return len(made.rows)
        format = format_of(path)
        if format not in ("csv", "json"):
            raise ValueError(f"{path.name} ends in none of: .xlsx, .csv, .json")
        return export(made.arrow().to_reader(), path, format)

    def take_review(
        self, sheet: str | Path, *, by: str, overturn: bool = False, dry_run: bool = False
    ) -> Seen:
        """Take a reviewers' sheet in; conflicts and stale rows overwrite nothing."""
        from kaigai.desks.review.sheets import actions
        from kaigai.desks.review.sheets.told import taken_in_sections

        path = Path(sheet)
        made = actions.take_in(
            self.facts,
            path.read_bytes(),
            at=datetime.now(UTC),
            by=by,
            sheet=path.name,
            overturn=overturn,
            dry_run=dry_run,
        )
        return Seen("", tuple(taken_in_sections(made)), self.language, made)

    def review_status(self, artist: str | None = None) -> Seen:
        """How far the review is; `result` has the board as an Arrow table."""
        from kaigai.desks.review.board import looked
        from kaigai.desks.review.status import status_sections

        board = looked(self.facts, artist)
        return Seen("", tuple(status_sections(board)), self.language, board)

    def review_page(self, out: str | Path | None = None, artist: str | None = None) -> Page:
        """The same as a page, written to `out` if given."""
        from kaigai.desks.review.board import looked
        from kaigai.desks.review.paged import page

        board = looked(self.facts, artist)
        html = page(board, language=self.language, at=datetime.now(UTC))
        if out is not None:
            Path(out).write_text(html, encoding="utf-8")
        return Page(html)

    def remember(
        self,
        file: str | Path,
        *,
        by: str,
        source: str | None = None,
        target: str | None = None,
    ) -> Seen:
        """Take a TMX file or a bilingual sheet into the translation memory."""
        from kaigai.desks.review.translation import actions
        from kaigai.desks.review.translation.told import remembered_sections

        path = Path(file)
        made = actions.remember(
            self.facts,
            path.read_bytes(),
            name=path.name,
            at=datetime.now(UTC),
            by=by,
            source=source,
            target=target,
        )
        return Seen("", tuple(remembered_sections(made)), self.language, made)

    def define(
        self,
        word: str,
        form: str | None = None,
        *,
        by: str,
        language: str | None = None,
        artist: str | None = None,
        note: str | None = None,
        remove: bool = False,
    ) -> Seen:
        """Give a word its one form, or none: it is never translated."""
        from kaigai.desks.review.translation import actions
        from kaigai.desks.review.translation.told import defined_sections

        made = actions.define(
            self.facts,
            word,
            at=datetime.now(UTC),
            by=by,
            form=form,
            language=language,
            artist=artist,
            note=note,
            remove=remove,
        )
        return Seen("", tuple(defined_sections(made)), self.language, made)
