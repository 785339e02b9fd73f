"""Memory, glossary and services: take translations in, look them up, define and remove terms."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final, get_args

import pyarrow as pa

from kaigai.desks.review.translation import pairs, tmx
from kaigai.desks.review.translation.lookup import matches_of, terms_in_use
from kaigai.desks.review.translation.memory import Entry, Match
from kaigai.desks.review.translation.provider_choice import choose
from kaigai.desks.review.translation.result import Defined, Remembered, Services
from kaigai.desks.review.translation.secret import NoKey, read_key
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.sheets.form import BadRow, Line
from kaigai.identity.find_artist import NoArtist, SeveralArtists, find_artist, parties_of
from kaigai.terms.languages import canonical
from kaigai.terms.text import Language, Refused, Text

IN_USE, REMOVED = "in use", "removed"
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
LONGEST: Final = 200  #: characters of a term or a name


class TranslateError(Refused):
    """What was asked cannot be done; the text says what to do."""


def services(facts: Facts) -> Services:
    """The service that the settings choose; raises NotConfigured, StoreError."""
    settings = facts.settings.translate
    chosen = choose(settings)
    try:
        return Services(chosen, bool(read_key(settings, needed=False)))
    except NoKey:
        return Services(chosen, has_key=False)


def recall(facts: Facts, *, text: str, language: str, engine: str = DUCKDB) -> tuple[Match, ...]:
    """What the memory knows of a text in a language; raises TranslateError, StoreError."""
    return tuple(matches_of(Engine(facts, engine), text, _tag(language)))


def terms(facts: Facts, *, engine: str = DUCKDB) -> Defined:
    """The terms in use; raises StoreError."""
    return Defined(tuple(terms_in_use(Engine(facts, engine))))


def remember(
    facts: Facts,
    *,
    data: bytes,
    name: str,
    at: datetime,
    by: str,
    source: str | None = None,
    target: str | None = None,
) -> Remembered:
    """Take the translations of a TMX file or a bilingual sheet into the memory.

    source  the originals' language, else the home language of the settings
    target  the translations' language, where the sheet heads them `target` alone

    Reading a file twice changes nothing. Raises TranslateError, BadMemory, BadSheet, StoreError.
    """
    who = _who(by)
    source_language = _language(source) or facts.settings.home_language
    wanted = _language(target)
    found = _entries(data, source=source_language, target=wanted, origin=name)
    if not found:
        raise TranslateError(_nothing(name, source_language))
    named = {entry.artist_id for entry in found if entry.artist_id}
    artists = _artists(facts, named)
    strangers = sorted(named - artists.keys())
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
    *,
    word: str,
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

    Raises TranslateError, also where a term that is to be removed is none; StoreError.
    """
    one = find_artist(warm(facts), artist) if artist else None
    row = _term(word, form, _language(language), one, remove=remove)
    row |= {"by": _who(by), "at": at, "note": note, "origin": "terminal"}

    def judge(now: Facts) -> tuple[Defined, dict[str, list[dict[str, Any]]]]:
        made = _in_use(now, row) if remove else row
        return Defined((made,)), {"glossary": [made]}

    return facts.decide(judge)


def define_all(facts: Facts, *, data: bytes, name: str, at: datetime, by: str) -> Defined:
    """Take a sheet of terms into the glossary; raises TranslateError, BadSheet, StoreError."""
    who = _who(by)
    once: dict[tuple[str | None, ...], dict[str, Any]] = {}
    bad: list[BadRow] = []
    for line in pairs.TERMS.lines(data, name):
        try:
            row = _of_line(facts, line)
        except Refused as error:
            bad.append(pairs.TERMS.bad(line, "word", error.text))
            continue
        row |= {"by": who, "at": at, "note": line["note"] or None, "origin": name}
        # One instant holds one row of each.
        if once.setdefault((row["word"], row["language"], row["artist_id"]), row) != row:
            bad.append(pairs.TERMS.bad(line, "word", pairs.TERMS.once))
    made = Defined(tuple(once.values()), tuple(bad))

    def judge(now: Facts) -> tuple[Defined, dict[str, list[dict[str, Any]]]]:
        known = [_meaning(row) for row in terms_in_use(Engine(now))]
        return made, {"glossary": [row for row in once.values() if _meaning(row) not in known]}

    return facts.decide(judge)


