"""An audit's two rankings, findings one by one, and the checks, as lists."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from kaigai.findings.check import SEVERITIES, About, Check
from kaigai.findings.wording import (
    FAMILY_WORDS,
    NO_ARTIST,
    SEVERITY_WORDS,
    amount,
    artist_brief,
    artist_text,
    said,
    severity_mark,
)
from kaigai.findings.worth.words import WORTH, plays, short
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.findings.result import Audit, Findings, Ranking

Checks = Mapping[str, Check]
Row = Mapping[str, Any]

ABOUT_WORDS: Final[Mapping[About, Text]] = {
    "recordings": Text("recordings", "録音"),
    "releases": Text("releases", "リリース"),
    "parties": Text("artists", "アーティスト"),
    "videos": Text("videos", "動画"),
}


def by_artist(found: "Ranking", checks: Checks) -> Section:
    """Artists with what mending all is worth, findings by severity and the most common gap."""
    ranked = SEVERITIES[:3]
    cells = tuple(
        (
            _artist(row),
            plays(row["gain"]),
            *(row[name] for name in ranked),
            _sentence(row["common"], checks),
        )
        for row in found.artists
    )
    columns = (
        Text("artist", "アーティスト"),
        WORTH,
        *(SEVERITY_WORDS[name] for name in ranked),
        Text("most common gap", "最も多い課題"),
    )
    left = found.total - len(cells)
    note = Text(f"… and {left:,} more artists", f"… ほか{left:,}組") if left else None
    return Section(
        Text("By artist", "アーティスト別"),
        columns,
        cells,
        (1, 2, 3, 4),
        note if found.total else NOTHING,
    )


def _artist(row: Row) -> Text:
    if row["artist_id"] is None:
        return NO_ARTIST
    return artist_text(row["artist"] or row["artist_id"], row["artist_latin"])


def _sentence(name: str | None, checks: Checks) -> Text | str | None:
    return checks[name].sentence if name and name in checks else name


def by_kind(found: "Ranking", checks: Checks) -> Iterator[Section]:
    """Checks with how many subjects, artists and territories each concerns, by severity."""
    columns = (
        Text("how many", "件数"),
        Text("artists", "組数"),
        Text("territories", "国・地域"),
        WORTH,
        Text("what (check)", "内容(検査)"),
    )
    for severity, words in SEVERITY_WORDS.items():
        cells = tuple(_kind(row, checks) for row in found.kinds if row["severity"] == severity)
        if cells:
            title = Text(f"By kind: {words.en}", f"種類別: 重大度 {words.ja}")
            yield Section(title, columns, cells, (0, 1, 2, 3))


def _kind(row: Row, checks: Checks) -> tuple[Any, ...]:
    name, n, kind = row["check"], row["n"], row["subject_kind"]
    what = checks[name].sentence if name in checks else Text("", "")
    return (
        Text(amount(n, kind, "en"), amount(n, kind, "ja")),
        row["artists"],
        row["territories"] or None,
        plays(row["gain"]),
        Text(f"{what.en} ({name})", f"{what.ja}({name})"),
    )


def changes(done: "Audit") -> Section:
    """How many findings are new, still there, and gone."""
    cells = (
        (Text("new", "新規"), done.new),
        (Text("remaining", "継続"), done.remaining),
        (Text("fixed since the last audit", "前回の監査から解消"), done.fixed),
    )
    title = Text(f"Findings as of {done.as_of}", f"{done.as_of} 時点の課題")
    return Section(title, (Text("", ""), Text("", "")), cells, (1,))


def skipped(done: "Audit") -> Section:
    """The checks that did not run, and why."""
    columns = (Text("check", "検査"), Text("why", "理由"))
    cells = tuple(sorted(done.skipped.items()))
    return Section(Text("Not run", "実行しなかった検査"), columns, cells)


def findings(found: "Findings", checks: Checks) -> Section:
    """Findings in words; the last column is the id."""
    cells = tuple(
        (
            severity_mark(row["severity"]),
            artist_brief(row["artist"], found.latin.get(row["artist_id"])),
            short(row),
            said(checks.get(row["check"]), row, found.markets),
            row["finding_id"],
        )
        for row in found.rows
    )
    columns = (
        Text("severity", "重大度"),
        Text("artist", "アーティスト"),
        WORTH,
        Text("what", "内容"),
        Text("id", "ID"),
    )
    left = found.total - len(cells)
    more = Text(
        f"… and {left:,} more; --limit shows more", f"… ほか{left:,}件。--limit で増やせます"
    )
    note = NO_MATCH if not found.total else more if left else None
    title = Text(f"Findings: {found.total:,}", f"課題: {found.total:,}件")
    return Section(title, columns, cells, note=note, opens=((4, "show"),))


def families(checks: Checks) -> Iterator[Section]:
    """What checks there are, a section for each family."""
    columns = (
        Text("check", "検査"),
        Text("severity", "重大度"),
        Text("about", "対象"),
        Text("what", "内容"),
    )
    for family, words in FAMILY_WORDS.items():
        cells = tuple(
            (each.name, severity_mark(each.severity), ABOUT_WORDS[each.about], each.sentence)
            for each in checks.values()
            if each.family == family
        )
        if cells:
            yield Section(words, columns, cells)


NOTHING: Final = Text("Nothing was found.", "課題は見つかりませんでした。")
NO_MATCH: Final = Text("No findings match.", "当てはまる課題はありません。")
