"""A title without a Latin form cannot be typed, found or said abroad."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import has_native
from kaigai.terms.text import Text


@check(
    "no-latin-title",
    about="recordings",
    severity="high",
    family="found",
    fix="localise",
    worth="lacking",
    ja="ローマ字や英語の表記がない曲名は、海外では入力も検索も発音もできません。",
    say=Text(
        en="“{title}” has no title in Latin letters.",
        ja="「{title}」にはラテン文字の曲名がありません。",
    ),
    todo=Text(
        en="Add a romanised or English title and deliver it as a translated title.",
        ja="ローマ字または英語の曲名を用意し、翻訳タイトルとして納品してください。",
    ),
)
def no_latin_title(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings whose title has native letters and none of whose names is in Latin script."""
    latin = names.filter((names.subject_kind == "recording") & (names.script == "Latn"))
    native = recordings.filter(has_native(recordings.title))
    bad = native.anti_join(latin, native.recording_id == latin.subject_id)
    return bad.select("recording_id", "title")
