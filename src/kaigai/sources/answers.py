"""What a read did, and what a sheet is taken for, as answers."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kaigai.formats.reports.stated_totals import stated_section
from kaigai.sources.reader import READERS, Refused
from kaigai.sources.result import STATUSES, ReadResult
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Blank, Step

if TYPE_CHECKING:
    from kaigai.formats.sheets.preview import SheetPreview
    from kaigai.sources.actions import Guessed

BLANK = Text("", "")


def read(result: ReadResult, limit: int | None) -> Answer:
    """Files by what became of them, rows by table, stated totals and refusals."""
    steps = [Step("audit", AUDIT)]
    refused = next((each.path for each in result.origins if each.refused and each.origin_id), None)
    if refused:
        steps.append(Step("show", EVERY_REFUSAL, {"what": refused}))
    return Answer(
        READ,
        tuple(_sections(result, limit)),
        result,
        steps=steps,
        refused=bool(result.refusals),
    )


def _sections(result: ReadResult, limit: int | None) -> Iterator[Section]:
    counts = tuple(
        (label, result.count(status)) for status, label in STATUSES.items() if result.count(status)
    )
    yield Section(Text("Files", "ファイル"), (BLANK, BLANK), counts, (1,))
    if result.rows:
        added = tuple(sorted(result.rows.items()))
        yield Section(Text("Rows added", "追加された行"), (BLANK, BLANK), added, (1,))
    stated = stated_section(result.totals)
    if stated.note:
        yield stated
    if result.refusals:
        yield _refusals(result.refusals, limit)


def _refusals(refusals: Sequence[tuple[str, Refused]], limit: int | None) -> Section:
    """Each row or file that was refused: where, what stood there, what to do."""
    rows = tuple(
        (path, each.place, each.found or None, each.expected, each.todo)
        for path, each in refusals[:limit]
    )
    n, left = len(refusals), len(refusals) - len(rows)
    more = Text(
        f"… and {left:,} more: kaigai show FILE", f"… ほか{left:,}件: kaigai show ファイル名"
    )
    return Section(
        Text(f"Refused: {n:,}", f"読めなかったもの: {n:,}件"),
        (
            Text("file", "ファイル"),
            Text("place", "場所"),
            Text("found", "内容"),
            Text("expected", "必要なもの"),
            Text("to do", "対処"),
        ),
        rows,
        note=more if left else None,
    )


def preview(guessed: Sequence["Guessed"]) -> Answer:
    """What columns are taken for, and a mapping to start from."""
    first = guessed[0].path if guessed else Blank("PATH")
    return Answer(
        PREVIEW,
        tuple(_previewed(guessed)),
        list(guessed),
        steps=(
            Step("read", AS_SHOWN, {"paths": first}),
            Step("read", CORRECT, {"paths": first, "mapping": "mapping.toml", "preview": True}),
        ),
        refused=any(each.refused for each in guessed),
    )


def _previewed(guessed: Sequence["Guessed"]) -> Iterator[Section]:
    unknown: dict[str, None] = {}
    for each in guessed:
        title = Text(each.path, each.path)
        if each.refused:
            yield _refusals([(each.path, each.refused)], None)
        elif each.preview is None:
            yield Section(title, note=_own_columns(each.reader or ""))
        else:
            names = ", ".join(name for name in each.preview.fields if ":" not in name)
            for sheet in each.preview.sheets:
                yield _sheet(title, sheet)
                unknown |= dict.fromkeys(sheet.unrecognised)
            yield Section(FIELDS, note=Text(names, names))
    if unknown:
        lines = "\n".join(f'{json.dumps(each, ensure_ascii=False)} = ""' for each in unknown)
        yield Section(TO_COMPLETE, note=Text(lines, lines))


def _sheet(title: Text, sheet: "SheetPreview") -> Section:
    name, row = sheet.name or "–", sheet.header_row
    is_read = Text(f"sheet {name}, header in row {row}", f"シート {name}、見出しは{row}行目")
    passed_over = Text(
        f"sheet {name} would be passed over: too little of row {row} is recognised",
        f"シート {name} は読み飛ばします。{row}行目の見出しがほとんど分かりません",
    )
    rows = tuple(
        (column.header, column.field or NOT_RECOGNISED, " | ".join(column.samples))
        for column in sheet.columns
    )
    columns = (Text("column", "列"), Text("taken for", "解釈"), Text("for example", "例"))
    return Section(title, columns, rows, note=is_read if sheet.is_read else passed_over)


def _own_columns(reader: str) -> Text:
    return Text(
        f"recognised as {reader}, which knows its own columns",
        f"{reader} と判別しました。列の指定は要りません",
    )


def readers() -> Answer:
    """What can be read, and which tables it fills."""
    rows = tuple((each.name, each.about, each.feeds) for each in READERS.values())
    columns = (Text("reader", "形式"), Text("reads", "内容"), Text("fills", "表"))
    return Answer(
        READERS_TITLE,
        (Section(READERS_TITLE, columns, rows),),
        READERS,
        steps=(Step("read", Text("read a file or folder", "ファイルやフォルダを読み込む")),),
    )


READ = Text("What was read", "読み込み結果")
PREVIEW = Text("What each column is taken for", "各列の解釈")
READERS_TITLE = Text("Readers", "読み込める形式")
FIELDS = Text("A mapping may name", "対応表で使える項目")
TO_COMPLETE = Text("mapping.toml, to be completed", "mapping.toml のひな形")
NOT_RECOGNISED = Text("not recognised, not read", "不明(読みません)")
AUDIT = Text(
    "see what cannot be heard, found or understood abroad",
    "海外で聴けない・見つからない・伝わらないものを調べる",
)
EVERY_REFUSAL = Text("see every row of it that was refused", "読めなかった行をすべて見る")
AS_SHOWN = Text("read it as shown", "この解釈のまま読み込む")
CORRECT = Text("correct columns, and look again", "列の対応を直して、もう一度確かめる")
