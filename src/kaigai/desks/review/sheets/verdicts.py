"""What becomes of each row that came back: a decision, a conflict, stale, or not usable."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaigai.desks.review.candidate import wrong_script
from kaigai.desks.review.sheets.columns import FORM, decided_last
from kaigai.desks.review.slot_state import CHANGED
from kaigai.desks.review.states import State, Who, may
from kaigai.formats.sheets.form import AS_TEXT, BadRow, Line
from kaigai.identity.names.slots import decided
from kaigai.terms.scripts import script_of
from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row with what becomes of it; `before` is the state it met."""

    line: Line
    row: Mapping[str, Any]  #: the slot as the workspace has it now
    before: State
    outcome: State
    text: str
    origin: str


@dataclass(slots=True)
class Judged:
    """All rows of a sheet."""

    verdicts: list[Verdict] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    untouched: int = 0
    unchanged: int = 0  #: rows that say what was decided already
    later: int = 0

    def of(self, *outcomes: State) -> list[Verdict]:
        """The rows with one of these outcomes."""
        return [each for each in self.verdicts if each.outcome in outcomes]


def judged(
    lines: Iterable[Line],
    board: Mapping[str, Mapping[str, Any]],
    suggestions: Mapping[str, Mapping[str, Any]],
    *,
    overturn: bool = False,
) -> Judged:
    """The verdict of each row.

    board        the slots as they are now, by the sheet's id
    suggestions  by suggestion_id
    overturn     the person takes it upon them to decide against others' decisions
    """
    made = Judged()
    answered = list(_answered(made, lines))
    rows = FORM.matched((line for line, _ in answered), {(id,): board[id] for id in board})
    for (line, answer), found in zip(answered, rows, strict=True):
        if isinstance(found, BadRow):
            made.bad.append(found)
        else:
            _judge(made, line, answer, found[1], suggestions, overturn=overturn)
    return made


def _answered(made: Judged, lines: Iterable[Line]) -> Iterator[tuple[Line, str | None]]:
    """The rows that say something, with their answers."""
    for line in lines:
        values = FORM.values(line, "decision")
        if isinstance(values, BadRow):
            made.bad.append(values)
            continue
        answer = values["decision"]
        if answer == "later":
            made.later += 1
        elif answer is None and not line["approved"]:
            made.untouched += 1
        else:
            yield line, answer


def _judge(
    made: Judged,
    line: Line,
    answer: str | None,
    row: Mapping[str, Any],
    suggestions: Mapping[str, Mapping[str, Any]],
    *,
    overturn: bool,
) -> None:
    offered = line["suggestion"]
    text = line["approved"] or offered
    if not line.stands("suggestion", offered):
        made.bad.append(FORM.bad(line, "stamp", STAMP))
        return
    wrong = AS_TEXT if "approved" in line.days else _wrong(text, row["slot"], answer)
    if wrong:
        made.bad.append(FORM.bad(line, "approved", wrong, found=text))
        return
    after: State = "approved" if text == offered else "changed"
    after = "rejected" if answer == "reject" else after
    now = _before(row, line)
    if _says_the_same(row, after, text):
        made.unchanged += 1
        return
    who: Who = "arbiter" if overturn else "reviewer"
    if not line.stands("original", row["original"]):
        outcome: State = "stale"
    elif may(now, after, who):
        outcome = after
    else:
        outcome = "conflict"
    known = suggestions.get(line.given["from"], {})
    origin = known.get("origin", CHANGED) if after != "changed" else CHANGED
    made.verdicts.append(Verdict(line, row, now, outcome, text, origin))


def _before(row: Mapping[str, Any], line: Line) -> State:
    """The state that the row meets. Where nothing was decided since the sheet was given out, the
    reviewer knew all there is to know, and the row is open to them."""
    if row["state"] == "conflict":
        return "conflict"
    if line.stands("now", *decided_last(row)):
        return "suggested"
    return "rejected" if row["status"] == "rejected" else "approved"


def _says_the_same(row: Mapping[str, Any], after: State, text: str) -> bool:
    """Whether the row is what was decided already: the same sheet came in twice, for one."""
    status = "rejected" if after == "rejected" else "approved"
    decided_so = row["status"] == status and row["text"] == text
    return bool(decided_so) and row["state"] not in ("stale", "conflict")


def _wrong(text: str, slot: str, answer: str | None) -> Text | None:
    if not text:
        return EMPTY if answer != "reject" else NOTHING_TO_REJECT
    if answer == "reject":
        return None
    try:
        FORM.columns["approved"].value(text)
    except ValueError:
        return FORM.columns["approved"].expected
    return SCRIPT if wrong_script(slot, text) else None


def decision(verdict: Verdict) -> dict[str, Any]:
    """The row of `name_decisions` that a verdict makes, without who and when."""
    row = verdict.row
    role, language = decided(row["slot"], script_of(row["original"]))
    rejected = verdict.outcome == "rejected"
    return {
        "subject_kind": row["subject_kind"],
        "subject_id": row["subject_id"],
        "text": verdict.text,
        "language": language,
        "role": role,
        "status": "rejected" if rejected else "approved",
        "is_locked": not rejected,
        "origin": verdict.origin,
        "based_on": row["original"],
        "note": verdict.line["note"] or None,
    }


STAMP = Text(
    en="suggestion and stamp as they were given out; write your own form into “approved form”",
    ja="案と照合用の列は書き出したまま。別の表記は「承認する表記」に書いてください",
)
EMPTY = Text(
    en="a form: nothing was suggested, so approving needs one in “approved form”",
    ja="表記。案がないため、承認するには「承認する表記」に記入が必要です",
)
NOTHING_TO_REJECT = Text("nothing to reject: leave it empty", "却下する案がありません(空欄で可)")
SCRIPT = Text("a form in the script of that language", "その言語の文字による表記")
