"""Answers of deal sets: the masks of their deals added up, each distinct set once, in arrays.

A catalogue has few distinct sets of deals for its many recordings, so these rows fit in memory
and NumPy adds them up in a fraction of the time that a query of as many columns takes to plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from kaigai.facts import masks
from kaigai.terms.territories import ISO, WORLD

Ints = np.ndarray[Any, np.dtype[np.int64]]

#: The masks of an answer. A territory in none of them is closed because no contract opens it.
REASONS = ("open", "unknown", "early", "ended", "takedown", "blocked")
MASKS = tuple(f"{reason}{i}" for reason in REASONS for i in masks.WORDS)
ANY = "any"  #: the service or use of a deal that names none
NOTHING = 0  #: the empty set of deals: delivered, and nothing granted
UNKNOWN_SET = -1  #: stands for "no deal list was delivered" while sets are compared


@dataclass(frozen=True, slots=True)
class Answers:
    """Per set, service and use: six masks of four words, (6, n, 4), in the order of REASONS.

    Services and uses are places in the lists of their names.
    """

    sets: Ints
    services: Ints
    uses: Ints
    words: Ints
    service_names: Sequence[str]
    use_names: Sequence[str]
    ids: Ints = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", ids_of(self.words))

    def table(self) -> pa.Table:
        """Rows of set_id, service, use and answer_id."""
        columns = {
            "set_id": pa.array(self.sets),
            "service": _texts(self.services, self.service_names),
            "use": _texts(self.uses, self.use_names),
            "answer_id": pa.array(self.ids),
        }
        return pa.table(columns)


def solved(deals: pa.Table) -> Answers:
    """Answers of the sets in `deals`: deal_set_id, service, use, m0 to m3, and a column of yes
    or no for each reason but `blocked`; and of the two sets that need no deals.

    A deal that names no service or use holds for streams, for downloads and for what other
    deals of its set name, too.
    """
    sets = _column(deals, "deal_set_id")
    services, service_names = _coded(deals, "service", (ANY,))
    uses, use_names = _coded(deals, "use", (ANY, "stream", "download"))
    rows, services = _spread(sets, services, always=(0,))
    again, uses = _spread(sets[rows], uses[rows], always=(1, 2))
    rows, services = rows[again], services[again]
    order, starts = _groups(sets[rows], services, uses)
    heads = order[starts]
    words = _settled(_masks(deals, rows[order], starts))
    return Answers(
        np.append(sets[rows[heads]], (NOTHING, UNKNOWN_SET)),
        np.append(services[heads], (0, 0)),
        np.append(uses[heads], (1, 1)),
        np.concatenate([words, _fixed()], axis=1),
        service_names,
        use_names,
    )


def mixed(sets: Ints, members: Ints, answers: Answers) -> Answers:
    """Answers of sets that are made of others: those of their members, added up."""
    left, right = _matches(members, answers.sets)
    order, starts = _groups(sets[left], answers.services[right], answers.uses[right])
    rows, heads = right[order], right[order[starts]]
    return Answers(
        sets[left[order[starts]]],
        answers.services[heads],
        answers.uses[heads],
        _settled([_added(mask, rows, starts) for mask in answers.words]),
        answers.service_names,
        answers.use_names,
    )


def listed(opened: Ints) -> Ints:
    """Answers (6, n, 4) of lists of territories (n, 4): open there and blocked elsewhere."""
    words = np.zeros((len(REASONS), *opened.shape), np.int64)
    words[0] = opened
    words[REASONS.index("blocked")] = np.array(WORLD) & ~opened
    return words


def counted(ids: Ints, words: Ints) -> pa.Table:
    """The table `answers`, one row per distinct answer."""
    ids, first = np.unique(ids, return_index=True)
    rows = words[:, first]
    opened, unknown = np.bitwise_count(rows[:2]).sum(axis=2, dtype=np.int64)
    columns = {
        "answer_id": ids,
        "n_open": opened,
        "n_closed": len(ISO) - opened - unknown,
        "n_unknown": unknown,
        **dict(zip(MASKS, _by_word(rows), strict=True)),
    }
    return pa.table({name: pa.array(column) for name, column in columns.items()})


def ids_of(words: Ints) -> Ints:
    """Ids of answers (6, n, 4): the same answer has the same id in every run."""
    return answer_ids(_by_word(words))


def _by_word(words: Ints) -> list[Ints]:
    """Answers (6, n, 4) as columns in the order of MASKS."""
    return [mask[:, word] for mask in words for word in masks.WORDS]


def answer_ids(words: Sequence[Ints] | Ints) -> Ints:
    """Stable non-negative 63-bit ids of answers, given their masks word by word (MASKS).

    Each word is scrambled by the splitmix64 finaliser, then weighed and added modulo 2^64:
    a million distinct answers collide with a chance of about one in ten million.
    """
    total = np.zeros(len(words[0]), np.uint64)
    with np.errstate(over="ignore"):
        for place, word in enumerate(words, start=1):
            z = word.astype(np.uint64) + np.uint64(place) * np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            total = total * np.uint64(31) + (z ^ (z >> np.uint64(31)))
    return (total >> np.uint64(1)).astype(np.int64)


def _fixed() -> Ints:
    """What NOTHING and UNKNOWN_SET come to."""
    words = np.zeros((len(REASONS), 2, len(masks.WORDS)), np.int64)
    words[REASONS.index("unknown"), 1] = WORLD
    return words


def _masks(deals: pa.Table, rows: Ints, starts: Ints) -> list[Ints]:
    """Per reason and group of rows the masks of the deals that count for it."""
    given = np.stack([_column(deals, f"m{i}") for i in masks.WORDS], axis=1)
    counts = [_column(deals, reason).astype(bool) for reason in REASONS[:-1]]
    words = [_added(np.where(each[:, None], given, 0), rows, starts) for each in counts]
    words[0] &= ~words[REASONS.index("takedown")]
    return [*words, np.zeros_like(words[0])]


def _added(given: Ints, rows: Ints, starts: Ints) -> Ints:
    """Masks (n, 4) of `rows` added up, from each start to the next."""
    taken = given[rows]
    if not taken.any():
        return np.zeros((len(starts), len(masks.WORDS)), np.int64)
    added: Ints = np.bitwise_or.reduceat(taken, starts, axis=0)
    return added


def _settled(words: Sequence[Ints]) -> Ints:
    """Masks made exclusive: open before unknown before early before ended before takedown."""
    settled = np.zeros((len(words), *words[0].shape), np.int64)
    seen = np.zeros_like(words[0])
    for own, mask in zip(settled, words, strict=True):
        if mask.any():  # most catalogues know two or three reasons, and have many sets
            np.bitwise_and(mask, ~seen, out=own)
            seen |= mask
    return settled


def _spread(sets: Ints, names: Ints, always: tuple[int, ...]) -> tuple[Ints, Ints]:
    """Rows, and a name for each: one that has none (0) comes once for each of `always` and of
    its set's names."""
    unnamed, named = np.flatnonzero(names == 0), np.flatnonzero(names)
    others = named[~np.isin(names[named], always)]
    order, starts = _groups(sets[others], names[others])
    heads = others[order[starts]]
    left, right = _matches(sets[unnamed], sets[heads])
    rows = [named, unnamed[left], *(unnamed for _ in always)]
    given = [np.full(len(unnamed), name) for name in always]
    return np.concatenate(rows), np.concatenate([names[named], names[heads[right]], *given])


