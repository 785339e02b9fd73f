"""Characters that steer a machine instead of being read: taken out of names, or made visible."""

import re
from typing import Final

#: What no XML holds, and what pictures are drawn with dies of.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_STEERING: Final = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff\ufffe\uffff]"
)
_TURNS: Final = re.compile(f"[{_BIDI}]")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
#: Letters written from right to left, where turns of direction belong.
_LEFTWARD: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdfc\ufe70-\ufefc\U00010800-\U00010fff]")
_CLOSES: Final = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_BLANKS: Final = "\x0b\x0c\x85"  #: break a line or a page, so that a blank stays
_UNSEEN: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c{_BIDI}\ud800-\udfff]")


def cleaned(text: str) -> str:
    """A text as it may stand in a fact: without control characters but tab and line breaks.

    Halves of surrogate pairs are joined; one alone becomes U+FFFD. Turns of direction stay where
    letters run from right to left and each that opens is closed.
    """
    if _STEERING.search(text) is None:
        return text
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    keeps_turns = _LEFTWARD.search(text) is not None and _is_closed(text)
    return _STEERING.sub(lambda found: _instead(found[0], keeps_turns), text)


def writable(text: str) -> str:
    """The text without what XML, and so a picture, cannot hold."""
    return _UNWRITABLE.sub("", text)


def is_writable(text: str) -> bool:
    """Whether XML, and so a picture, can hold all of it."""
    return _UNWRITABLE.search(text) is None


def visible(text: str) -> str:
    r"""The text with control characters as escapes (`\x1b`, `\u202e`), so that they are seen and
    not obeyed; tabs and line breaks stay."""
    return _UNSEEN.sub(_escape, text.replace("\r\n", "\n"))


def _instead(char: str, keeps_turns: bool) -> str:
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if char in _BLANKS:
        return " "
    return char if keeps_turns and _TURNS.match(char) else ""


def _is_closed(text: str) -> bool:
    opened: list[str] = []
    for turn in _TURNS.findall(text):
        if turn not in _CLOSES:
            opened.append(turn)
        elif not opened or opened.pop() not in _CLOSES[turn]:
            return False
    return not opened


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
