"""Services as charts and file names call them, by the name that people know."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

_SPELLINGS: Final = {
    "Spotify": "spotify|スポティファイ",
    "Apple Music": "applemusic|apple|アップルミュージック",
    "iTunes": "itunes|itunesstore",
    "YouTube": "youtube|yt|youtubemusic|ytmusic|ytinsights|youtubeinsights|ユーチューブ",
    "Amazon Music": "amazonmusic|amazon|amazonmusicunlimited|アマゾンミュージック",
    "LINE MUSIC": "linemusic|line|ラインミュージック",
    "AWA": "awa",
    "Deezer": "deezer",
    "TIDAL": "tidal",
    "KKBOX": "kkbox",
    "Melon": "melon|멜론",
    "Genie": "genie|geniemusic|지니",
    "Billboard": "billboard|ビルボード",
    "Shazam": "shazam",
    "SoundCloud": "soundcloud",
    "TikTok": "tiktok",
    "recochoku": "recochoku|レコチョク",
    "QQ Music": "qqmusic",
    "NetEase": "netease|neteasecloudmusic",
    "JOOX": "joox",
    "Anghami": "anghami",
    "JioSaavn": "jiosaavn|saavn",
    "Gaana": "gaana",
    "Pandora": "pandora",
    "Last.fm": "lastfm",
}
_BY_SPELLING: Final = {
    spelling: name for name, group in _SPELLINGS.items() for spelling in group.split("|")
}
#: Spellings that are also other words: they count as a whole cell, never within a file's name.
_ORDINARY: Final = frozenset({"line", "apple", "amazon", "melon", "genie", "pandora", "tidal"})
_WORDS: Final = re.compile(r"[^\W_]+")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


@lru_cache(maxsize=1024)
def service_of(text: str) -> str:
    """The known name of a service; an unknown one as it stands."""
    return _BY_SPELLING.get(_plain(text), text.strip())


def service_in(name: str) -> str | None:
    """The one service that a file's name, or a header, speaks of; None for none or several."""
    words = [word.casefold() for word in _WORDS.findall(unicodedata.normalize("NFKC", name))]
    pairs = [first + second for first, second in pairwise(words)]
    found = {
        _BY_SPELLING[word]
        for word in (*pairs, *words)
        if word in _BY_SPELLING and word not in _ORDINARY
    }
    return found.pop() if len(found) == 1 else None
