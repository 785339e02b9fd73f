"""A sheet of clearances, in Japanese or English: each row understood, or refused with a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from kaigai.desks.captions.clearances.record import Clearance, Status, Use, plain
from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Row, Sheet, text_sheet
from kaigai.formats.sheets.headers import Headed, Vocabulary, locate
from kaigai.formats.sheets.territory_cell import NOWHERE, place_of
from kaigai.formats.sheets.values import as_day, as_text
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.languages import canonical
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Refused, Text

FIELDS: Final = {
    "work": "作品ID|作品コード|楽曲コード|JASRACコード|作品|ISWC|work|work id|ISRC|song id",
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
NEEDED: Final = ("work", "language", "use", "territories", "holder")
VOCABULARY: Final = Vocabulary(FIELDS)

_USES: Final[Mapping[str, Use]] = {
    "translation": "translation", "translate": "translation", "翻訳": "translation",
    "訳詞": "translation", "対訳": "translation", "字幕翻訳": "translation",
    "romanisation": "romanisation", "romanization": "romanisation", "romaji": "romanisation",
    "ローマ字": "romanisation", "ローマ字表記": "romanisation", "翻字": "romanisation",
}  # fmt: skip
_STATUSES: Final[Mapping[str, Status]] = {
    "cleared": "cleared", "ok": "cleared", "yes": "cleared", "許諾済み": "cleared",
    "許諾済": "cleared", "許諾": "cleared", "済": "cleared", "承諾": "cleared",
    "asked": "asked", "asked for": "asked", "requested": "asked", "pending": "asked",
    "申請中": "asked", "確認中": "asked", "交渉中": "asked",
    "refused": "refused", "no": "refused", "不許諾": "refused", "不可": "refused",
    "withdrawn": "withdrawn", "撤回": "withdrawn", "取消": "withdrawn",
}  # fmt: skip
_LANGUAGES: Final = {
    "英語": "en", "韓国語": "ko", "中国語": "zh", "中国語(簡体字)": "zh-Hans",
    "中国語(繁体字)": "zh-Hant", "簡体字": "zh-Hans", "繁体字": "zh-Hant", "スペイン語": "es",
    "フランス語": "fr", "ドイツ語": "de", "タイ語": "th", "インドネシア語": "id",
    "ポルトガル語": "pt", "ベトナム語": "vi", "日本語": "ja", "日本語(ローマ字)": "ja-Latn",
    "english": "en", "korean": "ko", "chinese": "zh", "spanish": "es", "french": "fr",
    "german": "de", "thai": "th", "indonesian": "id", "portuguese": "pt", "japanese": "ja",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken."""

    line: int
    found: str
    expected: Text


@dataclass(frozen=True, slots=True)
class Understood:
    """The rows of a sheet."""

    records: tuple[Clearance, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a sheet: records that are new or changed, those known already, and rows
    that were refused."""

    new: tuple[Clearance, ...]
    known: int
    refusals: tuple[Refusal, ...]


class NoClearances(Refused):
    """The sheet as a whole cannot be taken; the text says what to do."""


def understood(content: bytes, name: str) -> Understood:
    """The clearances of a CSV or XLSX sheet; raises NoClearances where it is none."""
    try:
        headed = _headed(content, name)
        outcomes = [_record(row, headed) for row in headed.rows if not row.is_blank]
    except SheetFault as error:
        raise NoClearances(Text(
            f"{name}, {error.place}: expected {error.expected.en}; {error.todo.en}",
            f"{name} の {error.place}: {error.expected.ja}が必要です。{error.todo.ja}",
        )) from error  # fmt: skip
    records = tuple(each for each in outcomes if isinstance(each, Clearance))
    return Understood(records, tuple(each for each in outcomes if isinstance(each, Refusal)))


def _headed(content: bytes, name: str) -> Headed:
    for sheet in _sheets(content):
        found = locate(sheet, (VOCABULARY.columns, lambda columns: _enough(
            {column.field for column in columns})))  # fmt: skip
        if found:
            return found[1]
    raise NoClearances(Text(
        f"{name}: no heading with the columns work, language, use, territories and holder",
        f"{name}: 作品ID・言語・用途・地域・許諾者の見出しが見つかりません",
    ))  # fmt: skip


def _enough(fields: set[str | None]) -> bool:
    return all(name in fields for name in NEEDED)


def _sheets(content: bytes) -> Iterator[Sheet]:
    if content.startswith((ZIP_MAGIC, OLE_MAGIC)):
        yield from sheets(content)
    else:
        yield from chain([text_sheet(decode(content))])


def _record(row: Row, headed: Headed) -> Clearance | Refusal:
    cells = {column.field: row.cells[column.index] for column in headed.columns
             if column.field and column.index < len(row.cells)}  # fmt: skip
    given = {name: as_text(cells.get(name)) for name in FIELDS}
    if lacking := next((name for name in NEEDED if not given[name]), None):
        return Refusal(row.number, "", LACKS[lacking])
    language = _LANGUAGES.get(plain(given["language"])) or canonical(given["language"])
    if not language:
        return Refusal(row.number, given["language"], NO_LANGUAGE)
    use = _USES.get(plain(given["use"]))
    if use is None:
        return Refusal(row.number, given["use"], NO_USE)
    status = _STATUSES.get(plain(given["status"] or "cleared"))
    if status is None:
        return Refusal(row.number, given["status"], NO_STATUS)
    place = place_of(given["territories"])
    if place.unknown or place.mask == NOWHERE:
        return Refusal(row.number, ", ".join(place.unknown) or given["territories"], NO_PLACE)
    days: dict[str, date | None] = {}
    for name in ("start", "end"):
        try:
            days[name] = as_day(cells.get(name)) if given[name] else None
        except ValueError:
            return Refusal(row.number, given[name], NO_DAY)
    if days["start"] and days["end"] and days["end"] < days["start"]:
        return Refusal(row.number, f"{days['start']} – {days['end']}", TURNED)
    if status == "cleared" and not given["proof"]:
        return Refusal(row.number, "", NO_PROOF)
    return Clearance(given["work"], given["title"], language, use, codes_of(place.mask),
                     days["start"], days["end"], given["holder"], given["proof"], status,
                     given["note"], line=row.number)  # fmt: skip


LACKS: Final = {
    "work": Text("the work's id (ISWC, or the label's own)", "作品ID(ISWCか自社のID)"),
    "language": Text("the language, for example en", "言語(例: en、英語)"),
    "use": Text("the use: translation or romanisation", "用途(翻訳またはローマ字)"),
    "territories": Text("the territories, for example Worldwide", "地域(例: 全世界)"),
    "holder": Text("who allowed it", "許諾者"),
}
NO_LANGUAGE: Final = Text("a language, for example en or zh-Hant", "言語(例: 英語、en、zh-Hant)")
NO_USE: Final = Text("the use: translation or romanisation", "用途(翻訳またはローマ字)")
NO_STATUS: Final = Text(
    "a status: cleared, asked, refused or withdrawn",
    "状態(許諾済み・申請中・不許諾・撤回のいずれか)",
)
NO_PLACE: Final = Text("territories by code or name", "地域(コードまたは名前)")
NO_DAY: Final = Text("a day like 2026-11-01", "2026-11-01 のような日付")
TURNED: Final = Text("a start before the end", "開始日が終了日より前であること")
NO_PROOF: Final = Text(
    "a proof: where the agreement lies, or its number", "証拠(契約書の所在や許諾番号)"
)
