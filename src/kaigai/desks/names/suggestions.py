"""What a machine would call a subject in Latin letters: a suggestion with its confidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kaigai.romanise.candidate import Kind

KINDS: Final[Mapping[str, Kind]] = {
    "party": "artist",
    "recording": "song",
    "release": "release",
    "work": "song",
}


MACHINE, DATABASE = "machine", "public database"
NONE: Final[dict[str, Any]] = {"suggestion": None, "confidence": None, "suggested_by": None}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A Latin form, and the share of such suggestions that prove right."""

    text: str
    confidence: float


@lru_cache(maxsize=16_384)
def suggestion(
    native: str, reading: str | None = None, kind: str = "recording"
) -> Suggestion | None:
    """The surest Latin form of a native name; None where the engine cannot read it."""
    from kaigai.romanise import candidates

    found = candidates(native, reading=reading, kind=KINDS.get(kind, "song"))
    return Suggestion(found[0].text, found[0].confidence) if found else None


def with_suggestions(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Registry rows, with a suggestion where a native name has no Latin form."""
    for row in rows:
        is_open = not row["latin"] and row["original"] and _is_native(row["original"])
        yield {**row, **(_suggested(row) if is_open else NONE)}


def _suggested(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a public database says, whose confidence nobody knows; else the machine's reading."""
    if row.get("referred"):
        return {"suggestion": row["referred"], "confidence": None, "suggested_by": DATABASE}
    found = suggestion(row["original"], row["reading"], row["subject_kind"])
    if found is None:
        return NONE
    confidence = round(found.confidence, 2)
    return {"suggestion": found.text, "confidence": confidence, "suggested_by": MACHINE}


def _is_native(text: str) -> bool:
    from kaigai.terms.scripts import script_of

    return script_of(text) not in ("Latn", "Zyyy")


def speak(native: str, reading: str | None, kind: str = "recording") -> str | None:
    """How a title or name is said, in Latin letters; None where nobody can tell."""
    found = suggestion(native, reading, kind)
    return found.text if found else None
