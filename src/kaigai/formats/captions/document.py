"""A captions file, opened: what it holds, in which language, and how that is known."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from kaigai.formats.captions import kinds
from kaigai.formats.captions.model import CaptionFault, Captions, Fault
from kaigai.terms.languages import canonical, language_of_script
from kaigai.terms.scripts import script_of
from kaigai.terms.text import Refused, Text


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's captions; `known_by` says how its language is known."""

    name: str
    captions: Captions
    faults: tuple[Fault, ...]
    language: str
    known_by: Text


class NotOpened(Refused):
    """A file that is no captions; the text says where, why, and what to do."""


def opened(data: bytes, name: str, language: str = "", encoding: str | None = None) -> Opened:
    """A file's captions; raises NotOpened with what to do."""
    if language and not canonical(language):
        raise NotOpened(
            Text(
                f"{language!r} is no language; write it as ja, en, ko or zh-Hant",
                f"{language!r} は言語ではありません。ja、en、ko、zh-Hant のように書いてください",
            )
        )
    try:
        parsed = kinds.read(data, name, encoding)
    except CaptionFault as fault:
        raise NotOpened(_refused(name, fault)) from fault
    tag, known_by = _language(parsed.captions, name, language)
    return Opened(name, parsed.captions, parsed.faults, tag, known_by)


def _refused(name: str, fault: CaptionFault) -> Text:
    where = f"{name}:{fault.line}" if fault.line else name
    found_en = f" (found: {fault.found})" if fault.found else ""
    found_ja = f"(見つかったもの: {fault.found})" if fault.found else ""
    return Text(
        f"{where}: expected {fault.expected.en}{found_en}; {fault.todo.en}",
        f"{where}: {fault.expected.ja}が必要です{found_ja}。{fault.todo.ja}",
    )


def _language(captions: Captions, name: str, given: str) -> tuple[str, Text]:
    """The language as given, as the file says, as its name says, or as its letters show."""
    if tag := canonical(given) if given else None:
        return tag, GIVEN
    if tag := canonical(captions.language) if captions.language else None:
        return tag, IN_FILE
    parts = PurePath(name).name.split(".")[1:-1]
    for part in reversed(parts):
        if tag := canonical(part):
            return tag, IN_NAME
    text = "".join(cue.text for cue in captions.cues[:400])
    tag = _by_letters(text)
    return (tag, BY_LETTERS) if tag else ("", UNKNOWN)


def _by_letters(text: str) -> str:
    """The language that alone uses these letters; unknown for Latin and Cyrillic ones."""
    script = script_of(text)
    return language_of_script(script) or ("zh" if script == "Hani" else "")


GIVEN: Final = Text("as given", "指定")
IN_FILE: Final = Text("the file says so", "ファイル内の記載")
IN_NAME: Final = Text("by the file's name", "ファイル名から")
BY_LETTERS: Final = Text("by its letters", "文字種から")
UNKNOWN: Final = Text("unknown; add --language", "不明。--language で指定できます")
