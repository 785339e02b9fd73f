"""The columns of a list of tie-ins, and the words in it: アニメ「…」オープニングテーマ."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from kaigai.formats.sheets import catalogue_words
from kaigai.formats.sheets.catalogue_words import QUALIFIERS
from kaigai.formats.sheets.headers import Column, Vocabulary, plain, told_apart

NAMED: Final = frozenset({"title", "artist", "work"})

FIELDS: Final[Mapping[str, str]] = {
    "title": catalogue_words.FIELDS["title"],
    "artist": catalogue_words.FIELDS["artist"],
    "isrc": catalogue_words.FIELDS["isrc"],
    "work": "作品名|作品|作品タイトル|タイアップ作品|タイアップ作品名|タイアップ先|番組名|番組|"
    "アニメ名|アニメタイトル|ドラマ名|映画名|ゲーム名|起用作品|work|work title|series|"
    "series title|programme|program|show|show title|production|tied to|anime|anime title",
    "tie": "タイアップ|タイアップ情報|タイアップ内容|タイアップ詳細|tie-in|tie in|tie-up|tie up|"
    "tieup|placement|sync",
    "kind": "種別|作品種別|作品の種別|タイアップ種別|媒体|媒体種別|ジャンル|区分|kind|type|medium|"
    "category|work type",
    "role": "使われ方|役割|用途|使用形態|楽曲区分|使用箇所|使用場面|起用形態|テーマ区分|role|use|"
    "usage|used as|song type",
    "territories": "国・地域|国/地域|国地域|放送地域|配信地域|公開地域|展開地域|公開国|放送国|"
    "地域|国|国名|territory|territories|country|countries|region|regions|shown in",
    "services": "配信サービス|放送局|配信先|サービス|局|プラットフォーム|放送・配信|"
    "放送局・配信先|service|services|channel|network|platform|platforms|broadcaster|shown on",
    "start_day": "開始日|放送開始日|配信開始日|公開日|放送開始|配信開始|初回放送日|起用開始日|"
    "start|start date|first day|starts|premiere|from",
    "end_day": "終了日|放送終了日|配信終了日|公開終了日|放送終了|配信終了|最終放送日|起用終了日|"
    "end|end date|last day|ends|until|to",
}  # fmt: skip

VOCABULARY: Final = Vocabulary(FIELDS, NAMED, QUALIFIERS)

#: Every field that a mapping may name.
ALL_FIELDS: Final = frozenset(FIELDS) | {f"{name}{end}" for name in NAMED for end in QUALIFIERS}

#: Columns that catalogues have and lists of tie-ins do not.
OF_CATALOGUES: Final = frozenset(
    {
        "gtin", "catalog_number", "release_title", "position", "duration", "track_count",
        "release_day",
    }
)  # fmt: skip
#: Headers of a work that catalogues use for what they sell.
AMBIGUOUS: Final = frozenset(map(plain, ("作品名", "作品", "作品タイトル", "work", "work title")))
_TELLING: Final = frozenset({"kind", "role", "territories", "services", "start_day", "end_day"})
_PLACED: Final = frozenset({"kind", "territories", "start_day"})

_QUOTED: Final = re.compile(r"[「『“\"《〈]\s*(.+?)\s*[」』”\"》〉]")

#: Words of a kind and of a role, in the order in which they are looked for.
KINDS: Final[Mapping[str, str]] = {
    "commercial": r"\bcm\b|cm(?=ソング|曲)|コマーシャル|広告|commercial|advert|\bad\b",
    "film": "映画|劇場|シネマ|film|movie|cinema",
    "anime": "アニメ|anime|animation|cartoon",
    "drama": "ドラマ|drama|tv series",
    "game": "ゲーム|game",
    "programme": "番組|情報|バラエティ|programme|program|variety|tv show",
    "event": "イベント|フェス|大会|event|festival",
}
ROLES: Final[Mapping[str, str]] = {
    "opening": r"オープニング|opening|(?<![a-z])op(?![a-z])|主題歌\(op\)",
    "ending": r"エンディング|ending|(?<![a-z])ed(?![a-z])",
    "insert": "挿入歌|劇中歌|insert",
    "image": "イメージソング|イメージ曲|image song",
    "theme": "主題歌|テーマ|メインテーマ|theme|cmソング|タイアップソング",
}


class Tied(NamedTuple):
    """What words say of a tie-in."""

    work: str | None
    kind: str | None
    role: str | None


def columns(
    headers: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """What each header of a list of tie-ins means; of two columns of titles in two languages
    the one in Latin letters is a further spelling."""
    return told_apart(VOCABULARY.columns(headers, mapping), NAMED, "_english")


def is_tie_ins(found: Iterable[Column]) -> bool:
    """Whether these columns list tie-ins: a work, whose song or artist, and what is told of it.

    A bare `作品名` may be an album: then more must be told than a catalogue tells.
    """
    listed = [column for column in found if column.field]
    fields = {column.field for column in listed}
    if not (fields & _TELLING and fields & {"title", "artist", "isrc"}):
        return False
    works = [column for column in listed if (column.field or "").split("_")[0] == "work"]
    plainly = "tie" in fields or any(plain(each.header) not in AMBIGUOUS for each in works)
    told = bool(fields & {"role", "services"}) or fields >= _PLACED
    return plainly or (bool(works) and told)


def tied(text: str) -> Tied:
    """What free words say: the work in quotation marks, and words of its kind and role."""
    quoted = _QUOTED.search(text)
    around = unicodedata.normalize("NFKC", _QUOTED.sub(" ", text)).casefold()
    work = quoted[1] if quoted else None
    return Tied(work, _word(around, KINDS), _word(around, ROLES))


def _word(text: str, words: Mapping[str, str]) -> str | None:
    return next((name for name, said in words.items() if re.search(said, text)), None)
