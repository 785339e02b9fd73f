"""A row of a list of artists as facts: the party, its spellings, its official channels."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from kaigai.formats.sheets.grid import Cell
from kaigai.formats.sheets.values import as_list, as_text, is_nothing
from kaigai.formats.youtube.ids import channel_id
from kaigai.sources.naming import name_row, party_id_of
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.lines import Line
from kaigai.sources.sheets.spellings import any_spelling, spellings
from kaigai.terms import ipi, isni, mbid
from kaigai.terms.territories import name_to_code
from kaigai.terms.text import Text

SERVICE = "YouTube"

_PART = re.compile("([A-Z]{2})-[A-Z0-9]{1,3}")
_LABEL = ("label", "レーベル", "record label")


def artist_rows(line: Line, homes: dict[str, str] | None = None) -> Iterator[Row]:
    """The rows of one artist; what cannot be used is in `line.refused` afterwards.

    homes  the home of each party of this list so far, by which homonyms are told apart
    """
    name = any_spelling("name", line.columns, line.text)
    if not name:
        if not line.refused:
            line.refuse_row(_NO_NAME)
        return
    number = _code(line, "isni", isni.normalise, _ISNI)
    home = _code(line, "home", _territory, _HOME)
    party_id = party_id_of(name, isni=number)
    if homes is not None and homes.setdefault(party_id, home or "") != (home or ""):
        # Two of one name with two homes are two: LiSA of Japan, LISA of Thailand.
        party_id = f"{party_id}@{home or '-'}"
    yield (
        "parties",
        {
            "party_id": party_id,
            "kind": _kind(line.word("kind")),
            "home_territory": home,
            "isni": number,
            "ipi": _code(line, "ipi", ipi.normalise, _IPI),
            "mbid": _code(line, "mbid", mbid.normalise, _MBID),
            "proprietary_id": line.code("own_id"),
        },
    )
    yield from (
        ("names", row) for row in spellings("party", party_id, "name", line.columns, line.text)
    )
    if line.text("name") is None and line.text("name_other") is None:
        yield "names", name_row("party", party_id, name, role="display", is_default=True)
    for _, cell in line.cells("alias"):
        for alias in _aliases(cell):
            if not is_nothing(alias):
                yield "names", name_row("party", party_id, alias, role="alias")
    yield from (("channels", row) for row in _channels(line, party_id))


def _aliases(cell: Cell) -> list[str]:
    """Other names in one cell; commas part them unless they part one Latin name in two."""
    pieces: list[str] = []
    for piece in as_list(cell):
        names = [name.strip() for name in re.split("[,，]", piece)]
        is_one = len(names) == 2 and piece.isascii()
        pieces += [piece] if is_one else [name for name in names if name]
    return pieces


def _territory(text: str) -> str | None:
    """The territory of a cell; of a part of one (ISO 3166-2: GB-SCT) the whole."""
    part = _PART.fullmatch(text.strip())
    return name_to_code(part[1] if part else text)


def _kind(word: str | None) -> str:
    return "label" if (word or "").casefold() in _LABEL else "artist"


def _code(
    line: Line, field: str, normalise: Callable[[str], str | None], reason: tuple[Text, Text]
) -> str | None:
    for column, cell in line.cells(field):
        text = as_text(cell)
        if is_nothing(text):
            continue
        if (code := normalise(text)) is not None:
            return code
        line.refuse(column, cell, reason)
    return None


def _channels(line: Line, party_id: str) -> Iterator[dict[str, Any]]:
    for column, cell in line.cells("channel"):
        for given in _links(cell):
            if is_nothing(given):
                continue
            found = channel_id(given)
            if found is None:
                line.refuse(column, given, _CHANNEL)
                continue
            yield {
                "channel_id": f"youtube:{found}",
                "service": SERVICE,
                "party_id": party_id,
                "is_official": True,
            }


def _links(cell: Cell) -> list[str]:
    return re.split(r"[\s、,;|]+", as_text(cell))


_NO_NAME = (
    Text(en="an artist's name", ja="アーティスト名"),
    Text(en="enter the name, or remove the row", ja="名前を入力するか、行を削除してください"),
)
_ISNI = (
    Text(en="an ISNI of 16 digits with the right check digit", ja="検査数字の正しい16桁のISNI"),
    Text(
        en="look it up at isni.org; the rest of the row was kept",
        ja="isni.orgで確認してください。行のほかの列は読み込みました",
    ),
)
_IPI = (
    Text(en="an IPI name number of 11 digits", ja="11桁のIPIネームナンバー"),
    Text(
        en="ask the collecting society; the rest of the row was kept",
        ja="著作権管理団体に確認してください。行のほかの列は読み込みました",
    ),
)
_MBID = (
    Text(en="a MusicBrainz id or link", ja="MusicBrainzのIDまたはリンク"),
    Text(
        en="copy the artist's address from musicbrainz.org; the rest of the row was kept",
        ja="musicbrainz.orgのアーティストのURLを貼ってください。行のほかの列は読み込みました",
    ),
)
_HOME = (
    Text(en="one territory: a code (JP) or a name", ja="一つの国・地域(JPなどのコードか名前)"),
    Text(
        en="write the territory's name or ISO code; the rest of the row was kept",
        ja="国・地域名かISOコードで書いてください。行のほかの列は読み込みました",
    ),
)
_CHANNEL = (
    Text(
        en="a channel's id (UC…) or a link with /channel/UC…",
        ja="チャンネルID(UC…)、または/channel/UC…を含むリンク",
    ),
    Text(
        en="a handle (@name) does not tell the id: copy it from the channel's “Share” menu",
        ja="ハンドル(@…)からはIDが分かりません。チャンネルの「共有」からIDをコピーしてください",
    ),
)