def _groups(*keys: Ints) -> tuple[Ints, Ints]:
    """An order that brings equal keys together, and where in it each group starts."""
    order = np.lexsort(keys[::-1])
    new = np.zeros(len(order), bool)
    new[:1] = True
    for key in keys:
        new[1:] |= np.diff(key[order]) != 0
    return order, np.flatnonzero(new)


def _matches(keys: Ints, among: Ints) -> tuple[Ints, Ints]:
    """Places in `keys` and in `among` of every pair that is equal."""
    order = np.argsort(among, kind="stable")
    low, high = (np.searchsorted(among[order], keys, side) for side in ("left", "right"))
    counts = high - low
    left = np.repeat(np.arange(len(keys)), counts)
    within = np.arange(len(left)) - np.repeat(np.cumsum(counts) - counts, counts)
    return left, order[low[left] + within]


def _column(rows: pa.Table, name: str) -> Ints:
    return rows.column(name).to_numpy()


def _coded(rows: pa.Table, name: str, first: tuple[str, ...]) -> tuple[Ints, list[str]]:
    """A column of text as places in a list of its names, which begins with `first`."""
    encoded = rows.column(name).combine_chunks().dictionary_encode()
    given = encoded.dictionary.to_pylist()
    names = [*first, *(text for text in given if text not in first)]
    places = np.array([names.index(text) for text in given], np.int64)
    return places[encoded.indices.to_numpy()], names


def _texts(places: Ints, names: Sequence[str]) -> pa.Array:
    codes = pa.array(places.astype(np.int32))
    return pa.DictionaryArray.from_arrays(codes, pa.array(names)).cast(pa.string())
