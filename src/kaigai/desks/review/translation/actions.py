"""The verbs of the memory and the glossary: take translations in, define and remove terms."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

import pyarrow as pa

from kaigai.desks.review.translation import pairs, tmx
from kaigai.desks.review.translation.fault import MemoryFault
from kaigai.desks.review.translation.grids import Line, lines
from kaigai.desks.review.translation.memory import Entry
from kaigai.desks.review.translation.outcome import Defined, Remembered
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.sheets.fault import SheetFault
from kaigai.terms.languages import canonical
from kaigai.terms.names import fold
from kaigai.terms.text import Refused, Text

IN_USE, REMOVED = "in use", "removed"
LONGEST: Final = 200  #: characters of a term or a name


class TranslateError(Refused):
    """What was asked cannot be done; the text says what to do."""


def remember(
    facts: Facts,
    data: bytes,
    *,
    name: str,
    at: datetime,
    by: str,
    source: str | None = None,
    target: str | None = None,
) -> Remembered:
    """Take the translations of a TMX file or a bilingual sheet into the memory.

    source  the originals' language, else the home language of the settings
    target  the translations' language, where the sheet heads them `target` alone

    Reading a file twice changes nothing. Raises TranslateError, StoreError.
    """
    who = _who(by)
    source_language = _language(source) or facts.settings.home_language
    wanted = _language(target)
    try:
        found = _entries(data, source=source_language, target=wanted, origin=name)
    except MemoryFault as error:
        raise TranslateError(_in(name, error.text)) from error
    except SheetFault as error:
        raise TranslateError(_in(name, _fault(error))) from error
    if not found:
        raise TranslateError(_in(name, _nothing(source_language)))
    artists = _artists(facts)
    named = {entry.artist_id for entry in found if entry.artist_id}
    strangers = sorted(each for each in named if fold(each) not in artists)
    rows = {row["entry_id"]: row for row in (_row(each, artists, who, at) for each in found)}
    with facts.writing() as writing:
        known = set(writing.facts.arrow("translation_memory").column("entry_id").to_pylist())
        new = [row for id, row in rows.items() if id not in known]
        if new:
            writing.write(Change("translation_memory", _table("translation_memory", new)))
            writing.commit(at=at, what=f"memory from {name}")
    counted: dict[str, int] = {}
    for entry in found:
        counted[entry.target_language] = counted.get(entry.target_language, 0) + 1
    return Remembered(len(found), len(new), counted, tuple(strangers))


def define(
    facts: Facts,
    word: str,
    *,
    at: datetime,
    by: str,
    form: str | None = None,
    language: str | None = None,
    artist: str | None = None,
    note: str | None = None,
    remove: bool = False,
) -> Defined:
    """Give a word its one form, or none (it stays as it is), or take it out of the glossary.

    language  the target language it holds for, else every one
    artist    whose texts it holds for, else everybody's; a name or an id

    Raises TranslateError, StoreError.
    """
    row = _term(word, form, _language(language), _artist(facts, artist), remove=remove)
    row |= {"by": _who(by), "at": at, "note": note, "origin": "terminal"}
    _keep(facts, [row], at=at, what=f"glossary: {row['word']}")
    return Defined((row,))


def define_all(facts: Facts, data: bytes, *, name: str, at: datetime, by: str) -> Defined:
    """Take a sheet of terms into the glossary; raises TranslateError, StoreError."""
    who = _who(by)
    try:
        found = lines(data, pairs.columns_of, ("word",), ("word / 用語",), pairs.TERMS_TODO)
    except SheetFault as error:
        raise TranslateError(_in(name, _fault(error))) from error
    rows: list[dict[str, Any]] = []
    bad: list[tuple[int, Text]] = []
    for line in found:
        try:
            row = _of_line(facts, line)
        except TranslateError as error:
            bad.append((line.number, error.text))
            continue
        rows.append({**row, "by": who, "at": at, "note": line["note"] or None, "origin": name})
    # Of a word that stands there twice, the last row counts: one instant holds one row of each.
    once = {(row["word"], row["language"], row["artist_id"]): row for row in rows}
    _keep(facts, list(once.values()), at=at, what=f"glossary from {name}")
    return Defined(tuple(once.values()), tuple(bad))


def _of_line(facts: Facts, line: Line) -> dict[str, Any]:
    artist = _artist(facts, line["artist"] or None)
    return _term(line["word"], line["form"] or None, _language(line["language"] or None), artist)


def _term(
    word: str, form: str | None, language: str | None, artist: str | None, *, remove: bool = False
) -> dict[str, Any]:
    plain = " ".join(word.split())
    if not plain or max(len(plain), len(form or "")) > LONGEST:
        raise TranslateError(_no_word(plain))
    return {
        "word": plain,
        "form": form,
        "language": language,
        "artist_id": artist,
        "kind": "term",
        "status": REMOVED if remove else IN_USE,
    }


def _keep(facts: Facts, rows: Sequence[Mapping[str, Any]], *, at: datetime, what: str) -> None:
    if not rows:
        return
    with facts.writing() as writing:
        writing.write(Change("glossary", _table("glossary", rows)))
        writing.commit(at=at, what=what)


def _table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=TABLES[name].arrow_schema())


def _entries(data: bytes, *, source: str, target: str | None, origin: str) -> list[Entry]:
    if tmx.is_tmx(data):
        return list(tmx.entries(data, source=source.partition("-")[0], origin=origin))
    found = lines(
        data,
        lambda cells: _bilingual(cells, source, target),
        ("source",),
        (source, "…"),
        pairs.TODO,
    )
    return list(pairs.entries(found, source=source, target=target, origin=origin))


def _bilingual(cells: Sequence[object], source: str, target: str | None) -> dict[str, int]:
    """The columns of a sheet that has originals and at least one translation, else none."""
    columns = pairs.columns_of(cells)
    base = source.partition("-")[0]
    own = [name for name in columns if name.partition("-")[0] == base]
    others = [name for name in columns if pairs.is_language(name) and name not in own]
    if own and "source" not in columns:
        columns["source"] = columns[own[0]]
    if "source" not in columns or not (others or (target and "target" in columns)):
        return {}
    return {name: place for name, place in columns.items() if name not in own}


def _row(entry: Entry, artists: Mapping[str, str], by: str, at: datetime) -> dict[str, Any]:
    artist = artists.get(fold(entry.artist_id)) if entry.artist_id else None
    said = (entry.source, entry.target, entry.source_language, entry.target_language,
            artist or "", entry.kind)  # fmt: skip
    return {
        "entry_id": blake2b("\x1f".join(said).encode(), digest_size=12).hexdigest(),
        "source_language": entry.source_language,
        "target_language": entry.target_language,
        "source": entry.source,
        "target": entry.target,
        "kind": entry.kind or None,
        "artist_id": artist,
        "origin": entry.origin,
        "by": by,
        "at": at,
    }


def _artists(facts: Facts) -> dict[str, str]:
    """Parties by their folded names and by their ids."""
    if "names" not in facts:
        return {}
    from kaigai.facts.engine import Engine

    names = Engine(facts)["names"]
    rows = names.filter(names.subject_kind == "party").select("subject_id", "text").to_pyarrow()
    found = {fold(row["subject_id"]): row["subject_id"] for row in rows.to_pylist()}
    return found | {fold(row["text"]): row["subject_id"] for row in rows.to_pylist()}


def _artist(facts: Facts, name: str | None) -> str | None:
    if name is None:
        return None
    known = _artists(facts)
    if fold(name) not in known:
        raise TranslateError(_no_artist(name))
    return known[fold(name)]


def _language(given: str | None) -> str | None:
    if given is None:
        return None
    known = canonical(given) or pairs.column_of(given)
    if known is None or not pairs.is_language(known):
        raise TranslateError(_no_language(given))
    return known


def _who(by: str) -> str:
    name = " ".join(by.split())
    if not name or len(name) > LONGEST:
        raise TranslateError(NOBODY)
    return name


def _in(name: str, text: Text) -> Text:
    return Text(f"{name}: {text.en}", f"{name}: {text.ja}")


def _fault(error: SheetFault) -> Text:
    return Text(
        en=f"{error.place}: {error.found}; expected {error.expected.en}. To do: {error.todo.en}",
        ja=f"{error.place}: {error.found}。必要なのは{error.expected.ja}です。{error.todo.ja}",
    )


def _nothing(language: str) -> Text:
    return Text(
        en=f"no translations out of {language} in it; name the originals' language with --source",
        ja=f"{language} からの訳がありません。原文の言語を --source で指定してください",
    )


def _no_word(word: str) -> Text:
    return Text(
        en=f"{word or 'nothing'} is no term: one line of at most 200 characters is expected",
        ja=f"「{word}」は用語にできません。1行・200文字以内で書いてください",
    )


def _no_artist(name: str) -> Text:
    return Text(
        en=f"no artist is called {name}; `kaigai names` lists them",
        ja=f"{name} というアーティストは見つかりません。`kaigai names` で確認できます",
    )


def _no_language(given: str) -> Text:
    return Text(
        en=f"{given} is no language; write a tag like en, ko or zh-Hant",
        ja=f"{given} は言語ではありません。en、ko、zh-Hant のように書いてください",
    )


NOBODY = Text(en="say who does this: --by NAME", ja="誰の作業かを --by 名前 で指定してください")
