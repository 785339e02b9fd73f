"""What a read did, in sections: files by what became of them, rows by table, and refusals."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

from kaigai.formats.reports.stated_totals import stated_section
from kaigai.sources.reader import Refused
from kaigai.terms.section import Section
from kaigai.terms.text import Text

#: What may become of a file.
Status = Literal["new", "changed", "older", "same", "test", "refused"]

STATUSES: Mapping[Status, Text] = {
    "new": Text("new", "新規"),
    "changed": Text("changed", "更新"),
    "older": Text("older than what is known", "既知より古い"),
    "same": Text("already read", "読み込み済み"),
    "test": Text("test messages, kept apart", "テストメッセージ(別扱い)"),
    "refused": Text("refused", "読めなかった"),
}


class File(Protocol):
    """One file as it was read."""

    @property
    def status(self) -> str: ...


class Outcome(Protocol):
    """What is told of a read."""

    @property
    def origins(self) -> Sequence[File]: ...
    @property
    def rows(self) -> Mapping[str, int]: ...
    @property
    def totals(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def refusals(self) -> Sequence[tuple[str, Refused]]: ...


def told(result: Outcome) -> list[Section]:
    """Files, rows, stated totals and refusals; what there is none of is left out."""
    blank = (Text("", ""), Text("", ""))
    statuses = [each.status for each in result.origins]
    files = tuple((STATUSES[each], statuses.count(each)) for each in STATUSES if each in statuses)
    sections = [
        Section(Text("Files", "ファイル"), blank, files, (1,)),
        Section(
            Text("Rows added", "追加された行"), blank, tuple(sorted(result.rows.items())), (1,)
        ),
        stated_section(result.totals),
        _refusals(result),
    ]
    return [each for each in sections if each.rows or each.note]


def _refusals(result: Outcome) -> Section:
    cells = tuple(
        (path, each.place, each.found, each.expected, each.todo) for path, each in result.refusals
    )
    columns = (
        Text("file", "ファイル"),
        Text("place", "場所"),
        Text("found", "内容"),
        Text("expected", "必要なもの"),
        Text("to do", "対処"),
    )
    return Section(Text("Refused", "読めなかったもの"), columns, cells)
