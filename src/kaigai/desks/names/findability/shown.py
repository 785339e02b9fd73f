"""Findability as people see it: the share of queries that hit, by way of typing, and the worst."""

from typing import Final

from kaigai.desks.names.findability.queries import KINDS
from kaigai.desks.names.findability.summary import Counted, Summary, artist_of
from kaigai.terms.section import Section
from kaigai.terms.text import Text

ARTISTS: Final = 12  #: artists on a screen

BEFORE: Final = Text("as published", "公開中の表記")
APPROVED: Final = Text("with what is approved", "決定済みの表記を加える")
AFTER: Final = Text("with suggestions", "候補も加える")
SHARES: Final = (BEFORE, APPROVED, AFTER)
ALL: Final = Text("all queries", "すべての検索語")
QUERIES: Final = Text("queries", "検索語")
ARTIST: Final = Text("artist", "アーティスト")


def sections_of(summary: Summary) -> list[Section]:
    """By way of typing, by artist, and the recordings that the fewest queries find."""
    sections = [_kinds(summary)]
    if len(summary.artists) > 1:
        sections.append(_artists(summary))
    if summary.worst:
        sections.append(_worst(summary))
    return sections


def _kinds(summary: Summary) -> Section:
    rows = [(ALL, *_cells(summary.total))]
    rows += [(KINDS[kind], *_cells(counted)) for kind, counted in summary.by_kind.items()]
    title = Text(
        f"What a fan abroad would type: {summary.recordings:,} recordings",
        f"海外のファンが入力しそうな検索語: 録音 {summary.recordings:,}件",
    )
    columns = (Text("way of typing", "入力のしかた"), QUERIES, *SHARES)
    return Section(title, columns, tuple(rows), right=(1, 2, 3, 4), note=_note(summary))


def _cells(counted: Counted) -> tuple[object, ...]:
    return (counted.queries, *(percent(share) for share in counted.shares))


def percent(share: float) -> str:
    """A share as people read it; 100 % and 0 % only where that is exact."""
    if 0.995 <= share < 1:
        return "99%"
    return "1%" if 0 < share < 0.005 else f"{share:.0%}"


def _note(summary: Summary) -> Text:
    told = [MODEL]
    if summary.guessed:
        told.append(
            Text(
                f"Of {summary.guessed:,} recordings only a machine's reading is known: "
                "their queries are guesses.",
                f"{summary.guessed:,}件は機械の読みしか手がかりがなく、検索語も推測です。",
            )
        )
    if summary.unknown:
        told.append(
            Text(
                f"Of {summary.unknown:,} nothing is known that could be typed: unknown.",
                f"{summary.unknown:,}件は入力できる表記が分からないため不明です。",
            )
        )
    return Text(" ".join(each.en for each in told), "".join(each.ja for each in told))


def _artists(summary: Summary) -> Section:
    rows = tuple(
        (name, recordings, *_cells(counted))
        for name, recordings, counted in summary.artists[:ARTISTS]
    )
    columns = (ARTIST, Text("recordings", "録音"), QUERIES, *SHARES)
    left = len(summary.artists) - len(rows)
    note = Text(f"… and {left:,} more artists", f"… ほか{left:,}組") if left else None
    title = Text("Artists, the hardest to find first", "アーティスト別(見つけにくい順)")
    return Section(title, columns, rows, right=(1, 2, 3, 4, 5), note=note)


def _worst(summary: Summary) -> Section:
    rows = tuple(
        (
            row["subject"],
            f"{row['hits_before']}/{row['n_queries']}",
            f"{row['hits_after']}/{row['n_queries']}",
            row["missed"][:2],
            artist_of(row),
            row["subject_id"],
        )
        for row in summary.worst
    )
    columns = (
        Text("recording", "録音"),
        Text("hits", "一致"),
        Text("then", "追加後"),
        Text("finds nothing", "見つからない検索語"),
        ARTIST,
        Text("id", "ID"),
    )
    title = Text("Recordings that the fewest queries find", "見つけにくい録音")
    return Section(title, columns, rows, right=(1, 2))


MODEL: Final = Text(
    en="A model, since no service publishes its rules: each word typed must be a published word "
    "of the title or its videos (or the artist, where typed), or begin one, or be one letter off "
    "(five letters or more). A hit can be found; it need not come first.",
    ja="各サービスの検索規則は非公開のため、推定モデルです。入力した各語が、曲名や動画名(アーティスト名も"
    "入力した場合はそれも)の公開中の語と一致するか、その先頭か、1文字違い(5文字以上)なら一致とします。"
    "一致は「見つけられる」ことを示し、上位表示を意味しません。",
)
LEDE: Final = Text(
    en="Of {queries} queries on {recordings} recordings, {before} find the recording as it is "
    "published; {approved} would with the names that are approved, {after} with suggestions.",
    ja="録音{recordings}件・検索語{queries}件のうち、公開中の表記で見つかるのは{before}。"
    "決定済みの表記を届ければ{approved}、候補まで採用すれば{after}になります。",
)
TITLE: Final = Text("Can fans abroad find it?", "海外のファンは見つけられるか")


def lede(summary: Summary) -> Text:
    """The answer in one sentence."""
    shares = [percent(share) for share in summary.total.shares]
    values = {
        "queries": f"{summary.total.queries:,}",
        "recordings": f"{summary.recordings:,}",
        "before": shares[0],
        "approved": shares[1],
        "after": shares[2],
    }
    return Text(LEDE.to("en", **values), LEDE.to("ja", **values))
