"""A title that is at most romanised can be typed abroad, but nobody knows what it means."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import is_japanese, primary
from kaigai.terms.text import Text


@check(
    "no-english-title",
    about="recordings",
    severity="low",
    family="found",
    fix="localise",
    worth="lacking",
    ja="日本語とローマ字しかない曲名は、海外の人に意味が伝わりません。",
    say=Text(
        en="“{title}” has no English title.",
        ja="「{title}」には英語の曲名がありません。",
    ),
    todo=Text(
        en="Ask the artist for an English title and deliver it as a translated title.",
        ja="英語の曲名をアーティストと決め、翻訳タイトルとして納品してください。",
    ),
)
def no_english_title(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings with a Japanese title and no English or other Latin name but romaji.

    A Latin name of which nobody knows whether it is romaji may be English, and counts.
    """
    own = names.filter(names.subject_kind == "recording")
    english = (own.role == "english") | (
        (own.role == "translated") & (primary(own.language) == "en").fill_null(False)
    )
    foreign = (own.script == "Latn") & ~own.is_romaji.fill_null(False)
    known = own.filter(english | foreign)
    japanese = recordings.filter(is_japanese(recordings.title))
    bad = japanese.anti_join(known, japanese.recording_id == known.subject_id)
    return bad.select("recording_id", "title")
