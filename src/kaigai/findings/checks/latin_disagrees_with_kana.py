"""A romanised title that says something else than the kana reading teaches a wrong name abroad."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.identity.letters import KANA_SCRIPTS, has_katakana, primary
from kaigai.terms.text import Text

#: Of the likeness asked for, what is enough where katakana may be a word in its own spelling:
#: チャイム and `Chime`. Of 1,691 published titles in kana, 3 are found so and 13 without.
LOOSELY: Final = 0.6


@check(
    "latin-disagrees-with-kana",
    about="recordings",
    severity="medium",
    family="found",
    fix="localise",
    ja="ヨミと食い違うローマ字の曲名は、海外に間違った読み方を広めてしまいます。",
    say=Text(
        en="“{latin}” does not agree with the reading “{reading}”.",
        ja="ローマ字「{latin}」がヨミ「{reading}」と一致しません。",
    ),
    todo=Text(
        en="Find out which of the two is right and correct the other.",
        ja="どちらが正しいかを確かめ、もう一方を直してください。",
    ),
)
def latin_disagrees_with_kana(
    recordings: ir.Table, names: ir.Table, settings: Settings
) -> ir.Table:
    """Recordings with romaji whose key is unlike the key of every kana reading.

    Where no romanised title is declared, one romaji-like title that agrees is enough:
    `Home` may be English beside `Ie`. What is no romaji (`Love`) is never compared.
    """
    own = names.filter((names.subject_kind == "recording") & (names.key != ""))
    titles = recordings.select("recording_id", title=recordings.title.fill_null(""))
    pairs = _pairs(own).inner_join(titles, [("subject_id", "recording_id")])
    enough = has_katakana(pairs.title).ifelse(LOOSELY, 1.0) * settings.spelling_ratio
    pairs = pairs.mutate(agrees=pairs.likeness >= enough)
    declared = pairs.role == "latin"
    worst = pairs.likeness + declared.ifelse(0.0, 1.0)
    judged = pairs.group_by(recording_id=pairs.subject_id).agg(
        latin=pairs.text.argmin(worst),
        reading=pairs.reading.argmin(worst),
        wrong=(declared & ~pairs.agrees).any(),
        right=pairs.agrees.any(),
    )
    return judged.filter(judged.wrong | ~judged.right).drop("wrong", "right")


def _pairs(own: ir.Table) -> ir.Table:
    """Each romaji spelling with its likeness (0 to 1) to the reading it is most like."""
    read = own.filter((own.role == "reading") & own.script.isin(KANA_SCRIPTS))
    english = own.role.isin(["english", "translated", "localised"]) | (
        primary(own.language) == "en"
    ).fill_null(False)
    romaji = own.filter(
        (own.script == "Latn") & own.is_romaji & ((own.role == "latin") | ~english)
    )
    pairs = romaji.inner_join(read, "subject_id", rname="{name}_read")
    longest = ibis.greatest(pairs.key.length(), pairs.key_read.length())
    likeness = 1.0 - pairs.key.levenshtein(pairs.key_read) / longest
    return (
        pairs.mutate(likeness=likeness)
        .group_by("subject_id", "text", "role")
        .agg(
            likeness=lambda t: t.likeness.max(),
            reading=lambda t: t.text_read.argmax(t.likeness),
        )
    )
