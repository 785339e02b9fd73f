"""A title under the wrong language code is shown to the wrong people and hidden from the right."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "language-code-contradicts-script",
    about="recordings",
    severity="medium",
    family="found",
    fix="metadata",
    ja="言語コードが文字と合わない曲名は、見せるべき人に表示されません。",
    say=Text(
        en="“{text}” is delivered as “{language}”, which its letters contradict.",
        ja="「{text}」の言語コードは「{language}」ですが、文字と合っていません。",
    ),
    todo=Text(
        en="Correct the language and script code of the title and redeliver.",
        ja="曲名の言語・文字コードを直して再納品してください。",
    ),
)
def language_code_contradicts_script(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings with a name whose language code its letters contradict."""
    own = names.filter((names.subject_kind == "recording") & names.contradicts_language)
    bad = own.select("language", "script", "text", recording_id="subject_id")
    first = bad.group_by("recording_id").agg(
        text=bad.text.min(),
        language=bad.language.argmin(bad.text),
        script=bad.script.argmin(bad.text),
    )
    return first.semi_join(recordings, "recording_id")
