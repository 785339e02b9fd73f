"""A clearance: what may be done with a song's words, in which language, where and how long."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, cast

from kaigai.terms import isrc, iswc
from kaigai.terms.text import Text

Use = Literal["translation", "romanisation"]
Status = Literal["cleared", "asked", "refused", "withdrawn"]
Kind = Literal["lyrics", "speech", "title"]

USES: Final[Mapping[Use, Text]] = {
    "translation": Text("translation", "翻訳"),
    "romanisation": Text("romanisation", "ローマ字表記"),
}
STATUSES: Final[Mapping[Status, Text]] = {
    "cleared": Text("cleared", "許諾済み"),
    "asked": Text("asked for", "申請中"),
    "refused": Text("refused", "不許諾"),
    "withdrawn": Text("withdrawn", "撤回"),
}


@dataclass(frozen=True, slots=True)
class Clearance:
    """One record, as it stands now."""

    work_id: str
    title: str
    language: str
    use: Use
    territories: tuple[str, ...]
    start: date | None
    end: date | None
    holder: str
    proof: str
    status: Status
    note: str = ""
    by: str = ""
    at: datetime | None = None
    line: int = 0

    @property
    def id(self) -> str:
        """What a later record of the same thing is known by."""
        parts = (work_key(self.work_id), self.language.casefold(), self.use, plain(self.holder))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def plain(text: str) -> str:
    """A text as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def work_key(written: str) -> str:
    """A work's id as it is compared: ISWC and ISRC in any spelling are one."""
    return iswc.normalise(written) or isrc.normalise(written) or plain(written)


def current(rows: Iterable[Mapping[str, Any]]) -> list[Clearance]:
    """The newest row of each clearance, by work, language and use."""
    newest: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        known = newest.get(row["clearance_id"])
        if known is None or row["at"] >= known["at"]:
            newest[row["clearance_id"]] = row
    found = [_of(row) for row in newest.values()]
    return sorted(found, key=lambda each: (each.title, each.work_id, each.language, each.use))


def _of(row: Mapping[str, Any]) -> Clearance:
    return Clearance(
        row["work_id"],
        row["title"] or "",
        row["language"],
        cast(Use, row["use"]),
        tuple(row["territories"] or ()),
        row["start"],
        row["end"],
        row["holder"],
        row["proof"] or "",
        cast(Status, row["status"]),
        row["note"] or "",
        row["by"],
        row["at"],
        row["line"] or 0,
    )
