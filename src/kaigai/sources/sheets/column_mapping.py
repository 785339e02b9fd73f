"""The mapping that a person gives (header to field), and the refusal where no header is found."""

from collections.abc import Collection, Mapping
from itertools import islice

from kaigai.formats.sheets.headers import LOOK
from kaigai.formats.sheets.values import as_text
from kaigai.sources.reader import RefusedFile, Source
from kaigai.sources.sheets.lines import sheets_of
from kaigai.terms.text import Text

IGNORED = ("", "-", "ignore")


def mapping_of(source: Source, fields: Collection[str]) -> Mapping[str, str]:
    """The option `mapping` of a source; a header mapped to "", "-" or "ignore" is passed over.

    Raises RefusedFile for a field that no reader knows.
    """
    given = source.options.get("mapping") or {}
    if not isinstance(given, Mapping):
        raise _unknown("mapping", str(given), fields)
    mapping: dict[str, str] = {}
    for header, name in given.items():
        wanted = str(name or "").strip()
        if wanted.lower() not in IGNORED and wanted not in fields:
            raise _unknown(f"mapping, column {header}", wanted, fields)
        mapping[str(header)] = "" if wanted.lower() in IGNORED else wanted
    return mapping


def no_header(source: Source, expected: Text) -> RefusedFile:
    """The refusal of a file in which no row is a header, with the fullest row as evidence."""
    fullest = ""
    for sheet in sheets_of(source):
        for row in islice(sheet.rows, LOOK):
            said = " | ".join(filter(None, map(as_text, row.cells)))
            fullest = max(fullest, said, key=lambda text: text.count("|"))
    return RefusedFile("file", fullest[:300], expected, _TODO)


def _unknown(place: str, found: str, fields: Collection[str]) -> RefusedFile:
    known = ", ".join(sorted(fields))
    return RefusedFile(
        place,
        found,
        Text(en=f"one of the fields: {known}", ja=f"次の項目のいずれか: {known}"),
        Text(
            en="correct the mapping; an empty field passes the column over",
            ja="対応付けを直してください。項目を空にすると、その列を読み飛ばします",
        ),
    )


_TODO = Text(
    en="give the columns their names with --mapping, or rename the headers",
    ja="--mapping で列を指定するか、見出しを書き換えてください",
)
