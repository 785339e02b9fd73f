"""Names and titles of Japan, Korea and China in Latin letters, as suggestions with a confidence.

`candidates` reads one text, `many` a whole list. Nothing here is official: what an artist says
of their own name always wins.
"""

from kaigai.romanise.candidate import Candidate, Kind, Language
from kaigai.romanise.engine import candidates, many
from kaigai.romanise.profile import (
    ANIME,
    LYRICS,
    MACRON,
    MUSICBRAINZ,
    PLAIN,
    PROFILES,
    SUNG,
    Profile,
)

__all__ = [
    "ANIME",
    "LYRICS",
    "MACRON",
    "MUSICBRAINZ",
    "PLAIN",
    "PROFILES",
    "SUNG",
    "Candidate",
    "Kind",
    "Language",
    "Profile",
    "candidates",
    "many",
]
