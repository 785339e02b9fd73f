"""A sheet of clearances, in Japanese or English: each row understood, or refused with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kaigai.desks.captions.clearances.record import STATUSES, USES, Clearance, Status, plain
from kaigai.facts.form_file import FormSheet
from kaigai.formats.sheets.form import (
    A_TEXT,
    STAMP,
    STAMP_WORDS,
    BadRow,
    Column,
    Form,
    Line,
    loose,
)
from kaigai.formats.sheets.headers import Vocabulary
from kaigai.formats.sheets.mark import mark
from kaigai.formats.sheets.territory_cell import NOWHERE, place_of
from kaigai.terms.languages import canonical
from kaigai.terms.territories import codes_of, complement, mask_of
from kaigai.terms.text import Language, Text

FEW: Final = 12  #: territories that are left out one by one
FIELDS: Final = {
    "work_id": "作品ID|作品コード|楽曲コード|JASRACコード|作品|ISWC|work|work id|ISRC|song id",
    "title": "曲名|題名|タイトル|楽曲名|作品名|title|song|song title|work title",
    "language": "言語|訳語|対象言語|翻訳先言語|language|target language|into",
    "use": "用途|利用方法|利用区分|種別|use|usage|kind of use",
    "territories": "地域|許諾地域|対象地域|国|国・地域|territory|territories|where",
    "start": "開始日|許諾開始日|契約開始日|start|start date|from|valid from",
    "end": "終了日|許諾終了日|満了日|契約終了日|期限|end|end date|until|valid until|term end",
    "holder": "許諾者|権利者|許諾元|音楽出版社|出版社|who|holder|rights holder|publisher|"
    "cleared by",
    "proof": "証拠|契約書|許諾番号|許諾書|根拠|書類|proof|agreement|contract|licence number|"
    "document",
    "status": "状態|ステータス|許諾状況|status|state",
    "note": "備考|メモ|note|notes|remark|remarks",
}  # fmt: skip
_LANGUAGES: Final = {
    "英語": "en", "韓国語": "ko", "中国語": "zh", "中国語(簡体字)": "zh-Hans",
    "中国語(繁体字)": "zh-Hant", "簡体字": "zh-Hans", "繁体字": "zh-Hant", "スペイン語": "es",
    "フランス語": "fr", "ドイツ語": "de", "タイ語": "th", "インドネシア語": "id",
    "ポルトガル語": "pt", "ベトナム語": "vi", "日本語": "ja", "日本語(ローマ字)": "ja-Latn",
    "english": "en", "korean": "ko", "chinese": "zh", "spanish": "es", "french": "fr",
    "german": "de", "thai": "th", "indonesian": "id", "portuguese": "pt", "japanese": "ja",
}  # fmt: skip


def _language(said: str) -> str:
    tag = _LANGUAGES.get(plain(said)) or canonical(said)
    if not tag:
        raise ValueError(said)
    return tag


def _codes(said: str) -> tuple[str, ...]:
    place = place_of(said)
    if place.unknown or place.mask == NOWHERE:
        raise ValueError(said)
    return codes_of(place.mask)


def _own(en: str, ja: str, width: int, expected: Text = A_TEXT, **more: Any) -> Column:
    return Column(Text(en, ja), editable=True, width=width, expected=expected, **more)


NO_DAY: Final = Text("a day like 2026-11-01", "2026-11-01 のような日付")
NO_PROOF: Final = Text(
    "a proof: where the agreement lies, or its number", "証拠(契約書の所在や許諾番号)"
)
#: Headings are those of labels' own lists, in any of their spellings.
FORM: Final = Form(
    {
        "work_id": _own("work", "作品ID", 18, Text(
            "the work's id (ISWC, or the label's own)", "作品ID(ISWCか自社のID)"), needed=True),
        "title": _own("title", "曲名", 24),
        "language": _own("language", "言語", 10, Text(
            "a language, for example en or zh-Hant", "言語(例: 英語、en、zh-Hant)"),
            needed=True, reads=_language),
        "use": _own("use", "用途", 14, Text(
            "the use: translation or romanisation", "用途(翻訳またはローマ字)"),
            needed=True, choices=USES, also={
                "translation": "translate|訳詞|対訳|字幕翻訳",
                "romanisation": "romanization|romaji|ローマ字|翻字"}),
        "territories": _own("territories", "地域", 24, Text(
            "territories by code or name", "地域(コードまたは名前。例: 全世界)"),
            needed=True, reads=_codes, holds="list"),
        "start": _own("start", "開始日", 12, NO_DAY, holds="day"),
        "end": _own("end", "終了日", 12, NO_DAY, holds="day"),
        "holder": _own("holder", "許諾者", 24, Text("who allowed it", "許諾者"), needed=True),
        "proof": _own("proof", "証拠", 24, NO_PROOF),
        "status": _own("status", "状態", 10, Text(
            "a status: cleared, asked, refused or withdrawn",
            "状態(許諾済み・申請中・不許諾・撤回のいずれか)"), choices=STATUSES, also={
                "cleared": "ok|yes|許諾済|許諾|済|承諾",
                "asked": "requested|pending|確認中|交渉中",
                "refused": "no|不可", "withdrawn": "取消"}),
        "note": _own("note", "備考", 24),
        "by": Column(Text("by", "記録者")),
        "at": Column(Text("at", "記録日時"), "instant"),
        STAMP: Column(STAMP_WORDS, width=4),
    },
    key=("work_id", "language", "use", "holder"),
    stamped=("said",),
    bilingual=False,
    meaning=Vocabulary(FIELDS).field_of,
    todo=Text(
        en="head the columns so, or fill in what `kaigai clearances --out FILE.xlsx` writes",
        ja="見出しをこのようにするか、kaigai clearances --out ファイル.xlsx の表に"
        "記入してください",
    ),
    once=Text(
        en="one row for a work, language, use and holder, with all territories in its cell; a row "
        "below says something else, and counts",
        ja="作品・言語・用途・許諾者ごとに一行(地域は一つのセルにまとめます)。下に内容の異なる行が"
        "あり、そちらを採用しました",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """The rows of a sheet: records with the marks of what they said when they were given out (of
    lists that nobody gave out, none), and rows that cannot be used."""

    records: tuple[tuple[Clearance, Line], ...]
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a sheet: records that are new or changed, those known already, and rows
    that cannot be used."""

    new: tuple[Clearance, ...]
    known: int
    bad: tuple[BadRow, ...]


