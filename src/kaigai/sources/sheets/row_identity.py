"""Which release and which recording a sheet's row is about."""

from dataclasses import dataclass, field

from kaigai.sources.sheets.credit_cells import Artist
from kaigai.sources.sheets.lines import Line
from kaigai.sources.sheets.spellings import any_spelling
from kaigai.terms import gtin, isrc
from kaigai.terms.names import fold


@dataclass(frozen=True, slots=True)
class ReleaseKey:
    """A release as a row names it."""

    release_id: str
    gtin: str | None
    gtin_given: str | None
    catalog_number: str | None
    title: str | None


@dataclass(slots=True)
class Releases:
    """Finds the release of each row; remembers what earlier rows of the sheet called it.

    Only the first row of a release need name it: rows right below it without any release
    column, whose track numbers go on, belong to it; so does a row with its catalogue number or
    its title alone.
    """

    by_number: dict[str, ReleaseKey] = field(default_factory=dict)
    by_title: dict[tuple[str, str], ReleaseKey] = field(default_factory=dict)
    current: ReleaseKey | None = None
    row: int = 0
    position: int = 0

    def of(self, line: Line, artist: Artist | None, position: int | None) -> ReleaseKey | None:
        """The release of a row, or None where nothing tells it."""
        found = self._named(line, artist)
        if found is None and line.number == self.row + 1 and self._goes_on(position):
            found = self.current
        self.current, self.row, self.position = found, line.number, position or 0
        return found

    def _goes_on(self, position: int | None) -> bool:
        return position is not None and position > self.position

    def _named(self, line: Line, artist: Artist | None) -> ReleaseKey | None:
        given = line.code("gtin")
        number = line.word("catalog_number")
        title = any_spelling("release_title", line.columns, line.text)
        if not (given or number or title):
            return None
        valid = gtin.normalise(given) if given else None
        named = _named(number, title, given or "", artist)
        return self._met(ReleaseKey(valid or named, valid, given, number, title), artist)

    def _met(self, key: ReleaseKey, artist: Artist | None) -> ReleaseKey:
        """The key under which an earlier row had the same release, if this row says less."""
        titled = (fold(key.title or ""), artist.party_id if artist else "")
        number = fold(key.catalog_number or "")
        if key.gtin is None:
            before = self.by_number.get(number) if number else None
            if before is None and not number and key.title:
                before = self.by_title.get(titled) or self._beside(key.title)
            if before is not None:
                return before
        if number:
            self.by_number.setdefault(number, key)
        if key.title:
            self.by_title.setdefault(titled, key)
        return key

    def _beside(self, title: str) -> ReleaseKey | None:
        """The release of the row above when its title is the same: a compilation's next artist."""
        above = self.current
        same = above is not None and above.title and fold(above.title) == fold(title)
        return above if same else None


def _named(number: str | None, title: str | None, given: str, artist: Artist | None) -> str:
    """The id of a release without a valid GTIN."""
    if number:
        return f"own:catalog:{fold(number)}"
    if title:
        return f"title:{_artist_key(artist)}/{fold(title)}"
    return f"own:barcode:{fold(given)}"


def _artist_key(artist: Artist | None) -> str:
    return artist.party_id.removeprefix("name:") if artist else ""


@dataclass(frozen=True, slots=True)
class RecordingKey:
    """A recording as a row names it."""

    recording_id: str
    isrc: str | None
    isrc_given: str | None
    title: str | None


def recording_of(
    line: Line,
    release: ReleaseKey | None,
    artist: Artist | None,
    disc: int | None,
    position: int | None,
) -> RecordingKey | None:
    """The recording of a row; None for a row about a release alone."""
    given = line.word("isrc")
    title = any_spelling("title", line.columns, line.text)
    if not (given or title):
        return None
    valid = isrc.normalise(given) if given else None
    if valid:
        return RecordingKey(valid, valid, given, title)
    if release is not None:
        place = f"{disc or 1}-{position}" if position is not None else fold(title or given or "")
        return RecordingKey(f"{release.release_id}#{place}", None, given, title)
    named = f"title:{_artist_key(artist)}/{fold(title or given or '')}"
    return RecordingKey(named, None, given, title)
