"""What was read, where it comes from and where it can be heard: lists of an overview."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyarrow as pa

from kaigai.findings.check import SEVERITIES, Check
from kaigai.findings.overview import words
from kaigai.findings.overview.figures import figures
from kaigai.findings.overview.result import Availability, CheckCount, Overview, Place, Source
from kaigai.findings.wording import FAMILY_WORDS, severity_mark
from kaigai.terms.section import Mark, Section, Share
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Figure, Grounds

COUNTED: Final[Mapping[str, Text]] = {
    "recordings": Text("Recordings", "録音"),
    "releases": Text("Releases", "リリース"),
    "videos": Text("Videos", "動画"),
}


def grounds(found: Overview) -> Grounds:
    """What an overview stands on."""
    on = words.day(found.audit.day)
    return Grounds(
        Text(f"As of {on.en}", f"{on.ja}時点"),
        tuple(_read(found)),
        ((PERIOD, tuple(_periods(found))), (UNKNOWN, tuple(_unknown(found)) or (ALL_KNOWN,))),
        STALE if found.audit.is_stale else None,
    )


def _read(found: Overview) -> Iterator[Figure]:
    refused = sum(each.refused for each in found.files)
    note = Text(f"{refused:,} refused", f"うち{refused:,}件は読めず") if refused else None
    yield Figure(FILES, _number(sum(each.files for each in found.files)), note=note)
    for name, label in COUNTED.items():
        yield Figure(label, _number(found.counts.get(name)))
    yield Figure(ARTISTS, _number(found.artists))


def _number(n: int | None) -> Text:
    return words.NOTHING if n is None else Text(f"{n:,}", f"{n:,}")


def _periods(found: Overview) -> Iterator[Text]:
    """From when to when deliveries were made and plays counted."""
    firsts = [each.first for each in found.sources.values() if each.first]
    lasts = [each.last for each in found.sources.values() if each.last]
    when = words.delivered(Source({}, min(firsts, default=None), max(lasts, default=None)))
    if when:
        yield Text(f"delivered {when.en}", f"納品 {when.ja}")
    if found.played:
        months = words.between(*map(words.month, found.played))
        yield Text(f"plays {months.en}", f"再生数 {months.ja}")


def _unknown(found: Overview) -> Iterator[Text]:
    """What the facts leave open."""
    heard, videos, skipped = found.heard, found.videos, len(found.audit.skipped)
    if heard and (n := heard.home_unknown):
        yield Text(f"{n:,} recordings: no deals delivered", f"許諾が納品されていない録音 {n:,}件")
    if videos and (n := videos.official_unknown):
        yield Text(
            f"{n:,} videos: official or not is not known", f"公式かどうか分からない動画 {n:,}本"
        )
    if videos and (n := max(videos.official - videos.captions_known, 0)):
        yield Text(
            f"{n:,} official videos: subtitles not known",
            f"字幕の有無が分からない公式動画 {n:,}本",
        )
    if skipped:
        yield Text(f"{skipped} checks did not run", f"実行していない検査 {skipped}件")


def figure_rows(found: Overview, language: Language) -> pa.Table:
    """The key figures for other tools."""

    def said(text: Text | None) -> str | None:
        return text.to(language) if text else None

    rows = [
        {
            "figure": said(each.label),
            "value": said(each.value),
            "of": said(each.of),
            "share": each.share,
            "note": said(each.note),
            "source": said(each.source),
        }
        for each, _ in figures(found)
    ]
    return pa.Table.from_pylist(rows)


def behind(found: Overview) -> Section:
    """Where each key figure comes from."""
    rows = tuple(
        (
            each.label,
            Text(f"{each.value.en} {each.of.en}", f"{each.value.ja} {each.of.ja}")
            if each.of
            else each.value,
            each.source,
            words.delivered(found.sources.get(table)),
            each.note,
        )
        for each, table in figures(found)
    )
    columns = (
        Text("figure", "数字"),
        Text("value", "値"),
        Text("source", "出典"),
        Text("delivered", "納品の期間"),
        Text("what is not known", "不明な点"),
    )
    return Section(Text("Key figures", "主な数字"), columns, rows, right=(1,))


def files(found: Overview) -> Section:
    """What each reader read."""
    rows = tuple(
        (each.reader, each.licence, each.files, each.refused, each.rows, each.last)
        for each in found.files
    )
    columns = (
        Text("kind of file", "ファイルの種類"),
        Text("held under", "利用の根拠"),
        Text("files", "ファイル数"),
        Text("refused", "読めず"),
        Text("rows", "行数"),
        Text("read on", "読み込み日"),
    )
    return Section(FILES, columns, rows, right=(2, 3, 4))


def skipped(found: Overview) -> Section:
    """Which checks did not run, and why."""
    rows = tuple((each.check, each.reason) for each in found.audit.skipped)
    columns = (Text("check", "検査"), Text("why", "理由"))
    return Section(NOT_CHECKED, columns, rows, note=None if rows else ALL_RAN)


def territories(
    found: Availability, places: Sequence[Place], limit: int | None
) -> Iterator[Section]:
    """The markets that matter; then all territories, those with the least to hear first."""
    by_code = {each.code: each for each in places}
    wanted = dict.fromkeys((found.home, *found.markets))
    yield _shares(MARKETS, [by_code[each] for each in wanted if each in by_code], found.home)
    ordered = sorted(places, key=lambda each: (_or_last(each.share), each.code))
    left = len(ordered[len(ordered[:limit]) :])
    more = Text(f"… and {left:,} more territories", f"… ほか{left:,}の国・地域") if left else None
    yield _shares(EVERY_TERRITORY, ordered[:limit], found.home, more, folded=True)


def _or_last(share: float | None) -> float:
    return 2.0 if share is None else share


def _shares(
    title: Text,
    places: Sequence[Place],
    home: str,
    note: Text | None = None,
    *,
    folded: bool = False,
) -> Section:
    rows = tuple(
        (_place(each, home), Share(each.share), each.heard, each.closed, each.unknown)
        for each in places
    )
    columns = (
        Text("territory", "国・地域"),
        Text("share", "割合"),
        Text("can be heard", "聴ける"),
        Text("closed", "聴けない"),
        Text("unknown", "不明"),
    )
    return Section(title, columns, rows, right=(1, 2, 3, 4), note=note, folded=folded)


def _place(each: Place, home: str) -> Text:
    en, ja = name_of(each.code, "en"), name_of(each.code, "ja")
    return Text(f"{en} (home)", f"{ja}(本国)") if each.code == home else Text(en, ja)


def place_rows(places: Sequence[Place], language: Language) -> pa.Table:
    """All territories for other tools."""
    rows = [
        {
            "territory": each.code,
            "name": name_of(each.code, language),
            "share": each.share,
            "heard": each.heard,
            "closed": each.closed,
            "unknown": each.unknown,
        }
        for each in places
    ]
    return pa.Table.from_pylist(rows)


def by_check(counts: Sequence[CheckCount], checks: Mapping[str, Check]) -> Section:
    """Findings check by check."""
    rows = tuple(
        (
            checks[each.check].sentence if each.check in checks else NOT_INSTALLED,
            each.check,
            FAMILY_WORDS.get(each.family, OTHER),
            _gravest(each),
            each.n,
        )
        for each in counts
    )
    columns = (
        Text("what it is about", "内容"),
        Text("check", "検査"),
        Text("family", "種類"),
        Text("severity", "重大度"),
        Text("findings", "件数"),
    )
    return Section(BY_CHECK, columns, rows, right=(4,), folded=True, kept=True)


def _gravest(each: CheckCount) -> Mark:
    gravest = next(name for name in (*SEVERITIES, "note") if each.severities.get(name))
    return severity_mark(gravest)


FILES = Text("Files", "ファイル")
ARTISTS = Text("Artists", "アーティスト")
PERIOD = Text("Period", "期間")
UNKNOWN = Text("Unknown", "不明なもの")
ALL_KNOWN = Text("nothing that the checks asked for", "特になし")
STALE = Text(
    "Facts came in after these checks ran. Run “kaigai audit” again for what they say now.",
    "この検査のあとに新しい情報が取り込まれています。"
    "最新の内容にするには kaigai audit を再実行してください。",
)
NOT_CHECKED = Text("What was not checked", "検査しなかったもの")
ALL_RAN = Text("Every check ran.", "すべての検査を実行しました。")
MARKETS = Text("The markets that matter", "重点市場")
EVERY_TERRITORY = Text("All territories", "すべての国・地域")
BY_CHECK = Text("Check by check", "検査ごとの件数")
OTHER = Text("Other", "その他")
NOT_INSTALLED = Text("a check that is no longer installed", "現在は組み込まれていない検査")
