"""A row of a list of tie-ins as facts: one for each territory where the work is shown."""

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from kaigai.formats.sheets.catalogue_words import QUALIFIERS
from kaigai.formats.sheets.territory_cell import place_of
from kaigai.formats.sheets.tie_ins import Tied, tied
from kaigai.formats.sheets.values import as_text
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.lines import Line
from kaigai.terms import isrc
from kaigai.terms.names import fold
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Text

_OWN: Final = ("", "_latin", "_english", "_kana")


def tie_in_rows(line: Line) -> Iterator[Row]:
    """The rows of one tie-in; what cannot be used is in `line.refused` afterwards."""
    said = tied(line.word("tie") or "")
    work = line.word("work") or said.work or line.word("work_english") or line.word("tie")
    song = {
        "isrc": _isrc(line),
        "title": line.word("title") or line.word("title_english"),
        "artist": line.word("artist") or line.word("artist_english"),
    }
    if not work or not (song["isrc"] or song["artist"]):
        if not line.refused:
            line.refuse_row(_NOTHING)
        return
    kind, role = _told(line, "kind", said), _told(line, "role", said)
    territories = _territories(line)
    if territories is None:
        return
    first, last = line.day("start_day"), line.day("end_day")
    if first and last and last < first:
        line.refuse_row(_BACKWARDS)
        return
    row = {
        **song,
        "tie_in_id": _id(song["isrc"], song["title"], song["artist"], work, role),
        "work": work,
        "work_latin": line.word("work_latin"),
        "work_english": line.word("work_english"),
        "work_translations": _translations(line),
        "kind": kind,
        "role": role,
        "services": line.word("services"),
        "first_day": first,
        "last_day": last,
    }
    for territory in territories or (None,):
        yield "tie_ins", {**row, "territory": territory}


def _told(line: Line, field: str, said: Tied) -> str | None:
    """The kind or role in its own column, else in free words; a word of both says both."""
    for word in (line.word(field), line.word("kind"), line.word("role")):
        if word and (found := getattr(tied(word), field)):
            return str(found)
    told = getattr(said, field)
    return str(told) if told else None


def _isrc(line: Line) -> str | None:
    given = line.word("isrc")
    return isrc.normalise(given) if given else None


def _territories(line: Line) -> tuple[str, ...] | None:
    """The codes that the cell names, none where it is empty; None where it is not understood."""
    for column, cell in line.cells("territories"):
        place = place_of(as_text(cell))
        if place.unknown:
            line.refuse(column, ", ".join(place.unknown), _PLACE)
            return None
        return codes_of(place.mask)
    return ()


def _translations(line: Line) -> str | None:
    found = {
        end[1:]: text
        for end in QUALIFIERS
        if end.startswith(":") and (text := line.word(f"work{end}"))
    }
    return json.dumps(found, ensure_ascii=False, sort_keys=True) if found else None


def _id(*parts: str | None) -> str:
    text = "\x1f".join(fold(part or "") for part in parts)
    return blake2b(text.encode(), digest_size=8).hexdigest()


_NOTHING: Final = (
    Text(
        en="the work's title, and an artist or an ISRC",
        ja="作品名と、アーティスト名またはISRC",
    ),
    Text(en="fill them in, or remove the row", ja="入力するか、行を削除してください"),
)
_BACKWARDS: Final = (
    Text(en="an end that is not before the start", ja="開始日より後の終了日"),
    Text(en="correct the days", ja="日付を直してください"),
)
_PLACE: Final = (
    Text(
        en="territories: names or ISO codes, Worldwide, or all but some, as in 全世界(中国を除く)",
        ja="国・地域名かISOコード、「全世界」、または「全世界(中国を除く)」のような書き方",
    ),
    Text(
        en="correct the name; until then the row is left out",
        ja="名前を直してください。それまで、この行は読み込みません",
    ),
)
