"""Whose plays a reported thing's are: the artist, recording, video and release, with evidence."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

IDENTITIES = Table(
    "identities",
    about=Text(
        en="Whose plays a reported thing's are: artist, recording, video, release, and how sure.",
        ja="レポートに現れる対象が誰のものか(アーティスト・録音・動画・作品)と、その確かさです。",
    ),
    kind="result",
    key=("reported_id", "artist_id"),
    columns={
        "reported_id": "string",
        "artist_id": "string",  # as in artists
        "role": "string",  # main, featured
        "recording_id": "string",
        "video_id": "string",
        "release_id": "string",
        "home_territory": "string",  # the artist's
        "credit": "string",  # the words that name the artist, where a name tied
        "method": "string",
        "reason": "string",  # why it counts, is in doubt, or does not count
        "score": "float64",  # 0 to 1
        "state": "string",  # tied, doubt, rejected; what no row speaks of is unknown
        "evidence": "string",  # JSON: the numbers behind the reason
    },
)