def _meaning(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("word", "language", "artist_id", "form", "note"))


def _of_line(facts: Facts, line: Line) -> dict[str, Any]:
    artist = find_artist(warm(facts), line["artist"]) if line["artist"] else None
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


def _in_use(facts: Facts, row: dict[str, Any]) -> dict[str, Any]:
    """A term is removed as it was set: for the same language and the same artist, whichever of
    its parties stands there."""
    asking, one = warm(facts), row["artist_id"]
    own = parties_of(asking, one) if one else [None]
    same = [each for each in terms_in_use(asking.engine) if each["word"] == row["word"]]
    scopes = [(each["language"], each["artist_id"]) for each in same]
    for language, artist in scopes:
        if language == row["language"] and artist in own:
            return {**row, "artist_id": artist}
    raise TranslateError(_no_term(row["word"], scopes))


def _table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=TABLES[name].arrow_schema())


def _entries(data: bytes, *, source: str, target: str | None, origin: str) -> list[Entry]:
    if tmx.is_tmx(data):
        return list(tmx.entries(data, source=source.partition("-")[0], origin=origin))
    found = pairs.bilingual(source, target).lines(data, origin)
    return list(pairs.entries(found, source=source, target=target, origin=origin))


def _row(entry: Entry, artists: Mapping[str, str], by: str, at: datetime) -> dict[str, Any]:
    artist = artists.get(entry.artist_id)
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


def _artists(facts: Facts, named: Iterable[str]) -> dict[str, str]:
    """The artists whom a file names, where it is clear who is meant."""
    found: dict[str, str] = {}
    for name in named:
        with suppress(NoArtist, SeveralArtists):
            found[name] = find_artist(warm(facts), name)
    return found


def _language(given: str | None) -> str | None:
    return None if given is None else _tag(given)


def _tag(given: str) -> str:
    """A language by its tag, or as people call it."""
    known = canonical(given) or pairs.column_of(given)
    if known is None or not pairs.is_language(known):
        raise TranslateError(_no_language(given))
    return known


def _who(by: str) -> str:
    name = " ".join(by.split())
    if not name or len(name) > LONGEST:
        raise TranslateError(NOBODY)
    return name


def _nothing(name: str, language: str) -> Text:
    return Text(
        en=f"{name}: no translations out of {language} in it; name the originals' language with "
        "--source",
        ja=f"{name}: {language} からの訳がありません。原文の言語を --source で指定してください",
    )


def _no_term(word: str, scopes: Sequence[tuple[str | None, str | None]]) -> Text:
    if not scopes:
        return Text(
            en=f"{word} is no term of the glossary; `kaigai localise glossary list` shows all",
            ja=f"「{word}」は用語集にありません。`kaigai localise glossary list` で確認できます",
        )
    en, ja = ("; ".join(_scope(*each).to(language) for each in scopes) for language in LANGUAGES)
    return Text(
        en=f"{word} is not in the glossary as asked; remove it as it was set: {en}",
        ja=f"「{word}」はその指定では登録されていません。登録時と同じ指定で外してください: {ja}",
    )


def _scope(language: str | None, artist: str | None) -> Text:
    given = [
        f"--{name} {value}"
        for name, value in (("language", language), ("artist", artist))
        if value
    ]
    return Text(" ".join(given), " ".join(given)) if given else UNSCOPED


def _no_word(word: str) -> Text:
    return Text(
        en=f"{word or 'nothing'} is no term: one line of at most 200 characters is expected",
        ja=f"「{word}」は用語にできません。1行・200文字以内で書いてください",
    )


def _no_language(given: str) -> Text:
    return Text(
        en=f"{given} is no language; write a tag like en, ko or zh-Hant",
        ja=f"{given} は言語ではありません。en、ko、zh-Hant のように書いてください",
    )


UNSCOPED = Text("without --language and --artist", "--language・--artist の指定なし")
NOBODY = Text(en="say who does this: --by NAME", ja="誰の作業かを --by 名前 で指定してください")