def sheet_of(
    records: Iterable[Clearance], language: Language, *, codes: bool = False
) -> FormSheet:
    """Records as a sheet that people correct, and add rows to; with every territory by its code,
    or nearly all of them in words."""
    rows = [
        {
            **{name: getattr(each, name) or None for name in FORM.columns if name != STAMP},
            "territories": list(each.territories) if codes else _places(each.territories),
            STAMP: FORM.stamp(said=mark(*said(each))),
        }
        for each in records
    ]
    return FormSheet(FORM, rows, language)


def _places(codes: Sequence[str]) -> list[str]:
    """Territories as people write them, where they are nearly all."""
    without = codes_of(complement(mask_of(codes)))
    if len(without) > FEW:
        return list(codes)
    return [f"Worldwide except {', '.join(without)}" if without else "Worldwide"]


def said(record: Clearance) -> tuple[str, ...]:
    """What a record says of its work, language, use and holder."""
    told = (record.title, " ".join(record.territories), record.start, record.end, record.proof,
            record.status, record.note)  # fmt: skip
    return tuple(str(each or "") for each in told)


def understood(lines: Iterable[Line], works: Iterable[str] = ()) -> Understood:
    """The clearances of a sheet, the last row of each; `works` are the ids that are recorded."""
    known = {loose((work,)): work for work in works}
    last: dict[str, tuple[Clearance, Line]] = {}
    bad = []
    for line in lines:
        record = _record(line, known)
        if isinstance(record, BadRow):
            bad.append(record)
            continue
        before = last.get(record.id)
        if before and said(before[0]) != said(record):
            bad.append(FORM.bad(before[1], "work_id", FORM.once))
        last[record.id] = record, line
    return Understood(tuple(last.values()), tuple(bad))


def _record(line: Line, works: Mapping[tuple[str, ...], str]) -> Clearance | BadRow:
    said = FORM.values(line)
    if isinstance(said, BadRow):
        return said
    start, end = said["start"], said["end"]
    status: Status = said["status"] or "cleared"
    if start and end and end < start:
        return FORM.bad(line, "end", TURNED, found=f"{start} – {end}")
    if status == "cleared" and not said["proof"]:
        return FORM.bad(line, "proof")
    # Of a sheet that was given out, an id that a spreadsheet made a number of is known again.
    work = works.get(loose((line["work_id"],)), "") if line.given else ""
    return Clearance(work or line["work_id"], line["title"], said["language"], said["use"],
                     said["territories"], start, end, line["holder"], line["proof"], status,
                     line["note"], line=line.number)  # fmt: skip


TURNED: Final = Text("a start before the end", "開始日が終了日より前であること")
SINCE: Final = Text(
    en="what is recorded now: it was changed since the sheet was given out; write the sheet "
    "again: kaigai clearances --out FILE.xlsx",
    ja="現在の記録と同じ内容(書き出し後に変更されています)。kaigai clearances --out ファイル.xlsx "
    "で書き出し直してください",
)
