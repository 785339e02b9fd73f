"""A title with kanji and no kana reading leaves its pronunciation to guesswork."""

from typing import Final

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import has_kanji, primary
from kaigai.terms.text import Text

#: Languages that write Han characters and have no kana.
OTHERS: Final = ("zh", "cmn", "yue", "nan", "wuu", "hak", "lzh", "ko", "vi")


@check(
    "kana-reading-missing",
    about="recordings",
    severity="low",
    family="found",
    fix="metadata",
    ja="漢字を含む曲名にヨミがないと、読み方もローマ字も推測になります。",
    say=Text(
        en="“{title}” has kanji but no kana reading.",
        ja="「{title}」にはヨミ(カナ)がありません。",
    ),
    todo=Text(
        en="Add the kana reading to the catalogue sheet; the romanised title follows from it.",
        ja="カタログ表にヨミを加えてください。ローマ字はヨミから正しく作れます。",
    ),
)
def kana_reading_missing(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings whose title has kanji, is not Chinese or Korean, and has no reading."""
    own = names.filter(names.subject_kind == "recording")
    read = own.filter(own.role == "reading")
    foreign = own.filter(primary(own.language).isin(OTHERS))
    kanji = recordings.filter(
        has_kanji(recordings.title)
        & ~primary(recordings.language_of_performance).isin(OTHERS).fill_null(False)
    )
    unread = kanji.anti_join(read, kanji.recording_id == read.subject_id)
    bad = unread.anti_join(
        foreign, [unread.recording_id == foreign.subject_id, unread.title == foreign.text]
    )
    return bad.select("recording_id", "title")
