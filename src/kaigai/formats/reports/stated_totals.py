"""Totals that reports state beside what their rows add up to, as people see them."""

from collections.abc import Iterable, Mapping
from typing import Any

from kaigai.terms.section import Section
from kaigai.terms.text import Text

SHOWN = 20


def stated_section(rows: Iterable[Mapping[str, Any]], *, with_file: bool = True) -> Section:
    """Rows of `report_totals`: those that differ, and how many agree.

    with_file  rows have the `path` of their file, which is shown
    """
    given = list(rows)
    differing = [row for row in given if not row["agrees"]]
    cells = tuple(
        (
            *((row["path"],) if with_file else ()),
            row["place"],
            row["measure"],
            row["stated"],
            row["counted"],
            row["counted"] - row["stated"],
        )
        for row in differing[:SHOWN]
    )
    columns = (
        *((Text("file", "ファイル"),) if with_file else ()),
        Text("stated in", "記載箇所"),
        Text("total of", "合計の対象"),
        Text("the report says", "レポートの値"),
        Text("its rows add up to", "行の合計"),
        Text("difference", "差"),
    )
    first = 3 if with_file else 2
    note = _note(len(given), len(differing)) if given else None
    return Section(TITLE, columns if cells else (), cells, (first, first + 1, first + 2), note)


def _note(every: int, differing: int) -> Text:
    if not differing:
        return Text(
            f"All {every} totals that reports state agree with their rows.",
            f"レポートに記載された合計{every}件は、すべて行の合計と一致しました。",
        )
    return Text(
        f"{every - differing} of {every} stated totals agree. Where one differs, rows were "
        "refused or the report lists only a part; shares are made from the rows.",
        f"記載された合計{every}件のうち{every - differing}件が一致しました。差があるのは、"
        "読めなかった行があるか、一部だけの出力の場合です。集計には行の値を使います。",
    )


TITLE = Text("Totals stated by reports", "レポート記載の合計との照合")
