"""The rows of a review sheet that is given out: one per open slot, the best suggestion first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kaigai.desks.review.rows import SLOT, best_first
from kaigai.desks.review.sheets.columns import stamp
from kaigai.desks.review.slots import KIND_WORDS, language_words
from kaigai.desks.review.words import fault_words, origin_words, tier_words
from kaigai.terms.text import Language

OPEN: Final = ("suggested", "stale", "rejected", "conflict")
JOINT: Final = "; "
ORDER: Final = {"party": 0, "release": 1, "recording": 2, "video": 3}


def open_rows(
    board: Iterable[Mapping[str, Any]],
    suggestions: Iterable[Mapping[str, Any]],
    rejected: frozenset[tuple[str, str, str, str]],
    language: Language,
) -> list[dict[str, Any]]:
    """Sheet rows for every slot that is open and not final by itself.

    suggestions  the current ones; those for an original that has changed since are left out
    rejected     slots with a text that somebody rejected: it is not offered again
    """
    by_slot: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for each in suggestions:
        by_slot.setdefault(_key(each), []).append(each)
    found = []
    for row in board:
        if row["state"] not in OPEN or (row["is_final"] and row["state"] == "suggested"):
            continue
        usable = [
            each
            for each in by_slot.get(_key(row), [])
            if each["source_text"] == row["original"]
            and (*_key(each), each["text"] or "") not in rejected
        ]
        if row["original"]:
            found.append(_row(row, _merged(usable), language))
    return sorted(found, key=lambda each: each.pop("order"))


def _row(
    row: Mapping[str, Any], forms: Sequence[Mapping[str, Any]], language: Language
) -> dict[str, Any]:
    best = forms[0] if forms else {}
    text = best.get("text")
    others = [each["text"] for each in forms[1:] if each["text"]]
    warnings = [fault_words(fault).to(language) for fault in best.get("faults") or ()]
    order = (
        row["artist"] or "", ORDER.get(row["subject_kind"], 9), row["original"], row["slot"],
        row["subject_id"],
    )  # fmt: skip
    return {
        "order": order,
        "id": "|".join(_key(row)),
        "kind": KIND_WORDS[row["subject_kind"]].to(language),
        "artist": row["artist"],
        "original": row["original"],
        "reading": best.get("reading"),
        "language": language_words(row["language"]).to(language),
        "now": row["now"],
        "suggestion": text,
        "confidence": best.get("confidence"),
        "tier": tier_words(best.get("tier"), has_text=bool(text)).to(language),
        "origin": origin_words(best["origins"]).to(language) if best else None,
        "others": JOINT.join(others),
        "warnings": JOINT.join(warnings),
        "decision": None,
        "approved": None,
        "note": None,
        "stamp": stamp(row, text, best.get("suggestion_id")),
    }


def _key(row: Mapping[str, Any]) -> tuple[str, str, str]:
    kind, id, slot = (row[name] for name in SLOT)
    return kind, id, slot


def _merged(forms: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Suggestions with the same text as one: the surest, with all who say so."""
    merged: dict[str | None, dict[str, Any]] = {}
    for each in best_first(forms):
        known = merged.get(each["text"])
        if known is None:
            merged[each["text"]] = {**each, "origins": [each["origin"]]}
        else:
            known["origins"].append(each["origin"])
    return list(merged.values())
