"""A work that a song is tied to, in one territory where it is shown."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

TIE_INS = Table(
    "tie_ins",
    about=Text(
        en="A work (anime, drama, film, game, advertisement …) that a song is tied to, and where "
        "it is shown.",
        ja="曲のタイアップ先(アニメ・ドラマ・映画・ゲーム・CMなど)と、それが見られる国・地域です。",
    ),
    kind="fact",
    key=("tie_in_id", "territory", "first_day"),
    columns={
        "tie_in_id": "string",  # a hash of the song, its artist, the work and the role
        "isrc": "string",
        "title": "string",  # the song's; null where all of the artist is meant
        "artist": "string",  # the artist line, as the list says it
        "work": "string",  # the work's title as it is
        "work_latin": "string",
        "work_english": "string",
        "work_translations": "string",  # JSON: language to title
        "kind": "string",  # anime, drama, film, game, commercial, programme, event
        "role": "string",  # opening, ending, insert, theme, image
        "territory": "string",  # null where the list names none
        "services": "string",  # where it is shown, as the list says it
        "first_day": "date",
        "last_day": "date",
    },
)
