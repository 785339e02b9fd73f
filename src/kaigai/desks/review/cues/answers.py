"""Captions in review as answers: a sheet for translators, and the captions that it becomes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.sheets.answers import rows_words
from kaigai.desks.review.words import part_words
from kaigai.facts.form_file import comes_back
from kaigai.formats.captions.songs import numbers
from kaigai.formats.sheets.form import unusable
from kaigai.terms.section import Section, Share
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Blank, File, Step

if TYPE_CHECKING:
    from kaigai.desks.review.cues.result import NewCaptions
    from kaigai.facts.form_file import FormSheet


def given_out(made: "FormSheet", limit: int | None, out: str, given: Mapping[str, Any]) -> Answer:
    """The cues to translate, as a list or as a sheet; `given` is what the next step needs, too."""
    back = Step("localise import", TAKE_IN, {"sheet": out, **given}, out="NEW")
    steps = [back] if comes_back(out) else []
    if not out:
        steps = [Step("localise export", GIVE_OUT, given, out="review.xlsx")]
    return Answer(
        CUES,
        (Section(CUES, note=rows_words(made)) if out else _cues(made, limit),),
        made,
        lambda language: made.table(),
        steps,
        file=File(out, made.file(out)) if out else None,
    )


def _cues(made: "FormSheet", limit: int | None) -> Section:
    rows = tuple(
        (row["id"], row["start"], row["lyrics"], row["original"], row["suggestion"],
         Share(row["confidence"]))
        for row in made.rows[:limit]
    )  # fmt: skip
    columns = (Text("cue", "番号"), Text("start", "開始"), Text("lyrics", "歌詞"),
               Text("original", "原文"), Text("suggestion", "案"),
               Text("confidence", "確度"))  # fmt: skip
    return Section(CUES, columns, rows, (0, 5), part_words(len(rows), len(made.rows)))


def new_captions(done: "NewCaptions", limit: int | None) -> Answer:
    """How many cues the new file has, which were left out, and what its format lost."""
    taken = done.taken
    is_made = bool(taken.cues) and not done.is_dry
    return Answer(
        _title(done),
        tuple(_sections(done, limit)),
        done,
        steps=tuple(_steps(done)) if is_made else (),
        file=File(done.name, done.content) if is_made else None,
        refused=bool(taken.bad or taken.stale),
    )


def _steps(done: "NewCaptions") -> Iterator[Step]:
    yield Step("captions check", CHECK, {"files": done.name})
    if done.taken.sung:
        given = {"file": done.name, "delivery": "youtube", "work": Blank("ID")}
        yield Step("captions convert", CLEARED, {**given, "territory": "Worldwide"}, out="NEW")


def _sections(done: "NewCaptions", limit: int | None) -> Iterator[Section]:
    taken = done.taken
    rows: list[tuple[Text, int, str | None]] = [
        (TRANSLATED, len(taken.pairs), None),
        (OWN, taken.own, None),
        (SUNG, taken.sung, None),
        (EMPTY, len(taken.empty), _numbers(taken.empty)),
        (STALE, len(taken.stale), _numbers(taken.stale)),
        (REMEMBERED, done.remembered, None),
    ]
    columns = (Text("", ""), Text("cues", "件数"), Text("numbers", "番号"))
    yield Section(_title(done), columns, tuple(row for row in rows if row[1]), (1,), _note(done))
    if taken.bad:
        yield unusable(taken.bad, limit, LEFT_OUT)
    if done.losses:
        lost = tuple((loss.said, _numbers(loss.cues)) for loss in done.losses)
        yield Section(LOST, (Text("lost", "失われるもの"), Text("cues", "番号")), lost)


def _title(done: "NewCaptions") -> Text:
    count = f"{len(done.taken.cues):,}"
    return Text(f"{done.name}: {count} cues", f"{done.name}: {count}件の字幕")


def _numbers(found: Sequence[int]) -> str | None:
    return numbers(sorted(found)) if found else None


def _note(done: "NewCaptions") -> Text | None:
    if done.is_dry:
        return DRY
    if not done.taken.cues:
        return NOTHING
    return GATED if done.taken.sung else None


CUES: Final = Text("Captions to translate", "訳す字幕")
GIVE_OUT = Text("give out a sheet for translators", "翻訳用のシートを書き出す")
TAKE_IN = Text("take the translation in, as captions", "訳文を字幕として取り込む")
CHECK = Text("check reading speed, length and gaps", "読む速さ・長さ・間隔を検査する")
CLEARED = Text("deliver, once the lyrics are cleared", "歌詞の許諾を確かめて納品する")
TRANSLATED = Text("translated", "訳した字幕")
OWN = Text("of the translator's own", "独自に追加した字幕")
SUNG = Text("lyrics, marked ♪", "歌詞(♪)")
EMPTY = Text("left out: no translation", "訳文なしのため除外")
STALE = Text("left out: the original has changed", "原文が変わったため除外")
REMEMBERED = Text("new in the memory", "翻訳メモリに追加")
LEFT_OUT = Text("Rows that were left out", "除外した行")
LOST = Text("What this format cannot hold", "この形式で失われるもの")
DRY = Text("A dry run: nothing was written.", "試行のため、何も書き出していません。")
NOTHING = Text("There is no translation in the sheet; nothing was written.",
               "シートに訳文がないため、何も書き出していません。")  # fmt: skip
GATED = Text(
    en="Lyrics among them: a draft for your house. It leaves only through `kaigai captions "
    "convert --for …`, which asks for their clearance.",
    ja="歌詞を含むため社内用の下書きです。外に出すときは許諾を確かめる "
    "`kaigai captions convert --for …` を使ってください。",
)
