"""The states of a suggestion, and who may move it from one to another: the workflow as data."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from kaigai.terms.text import Text

State = Literal["suggested", "approved", "changed", "rejected", "stale", "conflict"]
Who = Literal["machine", "reviewer", "arbiter"]
STATES: Final[tuple[State, ...]] = get_args(State)

STATE_WORDS: Final[dict[State, Text]] = {
    "suggested": Text("suggested, waits for a person", "確認待ち"),
    "approved": Text("approved as suggested", "案のまま承認"),
    "changed": Text("approved in the reviewer's words", "修正して承認"),
    "rejected": Text("rejected", "却下"),
    "stale": Text("stale: the original has changed since", "原文が変更済み(要再確認)"),
    "conflict": Text("conflict: two people differ", "競合(判断が食い違い)"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """One step that is allowed; `before` None: there was nothing yet."""

    before: State | None
    after: State
    who: Who


_DECISIONS: Final[tuple[State, ...]] = ("approved", "changed", "rejected")

MOVES: Final[frozenset[Move]] = frozenset(
    [
        Move(None, "suggested", "machine"),
        Move("stale", "suggested", "machine"),
        Move("rejected", "suggested", "machine"),
        *(Move(before, "stale", "machine") for before in ("suggested", "approved", "changed")),
        *(Move("suggested", after, "reviewer") for after in _DECISIONS),
        *(Move(before, "conflict", "reviewer") for before in _DECISIONS),
        *(
            Move(before, after, "arbiter")
            for before in ("suggested", "conflict", *_DECISIONS)
            for after in _DECISIONS
        ),
    ]
)


def may(before: State | None, after: State, who: Who) -> bool:
    """Whether someone may move a suggestion so; nobody but a person ever decides."""
    return Move(before, after, who) in MOVES
