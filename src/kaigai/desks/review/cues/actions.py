"""Captions in review: give a file out as a sheet by cue, take the translation in."""

from datetime import datetime
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from kaigai.desks.review import rows as suggestion_rows
from kaigai.desks.review.cues.result import NewCaptions
from kaigai.desks.review.cues.sheet import FORM, rows
from kaigai.desks.review.cues.slots import CUE
from kaigai.desks.review.cues.translation import Pair, in_language, taken
from kaigai.desks.review.scope import ReviewError
from kaigai.desks.review.slots import slots_of
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.form_file import FormSheet
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted, losses
from kaigai.formats.captions.document import opened
from kaigai.terms.languages import canonical
from kaigai.terms.text import Language, Text


def give_out_captions(
    facts: Facts,
    *,
    data: bytes,
    name: str,
    into: str,
    language: Language = "en",
    are_lyrics: bool = False,
    engine: str = DUCKDB,
) -> FormSheet:
    """A captions file as a sheet, with the suggestions that there are into a language.

    Raises NotOpened for what is no captions file, NoLanguage, ReviewError.
    """
    slot, _ = _into(into)
    found = opened(data, name)
    made = rows(
        found.captions.cues,
        data,
        slot,
        _suggestions(facts, engine),
        are_lyrics=are_lyrics,
        language=language,
    )
    if not made:
        raise ReviewError(_no_words(name))
    return FormSheet(FORM, tuple(made), language)


def take_in_captions(
    facts: Facts,
    *,
    sheet: bytes,
    sheet_name: str,
    data: bytes,
    name: str,
    into: str,
    out: str,
    by: str,
    at: datetime,
    are_lyrics: bool = False,
    dry_run: bool = False,
) -> NewCaptions:
    """A translators' sheet as captions in the format that `out` names; its pairs go into the
    memory.

    Lyrics are marked with notes, so that delivery asks for their clearance. Raises ReviewError,
    NotOpened, NoLanguage, BadSheet, StoreError.
    """
    kind = kinds.kind_of(out)
    if kind is None:
        raise ReviewError(NO_OUT)
    who = " ".join(by.split())
    if not who:
        raise ReviewError(NOBODY)
    _, tag = _into(into)
    found = opened(data, name)
    made = taken(FORM.lines(sheet, sheet_name), found.captions.cues, are_lyrics=are_lyrics)
    captions = in_language(found.captions, made.cues, tag)
    lost = losses(captions, kind.name)
    content = kinds.write(fitted(captions, kind.name), kind.name)
    entries = {row["entry_id"]: row for row in (
        _entry(pair, found.language or "ja", tag, sheet_name, who, at) for pair in made.pairs
    )}  # fmt: skip
    new = 0 if dry_run else _remember(facts, list(entries.values()), at=at, name=sheet_name)
    return NewCaptions(out, content, made, tag, tuple(lost), new, dry_run)


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


def _suggestions(facts: Facts, engine: str) -> list[dict[str, Any]]:
    if "suggestions" not in facts:
        return []
    every = Engine(facts, engine)["suggestions"]
    cues = suggestion_rows.current(every.filter(every.subject_kind == CUE))
    found: list[dict[str, Any]] = cues.to_pyarrow().to_pylist()
    return found


def _into(language: str) -> tuple[str, str]:
    """The slot and the tag of the one language to translate into; raises ReviewError."""
    slots = slots_of(language)
    if len(slots) != 1:
        raise ReviewError(ONE_LANGUAGE)
    return slots[0], canonical(language) or "ja-Latn"


def _no_words(name: str) -> Text:
    return Text(f"{name} has no words to translate", f"{name} に訳す言葉がありません")


NOBODY = Text("say who translated: --by NAME", "訳した人を --by 名前 で指定してください")
ONE_LANGUAGE = Text(
    en="a sheet of captions is in one language; give one with --language",
    ja="字幕のシートは1言語ずつです。--language で1つ指定してください",
)
NO_OUT = Text(
    en="name the new captions file with its ending: --out song.en.vtt",
    ja="新しい字幕ファイルを拡張子付きで指定してください: --out song.en.vtt",
)
