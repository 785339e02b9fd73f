"""Whom an artist line, or a video's title and channel, names: single credits with their role."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from kaigai.formats.youtube.title_parts import title_parts

MOST: Final = 40  #: credits of one line; longer ones are lists of a compilation


class Credit(NamedTuple):
    """A name as it is credited; `role` is main, featured, or titled: a video's title has it."""

    name: str
    role: str


Known = Callable[[str], bool]

_FEATURED: Final = re.compile(
    r"\s*[\(\[（［]?(?<![^\W_])(?:feat(?:uring)?|ft|with|w/)(?![^\W_])\.?\s*[:：]?\s*",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(
    r"(\s*[,、，;；/／×]\s*|\s+(?:&|＆|[xX](?!\s+[&,])|\+|and|vs\.?)\s+|\s*[&＆]\s*)"
)
_BRACKETS: Final = re.compile(r"^(.*?\S)\s*[\(（\[［]([^()（）\[\]［］]+)[\)）\]］]\s*$")
_EDGES: Final = " \t\u3000()（）[]［］,、;"
_VOICE: Final = re.compile(r"^(?:CV|cv|Vo|vo)[.:：\s]\s*")

#: What channels add to an artist's name.
_CHANNEL: Final = re.compile(
    r"\s*(?:[-–—/|｜]\s*topic|vevo|[-–—/|｜]?\s*official(?:\s+(?:youtube|channel|music|artist))*"
    r"(?:\s+channel)?|公式(?:\s*youtube)?\s*(?:チャンネル|channel)?|オフィシャル(?:チャンネル)?|"
    r"youtube\s*channel|channel|チャンネル|【[^】]*】|tv)\s*$",
    re.IGNORECASE,
)
_COVER: Final = re.compile(
    r"(?i)\bcover(?:ed)?\b|カバー|カヴァー|歌ってみた|弾いてみた|叩いてみた|踊ってみた|karaoke|カラオケ|"
    r"reaction|nightcore|tutorial|playlist|プレイリスト|作業用|bgm|플레이리스트|노래모음|커버|노래방|"
    r"type beat|mashup|sped up|slowed"
)
_SHORTEST: Final = 2


def credits_of(line: str, is_known: Known) -> tuple[Credit, ...]:
    """The artists of a line such as `A, B & C feat. D`.

    What `is_known` takes for one name stays one: `Simon & Garfunkel`, `King & Prince`.
    """
    main, *featured = _FEATURED.split(line.strip(), maxsplit=1)
    found = [Credit(name, "main") for name in _names(main, is_known)]
    for rest in featured:
        for part in _FEATURED.split(rest):
            found += [Credit(name, "featured") for name in _names(part, is_known)]
    unique = {each.name: each for each in reversed(found)}
    return tuple(reversed(unique.values()))[:MOST]


def credits_of_video(
    title: str | None, channel: str | None, is_known: Known
) -> tuple[Credit, ...]:
    """The artists of a video: of its channel where that is an artist's, else of its title.

    A cover or a list of songs by others names people who did not make it: its title is not asked.
    """
    own = [each for each in _of_channel(channel or "") if is_known(each)]
    if own:
        return tuple(Credit(name, "main") for name in own[:1])
    if not title or _COVER.search(title):
        return ()
    names = [
        each.name
        for part in title_parts(title)
        if not part.isascii() or len(part) > _SHORTEST
        for each in ([Credit(part, "main")] if is_known(part) else credits_of(part, is_known))
        if is_known(each.name)
    ]
    return tuple(Credit(name, "titled") for name in dict.fromkeys(names))[:MOST]


def _names(text: str, is_known: Known) -> Iterator[str]:
    text = _bare(text)
    if not text:
        return
    if is_known(text):
        yield text
        return
    pieces = _PARTED.split(text)
    if len(pieces) == 1:
        yield from _alone(text, is_known)
        return
    at = 0
    while at < len(pieces):
        end = _longest(pieces, at, is_known)
        piece = _bare("".join(pieces[at:end]))
        if end - at > 1:
            yield piece
        elif piece:
            yield from _alone(piece, is_known)
        at = end + 1


def _bare(text: str) -> str:
    """Without what parted it from others, and without a bracket that lost its other half."""
    whole = text.count("(") == text.count(")") and text.count("（") == text.count("）")
    return text.strip(" \t\u3000,、;" if whole else _EDGES)


def _longest(pieces: Sequence[str], at: int, is_known: Known) -> int:
    """Where the longest known name that begins here ends; the next piece where there is none."""
    for end in range(min(len(pieces), at + 7), at + 1, -2):
        if is_known("".join(pieces[at:end]).strip()):
            return end
    return at + 1


def _alone(text: str, is_known: Known) -> Iterator[str]:
    """One credit; of `IU (아이유)` the half that is known."""
    found = _BRACKETS.match(text)
    if found and not is_known(text):
        outer, inner = found.group(1), _VOICE.sub("", found.group(2))
        for half in (outer, inner):
            if is_known(half):
                yield half
                return
    yield _VOICE.sub("", text)


def _of_channel(channel: str) -> list[str]:
    """What an artist's channel may be called after, the fullest first."""
    names = [channel.strip()]
    while (bare := _CHANNEL.sub("", names[-1]).strip(" -–—/|｜・")) and bare != names[-1]:
        names.append(bare)
    last = names[-1]
    for part in title_parts(last):
        if part not in names:
            names.append(part)
    return names
