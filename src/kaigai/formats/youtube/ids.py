"""Ids of videos and channels, out of whatever people paste: an id, a link, a share link."""

import re
from typing import Final

from kaigai.terms.digits import to_half_width

_VIDEO: Final = re.compile(r"[A-Za-z0-9_-]{11}")
_CHANNEL: Final = re.compile(r"UC[A-Za-z0-9_-]{22}")
_VIDEO_LINK: Final = re.compile(
    r"(?:youtu\.be/|/(?:shorts|embed|live|v)/|[?&]v=)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"
)
_CHANNEL_LINK: Final = re.compile(r"/channel/(UC[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])")
_HOST: Final = re.compile(r"(?:^|//|\.|@)(?:youtube(?:-nocookie)?\.com|youtu\.be)(?:/|$)", re.I)


def video_id(text: str) -> str | None:
    """The eleven characters of a video's id, plain or out of a YouTube link; else None."""
    given = to_half_width(text).strip()
    if _VIDEO.fullmatch(given):
        return given
    found = _VIDEO_LINK.search(given) if _HOST.search(given) else None
    return found.group(1) if found else None


def channel_id(text: str) -> str | None:
    """A channel's id (`UC…`), plain or out of a `/channel/` link; None for handles, which only
    YouTube can resolve."""
    given = to_half_width(text).strip()
    if _CHANNEL.fullmatch(given):
        return given
    found = _CHANNEL_LINK.search(given) if _HOST.search(given) else None
    return found.group(1) if found else None
