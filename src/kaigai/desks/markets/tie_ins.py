"""Which works an artist's songs are tied to, where those are shown, and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.demand_cells import NAMED
from kaigai.identity.credits import credits_of
from kaigai.identity.letters import spelt
from kaigai.identity.name_match import held, spelt_names
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

#: Tables that tie-ins are understood by; all but the first may be absent.
NEEDED: Final = ("tie_ins", "names", "artists", "recordings")
FEW: Final = 500  #: spellings that are asked for one by one


@dataclass(frozen=True, slots=True)
class Tie:
    """A work that a song of an artist is tied to, in a territory where it is shown.

    first, last  the days from and until which it is shown there, where they are known
    """

    artist_id: str
    tie_in_id: str
    song: str | None
    work: Text
    kind: str | None
    role: str | None
    territory: str
    first: date | None
    last: date | None

    def is_out(self, day: date) -> bool:
        """Whether it was shown by that day, and had not ended; an unknown start is no proof."""
        return self.first is not None and self.first <= day and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether it had ended by that day."""
        return self.last is not None and self.last < day


def tied(tables: Mapping[str, ir.Table]) -> tuple[Tie, ...]:
    """The tie-ins with their artists: by ISRC, else by the names in the artist line.

    A spelling that is two artists' ties neither. Rows without a territory tell nothing here.
    """
    if "tie_ins" not in tables:
        return ()
    rows = tables["tie_ins"].filter(lambda t: t.territory.notnull()).to_pyarrow().to_pylist()
    coded = _by_isrc(tables, {row["isrc"] for row in rows if row["isrc"]})
    named = _by_name(tables, {row["artist"] for row in rows if row["artist"]})
    found = {
        _tie(row, artist)
        for row in rows
        for artist in ([coded[row["isrc"]]] if row["isrc"] in coded else named[row["artist"]])
    }
    return tuple(sorted(found, key=_order))


def _order(tie: Tie) -> tuple[str, str, str, date, date, str]:
    """The same order on every machine: a set has none."""
    days = tie.first or date.min, tie.last or date.max
    return tie.artist_id, tie.tie_in_id, tie.territory, *days, tie.song or ""


def as_table(ties: Iterable[Tie]) -> "pa.Table":
    """What the signal is given: `artist_id`, `territory`, the days, the words."""
    import pyarrow as pa

    rows = [
        {
            "artist_id": each.artist_id,
            "territory": each.territory,
            "tie_in_id": each.tie_in_id,
            "song": each.song,
            "work_en": each.work.en,
            "work_ja": each.work.ja,
            "kind": each.kind,
            "role": each.role,
            "first_day": each.first,
            "last_day": each.last,
        }
        for each in ties
    ]
    text = ("artist_id", "territory", "tie_in_id", "song", "work_en", "work_ja", "kind", "role")
    schema = [(name, pa.string()) for name in text]
    schema += [("first_day", pa.date32()), ("last_day", pa.date32())]
    return pa.Table.from_pylist(rows, pa.schema(schema))


def _by_isrc(tables: Mapping[str, ir.Table], codes: set[str]) -> dict[str, str]:
    if not codes or "recordings" not in tables or "artists" not in tables:
        return {}
    own = tables["recordings"].select("isrc", "party_id")
    own = own.filter(own.isrc.isin(sorted(codes)))
    members = tables["artists"].select("party_id", "artist_id")
    rows = own.inner_join(members, "party_id").select("isrc", "artist_id").distinct()
    told = rows.order_by("isrc", "artist_id").to_pyarrow().to_pylist()
    return {row["isrc"]: row["artist_id"] for row in reversed(told)}


def _by_name(
    tables: Mapping[str, ir.Table], lines: set[str]
) -> Mapping[str | None, Sequence[str]]:
    """The artists of each line, listed or not."""
    parts = {line: _keys(line) for line in lines}
    keys = {key for spellings in parts.values() for key in spellings}
    listed = _listed(tables, keys) if keys else {}
    found: dict[str | None, Sequence[str]] = {None: ()}
    for line in lines:
        names = [each.name for each in credits_of(line, lambda name: spelt(name) in listed)]
        every = [listed.get(spelt(name), NAMED + spelt(name)) for name in names]
        found[line] = tuple(dict.fromkeys(each for each in every if each))
    return found


def _keys(line: str) -> set[str]:
    """Spellings that may be an artist's: of the whole line, and of its parts."""
    names = (each.name for each in credits_of(line, lambda name: False))
    return {spelt(line), *map(spelt, names)}


def _listed(tables: Mapping[str, ir.Table], keys: set[str]) -> dict[str, str | None]:
    """Artists by their spelling; None where two artists are spelt so."""
    if "names" not in tables or "artists" not in tables:
        return {}
    # Kept, for an engine is slow to filter by a long expression.
    names = spelt_names(tables["names"], tables["artists"]).cache()
    asked = _held(names, sorted(keys))
    each = asked.group_by("key").agg(n=asked.artist_id.nunique(), one=asked.artist_id.min())
    rows = each.mutate(one=(each.n == 1).ifelse(each.one, ibis.null("string")))
    return {row["key"]: row["one"] for row in rows.to_pyarrow().to_pylist()}


def _held(names: ir.Table, keys: Sequence[str]) -> ir.Table:
    """Those of some spellings; a few are named in the question, for a table in memory costs a
    tenth of a second."""
    import pyarrow as pa

    if len(keys) <= FEW:
        return names.filter(names.key.isin(keys))
    return names.inner_join(held(pa.table({"key": keys})), "key")


def _tie(row: Mapping[str, Any], artist: str) -> Tie:
    work = Text(row["work_english"] or row["work_latin"] or row["work"], row["work"])
    return Tie(
        artist,
        row["tie_in_id"],
        row["title"],
        work,
        row["kind"],
        row["role"],
        row["territory"],
        row["first_day"],
        row["last_day"],
    )
