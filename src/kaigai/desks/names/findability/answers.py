"""Findability as an answer: the share of queries that hit, by way of typing, and the worst."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from kaigai.desks.names.findability.queries import KINDS
from kaigai.desks.names.findability.summary import ALL, SHARES, Counted, Summary, artist_of, summed
from kaigai.terms.section import Section, percent
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Chart, Screen, Step

if TYPE_CHECKING:
    import altair as alt

    from kaigai.desks.names.findability.tables import Findability

ARTISTS: Final = 12  #: artists on a screen

QUERIES: Final = Text("queries", "検索語")
ARTIST: Final = Text("artist", "アーティスト")


def findability(found: "Findability", limit: int | None, day: date) -> Answer:
    """The answer in a sentence and a picture; then by way of typing, by artist, and the recordings
    that the fewest queries find. Other tools get all recordings."""
    summary = summed(found, worst=limit)
    return Answer(
        TITLE,
        tuple(_blocks(summary, day)),
        found,
        lambda language: found.recordings,
        tuple(_steps(summary)),
        lede(summary),
    )


def _blocks(summary: Summary, day: date) -> Iterator[Block]:
    yield Chart(
        "findability",
        PICTURE,
        lambda language, screen: _bars(summary, language, screen),
        lede(summary),
        Text(SOURCE.to("en", day=day), SOURCE.to("ja", day=day)),
    )
    yield _kinds(summary)
    if len(summary.artists) > 1:
        yield _artists(summary)
    if summary.worst:
        yield _worst(summary)


def _bars(summary: Summary, language: Language, screen: Screen) -> "alt.LayerChart":
    from kaigai.desks.names.findability.charts import bars
    from kaigai.pictures.ink import NARROW, WIDE

    return bars(summary, language, NARROW if screen == "narrow" else WIDE)


def _steps(summary: Summary) -> Iterator[Step]:
    if summary.worst:
        yield Step("names", NAMES, {"what": summary.worst[0]["subject_id"]})
    yield Step("names", FILL, {"missing": "latin"}, out="names.xlsx")
    yield Step("audit", AUDIT, {"check": "unfindable"})


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
    return (counted.queries, *map(percent, counted.shares))


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
    return Section(title, columns, rows, right=(1, 2), opens=((5, "show"),))


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
PICTURE: Final = Text("Queries that find the recording", "録音が見つかる検索語の割合")
SOURCE: Final = Text(
    en="From the names in this workspace on {day}: delivered, seen at services, listed, approved. "
    "The queries are Kaigai's own; how services match them is a model (below).",
    ja="{day} 時点でこのワークスペースにある名称(納品・配信サービス・一覧・決定)による。検索語は"
    "Kaigaiが作成したもので、一致の判定は推定モデルです(下記)。",
)
NAMES: Final = Text("see what names the first has", "先頭の録音の名称を見る")
FILL: Final = Text("have a sheet of missing names to fill in", "足りない名称を記入用の表にする")
AUDIT: Final = Text("make findings of what cannot be found", "見つからないものを課題にする")


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
