"""The places of the registry that a name can take: original, reading, Latin, English, short."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.identity.letters import primary
from kaigai.terms.text import Text

ORIGINAL, READING, LATIN, ENGLISH, SHORT = "original", "reading", "latin", "english", "short"
SLOTS: Final = (ORIGINAL, READING, LATIN, ENGLISH, SHORT)

#: What each is called.
SLOT_WORDS: Final[dict[str, Text]] = {
    ORIGINAL: Text("original", "原題"),
    READING: Text("kana reading", "ヨミ"),
    LATIN: Text("Latin form", "ローマ字表記"),
    ENGLISH: Text("English title", "英題"),
    SHORT: Text("short forms", "略称・別名"),
}
#: The role and language that a person's decision about a slot is kept with.
DECIDED: Final[dict[str, tuple[str, str | None]]] = {
    READING: ("reading", "ja-Hrkt"),
    LATIN: ("latin", "ja-Latn"),
    ENGLISH: ("english", "en"),
    SHORT: ("alias", None),
}
#: Scripts to the language whose romanisation a Latin form of them is.
_ROMANISED: Final = {"Hang": "ko-Latn", "Kore": "ko-Latn", "Hans": "zh-Latn", "Hant": "zh-Latn"}
TRANSLATED: Final = "lang:"  #: the beginning of the slot of any other language


def slot_of(rows: ir.Table) -> ir.StringValue:
    """The slot of each row by its role and language; null for what is no name of the thing."""
    english = (primary(rows.language) == "en").fill_null(False)
    translated = rows.role.isin(["translated", "localised"])
    other = ibis.literal(TRANSLATED) + rows.language
    return ibis.cases(
        (rows.role == "reading", READING),
        (rows.role == "latin", LATIN),
        ((rows.role == "english") | (translated & english), ENGLISH),
        (translated & rows.language.notnull(), other),
        (rows.role == "alias", SHORT),
        (rows.role.isin(["display", "formal"]), ORIGINAL),
        else_=ibis.null("string"),
    )


def decided(slot: str, script: str | None = None) -> tuple[str, str | None]:
    """The role and language of a decision about a slot; `script` is the original's."""
    if slot.startswith(TRANSLATED):
        return "translated", slot.removeprefix(TRANSLATED)
    role, language = DECIDED[slot]
    if slot == LATIN and script:
        return role, _ROMANISED.get(script, language)
    return role, language


def slot_words(slot: str) -> Text:
    """What a slot is called; one of another language by that language."""
    if not slot.startswith(TRANSLATED):
        return SLOT_WORDS[slot]
    from kaigai.terms.languages import name_of_language

    tag = slot.removeprefix(TRANSLATED)
    return Text(name_of_language(tag, "en"), name_of_language(tag, "ja"))
