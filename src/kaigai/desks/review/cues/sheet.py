"""A captions file as a sheet for translators: one row a cue, times and words of their own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kaigai.desks.review.candidate import SUGGEST
from kaigai.desks.review.cues.slots import cue_id, has_letters, songs
from kaigai.desks.review.rows import best_first
from kaigai.desks.review.sheets.book import Layout
from kaigai.desks.review.sheets.stamps import mark
from kaigai.desks.review.words import fault_words, origin_words
from kaigai.formats.captions.model import Cue
from kaigai.terms.text import Language, Text

HEADINGS: Final[Mapping[str, Text]] = {
    "id": Text("cue", "番号"),
    "start": Text("start", "開始"),
    "end": Text("end", "終了"),
    "lyrics": Text("lyrics", "歌詞"),
    "original": Text("original", "原文"),
    "suggestion": Text("suggestion", "案"),
    "confidence": Text("confidence", "確度"),
    "origin": Text("from", "出どころ"),
    "warnings": Text("warnings", "注意"),
    "translation": Text("translation", "訳文"),
    "note": Text("note", "備考"),
    "stamp": Text("stamp (leave as it is)", "照合用(変更不可)"),
}
DITTO: Final = frozenset({"^", "〃", "＾"})  #: takes the suggestion as it is
JOINT: Final = "; "
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
LAYOUT: Final = Layout(
    HEADINGS,
    editable=frozenset({"start", "end", "translation", "note"}),
    hints=HINTS,
    needed=("id", "start", "end", "original", "translation", "stamp"),
    todo=Text(
        en="import a sheet that was given out with: kaigai localise export --captions FILE",
        ja="kaigai localise export --captions ファイル で書き出したシートを取り込んでください",
    ),
    own_rows=20,  # for cues of the translator's own
)


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
        "stamp": f"{number}.{mark(cue.text)}.{'s' if best.get('tier') == SUGGEST else '-'}",
    }


def clock(ms: int) -> str:
    """A time as translators write it: 00:01:02.345."""
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
