"""The places that names are asked for: one subject in one language, by the registry's slots."""

from dataclasses import dataclass
from typing import Final

from kaigai.desks.review.translation.lookup import language_of
from kaigai.identity.names.slots import ENGLISH, LATIN, READING, TRANSLATED, decided
from kaigai.terms.languages import canonical, name_of_language
from kaigai.terms.text import Refused, Text

#: What people write for the romanised form, whatever the original's language.
ROMANISED: Final = frozenset({"latin", "romaji", "latn"})
CAPTIONS: Final = "captions"  #: the kind that only a file has
#: The other kinds, and the subjects that they mean.
KINDS: Final[dict[str, str]] = {
    "title": "recording",
    "artist": "party",
    "release": "release",
    "video-title": "video",
}
KIND_WORDS: Final[dict[str, Text]] = {
    "recording": Text("title", "曲名"),
    "party": Text("artist", "アーティスト"),
    "release": Text("release", "作品名"),
    "video": Text("video title", "動画タイトル"),
    "cue": Text("caption", "字幕"),
}


class NoLanguage(Refused):
    """A word that is no language; the text says which are meant."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A name that is asked for, with the original it is made from."""

    subject_kind: str
    subject_id: str
    slot: str
    original: str
    script: str | None = None
    reading: str | None = None
    artist_id: str | None = None
    artist: str | None = None
    current: str | None = None  #: what stands there now, where it is not final
    current_source: str | None = None
    is_lyrics: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other."""
        return self.subject_kind, self.subject_id, self.slot

    @property
    def language(self) -> str:
        """The language of the form that is asked for."""
        return decided(self.slot, self.script)[1] or "und"

    @property
    def role(self) -> str:
        """The role under which a decision is kept."""
        return decided(self.slot, self.script)[0]

    @property
    def source_language(self) -> str:
        """The original's language as far as its script tells; Han alone counts as Japanese."""
        return language_of(self.script)


def slots_of(languages: str) -> list[str]:
    """The slots that a list of languages means (`latin,en,ko`); raises NoLanguage."""
    found = []
    for given in filter(None, (part.strip() for part in languages.split(","))):
        tag = canonical(given)
        if given.casefold() in ROMANISED or (tag or "").endswith("-Latn"):
            found.append(LATIN)
        elif tag == "ja-Hrkt":
            found.append(READING)
        elif tag is None:
            raise NoLanguage(_no_language(given))
        else:
            found.append(ENGLISH if tag.partition("-")[0] == "en" else TRANSLATED + tag)
    return list(dict.fromkeys(found))


def _no_language(given: str) -> Text:
    return Text(
        en=f"{given} is no language; write latin for romanised forms, or a tag like en, ko, "
        "zh-Hant",
        ja=f"{given} は言語ではありません。ローマ字表記は latin、ほかは en、ko、zh-Hant の"
        "ように書いてください",
    )


def language_words(language: str) -> Text:
    """What a language is called; a romanised form by that alone, whatever it is of."""
    if language.endswith("-Latn"):
        return Text("romanised", "ローマ字")
    return Text(name_of_language(language, "en"), name_of_language(language, "ja"))
