"""The registry as an answer: the list or one subject, the sheet to fill in, and what came back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from kaigai.desks.names import sections
from kaigai.desks.names.sheet import NOW, sheet_of, stamp
from kaigai.facts.form_file import comes_back
from kaigai.formats.sheets.form import STAMP, unusable
from kaigai.identity.names.slots import TRANSLATED
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Step

if TYPE_CHECKING:
    from kaigai.desks.names.result import Names, Taken


def names(found: "Names", out: str) -> Answer:
    """The list; beneath it every name where it has one row only."""
    return Answer(
        TITLE,
        (sections.name_list(found), *([sections.every_name(found.forms)] if found.forms else [])),
        found,
        lambda language: _rows(found),
        tuple(_steps(found, out if comes_back(out) else "")),
        sheet=lambda language: sheet_of(found.rows, found.language, language),
    )


def _steps(found: "Names", sheet: str) -> Iterator[Step]:
    if sheet:
        yield Step("names import", BACK, {"sheet": sheet})
        return
    if found.total > 1:
        yield Step("names", EVERY, {"what": found.rows[0]["subject_id"]})
    yield Step("names", FILL, {"missing": "latin"}, out="names.xlsx")
    yield Step("findability", FINDABLE)


def _rows(found: "Names") -> pa.Table:
    """The rows as other tools get them; with their stamps, they can be taken back, too."""
    slot = TRANSLATED + (found.language or "")
    return pa.Table.from_pylist(
        [
            {slot if name == NOW else name: value for name, value in row.items()
             if not name.endswith("_official")}
            | {STAMP: stamp(row, found.language)}
            for row in found.rows
        ]
    )  # fmt: skip


def taken(done: "Taken", name: str, limit: int | None) -> Answer:
    """What a sheet changed, what it could not, and why."""
    steps = [Step("findability", FINDABLE)]
    if done.conflicts:
        steps.insert(0, Step("names", ANEW, out="names.xlsx"))
    return Answer(
        TITLE,
        tuple(_taken(done, name, limit)),
        done,
        steps=tuple(steps),
        refused=bool(done.bad or done.conflicts),
    )


def _taken(done: "Taken", name: str, limit: int | None) -> Iterator[Section]:
    yield sections.summary(done, name)
    if done.decided:
        yield sections.decisions(done.decided, limit)
    if done.conflicts:
        yield sections.conflicts(done.conflicts, limit)
    if done.bad:
        yield unusable(done.bad, limit)


TITLE: Final = Text("Names", "名称")
FILL: Final = Text(
    "have a sheet of what lacks a Latin form, to fill in", "ローマ字のないものを記入用の表にする"
)
EVERY: Final = Text(
    "see every name of the first, and where each is from", "先頭の全名称と出どころを見る"
)
BACK: Final = Text("take the sheet back when it is filled in", "記入した表を取り込む")
ANEW: Final = Text("export the sheet anew, and decide again", "表を書き出し直して決め直す")
FINDABLE: Final = Text(
    "see whether fans abroad can find them", "海外のファンが見つけられるか調べる"
)
