"""What the product says, in English and in Japanese, side by side."""

from dataclasses import dataclass
from typing import Any, Literal

Language = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; `{names}` in braces are filled by `to`."""

    en: str
    ja: str

    def to(self, language: Language, **values: Any) -> str:
        """The sentence in `language`, with `values` filled in.

        Raises KeyError when a name in braces has no value.
        """
        sentence = self.ja if language == "ja" else self.en
        return sentence.format(**values) if values else sentence


class Refused(Exception):
    """What was asked cannot be done; the text says why, and what to do. Actions raise kinds of it,
    and doors say it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
