"""MBID, MusicBrainz's identifier of an artist, recording, release or work (a UUID)."""

import re
from typing import Final

_FORM: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def normalise(text: str) -> str | None:
    """The lower-case UUID, from plain or `https://musicbrainz.org/artist/...` form, or None."""
    mbid = text.strip().rstrip("/").rpartition("/")[2].lower()
    return mbid if _FORM.fullmatch(mbid) else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
