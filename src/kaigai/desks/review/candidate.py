"""One form that was found for a name: how sure, where from, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from kaigai.identity.names.slots import ENGLISH, LATIN, TRANSLATED
from kaigai.terms.languages import contradicts
from kaigai.terms.scripts import script_of

Tier = Literal["suggest", "must review"]
SUGGEST: Final[Tier] = "suggest"
REVIEW: Final[Tier] = "must review"

CATALOGUE = "catalogue"
PEOPLE, MEMORY, REFERENCE, ROMANISER = "people", "memory", "reference", "romaniser"

UNSURE: Final = 0.5  #: where an unknown confidence stands among known ones
SAME, SCRIPT, TERM = "same", "script", "term:"  #: faults as they are stored


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `text` None asks people, `confidence` None is unknown."""

    text: str | None
    origin: str
    confidence: float | None = None
    based_on: str | None = None
    rank: int = 0
    faults: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The origin without its style or model: newer ones of a family replace older ones."""
        return family(self.origin)


def family(origin: str) -> str:
    """The origin without its style or model."""
    return origin.partition(":")[0]


def surest(forms: Sequence[Form]) -> Form:
    """The form to offer first: one without faults, then the surest."""
    return min(
        forms,
        key=lambda form: (
            form.text is None,
            bool(form.faults),
            -(UNSURE if form.confidence is None else form.confidence),
            form.rank,
        ),
    )


def tier(found: Form, *, suggest_from: float) -> Tier:
    """Whether a form may be offered as it is; nothing is accepted by itself."""
    if found.text is None or found.confidence is None or found.faults:
        return REVIEW
    return SUGGEST if found.confidence >= suggest_from else REVIEW


def checked(found: Form, original: str, slot: str, missing: Sequence[str] = ()) -> Form:
    """The form with its faults: terms that are missing, no translation at all, a wrong script."""
    if found.text is None:
        return found
    faults = [f"{TERM}{form}" for form in missing]
    if wrong_script(slot, found.text):
        faults.append(SCRIPT)
    elif found.text == original:
        faults.append(SAME)
    return replace(found, faults=tuple(dict.fromkeys((*found.faults, *faults))))


def wrong_script(slot: str, text: str) -> bool:
    """Whether a text cannot be what its slot asks for."""
    if slot in (LATIN, ENGLISH):
        return script_of(text) not in ("Latn", "Zyyy")
    if slot.startswith(TRANSLATED):
        return contradicts(slot.removeprefix(TRANSLATED), text)
    return slot == "reading" and contradicts("ja-Hrkt", text)
