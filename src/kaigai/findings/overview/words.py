"""Days, months, files and artists as an overview says them, in both languages."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kaigai.findings import wording
from kaigai.findings.overview.result import Artist, LastAudit, Source
from kaigai.terms.text import Text

NOT_KNOWN: Final = "?"  #: where a figure would stand


def day(day: date) -> Text:
    """A day as people write it: 1 November 2026, 2026年11月1日."""
    return Text(f"{day.day} {day:%B %Y}", f"{day.year}年{day.month}月{day.day}日")


def month(month: date) -> Text:
    """A month as people write it: November 2026, 2026年11月."""
    return Text(f"{month:%B %Y}", f"{month.year}年{month.month}月")


def between(first: Text, last: Text) -> Text:
    """From one to the other; one of them where they are the same."""
    if first == last:
        return first
    return Text(f"{first.en} to {last.en}", f"{first.ja}〜{last.ja}")


def delivered(source: Source | None) -> Text | None:
    """From which day to which a table's rows were delivered."""
    if source is None or source.first is None or source.last is None:
        return None
    first, last = source.first.isoformat(), source.last.isoformat()
    return between(Text(first, first), Text(last, last))


def files(source: Source | None) -> Text | None:
    """Which readers read a table's rows, and from how many files."""
    if source is None or not source.readers:
        return None
    named = [
        Text(f"{reader} ({n:,} file{'s' * (n != 1)})", f"{reader}({n:,}ファイル)")
        for reader, n in source.readers.items()
    ]
    return joined(named)


def joined(listed: Sequence[Text]) -> Text:
    """Several, with the comma of each language."""
    return Text(", ".join(each.en for each in listed), "、".join(each.ja for each in listed))


def source(found: Source | LastAudit | None) -> Text | None:
    """What stands below a picture: its files and their days, or the audit."""
    match found:
        case LastAudit():
            on, n = day(found.day), len(found.ran)
            return Text(
                f"Source: the audit as of {on.en}, {n} checks",
                f"出典: {on.ja}時点の監査、検査{n}種",
            )
        case Source():
            of, when = files(found) or UNKNOWN_FILES, delivered(found)
            en = f", delivered {when.en}" if when else ""
            ja = f"、納品 {when.ja}" if when else ""
            return Text(f"Source: {of.en}{en}", f"出典: {of.ja}{ja}")
        case _:
            return None


def artist(each: Artist) -> Text:
    """An artist by name; in English the Latin one leads."""
    return wording.artist_text(each.name, each.latin)


def amount(n: int, kind: str) -> Text:
    """How many of a kind of subject."""
    return Text(wording.amount(n, kind, "en"), wording.amount(n, kind, "ja"))


def having(subjects: Mapping[str, int], kinds: Sequence[str]) -> Text:
    """What an artist has, one after the other."""
    listed = [amount(subjects[kind], kind) for kind in kinds if subjects.get(kind)]
    return Text(" · ".join(each.en for each in listed), " · ".join(each.ja for each in listed))


UNKNOWN_FILES = Text("files that are not known", "不明なファイル")
NOTHING = Text("–", "–")
