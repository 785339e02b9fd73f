"""The verbs of captions in review: give a file out as a sheet by cue, take the translation in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from kaigai.desks.review import rows as suggestion_rows
from kaigai.desks.review.cues import sheet as sheets
from kaigai.desks.review.cues.result import NewCaptions
from kaigai.desks.review.cues.slots import CUE
from kaigai.desks.review.cues.translation import Pair, in_language, taken
from kaigai.desks.review.scope import ReviewError
from kaigai.desks.review.sheets.book import workbook
from kaigai.desks.review.slots import NoLanguage, slots_of
from kaigai.desks.review.translation.grids import lines
from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted, losses
from kaigai.formats.captions.document import NotOpened, Opened, opened
from kaigai.formats.sheets.fault import SheetFault
from kaigai.terms.languages import canonical
from kaigai.terms.text import Language, Text


@dataclass(frozen=True, slots=True)
class CueSheet:
    """A captions file as a sheet for translators."""

    rows: tuple[Mapping[str, Any], ...]
    language: Language

    def xlsx(self) -> bytes:
        """As a workbook; times and translations are open, and so are some rows below."""
        empty = [dict.fromkeys(sheets.COLUMNS) for _ in range(sheets.OWN_ROWS)]
        return workbook(
            [*self.rows, *empty],
            columns=sheets.COLUMNS,
            headings=[sheets.heading(name) for name in sheets.COLUMNS],
            editable=sheets.EDITABLE,
            choices={},
            hints=sheets.HINTS,
            language=self.language,
        )

    def arrow(self) -> pa.Table:
        """As a table, for CSV and JSON."""
        arrays = [
            pa.array(
                [row[name] for row in self.rows],
                pa.float64() if name == "confidence" else pa.string(),
            )
            for name in sheets.COLUMNS
        ]
        return pa.Table.from_arrays(arrays, names=[sheets.heading(n) for n in sheets.COLUMNS])


def give_out_captions(
    facts: Facts,
    data: bytes,
    *,
    name: str,
    into: str,
    language: Language = "en",
    are_lyrics: bool = False,
) -> CueSheet:
    """A captions file as a sheet, with the suggestions that there are into a language.

    Raises ReviewError for what is no captions file, or no language.
    """
    slot, _ = _into(into)
    found = _opened(data, name)
    made = sheets.rows(
        found.captions.cues,
        data,
        slot,
        _suggestions(facts),
        are_lyrics=are_lyrics,
        language=language,
    )
    if not made:
        raise ReviewError(_no_words(name))
    return CueSheet(tuple(made), language)


def take_in_captions(
    facts: Facts,
    sheet: bytes,
    data: bytes,
    *,
    sheet_name: str,
    name: str,
    into: str,
    kind: str,
    by: str,
    at: datetime,
    are_lyrics: bool = False,
    dry_run: bool = False,
) -> NewCaptions:
    """A translators' sheet as captions of format `kind`; its pairs go into the memory.

    Lyrics are marked with notes, so that delivery asks for their clearance. Raises ReviewError.
    """
    who = " ".join(by.split())
    if not who:
        raise ReviewError(NOBODY)
    _, tag = _into(into)
    found = _opened(data, name)
    try:
        listed = lines(
            sheet, sheets.columns_of, sheets.NEEDED,
            [sheets.heading(each) for each in sheets.NEEDED], TODO,
        )  # fmt: skip
    except SheetFault as error:
        raise ReviewError(_fault(sheet_name, error)) from error
    made = taken(listed, found.captions.cues, are_lyrics=are_lyrics)
    captions = in_language(found.captions, made.cues, tag)
    lost = losses(captions, kind)
    content = kinds.write(fitted(captions, kind), kind)
    rows = {row["entry_id"]: row for row in (
        _entry(pair, found.language or "ja", tag, sheet_name, who, at) for pair in made.pairs
    )}  # fmt: skip
    new = 0 if dry_run else _remember(facts, list(rows.values()), at=at, name=sheet_name)
    return NewCaptions(content, made, tag, tuple(lost), new)


def _remember(facts: Facts, rows: list[dict[str, Any]], *, at: datetime, name: str) -> int:
    with facts.writing() as writing:
        known = set(writing.facts.arrow("translation_memory").column("entry_id").to_pylist())
        new = [row for row in rows if row["entry_id"] not in known]
        if new:
            schema = TABLES["translation_memory"].arrow_schema()
            table = pa.Table.from_pylist(new, schema=schema)
            writing.write(Change("translation_memory", table))
            writing.commit(at=at, what=f"captions from {name}")
    return len(new)


def _entry(
    pair: Pair, source: str, target: str, origin: str, by: str, at: datetime
) -> dict[str, Any]:
    kind = "lyrics" if pair.is_lyrics else CUE
    said = (pair.original, pair.translation, source, target, "", kind)
    return {
        "entry_id": blake2b("\x1f".join(said).encode(), digest_size=12).hexdigest(),
        "source_language": source,
        "target_language": target,
        "source": pair.original,
        "target": pair.translation,
        "kind": kind,
        "artist_id": None,
        "origin": origin,
        "by": by,
        "at": at,
    }


def _suggestions(facts: Facts) -> list[dict[str, Any]]:
    if "suggestions" not in facts:
        return []
    every = Engine(facts)["suggestions"]
    cues = suggestion_rows.current(every.filter(every.subject_kind == CUE))
    found: list[dict[str, Any]] = cues.to_pyarrow().to_pylist()
    return found


def _into(language: str) -> tuple[str, str]:
    """The slot and the tag of the one language to translate into; raises ReviewError."""
    try:
        slots = slots_of(language)
    except NoLanguage as error:
        raise ReviewError(error.text) from error
    if len(slots) != 1:
        raise ReviewError(ONE_LANGUAGE)
    return slots[0], canonical(language) or "ja-Latn"


def _opened(data: bytes, name: str) -> Opened:
    try:
        return opened(data, name)
    except NotOpened as error:
        raise ReviewError(error.text) from error


def _no_words(name: str) -> Text:
    return Text(f"{name} has no words to translate", f"{name} に訳す言葉がありません")


def _fault(name: str, error: SheetFault) -> Text:
    return Text(
        en=f"{name}, {error.place}: {error.found}; expected {error.expected.en}. "
        f"To do: {error.todo.en}",
        ja=f"{name} の {error.place}: {error.found}。必要なのは{error.expected.ja}です。"
        f"{error.todo.ja}",
    )


NOBODY = Text("say who translated: --by NAME", "訳した人を --by 名前 で指定してください")
ONE_LANGUAGE = Text(
    en="a sheet of captions is in one language; give one with --language",
    ja="字幕のシートは1言語ずつです。--language で1つ指定してください",
)
TODO = Text(
    en="import a sheet that was given out with: kaigai localise export --captions FILE",
    ja="kaigai localise export --captions ファイル で書き出したシートを取り込んでください",
)
