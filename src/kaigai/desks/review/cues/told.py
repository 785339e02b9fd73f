"""What people are shown after a translators' sheet became captions."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kaigai.formats.captions.songs import numbers
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.review.cues.result import NewCaptions

SHOWN: Final = 12


def new_captions_sections(made: "NewCaptions", name: str, *, is_dry: bool) -> Iterator[Section]:
    """How many cues the new file has, which were left out, and what its format lost."""
    taken = made.taken
    rows: list[tuple[Text, int, str | None]] = [
        (TRANSLATED, len(taken.pairs), None),
        (OWN, taken.own, None),
        (SUNG, taken.sung, None),
        (EMPTY, len(taken.empty), _numbers(taken.empty)),
        (STALE, len(taken.stale), _numbers(taken.stale)),
        (REMEMBERED, made.remembered, None),
    ]
    shown = tuple(row for row in rows if row[1])
    title = Text(f"{name}: {len(taken.cues):,} cues", f"{name}: {len(taken.cues):,}件の字幕")
    columns = (Text("", ""), Text("cues", "件数"), Text("numbers", "番号"))
    yield Section(title, columns, shown, (1,), _note(made, is_dry=is_dry))
    if taken.bad:
        bad = tuple(
            (each.number, each.column, each.found, each.expected) for each in taken.bad[:SHOWN]
        )
        heads = (Text("row", "行"), Text("column", "列"), Text("found", "内容"),
                 Text("expected", "必要なもの"))  # fmt: skip
        yield Section(Text("Rows that were left out", "除外した行"), heads, bad, (0,))
    if made.losses:
        lost = tuple((loss.said, _numbers(loss.cues)) for loss in made.losses)
        gone = (Text("lost", "失われるもの"), Text("cues", "番号"))
        yield Section(Text("What this format cannot hold", "この形式で失われるもの"), gone, lost)


def _numbers(found: Sequence[int]) -> str | None:
    return numbers(sorted(found)) if found else None


def _note(made: "NewCaptions", *, is_dry: bool) -> Text | None:
    if is_dry:
        return DRY
    if not made.taken.cues:
        return NOTHING
    return GATED if made.taken.sung else None


TRANSLATED = Text("translated", "訳した字幕")
OWN = Text("of the translator's own", "独自に追加した字幕")
SUNG = Text("lyrics, marked ♪", "歌詞(♪)")
EMPTY = Text("left out: no translation", "訳文なしのため除外")
STALE = Text("left out: the original has changed", "原文が変わったため除外")
REMEMBERED = Text("new in the memory", "翻訳メモリに追加")
DRY = Text("A dry run: nothing was written.", "試行のため、何も書き出していません。")
NOTHING = Text("There is no translation in the sheet; nothing was written.",
               "シートに訳文がないため、何も書き出していません。")  # fmt: skip
GATED = Text(
    en="Lyrics among them: a draft for your house. It leaves only through `kaigai captions "
    "convert --for …`, which asks for their clearance.",
    ja="歌詞を含むため社内用の下書きです。外に出すときは許諾を確かめる "
    "`kaigai captions convert --for …` を使ってください。",
)
