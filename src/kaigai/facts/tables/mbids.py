"""The MusicBrainz identifier of a recording, release or work, as MusicBrainz gives it."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

MBIDS = Table(
    "mbids",
    about=Text(
        en="The MusicBrainz identifier of a recording, release or work, as MusicBrainz gives it.",
        ja="MusicBrainzによる、録音・リリース・楽曲の識別子(MBID)です。",
    ),
    kind="fact",
    key=("subject_kind", "subject_id", "mbid"),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "mbid": "string",
    },
)
