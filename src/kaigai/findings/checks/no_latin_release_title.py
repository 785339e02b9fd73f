"""A release without a Latin title cannot be typed, found or said abroad."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import has_native
from kaigai.terms.text import Text


@check(
    "no-latin-release-title",
    about="releases",
    severity="medium",
    family="found",
    fix="localise",
    ja="ローマ字や英語の表記がない作品名は、海外では入力も検索も発音もできません。",
    say=Text(
        en="The release “{title}” has no title in Latin letters.",
        ja="作品「{title}」にはラテン文字のタイトルがありません。",
    ),
    todo=Text(
        en="Add a romanised or English release title and deliver it as a translated title.",
        ja="ローマ字または英語の作品名を用意し、翻訳タイトルとして納品してください。",
    ),
)
def no_latin_release_title(releases: ir.Table, names: ir.Table) -> ir.Table:
    """Releases whose title has native letters and none of whose names is in Latin script."""
    latin = names.filter((names.subject_kind == "release") & (names.script == "Latn"))
    native = releases.filter(has_native(releases.title))
    bad = native.anti_join(latin, native.release_id == latin.subject_id)
    return bad.select("release_id", "title")
