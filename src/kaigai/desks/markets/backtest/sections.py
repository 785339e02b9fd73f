"""The backtest as lists: the model beside the baselines, with intervals."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from math import isnan

import pyarrow as pa

from kaigai.desks.markets.backtest.baselines import NAMES
from kaigai.desks.markets.backtest.metrics import FIGURES, Figure
from kaigai.desks.markets.backtest.result import GROUPS, MODEL, Backtest, Row
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text

METHODS: Mapping[str, Text] = {MODEL: Text("Kaigai's model", "Kaigaiのモデル"), **NAMES}
LABELS = ("P@5", "R@10", "AUC", "AP")
GROUP_NAMES: Mapping[str, Text] = {
    "all": Text("all artists", "全アーティスト"),
    "jp-kr": Text("Japanese and Korean artists", "日本と韓国のアーティスト"),
}
FEW = 30  #: artists with a new territory, below which a figure says little

TITLE = Text(
    en="{service}, {group}: ranked on {cutoff}, held to {until}",
    ja="{service}、{group}: {cutoff} に順位付けし、{until} までの実績と照合",
)
METHOD = Text("method", "方法")
SURELY = Text("model surely better", "モデルが確実に上")
COUNTED = Text(
    en="{artists:,} artists, {cells:,} territories not reached yet, {reached:,} of them reached "
    "by {moved:,} artists. In brackets: 90 % intervals.",
    ja="アーティスト {artists:,} 組、未到達の組み合わせ {cells:,} 件。うち {reached:,} 件に"
    "{moved:,} 組が到達。括弧内は90%区間。",
)
ABOVE = Text(
    en=" The model is above every baseline on {above}{below}.",
    ja="モデルは{above}で全ベースラインを上回りました{below}。",
)
BELOW = Text(en=", but not on {names}", ja="({names}では上回っていません)")
NONE = Text(
    en=" The model is above every baseline on no figure.",
    ja="全ベースラインを上回った指標はありません。",
)
FEW_MOVED = Text(
    en=" Too few artists moved for these figures to say much.",
    ja="到達したアーティストが少なく、数値は参考程度です。",
)
MEANING = Section(
    Text("What the figures mean", "指標の意味"),
    (Text("figure", "指標"), Text("meaning", "意味")),
    (
        (
            "P@5",
            Text(
                "of the five territories ranked first, the share that was reached",
                "上位5地域のうち、実際に届いた割合",
            ),
        ),
        (
            "R@10",
            Text(
                "of the territories reached, the share among the ten ranked first",
                "実際に届いた地域のうち、上位10に入っていた割合",
            ),
        ),
        (
            "AUC",
            Text(
                "the chance that a reached one is ranked above one that was not (0.5 is luck)",
                "届いた組み合わせが、届かなかったものより上に来る確率(0.5は偶然と同じ)",
            ),
        ),
        (
            "AP",
            Text(
                "average precision over all artists and territories together",
                "全アーティスト・全地域を通した平均適合率",
            ),
        ),
        (
            SURELY,
            Text(
                "the figures on which the 90 % interval of the difference, from the same draws, "
                "is above zero",
                "同じ再抽出による差の90%区間が0を上回る指標",
            ),
        ),
    ),
)


def groups(test: Backtest) -> Iterator[tuple[str, Sequence[Row]]]:
    """The rows of each group of artists that has any."""
    for group in GROUPS:
        if rows := [row for row in test.rows if row.group == group]:
            yield group, rows


def sections(test: Backtest) -> list[Section]:
    """A list for each group of artists."""
    return [section(test, group, rows) for group, rows in groups(test)]


def title_of(test: Backtest, group: str) -> Text:
    """Which service and group, and which days."""
    until = test.cutoff + timedelta(test.horizon)
    given = {"service": test.service, "cutoff": test.cutoff, "until": until}
    name = GROUP_NAMES[group]
    return Text(TITLE.to("en", group=name.en, **given), TITLE.to("ja", group=name.ja, **given))


def section(test: Backtest, group: str, rows: Sequence[Row]) -> Section:
    """The methods with their figures."""
    over = dict(next((row.over for row in rows if row.over), ()))
    return Section(
        title_of(test, group),
        (METHOD, *(Text(label, label) for label in LABELS), *([SURELY] if over else [])),
        tuple(
            (
                METHODS[row.method],
                *(_cell(each) for each in row.figures),
                *([_surely(over.get(row.method))] if over else []),
            )
            for row in rows
        ),
        right=(1, 2, 3, 4),
        note=_note(test, group, rows[0]),
    )


def _surely(differences: Sequence[Figure] | None) -> Text:
    """The figures on which the model is above this one in nearly every draw; none of itself."""
    if differences is None:
        return Text("", "")
    names = [label for label, each in zip(LABELS, differences, strict=True) if each.low > 0]
    if not names:
        return Text("–", "–")
    return Text(f"◯ {', '.join(names)}", f"◯ {'・'.join(names)}")


def _cell(figure: Figure) -> str | None:
    if isnan(figure.value):
        return None
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})"


def _note(test: Backtest, group: str, row: Row) -> Text:
    beaten = test.beaten(group)
    above = [label for label, name in zip(LABELS, FIGURES, strict=True) if beaten[name]]
    below = [label for label in LABELS if label not in above]
    counted = {
        "artists": row.artists, "cells": row.cells, "reached": row.reached, "moved": row.moved
    }  # fmt: skip
    return Text(_said("en", above, below, counted), _said("ja", above, below, counted))


def _said(
    tongue: Language, above: Sequence[str], below: Sequence[str], counted: Mapping[str, int]
) -> str:
    joint = "・" if tongue == "ja" else ", "
    less = BELOW.to(tongue, names=joint.join(below)) if below else ""
    said = ABOVE.to(tongue, above=joint.join(above), below=less) if above else NONE.to(tongue)
    few = FEW_MOVED.to(tongue) if counted["moved"] < FEW else ""
    return COUNTED.to(tongue, **counted) + said + few


def table(tests: Sequence[Backtest]) -> pa.Table:
    """One row for each service, group, method and figure, for other tools."""
    rows = [
        {
            "service": test.service,
            "cutoff": test.cutoff,
            "horizon_days": test.horizon,
            "group": row.group,
            "method": row.method,
            "figure": label,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "artists": row.artists,
            "artists_moved": row.moved,
            "cells": row.cells,
            "cells_reached": row.reached,
            "learned_from": [day.isoformat() for day in test.learned_from],
        }
        for test in tests
        for row in test.rows
        for label, figure in zip(LABELS, row.figures, strict=True)
    ]
    return pa.Table.from_pylist(rows)
