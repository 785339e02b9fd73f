"""What `--help` prints, in the language of the call: usage, words, options, groups of verbs."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from shutil import get_terminal_size
from typing import Final

from kaigai.doors.terminal.command_line import HELP, LANG, Option, options_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.verb import Asked, Purpose, Verb

ABOUT: Final = Text(
    en="Kaigai finds what keeps music from being heard abroad, and says what to do first.",
    ja="Kaigai(海外)は、音楽が海外で聴かれるのを妨げているものを見つけ、最初の一手を示します。",
)
#: What people do, in the order in which they do it.
PURPOSES: Final[Mapping[Purpose, Text]] = {
    "find": Text("Find what keeps music from being heard", "妨げているものを見つける"),
    "fix": Text("Fix it: names, subtitles, clearances", "直す(名称・字幕・許諾)"),
    "plan": Text("Plan where to go next", "次に向かう先を決める"),
    "run": Text("Run what people do", "進める"),
    "measure": Text("Measure home and overseas", "国内と海外を測る"),
    "data": Text("Data in and out", "データの出し入れ"),
}
USAGE, OPTIONS = Text("Usage", "使い方"), Text("Options", "オプション")
WORDS, FURTHER = Text("Words", "引数"), Text("Further", "さらに")
VERSION: Final = Option(
    "version", Text("Show the version and stop.", "バージョンを表示して終了します。")
)
MANY = Text("may be repeated", "複数指定可")
ELSE = Text("else {default}", "省略時は {default}")
WIDEST = 100  #: columns


def help_of(verb: Verb, below: Sequence[Verb], language: Language) -> str:
    """The help of one verb, and of the verbs whose words begin with its own."""
    words = [each for each in verb.asked.values() if each.param.word]
    typed = [each for each in verb.asked.values() if not each.param.word]
    usage = " ".join(["kaigai", verb.name, *map(_usage, words), "[OPTIONS]"])
    listed = [(_option(each), _about(each, language)) for each in typed]
    listed += [(_door_option(each), each.about.to(language)) for each in options_of(verb)]
    parts = [f"{USAGE.to(language)}: {usage}", "", *_wrapped(verb.about.to(language), 2)]
    if words:
        rows = [(_shown(each), _about(each, language)) for each in words]
        parts += ["", f"{WORDS.to(language)}:", *_rows(rows)]
    if below:
        further = [(each.name, each.about.to(language)) for each in below]
        parts += ["", f"{FURTHER.to(language)}:", *_rows(further)]
    return "\n".join([*parts, "", f"{OPTIONS.to(language)}:", *_rows(listed)])


def help_of_group(name: str, verbs: Sequence[Verb], language: Language) -> str:
    """The help of words that only begin others, such as `kaigai captions`."""
    rows = [(each.name, each.about.to(language)) for each in verbs]
    return "\n".join([f"{USAGE.to(language)}: kaigai {name} …", "", *_rows(rows)])


def help_of_all(verbs: Sequence[Verb], language: Language) -> str:
    """Every verb, grouped by what people do."""
    parts = [f"{USAGE.to(language)}: kaigai VERB …", "", *_wrapped(ABOUT.to(language), 2)]
    widest = max(_width(each.name) for each in verbs)
    for purpose, title in PURPOSES.items():
        rows = [(each.name, each.about.to(language)) for each in verbs if each.purpose == purpose]
        if rows:
            parts += ["", f"{title.to(language)}:", *_rows(rows, widest)]
    options = [(_door_option(each), each.about.to(language)) for each in (LANG, VERSION, HELP)]
    return "\n".join([*parts, "", f"{OPTIONS.to(language)}:", *_rows(options, widest)])


def _usage(asked: Asked) -> str:
    name = _shown(asked) + "…" * asked.param.many
    return name if asked.required else f"[{name}]"


def _shown(asked: Asked) -> str:
    return asked.param.shown or asked.name.upper()


def _option(asked: Asked) -> str:
    if asked.takes == "flag":
        return f"--{asked.option}"
    if asked.choices:
        return f"--{asked.option} {'|'.join(asked.choices)}"
    shown = {"int": "N", "float": "N", "file": "FILE", "path": "PATH"}.get(asked.takes, "TEXT")
    return f"--{asked.option} {asked.param.shown or shown}"


def _door_option(option: Option) -> str:
    name = f"--{option.name}" + f", --{option.also}" * bool(option.also)
    return f"{name} {option.shown}".rstrip()


def _about(asked: Asked, language: Language) -> str:
    text, more = asked.param.about.to(language), []
    if asked.param.many and MANY.to(language) not in text:
        more.append(MANY.to(language))
    default = asked.default
    if asked.takes != "flag" and default not in (None, "", ()):
        more.append(ELSE.to(language, default=default))
    return f"{text} [{', '.join(more)}]" if more else text


def _rows(rows: Sequence[tuple[str, str]], widest: int = 0) -> Iterator[str]:
    """Two columns; a left one that is too wide has a line of its own."""
    left = min(max([widest, *(_width(name) for name, _ in rows)]), 30)
    for name, about in rows:
        lines = list(_wrapped(about, left + 4))
        if _width(name) > left:
            yield f"  {name}"
            yield from lines
        else:
            gap = " " * (left - _width(name) + 2)
            yield f"  {name}{gap}{lines[0].strip()}"
            yield from lines[1:]


def _wrapped(text: str, indent: int) -> Iterator[str]:
    """Lines that fit the screen: broken at spaces, and anywhere between Japanese letters."""
    room = max(min(get_terminal_size().columns, WIDEST) - indent, 24)
    line = ""
    for piece in _pieces(text):
        if line and _width(line + piece.rstrip()) > room:
            yield " " * indent + line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield " " * indent + line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What is never broken: a word with its space, a Japanese letter with what closes it."""
    piece = ""
    for place, letter in enumerate(text):
        piece += letter
        after = text[place + 1 : place + 2]
        if letter == " " or (
            _is_wide(letter) and after not in NOT_FIRST and letter not in NOT_LAST
        ):
            yield piece
            piece = ""
    if piece:
        yield piece


NOT_FIRST = tuple("、。,.・)」』】〉》!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ…:;)]")
NOT_LAST = tuple("(「『【〈《([")


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _width(text: str) -> int:
    return sum(2 if _is_wide(letter) else 1 for letter in text)
