"""Rows of a catalogue as facts: recordings, releases, tracks, names, credits, rights, videos."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from kaigai.formats.sheets.values import as_flag, as_release_type, as_text, is_nothing
from kaigai.formats.youtube.ids import video_id
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.credit_cells import Artist, artist_of, artist_rows, credit_rows
from kaigai.sources.sheets.lines import Line
from kaigai.sources.sheets.rights_cell import granted
from kaigai.sources.sheets.row_identity import RecordingKey, ReleaseKey, Releases, recording_of
from kaigai.sources.sheets.spellings import forms, spellings
from kaigai.terms.languages import canonical
from kaigai.terms.names import fold
from kaigai.terms.text import Text

#: What sheets call languages, where that is no code.
_LANGUAGES = {
    word: code
    for code, words in {
        "ja": ("日本語", "japanese"),
        "en": ("英語", "english"),
        "ko": ("韓国語", "korean"),
        "zh": ("中国語", "chinese"),
        "es": ("スペイン語", "spanish"),
        "fr": ("フランス語", "french"),
        "th": ("タイ語", "thai"),
        "zxx": ("インスト", "instrumental"),
    }.items()
    for word in words
}


class Catalogue:
    """Takes the lines of a catalogue; keeps recordings, releases and parties to the end, so
    that each comes once with all that its rows say."""

    def __init__(self) -> None:
        self.releases = Releases()
        self._kept: dict[str, dict[object, dict[str, Any]]] = {
            "parties": {},
            "releases": {},
            "recordings": {},
        }
        self._seen: set[int] = set()

    def begin_sheet(self) -> None:
        """A new sheet begins: its first row belongs to no release above."""
        self.releases.current = None

    def add(self, line: Line) -> Iterator[Row]:
        """The rows of a line that need not wait; each once."""
        for table, row in self._rows(line):
            if table in self._kept:
                self._keep(table, row)
            elif self._is_new(table, row):
                yield table, row

    def rest(self) -> Iterator[Row]:
        """The rows that waited."""
        for table, rows in self._kept.items():
            yield from ((table, row) for row in rows.values())

    def keep(self, row: Row) -> Iterator[Row]:
        """Take a row that another part of the workbook gives."""
        table, content = row
        if table in self._kept:
            self._keep(table, content)
        elif self._is_new(table, content):
            yield row

    def _rows(self, line: Line) -> Iterator[Row]:
        if line.is_shifted:
            return
        artist = artist_of(line, "artist")
        other = artist_of(line, "release_artist")
        maker = other or artist
        disc, position = line.count("disc"), line.count("position")
        release = self.releases.of(line, maker, position)
        recording = recording_of(line, release, artist or maker, disc, position)
        if release is None and recording is None:
            line.refuse_row(_NOTHING)
            return
        set_id, deals = granted(line)
        yield from deals
        for field, who in (("artist", artist), ("release_artist", other)):
            if who is not None and self._is_untold(line, field, who.party_id):
                yield from artist_rows(line, field, who)
        day, first = line.day("release_day"), line.day("original_day")
        if release is not None:
            own = set_id if recording is None else None
            if self._is_untold(line, "release_title", release.release_id):
                named = spellings(
                    "release", release.release_id, "release_title", line.columns, line.text
                )
                yield from (("names", row) for row in named)
            yield _release(line, release, maker, day, first, own)
        if recording is not None:
            yield from _recording(line, recording, artist or maker, first or day)
            if release is not None:
                yield _track(release, recording, disc, position, set_id)
        yield from _videos(line, recording, artist or maker)

    def _is_untold(self, line: Line, field: str, subject_id: str) -> bool:
        """Whether no row before gave the same spellings of the same thing: most rows of an
        artist do."""
        said = hash((field, subject_id, *map(line.text, forms(field, line.columns))))
        if said in self._seen:
            return False
        self._seen.add(said)
        return True

    def _keep(self, table: str, row: dict[str, Any]) -> None:
        rows = self._kept[table]
        known = rows.setdefault(_key(table, row), row)
        if known is row:
            return
        for column, value in row.items():
            if known.get(column) is None:
                known[column] = value
        if table == "recordings":
            known["first_day"] = _earlier(known["first_day"], row["first_day"])
        if table == "parties" and row["kind"] == "artist":
            known["kind"] = "artist"

    def _is_new(self, table: str, row: dict[str, Any]) -> bool:
        if table == "video_links":
            said = hash((table, row["video_id"]))
        else:
            said = hash((table, *row.values()))
        if said in self._seen:
            return False
        self._seen.add(said)
        return True


def _key(table: str, row: dict[str, Any]) -> object:
    """What makes two rows one. Two titles under one ISRC stay two: somebody must look."""
    if table == "recordings":
        return row["recording_id"], fold(row["title"] or ""), row["duration_ms"]
    return row["party_id" if table == "parties" else "release_id"]


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(filter(None, (one, other)), default=None)


def _release(
    line: Line,
    release: ReleaseKey,
    artist: Artist | None,
    day: date | None,
    first: date | None,
    set_id: int | None,
) -> Row:
    kind = line.word("release_type")
    return (
        "releases",
        {
            "release_id": release.release_id,
            "gtin": release.gtin,
            "gtin_given": release.gtin_given,
            "catalog_number": release.catalog_number,
            "title": release.title,
            "party_id": artist.party_id if artist else None,
            "artist": artist.shown if artist else None,
            "label": line.word("label"),
            "release_type": as_release_type(kind) if kind else None,
            "release_day": day,
            "original_day": first,
            "track_count": line.count("track_count"),
            "is_delivered": False,
            "deal_set_id": set_id,
            "genre": line.word("genre"),
        },
    )


def _recording(
    line: Line, recording: RecordingKey, artist: Artist | None, first: date | None
) -> Iterator[Row]:
    product = line.word("release_type")
    is_video = (as_release_type(product) or "").startswith("Video") if product else False
    yield (
        "recordings",
        {
            "recording_id": recording.recording_id,
            "kind": "video" if is_video else "sound",
            "isrc": recording.isrc,
            "isrc_given": recording.isrc_given,
            "title": recording.title,
            "party_id": artist.party_id if artist else None,
            "artist": artist.shown if artist else None,
            "duration_ms": _duration(line),
            "language_of_performance": _language(line.word("language")),
            "is_instrumental": as_flag(line.text("instrumental")),
            "genre": line.word("genre"),
            "first_day": first,
        },
    )
    named = spellings("recording", recording.recording_id, "title", line.columns, line.text)
    yield from (("names", row) for row in named)
    yield from credit_rows(line, recording.recording_id, artist)


def _duration(line: Line) -> int | None:
    readings: tuple[Callable[[], int | None], ...] = (
        lambda: line.duration_ms("duration"),
        lambda: line.duration_ms("duration_ms", 1),
        lambda: line.duration_ms("duration_s", 1000),
    )
    return next((found for reading in readings if (found := reading()) is not None), None)


def _language(given: str | None) -> str | None:
    if given is None:
        return None
    return _LANGUAGES.get(given.casefold()) or canonical(given)


def _track(
    release: ReleaseKey,
    recording: RecordingKey,
    disc: int | None,
    position: int | None,
    set_id: int | None,
) -> Row:
    return (
        "tracks",
        {
            "release_id": release.release_id,
            "recording_id": recording.recording_id,
            "disc": disc or (1 if position is not None else None),
            "position": position,
            "deal_set_id": set_id,
        },
    )


def _videos(line: Line, recording: RecordingKey | None, artist: Artist | None) -> Iterator[Row]:
    for column, cell in line.cells("video"):
        for given in as_text(cell).replace("、", " ").replace(",", " ").split():
            if is_nothing(given):
                continue
            found = video_id(given)
            if found is None:
                line.refuse(column, given, _VIDEO)
                continue
            yield (
                "video_links",
                {
                    "video_id": f"youtube:{found}",
                    "recording_id": recording.recording_id if recording else None,
                    "party_id": artist.party_id if artist else None,
                },
            )


_NOTHING = (
    Text(
        en="a title, an ISRC or a release (its title, JAN/UPC or catalogue number)",
        ja="曲名、ISRC、またはリリース(商品名・JAN/UPC・品番)のいずれか",
    ),
    Text(
        en="complete the row, or remove it if it is a remark",
        ja="行を補うか、注記であれば削除してください",
    ),
)
_VIDEO = (
    Text(en="a YouTube video id or link", ja="YouTubeの動画IDまたはリンク"),
    Text(
        en="paste the link from the video's “Share” menu; the rest of the row was kept",
        ja="動画の「共有」のリンクを貼ってください。行のほかの列は読み込みました",
    ),
)
