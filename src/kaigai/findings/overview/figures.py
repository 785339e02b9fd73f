"""The key figures of an overview, each with its source and with what is not known of it."""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.findings.overview import words
from kaigai.findings.overview.result import Overview
from kaigai.terms.territories import name_of
from kaigai.terms.text import Text
from kaigai.verbs.answer import Figure


def figures(found: Overview) -> Iterator[tuple[Figure, str]]:
    """Each figure, and the table that stands behind it; one that is not known says so."""
    yield from _heard(found)
    yield _whole(found), "videos"
    yield _latin(found), "recordings"
    yield _subtitled(found), "captions"


def _heard(found: Overview) -> Iterator[tuple[Figure, str]]:
    heard = found.heard
    at_home = Text(
        f"recordings can be heard in {name_of(found.home, 'en')}",
        f"{name_of(found.home, 'ja')}で聴ける録音",
    )
    n = len(found.markets)
    everywhere = Text(
        f"of these in all {n} markets that matter", f"うち重点{n}市場すべてで聴ける録音"
    )
    if heard is None:
        yield _unknown(found, at_home, "tracks"), "tracks"
        yield _unknown(found, everywhere, "tracks"), "tracks"
        return
    told = _more_unknown(heard.home_unknown)
    yield _figure(found, at_home, heard.home_open, heard.total, "tracks", told), "tracks"
    yield _figure(found, everywhere, heard.all_markets, heard.home_open, "tracks"), "tracks"


def _whole(found: Overview) -> Figure:
    videos = found.videos
    told = _more_unknown(videos.official_unknown) if videos else None
    of = videos.official if videos else 0
    return _by_check(found, WHOLE, "preview-video", of, "videos", told)


def _latin(found: Overview) -> Figure:
    return _by_check(found, LATIN, "no-latin-title", found.counts.get("titled", 0), "recordings")


def _subtitled(found: Overview) -> Figure:
    videos = found.videos
    if videos is None or not videos.captions_known:
        return _unknown(found, SUBTITLED, "captions")
    told = _more_unknown(max(videos.official - videos.captions_known, 0))
    return _figure(
        found, SUBTITLED, videos.captioned_abroad, videos.captions_known, "captions", told
    )


def _by_check(
    found: Overview, label: Text, check: str, of: int, table: str, told: Text | None = None
) -> Figure:
    """What a check passed; not known where it did not run."""
    if check not in found.audit.ran:
        not_run = Text(f"The check “{check}” did not run.", f"検査「{check}」が未実行です。")
        return _unknown(found, label, table, not_run)
    if not of:
        return _unknown(found, label, table, told or NOT_READ)
    figure = _figure(found, label, of - found.found.get(check, 0), of, table, told)
    by = figure.source or words.UNKNOWN_FILES
    return replace(
        figure,
        source=Text(f"{by.en}, by the check “{check}”", f"{by.ja}、検査「{check}」による"),
    )


def _figure(
    found: Overview, label: Text, n: int, of: int, table: str, told: Text | None = None
) -> Figure:
    return Figure(
        label,
        Text(f"{n:,}", f"{n:,}"),
        Text(f"of {of:,}", f"/ {of:,}"),
        n / of if of else None,
        told,
        words.files(found.sources.get(table)),
    )


def _unknown(found: Overview, label: Text, table: str, told: Text | None = None) -> Figure:
    value = Text(words.NOT_KNOWN, words.NOT_KNOWN)
    source = words.files(found.sources.get(table))
    return Figure(label, value, None, None, told or NOT_READ, source)


def _more_unknown(n: int) -> Text | None:
    return Text(f"{n:,} unknown", f"ほか不明 {n:,}") if n else None


WHOLE = Text("official videos are whole, not previews", "全編を観られる公式動画")
LATIN = Text("recordings have a title in Latin letters", "ラテン文字の曲名がある録音")
SUBTITLED = Text(
    "official videos have subtitles for readers abroad", "海外向けの字幕がある公式動画"
)
NOT_READ = Text("nothing read", "未読み込み")
