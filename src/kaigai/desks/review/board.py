"""The state of the review, looked up for every door, and as a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kaigai.desks.review import rows
from kaigai.desks.review.scope import opened, parties_of
from kaigai.desks.review.slot_state import board
from kaigai.desks.review.translation.lookup import same_artists
from kaigai.facts.store import Facts

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Board:
    """Every slot with its state, and the suggestions that lack a word of the glossary."""

    table: "pa.Table"
    faulty: Sequence[Mapping[str, Any]]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The slots."""
        found: list[dict[str, Any]] = self.table.to_pylist()
        return found


def looked(facts: Facts, artist: str | None = None) -> Board:
    """The board of a workspace, of one artist or of all; raises ReviewError."""
    engine = opened(facts)
    listed = board(engine)
    parties = parties_of(engine, artist)
    if parties is not None:
        same = same_artists(engine)
        ids = {*parties, *(same.get(each, each) for each in parties)}
        listed = listed.filter(listed.artist_id.isin(sorted(ids)))
    ordered = listed.order_by("artist", "subject_kind", "original", "slot", "subject_id")
    return Board(ordered.to_pyarrow(), _faulty(engine))


def _faulty(engine: Any) -> list[dict[str, Any]]:
    if "suggestions" not in engine:
        return []
    current = rows.current(engine["suggestions"])
    listed = current.filter(current.faults.length() > 0).order_by("artist", "source_text", "text")
    found: list[dict[str, Any]] = listed.to_pyarrow().to_pylist()
    return found
