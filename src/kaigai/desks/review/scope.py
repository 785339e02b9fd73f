"""What a call of review means: which kinds, whose names, in which workspace; or why it cannot."""

from collections.abc import Sequence
from typing import Final

import ibis.expr.types as ir

from kaigai.desks.review.slots import CAPTIONS, KINDS
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Facts
from kaigai.identity.find_artist import find_artist, parties_of
from kaigai.terms.text import Refused, Text


class ReviewError(Refused):
    """What was asked cannot be done; the text says what to do."""


def opened(facts: Facts, engine: str = DUCKDB) -> Engine:
    """The tables; raises ReviewError where no names were read yet."""
    if "names" not in facts:
        raise ReviewError(NOTHING_READ)
    return Engine(facts, engine)


def kinds_of(given: Sequence[str]) -> list[str]:
    """The subjects that kinds mean, all where none is named; raises ReviewError."""
    unknown = [each for each in given if each not in KINDS]
    if unknown:
        raise ReviewError(_no_kind(unknown[0]))
    return [KINDS[each] for each in given or KINDS]


def ids_of(engine: Engine, name: str | None) -> list[str] | None:
    """The id of the artist that is meant, and then those of its parties; None where no name was
    given. Raises NoArtist, SeveralArtists."""
    if name is None:
        return None
    asking = warm(engine.facts)  # which threads share, and whoever asks next
    one = find_artist(asking, name)
    return [one, *(each for each in parties_of(asking, one) if each != one)]


def of_artist(engine: Engine, rows: ir.Table, name: str | None) -> ir.Table:
    """Only the rows of an artist, whichever of its parties is named; raises NoArtist,
    SeveralArtists."""
    ids = ids_of(engine, name)
    return rows if ids is None else rows.filter(rows.artist_id.isin(ids))


def check_captions(kinds: Sequence[str], *, has_file: bool, are_lyrics: bool) -> None:
    """Captions are suggested for a file, and a file has nothing else; raises ReviewError."""
    if (CAPTIONS in kinds or are_lyrics) and not has_file:
        raise ReviewError(NAME_FILE)
    if has_file and set(kinds) - {CAPTIONS}:
        raise ReviewError(ONLY_CAPTIONS)


ONLY_CAPTIONS: Final = Text(
    en="a captions file has captions only; leave out --kind, or the file",
    ja="字幕ファイルから作れるのは字幕の案だけです。--kind かファイルの指定を外してください",
)
NAME_FILE: Final = Text(
    en="captions are suggested for a file; name it: kaigai localise suggest FILE",
    ja="字幕の案にはファイルの指定が必要です: kaigai localise suggest ファイル",
)
NOTHING_READ: Final = Text(
    en="there are no names yet; read a catalogue first: kaigai read PATH",
    ja="まだ名称がありません。先にカタログを読み込んでください: kaigai read PATH",
)


def _no_kind(given: str) -> Text:
    known_kinds = ", ".join(KINDS)
    return Text(
        en=f"there is no kind {given}; there are {known_kinds} (captions: name their file)",
        ja=f"{given} という種類はありません。あるのは {known_kinds} です"
        "(字幕はファイルを指定してください)",
    )
