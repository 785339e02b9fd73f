"""An answer by the clock of a place: instants that people look at, in the label's time zone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, TypeVar

from kaigai.terms.section import Section
from kaigai.verbs.answer import Answer, Fold

Shown = TypeVar("Shown")


def by_clock(answer: Answer, zone: tzinfo) -> Answer:
    """The same answer with the instants of its lists in a zone; rows for programs keep UTC."""
    return replace(answer, blocks=_blocks(answer.blocks, zone))


def _blocks(blocks: Sequence[Shown], zone: tzinfo) -> tuple[Shown, ...]:
    return tuple(_block(each, zone) for each in blocks)


def _block(block: Any, zone: tzinfo) -> Any:
    match block:
        case Section() if any(_is_instant(cell) for row in block.rows for cell in row):
            rows = tuple(tuple(_cell(cell, zone) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Fold():
            return replace(block, blocks=_blocks(block.blocks, zone))
        case _:
            return block


def _is_instant(cell: Any) -> bool:
    return isinstance(cell, datetime) and cell.tzinfo is not None


def _cell(cell: Any, zone: tzinfo) -> Any:
    return cell.astimezone(zone) if _is_instant(cell) else cell
