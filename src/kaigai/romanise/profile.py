"""House styles: how the same reading is written, as choices and never as constants."""

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Profile:
    """One house's style; `replace` of dataclasses makes another."""

    name: str
    long_vowels: Literal["spelled", "macron", "short"] = "spelled"
    object_particle: Literal["o", "wo"] = "o"
    case: Literal["title", "sentence", "lower", "upper"] = "title"
    honorifics: Literal["hyphen", "joined", "spaced"] = "hyphen"
    loanwords: Literal["foreign", "sung"] = "foreign"
    name_order: Literal["family first", "given first"] = "family first"
    subtitles: Literal["kept", "colon"] = "kept"
    capitals: Literal["kept", "softened"] = "kept"
    counters: Literal["hyphen", "joined"] = "hyphen"
    progressive: Literal["spaced", "joined"] = "spaced"
    labial_n: Literal["n", "m"] = "n"
    apostrophe: bool = True
    pinyin: Literal["joined", "split"] = "joined"
    korean_given: Literal["joined", "hyphen"] = "joined"


#: Long vowels as the kana spell them, every word with a capital but the particles.
MUSICBRAINZ = Profile("musicbrainz")
#: The same with `wo`, as many lyrics sites and idol groups write.
LYRICS = replace(
    MUSICBRAINZ, name="lyrics", object_particle="wo", counters="joined", progressive="joined"
)
#: Subtitles after a colon, as anime databases write.
ANIME = replace(MUSICBRAINZ, name="anime", subtitles="colon", capitals="softened")
#: Modified Hepburn with macrons, as libraries and textbooks write.
MACRON = Profile("macron", long_vowels="macron", case="sentence")
#: Modified Hepburn without marks, as on passports and road signs.
PLAIN = Profile("plain", long_vowels="short", apostrophe=False)
#: Nothing in English but what is written in Latin letters: for singing along.
SUNG = replace(LYRICS, name="sung", loanwords="sung", case="lower")

PROFILES = {each.name: each for each in (MUSICBRAINZ, LYRICS, ANIME, MACRON, PLAIN, SUNG)}
