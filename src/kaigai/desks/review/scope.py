"""What a call of review means: which kinds, whose names, in which workspace; or why it cannot."""

from collections.abc import Sequence
from typing import Final

from kaigai.desks.review import subjects as wanted
from kaigai.desks.review.slots import KINDS
from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.terms.text import Refused, Text


class ReviewError(Refused):
    """What was asked cannot be done; the text says what to do."""


def opened(facts: Facts) -> Engine:
    """The tables; raises ReviewError where no names were read yet."""
    if "names" not in facts:
        raise ReviewError(NOTHING_READ)
    return Engine(facts)


def kinds_of(given: Sequence[str]) -> list[str]:
    """The subjects that kinds mean, all where none is named; raises ReviewError."""
    unknown = [each for each in given if each not in KINDS]
    if unknown:
        raise ReviewError(_no_kind(unknown[0]))
    return [KINDS[each] for each in given or KINDS]


def parties_of(engine: Engine, name: str | None) -> list[str] | None:
    """The parties that are called so; None where no name was given. Raises ReviewError."""
    if name is None:
        return None
    found = wanted.artists_called(engine, name)
    if not found:
        raise ReviewError(_no_artist(name, wanted.artist_names(engine)))
    return found


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


def _no_artist(name: str, names: Sequence[str]) -> Text:
    from rapidfuzz import process

    near = ", ".join(each for each, _, _ in process.extract(name, names, limit=3))
    return Text(
        en=f"no artist is called {name}; the nearest are: {near or 'none'}",
        ja=f"{name} というアーティストは見つかりません。近い名前: {near or 'なし'}",
    )
