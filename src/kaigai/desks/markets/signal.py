"""What a signal is: one number per artist and territory, and the words for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import getmodule, signature
from typing import TYPE_CHECKING, Any

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.registry import Registry
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

Given = Mapping[str, Any]  #: what signals may ask for, by name
#: The words of a reason; None where its numbers are too few or set the territory not apart.
Evidence = Callable[[Given, int, int], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason why an artist may be heard in a territory, in one file of `signals`.

    `ask` is given what its parameters name: `panel` (who was heard where until a day), `world`
    (distances and languages, in the order of the panel's territories), `counts` (which markets
    share artists, and which follow which), or any fact table by name. It returns a matrix of
    the panel's artists by its territories, or a table of artist_id, territory and value; what a
    table leaves out is 0. It knows the past only, and more of it speaks for the territory.

    `evidence` gives the words in braces of `say` for one artist (row) and territory (column), or
    None where the sentence would not be true or says nothing of this territory.
    """

    name: str
    sentence: Text  #: what it measures, in general
    say: Text  #: why this territory, filled from the evidence
    needs: tuple[str, ...]
    ask: Callable[..., "Matrix | ir.Table"]
    evidence: Evidence | None = None

    def measure(self, given: Given) -> Matrix:
        """The signal over a panel; raises KeyError when what it needs is not given."""
        panel: Panel = given["panel"]
        answer = self.ask(**{name: given[name] for name in self.needs})
        return answer if isinstance(answer, np.ndarray) else on_panel(answer, panel)

    def because(self, given: Given, row: int, column: int) -> Text | None:
        """The reason in words for one artist and territory; None where it may not be said."""
        values = self.evidence(given, row, column) if self.evidence else {}
        if values is None:
            return None
        both = {
            language: {
                name: value.to(language) if isinstance(value, Text) else value
                for name, value in values.items()
            }
            for language in ("en", "ja")
        }
        return Text(self.say.to("en", **both["en"]), self.say.to("ja", **both["ja"]))


def signal(
    name: str, *, ja: str, say: Text, evidence: Evidence | None = None
) -> Callable[[Callable[..., "Matrix | ir.Table"]], Signal]:
    """Make a function a signal; the first line of its file is the sentence people read."""

    def mark(ask: Callable[..., "Matrix | ir.Table"]) -> Signal:
        module = getmodule(ask)
        english = ((module and module.__doc__) or "").strip().splitlines()
        sentence = Text(english[0] if english else "", ja)
        return Signal(name, sentence, say, tuple(signature(ask).parameters), ask, evidence)

    return mark


def on_panel(rows: "ir.Table", panel: Panel) -> Matrix:
    """A table of artist_id, territory and value as a matrix; whom the panel lacks is left out."""
    place = {artist: row for row, artist in enumerate(panel.artists)}
    column = {code: at for at, code in enumerate(panel.territories)}
    matrix = np.zeros(panel.shape, dtype=np.float32)
    found = rows.select("artist_id", "territory", "value").to_pyarrow().to_pydict()
    for artist, code, value in zip(*found.values(), strict=True):
        if artist in place and code in column:
            matrix[place[artist], column[code]] = value
    return matrix


def cells(panel: Panel, matrix: Matrix) -> Iterator[tuple[str, str, float]]:
    """A matrix as rows of artist_id, territory and value, without zeros."""
    for row, at in zip(*np.nonzero(matrix), strict=True):
        yield panel.artists[row], panel.territories[at], float(matrix[row, at])


SIGNALS: Registry[Signal] = Registry("kaigai.desks.markets.signals", Signal)
