"""Suggestions, and how far the review is, as answers: what people look at, and what to do next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from kaigai.desks.review.candidate import tier
from kaigai.desks.review.slots import KIND_WORDS, Slot, language_words
from kaigai.desks.review.status import status_sections
from kaigai.desks.review.translation.batches import estimate_words
from kaigai.desks.review.words import SLOT_COLUMNS, origin_words, tier_words
from kaigai.terms.section import Section, Share
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Step

if TYPE_CHECKING:
    from kaigai.desks.review.candidate import Form
    from kaigai.desks.review.result import Board, Suggested

EXAMPLES: Final = 12  #: suggestions that are shown; the table has all
FLAT: Final = pa.schema(
    [
        ("subject_kind", pa.string()),
        ("subject_id", pa.string()),
        ("artist", pa.string()),
        ("original", pa.string()),
        ("language", pa.string()),
        ("text", pa.string()),
        ("confidence", pa.float64()),
        ("tier", pa.string()),
        ("origin", pa.string()),
        ("faults", pa.list_(pa.string())),
        ("is_lyrics", pa.bool_()),
    ]
)


def suggested(done: "Suggested") -> Answer:
    """What was found, what a service would cost or said, and the first of it."""
    given = {"captions": done.captions, "language": done.language, "lyrics": done.are_lyrics}
    return Answer(
        SUGGESTIONS,
        tuple(_suggested(done)),
        done,
        lambda language: _flat(done),
        (
            Step("localise export", GIVE_OUT, given if done.captions else {}, out="review.xlsx"),
            Step("localise status", HOW_FAR),
        ),
        refused=done.stopped is not None,
    )


def _suggested(done: "Suggested") -> Iterator[Section]:
    found = sorted(done.found.items(), key=lambda each: -each[1])
    yield Section(
        FOUND,
        (Text("from", "出どころ"), Text("number", "件数")),
        tuple((origin_words([family]), number) for family, number in found),
        (1,),
        _kept(done),
    )
    if done.estimate or done.kept_back or done.reused or done.stopped:
        yield Section(SERVICE, note=_service(done))
    if done.best:
        yield _examples(done)


def _kept(done: "Suggested") -> Text:
    if not done.slots:
        return NOTHING_MISSING
    if done.is_dry:
        return Text(
            f"{done.slots:,} forms are missing. A dry run: nothing was kept and nothing sent.",
            f"不足は{done.slots:,}件です。試行のため、保存も送信もしていません。",
        )
    return Text(
        f"{done.slots:,} forms are missing; {done.written:,} suggestions are new. Nothing is in "
        "use before a person approves it.",
        f"不足は{done.slots:,}件、新しい案は{done.written:,}件です。人が承認するまで"
        "使われません。",
    )


def _service(done: "Suggested") -> Text:
    parts = list(_service_parts(done))
    return Text("; ".join(each.en for each in parts), "。".join(each.ja for each in parts))


def _service_parts(done: "Suggested") -> Iterator[Text]:
    if done.estimate:
        yield estimate_words(done.estimate)
        if done.sent:
            yield Text(f"{done.sent:,} were sent and kept", f"{done.sent:,}件を送信・保存")
        elif not done.stopped:
            yield NOT_SENT
    if done.reused:
        yield Text(
            f"{done.reused:,} were known from an earlier call and not sent again",
            f"{done.reused:,}件は以前の結果を使い、再送していません",
        )
    if done.kept_back:
        yield Text(
            f"{done.kept_back:,} were not sent: lyrics without a clearance, or too long",
            f"{done.kept_back:,}件は送信対象外(権利確認のない歌詞、または長すぎる文)",
        )
    if done.stopped:
        yield Text(f"stopped: {done.stopped.en}", f"中断: {done.stopped.ja}")


def _examples(done: "Suggested") -> Section:
    first = sorted(done.best, key=lambda each: each[1].text is None)[:EXAMPLES]
    columns = (*SLOT_COLUMNS, Text("suggestion", "案"), Text("confidence", "確度"),
               Text("how to treat it", "扱い"))  # fmt: skip
    note = Text(
        f"{len(first)} of {len(done.best):,}, the best suggestion of each",
        f"全{len(done.best):,}件のうち{len(first)}件(それぞれ最良の案)",
    )
    rows = tuple(_example(slot, form, done.suggest_from) for slot, form in first)
    return Section(FIRST, columns, rows, (5,), note)


def _example(slot: Slot, form: "Form", suggest_from: float) -> tuple[Any, ...]:
    return (
        slot.artist,
        KIND_WORDS[slot.subject_kind],
        slot.original,
        language_words(slot.language),
        form.text,
        Share(form.confidence),
        tier_words(tier(form, suggest_from=suggest_from), has_text=form.text is not None),
    )


def _flat(done: "Suggested") -> pa.Table:
    """The best suggestion of each, as `suggestions` has them."""
    rows = [
        {
            "subject_kind": slot.subject_kind,
            "subject_id": slot.subject_id,
            "artist": slot.artist,
            "original": slot.original,
            "language": slot.language,
            "text": form.text,
            "confidence": form.confidence,
            "tier": tier(form, suggest_from=done.suggest_from),
            "origin": form.origin,
            "faults": list(form.faults),
            "is_lyrics": slot.is_lyrics,
        }
        for slot, form in done.best
    ]
    return pa.Table.from_pylist(rows, FLAT)


def status(found: "Board", limit: int | None, out: str) -> Answer:
    """How far the review is, with conflicts and who decided what."""
    steps = [Step("localise suggest", SUGGEST)]
    if found.table.num_rows:
        steps = [
            Step("localise export", GIVE_OUT, out="review.xlsx"),
            Step("localise import", TAKE_IN),
        ]
    return Answer(
        STATUS,
        tuple(status_sections(found, limit)),
        found,
        lambda language: found.table,
        steps,
        lede=LEDE if out else None,
    )


SUGGESTIONS = Text("Suggestions", "案")
STATUS = Text("Names and their translations: the review", "名称と翻訳の確認状況")
LEDE = Text(
    en="Machines and memories suggest; people decide. Every approved form says who approved it, "
    "when, and from what.",
    ja="機械と翻訳メモリは案を出すだけで、決めるのは人です。承認した表記には、"
    "誰が・いつ・何をもとに決めたかが残ります。",
)
FOUND = Text("What was found", "見つかった案")
SERVICE = Text("Translation service", "翻訳サービス")
FIRST = Text("The first of them", "先頭の案")
NOT_SENT = Text("nothing was sent; add --yes to send it", "未送信です(--yes を付けると送信します)")
NOTHING_MISSING = Text(
    en="Nothing is missing in these languages.", ja="この言語で不足しているものはありません。"
)
GIVE_OUT = Text("give out a sheet for reviewers", "確認者用のシートを書き出す")
TAKE_IN = Text("take in what reviewers decided", "確認者の判断を取り込む")
SUGGEST = Text("suggest what is missing", "足りないものの案を作る")
HOW_FAR = Text("see how far the review is", "確認の進み具合を見る")
