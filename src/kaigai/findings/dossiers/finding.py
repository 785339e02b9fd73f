"""One finding with its evidence: what, where, since when, and what to do."""

from collections.abc import Mapping
from typing import Any

from kaigai.findings.dossiers.dossier import STATES, Look
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.dossiers.rights_words import both
from kaigai.findings.wording import (
    FIX_WORDS,
    evidence_of,
    mask_in,
    minutes,
    said,
    severity_mark,
)
from kaigai.findings.worth.words import full
from kaigai.terms.section import Section, facts
from kaigai.terms.territories import ISO, codes_of, name_of
from kaigai.terms.text import Language, Text


def finding(look: Look, id: str) -> list[Section]:
    """A finding: its sentence, what to do, the facts of it, territories by name, evidence."""
    row = _row(look, id)
    return [_sentence(look, row), _todo(look, row), _about(row), _territories(row), _evidence(row)]


def _row(look: Look, id: str) -> dict[str, Any]:
    return rows_of(look.engine, "findings", lambda t: t.finding_id == id)[0]


def _sentence(look: Look, row: Mapping[str, Any]) -> Section:
    return Section(
        Text("What is wrong", "内容"),
        note=said(look.checks.get(row["check"]), row, look.settings.markets),
    )


def _todo(look: Look, row: Mapping[str, Any]) -> Section:
    check = look.checks.get(row["check"])
    note = (
        check.todo if check else Text("The check is not installed.", "この検査は現在ありません。")
    )
    return Section(Text("What to do", "対処"), note=note)


def _about(row: Mapping[str, Any]) -> Section:
    return facts(
        Text("Finding", "課題"),
        [
            (Text("id", "ID"), row["finding_id"]),
            (Text("severity", "重大度"), severity_mark(row["severity"])),
            (Text("state", "状態"), STATES.get(row["state"], row["state"])),
            (Text("since", "最初の検出"), row["first_at"]),
            (Text("artist", "アーティスト"), row["artist"]),
            (Text("about", "対象"), row["subject"]),
            (Text("its id", "対象のID"), row["subject_id"]),
            (Text("who mends it", "対処の分野"), FIX_WORDS.get(row["fix"], row["fix"])),
            (Text("worth", "効果の見込み"), full(row)),
        ],
    )


def _territories(row: Mapping[str, Any]) -> Section:
    codes = codes_of(mask_in(row))
    title = Text(f"Territories: {len(codes)}", f"国・地域: {len(codes)}")
    if not codes:
        return Section(Text("Territories", "国・地域"), note=NOT_TERRITORIAL)
    if len(codes) == len(ISO):
        return Section(title, note=Text("All of them.", "すべての国・地域。"))
    return Section(title, note=both(lambda language: named(codes, language)))


def named(codes: tuple[str, ...], language: Language) -> str:
    """All territories by name, in the order of their names."""
    names = sorted(name_of(code, language) for code in codes)
    return ("、" if language == "ja" else ", ").join(names)


def _evidence(row: Mapping[str, Any]) -> Section:
    pairs = evidence_of(row)
    cells = tuple((name.replace("_", " "), readable(name, value)) for name, value in pairs.items())
    note = (
        None
        if cells
        else Text("None but the rows themselves.", "行そのもののほかにはありません。")
    )
    return Section(Text("Evidence", "根拠"), (Text("", ""), Text("", "")), cells, note=note)


def readable(name: str, value: Any) -> Any:
    """A piece of evidence for the eye: lengths as minutes, nested values as text."""
    if name.endswith("_ms") and isinstance(value, int | float):
        return minutes(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    return value


NOT_TERRITORIAL = Text("It is the same everywhere.", "国・地域によりません。")
