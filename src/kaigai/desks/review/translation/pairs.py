"""Bilingual sheets and lists of terms: which column is what, and their rows as entries."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from kaigai.desks.review.translation.local_codes import FLORES
from kaigai.desks.review.translation.memory import Entry
from kaigai.formats.sheets.form import Column, Form, Line
from kaigai.terms.languages import canonical, name_of_language
from kaigai.terms.text import Text

#: Columns that are no language, and what heads them.
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "source": ("source", "原文", "original"),
    "target": ("target", "translation", "訳文", "翻訳", "訳"),
    "artist": ("artist", "アーティスト", "アーティスト名"),
    "word": ("word", "term", "用語", "語"),
    "form": ("form", "訳語", "表記", "fixed form"),
    "language": ("language", "言語", "target language"),
    "note": ("note", "備考", "メモ"),
}


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    """What languages are called in both languages, to their tags."""
    tags = [tag for tag in FLORES if tag != "zh"]
    return {
        name_of_language(tag, language).casefold(): tag
        for tag in reversed(tags)
        for language in ("en", "ja")
    }  # fmt: skip


def column_of(heading: str) -> str | None:
    """What a heading means; the halves of a bilingual one are asked, too."""
    for part in (heading, *heading.split("/")):
        plain = " ".join(part.split()).casefold()
        named = next((name for name, words in WORDS.items() if plain in words), None)
        language = _languages().get(plain) or (canonical(plain) if len(plain) < 12 else None)
        if found := named or language:
            return found
    return None


def is_language(column: str) -> bool:
    """Whether a column is one of texts in a language."""
    return column not in WORDS


def entries(lines: Iterable[Line], *, source: str, target: str | None, origin: str
            ) -> Iterator[Entry]:  # fmt: skip
    """Every pair of the sheet; `target` is the language of a column headed target alone."""
    for line in lines:
        original = line["source"] or _of(line, source)
        pairs = {name: text for name, text in line.cells.items() if is_language(name) and text}
        if target and line["target"]:
            pairs[target] = line["target"]
        for language, text in pairs.items():
            if original and language.partition("-")[0] != source.partition("-")[0]:
                yield Entry(
                    original, text, source, language, artist_id=line["artist"], origin=origin
                )


def _of(line: Line, language: str) -> str:
    """The text in a language, whatever its region."""
    base = language.partition("-")[0]
    return next(
        (text for name, text in line.cells.items() if name.partition("-")[0] == base and text), ""
    )


def bilingual(source: str, target: str | None) -> Form:
    """A sheet of originals and at least one translation; `target` is the language of a column
    headed target alone."""
    base = source.partition("-")[0]

    def columns(found: dict[str, int]) -> dict[str, int]:
        own = [name for name in found if name.partition("-")[0] == base]
        others = [name for name in found if is_language(name) and name not in own]
        if own:
            found.setdefault("source", found[own[0]])
        if not (others or (target and "target" in found)):
            return {}
        return {name: place for name, place in found.items() if name not in own}

    return Form(
        {"source": Column(Text(source, source), needed=True)}, ("source",), TODO,
        meaning=column_of, sense=columns,
    )  # fmt: skip


TODO: Final = Text(
    en="head the columns with languages (ja, en, 日本語, English …), or with source and target",
    ja="列見出しを言語(ja、en、日本語、英語 など)、または「原文」「訳文」にしてください",
)
TERMS: Final = Form(
    {
        "word": Column(Text("word", "用語"), editable=True, needed=True),
        "form": Column(Text("form", "訳語"), editable=True),
        "language": Column(Text("language", "言語"), editable=True),
        "artist": Column(Text("artist", "アーティスト"), editable=True),
        "note": Column(Text("note", "備考"), editable=True),
        "by": Column(Text("by", "登録者")),
        "at": Column(Text("at", "日時"), "instant"),
    },
    key=("word", "language", "artist"),
    todo=Text(
        en="head the columns word, form (empty: never translated), language, artist, note",
        ja="列見出しを「用語」「訳語」(空欄は訳さない)「言語」「アーティスト」「備考」に"
        "してください",
    ),
    once=Text(
        en="one form of a word, language and artist: this is its second",
        ja="用語・言語・アーティストごとに訳語は一つ(二つ目です)",
    ),
    bilingual=False,
    meaning=column_of,
)
