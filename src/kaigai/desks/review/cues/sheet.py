"""A captions file as a sheet for translators: one row a cue, times and words of their own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kaigai.desks.review.cues.slots import cue_id, has_letters, songs
from kaigai.desks.review.rows import best_first
from kaigai.desks.review.words import fault_words, origin_words
from kaigai.formats.captions.model import Cue
from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, Column, Form
from kaigai.formats.sheets.mark import mark
from kaigai.formats.sheets.tables import JOINT
from kaigai.terms.text import Language, Text

DITTO: Final = frozenset({"^", "〃", "＾"})  #: takes the suggestion as it is
#: How to work with it, as its second page says.
HINTS: Final = (
    Text(
        en="Write into “translation”; ^ alone takes the suggestion as it is. Line breaks inside a "
        "cell become line breaks of the caption.",
        ja="「訳文」に記入してください。〃 だけを書くと案をそのまま使います。セル内の改行は字幕の"
        "改行になります。",
    ),
    Text(
        en="Your cues are your own: change start and end, leave rows empty, and use the rows "
        "below (or new ones) for cues that the original does not have.",
        ja="字幕の区切りは原文に合わせる必要はありません。開始・終了を変える、行を空欄にする、"
        "下の空行(または追加した行)に独自の字幕を書く、いずれも可能です。",
    ),
    Text(
        en="♪ marks lyrics: their translation is marked as lyrics too, and leaves only where a "
        "clearance is recorded.",
        ja="♪は歌詞です。訳文にも♪を付けます。歌詞の訳は、許諾の記録がある場合だけ外に出せます。",
    ),
    Text(
        en="Take it in with: kaigai localise import SHEET --captions FILE --out NEW --by “NAME”",
        ja="取り込み: kaigai localise import シート --captions 元の字幕 --out 新しい字幕 "
        "--by 「名前」",
    ),
)
TIME: Final = Text("a time like 00:01:02.345", "00:01:02.345 の形の時刻")
WORDS: Final = Text("a translation of at most 2,000 characters", "2,000文字以内の訳文")
FORM: Final = Form(
    {
        "id": Column(Text("cue", "番号"), needed=True, width=14),
        "start": Column(Text("start", "開始"), editable=True, needed=True, width=13,
                        expected=TIME),
        "end": Column(Text("end", "終了"), editable=True, needed=True, width=13, expected=TIME),
        "lyrics": Column(Text("lyrics", "歌詞"), width=8),
        "original": Column(Text("original", "原文"), needed=True, width=32),
        "suggestion": Column(Text("suggestion", "案"), width=32),
        "confidence": Column(Text("confidence", "確度"), "share", width=10),
        "origin": Column(Text("from", "出どころ")),
        "warnings": Column(Text("warnings", "注意"), width=28),
        "translation": Column(Text("translation", "訳文"), editable=True, needed=True, width=44,
                              longest=2_000, lines=True, expected=WORDS),
        "note": Column(Text("note", "備考"), editable=True, width=26),
        STAMP: Column(STAMP_WORDS, needed=True, width=4),
    },
    key=("id",),
    stamped=("id", "original", "tier"),
    hints=HINTS,
    todo=Text(
        en="import a sheet that was given out with: kaigai localise export --captions FILE",
        ja="kaigai localise export --captions ファイル で書き出したシートを取り込んでください",
    ),
    unknown=Text(
        en="a cue of this captions file, id and stamp as they were given out",
        ja="この字幕ファイルの番号(番号と照合用の列は書き出したまま)",
    ),
    once=Text(
        en="each cue in one row: this is its second; leave cue and stamp of your own cues empty",
        ja="ひとつの番号につき一行(二行目です)。独自の字幕は番号と照合用の列を空欄にしてください",
    ),
    own_rows=20,  # for cues of the translator's own
)  # fmt: skip


def rows(
    cues: Sequence[Cue],
    data: bytes,
    slot: str,
    suggestions: Iterable[Mapping[str, Any]],
    *,
    are_lyrics: bool,
    language: Language,
) -> list[dict[str, Any]]:
    """The rows of the sheet; cues without letters need no translator."""
    by_cue: dict[str, list[Mapping[str, Any]]] = {}
    for each in suggestions:
        if each["slot"] == slot and each["text"]:
            by_cue.setdefault(each["subject_id"], []).append(each)
    sung = songs(cues, are_lyrics=are_lyrics)
    made = []
    for number, cue in enumerate(cues, start=1):
        if not has_letters(cue):
            continue
        usable = [
            each
            for each in by_cue.get(cue_id(data, number), [])
            if each["source_text"] == cue.text
        ]
        best = best_first(usable)[0] if usable else {}
        made.append(_row(number, cue, best, language, is_sung=number in sung))
    return made


def _row(
    number: int, cue: Cue, best: Mapping[str, Any], language: Language, *, is_sung: bool
) -> dict[str, Any]:
    warnings = [fault_words(each).to(language) for each in best.get("faults") or ()]
    return {
        "id": str(number),
        "start": clock(cue.start_ms),
        "end": clock(cue.end_ms),
        "lyrics": "♪" if is_sung else None,
        "original": cue.text,
        "suggestion": best.get("text"),
        "confidence": best.get("confidence"),
        "origin": origin_words([best["origin"]]).to(language) if best else None,
        "warnings": JOINT.join(warnings) or None,
        "translation": None,
        "note": None,
        STAMP: FORM.stamp(id=str(number), original=mark(cue.text)),
    }


def clock(ms: int) -> str:
    """A time as translators write it: 00:01:02.345."""
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
