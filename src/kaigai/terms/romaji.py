"""Whether Latin letters are romanised Japanese: a grammar of its syllables, and a little doubt."""

import re
from functools import lru_cache
from typing import Final

# Hepburn alone: si, ti, tu and hu are spelled so in too many other languages.
_WORD: Final = re.compile(
    r"(?:[kgnhbpmr]y[auo]|(?:sh|ch)[aiuoe]|j[aiuo]|tsu|fu|[kgbpmnr][aiueo]|[sz][aueo]|[td][aeo]"
    r"|h[aieo]|y[auo]|w[ao]|[aiueo]|n'(?=[aiueoy])|n(?![aiueoy])|m(?=[bpm])|k(?=k)|s(?=s)|p(?=p)"
    r"|t(?=ch|t)|c(?=ch))+"
)
# What no Hepburn has, to be quick with most of what is not Japanese.
_NEVER: Final = re.compile("[LlQqVvXx]|[Cc](?![HhCc])")
_LONG_MARKS: Final = str.maketrans("āīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ", "aiueo" * 4)
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Words that parse as Japanese and mostly are not: English first, then the Romance, German, Malay
# and Finnish words that charts are full of.
_FOREIGN_WORDS: Final = """
    ada again age aka aku amen amigo amo amore anna apa are arena ate aurora awake baba babe
    bamba banana bane bano be bean been bien bin bite boa bon bone bonita bonito bonnie boo
    boogie bueno bunga button cha champion change chase cheese chihiro choke chose dann dean
    deine demon den do doja don donde done donna echo eden ego ein eine emoji empire en
    episode era eu fuego fun gaga game gate genre gente gimme goin gone gonna goose gotta gun
    happen harapan hate he hei here hero heroine hide hoe home hope house imagine in ini
    insane into iron jaan jane jason jin joe juga june kahan kaikki kate kau keine kinda kita
    koko machine made madonna main make mama mamma man mana manana mane maria maroon mate
    me mean mein meine men mente message mia miami mike mine minun minute moana mode mon
    montana moon more mountain mouse mundo museo mutta nada naomi nein neon nie nina nine
    noche noise non nonsense notte numero one open opera orange paha pain panamera panorama
    papa para parade paranoia pasa paso piano pie poison posso potato puedo pure rage rain ran
    rasa reason remake ride rihanna rio rise robin rodeo roman romeo rosa rose route rude run
    sade saga same santa saudade sea sean season see seen semana sense serenade shake shame
    shape she shine shoe soda soma some someone son sono soon sue suite suka sun sunrise
    sunshine sure sushi suzanna take tango tape tea tempo ten tengo tennessee tesoro todo
    tomato tone tonne too tore una unison usa use wagon wake wanna woman women won yan yankee
    yoga you zombie zone
"""

# Frequent Japanese words that charts elsewhere do not know as anything else.
_NATIVE_WORDS: Final = """
    aishiteru aitai anata arashi arigatou ashita boku bokura bokutachi chiisana chikara
    daisuki dake dareka densetsu fushigi futari fuyu gakuen ganbare hajimari hajimete hanabi
    hanashi haru haruka hikari himitsu hitomi hitori hitotsu hoshi iro itoshii itsuka kagayaki
    kakera kakeru kakumei kanashimi kanata kanojo kasa kawaii kaze kibou kimagure kimi kimochi
    kioku kirei kiseki kizuna koe koi kokoro konya kotoba kuni machi mahou mainichi matsuri
    mayonaka mezame michi minna mirai mizu monogatari mori mugen mune nagareboshi namae namida
    natsu natsuyasumi negai neko nemurenai nihon niji odoru omoi omoide onegai onna ookami
    otoko otome owari saigo saikou sakasama sakura samurai sayonara seishun sekai senpai
    sensei setsuna shiawase shinjitsu shiranai shiroi shizuka shoujo shounen sora sore soshite
    subarashii sugiru suki tadaima taisetsu taiyou tegami tenshi tobira toki tokyo tomodachi
    tonari tsubasa tsuki tsukiyo uchuu unmei uta utau wasurenai watashi yakusoku yami yasashii
    yoake yorokobi yoru yozora yuki yume yuugure yuuhi yuuki zutto
"""

# Particles between two words, and what follows a word (particles and forms of address).
_BETWEEN_WORDS: Final = "no ni wo ga"
_FOLLOWING_WORDS: Final = "no ni wo ga wa o to de e mo na kara made yori san chan kun sama"

_FOREIGN: Final = frozenset(_FOREIGN_WORDS.split())
_NATIVE: Final = frozenset(_NATIVE_WORDS.split())
_BETWEEN: Final = frozenset(_BETWEEN_WORDS.split())
_FOLLOWING: Final = frozenset(_FOLLOWING_WORDS.split())
_MARK: Final = re.compile(
    r"tsu|[kghmr]y[uo]|sh[ou]u|(?:ch|j|y|k|s|t|h|d|m)ou|kk|ssh|tch|cch|[^aeiou]uu|n'"
)
_VOWELS: Final = frozenset("aiueo")


def is_syllabic(word: str) -> bool:
    """Whether one word can be read as Japanese syllables; many other words can be, by chance."""
    return _WORD.fullmatch(_plain(word)) is not None


def _plain(word: str) -> str:
    lower = word.lower()
    return lower if lower.isascii() else lower.translate(_LONG_MARKS).replace("’", "'")


@lru_cache(maxsize=65536)
def looks_like_romaji(latin: str) -> bool:
    """Whether a whole name reads as romanised Japanese (Hepburn, with or without macrons).

    True needs every word to be made of Japanese syllables and some of them to be hardly anything
    else: `Yoru ni Kakeru`. What could as well be another language is False: `Idol`, `Banana`.
    """
    if _NEVER.search(latin):
        return False
    words = _LETTERS.findall(latin)
    if not words or not all(map(is_syllabic, words)):
        return False
    between = any(word.lower() in _BETWEEN for word in words[1:-1])
    weights = [_weight(word, place) for place, word in enumerate(words)]
    return sum(weights) + (0.5 if between else 0) >= 1.5


def _weight(written: str, place: int) -> float:
    """How much one word speaks for Japanese: -1 to 3."""
    word = _plain(written)
    if word in _FOREIGN:
        return -1
    if word in _NATIVE:
        return 2
    if word in _FOLLOWING:
        return 1 if place else 0
    marked = bool(_MARK.search(word)) or not written.isascii()
    length = sum(letter in _VOWELS for letter in word)
    return (1.5 if marked else 0) + (0.75 if length > 3 else 0.5 if length > 2 else 0)
