"""The label at a glance as answers: figures, maps, what to do first, and every artist."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from kaigai.findings.check import CHECKS, SEVERITIES
from kaigai.findings.overview import sections, words
from kaigai.findings.overview.figures import figures
from kaigai.findings.overview.finding_cards import NOTHING, first_card, folds
from kaigai.findings.overview.groups import RECORDED, SHOWN
from kaigai.findings.overview.heat_map import SHARES, HeatMap
from kaigai.findings.overview.result import Availability, Board, Gaps, Overview, Roster, Todo
from kaigai.findings.wording import FAMILY_WORDS, SEVERITY_WORDS, artist_text
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import (
    Answer,
    Block,
    Cards,
    Chart,
    Figures,
    Legend,
    Screen,
    Step,
)

if TYPE_CHECKING:
    import altair as alt

FEW: Final = 0.5  #: of the recordings: a territory that hears less than this hears few
EXAMPLES: Final = 3  #: findings of a kind that a screen has room for


def overview(found: Overview) -> Answer:
    """What was read, and the key figures."""
    shown = tuple(figure for figure, _ in figures(found))
    return Answer(
        OVERVIEW,
        (sections.grounds(found), Figures(GLANCE, shown)),
        found,
        lambda language: sections.figure_rows(found, language),
        (FIRST, EACH, REPORT),
    )


def sources(found: Overview) -> Answer:
    """Where each figure comes from, which files were read, and what was not checked."""
    listed = (sections.behind(found), sections.files(found), sections.skipped(found))
    return Answer(SOURCES, listed, found, steps=(Step("overview", FIGURES),))


def availability(found: Availability, limit: int | None) -> Answer:
    """The share of recordings that can be heard in each territory."""
    heard = found.heard
    places = heard.places if heard else ()
    open_at_home = heard is not None and heard.home_open > 0
    if open_at_home:
        blocks: tuple[Block, ...] = (_map(found), *sections.territories(found, places, limit))
    else:
        blocks = (Section(WHERE, note=NO_DEALS if heard is None else NOT_AT_HOME),)
    return Answer(
        WHERE,
        blocks,
        found,
        lambda language: sections.place_rows(places, language),
        (FIRST, Step("gaps", BY_KIND)),
        lede=_of_home(found) if open_at_home else None,
    )


def _of_home(found: Availability) -> Text:
    assert found.heard is not None
    n, on, named = found.heard.home_open, words.day(found.day), found.artist
    whose = words.artist(named) if named else Text("", "")
    return Text(
        f"Of the {n:,} recordings{f' of {whose.en}' * bool(named)} that can be heard in "
        f"{name_of(found.home, 'en')}, the share that can be heard in each territory on {on.en}.",
        f"{name_of(found.home, 'ja')}で聴ける{f'{whose.ja}の' * bool(named)}{n:,}録音のうち、"
        f"各国・地域で聴ける割合です({on.ja}時点)。",
    )


def _map(found: Availability) -> Chart:
    places = found.heard.places if found.heard else ()
    known = [each.share for each in places if each.share is not None]
    whole, few = sum(each == 1 for each in known), sum(each < FEW for each in known)
    unknown = len(places) - len(known)

    def draw(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.findings.overview.charts import world

        return world(places, found.home, language)

    about = Text(
        f"World map. Open for all of them in {whole} territories, for fewer than half in {few}, "
        f"not known in {unknown}. The table below has the figures.",
        f"世界地図。すべて聴ける地域は{whole}、半分未満の地域は{few}、不明な地域は{unknown}です。"
        "数字は下の表にあります。",
    )
    return Chart("world", WHERE, draw, about, words.source(found.source), SHARES, True, True)


def todo(found: Todo) -> Answer:
    """What to do first."""
    cards = tuple(first_card(each, CHECKS, found.markets) for each in found.groups)
    blocks: tuple[Block, ...] = (Cards(TODO, cards) if cards else Section(TODO, note=NOTHING),)
    return Answer(
        TODO,
        blocks,
        found,
        lambda language: _todo_rows(found, language),
        tuple(_begin(found)),
        lede=TODO_LEDE if cards else None,
    )


def _begin(found: Todo) -> Iterator[Step]:
    for each in found.groups[:1]:
        given = {"check": each.check} | ({"artist": each.artist_id} if each.artist_id else {})
        yield Step("findings", BEGIN, given)
    yield EACH
    yield REPORT


def _todo_rows(found: Todo, language: Language) -> pa.Table:
    rows = [
        {
            "check": each.check,
            "artist_id": each.artist_id,
            "artist": artist_text(each.artist, each.latin).to(language),
            "severity": each.severity,
            "findings": each.n,
            **each.worth,
            "todo": CHECKS[each.check].todo.to(language) if each.check in CHECKS else None,
        }
        for each in found.groups
    ]
    return pa.Table.from_pylist(rows)


def gaps(found: Gaps) -> Answer:
    """Findings by what they keep music from, and by check."""
    n = sum(each.n for each in found.checks)
    listed = sections.by_check(found.checks, CHECKS)
    blocks: tuple[Block, ...] = (_bars(found), listed) if n else (Section(GAPS, note=NOTHING),)
    high = sum(each.severities.get("high", 0) for each in found.checks)
    since = Text(
        f" Since the audit before: {found.audit.new:,} new, {found.audit.fixed:,} fixed.",
        f"前回の監査から新規{found.audit.new:,}件、解消{found.audit.fixed:,}件。",
    )
    later = not found.audit.is_first
    lede = Text(
        f"{n:,} findings, {high:,} of them of high severity.{since.en * later}",
        f"課題は{n:,}件、うち重大度「高」は{high:,}件です。{since.ja * later}",
    )
    return Answer(GAPS, blocks, found, steps=(FIRST, EACH), lede=lede if n else None)


def _bars(found: Gaps) -> Chart:
    counts: dict[str, dict[str, int]] = {}
    for each in found.checks:
        family = counts.setdefault(each.family, {})
        for severity, n in each.severities.items():
            family[severity] = family.get(severity, 0) + n
    families = dict(FAMILY_WORDS) | ({"": sections.OTHER} if "" in counts else {})

    def draw(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.findings.overview.charts import stacked
        from kaigai.pictures.ink import NARROW, WIDE

        rows = {name: text.to(language) for name, text in families.items()}
        return stacked(counts, rows, NARROW if screen == "narrow" else WIDE)

    listed = words.joined(
        [
            Text(f"{text.en} {n:,}", f"{text.ja} {n:,}")
            for name, text in families.items()
            if (n := sum(counts.get(name, {}).values()))
        ]
    )
    about = Text(
        f"Bars of findings by what they keep music from: {listed.en}.",
        f"課題の種類ごとの件数: {listed.ja}。",
    )
    totals = {name: sum(family.get(name, 0) for family in counts.values()) for name in SEVERITIES}
    marks = tuple(
        (name, Text(f"{SEVERITY_WORDS[name].en} {n:,}", f"{SEVERITY_WORDS[name].ja} {n:,}"))
        for name, n in totals.items()
        if n
    )
    return Chart("gaps", GAPS, draw, about, words.source(found.audit), Legend(marks))


def board(found: Board) -> Answer:
    """Artists by what keeps them from being heard."""
    columns = {name: FAMILY_WORDS[name] for name in found.columns if name in FAMILY_WORDS}
    shown = HeatMap(
        "board", BOARD, found, columns, columns, True, BOARD_NOTE, "family", "with_finding"
    )
    return _heat(shown, BOARD_LEDE, NOTHING)


def subtitles(found: Board) -> Answer:
    """Artists by the languages of their subtitles."""
    wide = {tag: language_name(tag, found.columns) for tag in found.columns}
    narrow = {tag: Text(tag.split("-")[0], tag.split("-")[0]) for tag in found.columns}
    shown = HeatMap(
        "subtitles", SUBTITLES, found, wide, narrow, False, SUBTITLES_NOTE, "language",
        "with_subtitles",
    )  # fmt: skip
    return _heat(shown, SUBTITLES_LEDE, NO_CAPTIONS)


def _heat(shown: HeatMap, lede: Text, nothing: Text) -> Answer:
    found = shown.board
    if not found.cells:
        return Answer(shown.title, (Section(shown.title, note=nothing),), found, steps=(FIRST,))
    n = sum(each.artist_id is not None for each in found.artists)
    if n < found.total:
        lede = Text(
            f"{lede.en} The first {n:,} of {found.total:,} artists.",
            f"{lede.ja}全{found.total:,}組のうち上位{n:,}組です。",
        )
    return Answer(shown.title, shown.blocks(), found, shown.rows, (FIRST, EACH), lede=lede)


def language_name(tag: str, tags: Sequence[str]) -> Text:
    """A language above a column: with its script only where that tells two apart."""
    base, _, script = tag.partition("-")
    alone = sum(each.partition("-")[0] == base for each in tags) == 1
    more = "" if alone or not script else f" {script.capitalize()}"
    return Text(f"{name_of_language(base, 'en')}{more}", f"{name_of_language(base, 'ja')}{more}")


def artists(found: Roster, *, on_screen: bool) -> Answer:
    """Each artist with its findings by check."""
    most = EXAMPLES if on_screen else SHOWN
    listed = tuple(folds(found, CHECKS, most))
    known = sum(each.artist_id is not None for each in found.artists)
    left = found.total - known if known > 1 else 0
    more = Text(
        f" The first {known:,} of {found.total:,} artists, those with most grave findings first.",
        f"全{found.total:,}組のうち、重大な課題が多い順に{known:,}組です。",
    )
    lede = Text(
        f"The first {most} findings of each kind.{more.en * bool(left)}",
        f"各課題の先頭{most}件を示します。{more.ja * bool(left)}",
    )
    return Answer(
        ARTISTS,
        listed or (Section(ARTISTS, note=NOTHING),),
        found,
        lambda language: _artist_rows(found, language),
        (FIRST, REPORT),
        lede=lede if listed else None,
    )


def _artist_rows(found: Roster, language: Language) -> pa.Table:
    rows = [
        {
            "artist_id": each.artist_id,
            "artist": words.artist(each).to(language),
            **{f"{kind}s": each.subjects.get(kind, 0) for kind in RECORDED},
            **{name: each.severities.get(name, 0) for name in SEVERITIES},
        }
        for each in found.artists
    ]
    return pa.Table.from_pylist(rows)


FIRST = Step("todo", Text("see what to do first", "まず取り組むことを見る"))
EACH = Step("artists", Text("read every artist's findings", "アーティスト別の課題を読む"))
REPORT = Step("report", Text("have all of it as one page", "すべてを1ページのレポートにする"))
BY_KIND = Text("see what was found, by kind", "種類別の課題を見る")
FIGURES = Text("see the key figures", "主な数字を見る")
BEGIN = Text("see these findings, and begin with them", "該当する課題を見て、ここから始める")

OVERVIEW = Text("The catalogue at a glance", "カタログの概況")
GLANCE = Text("At a glance", "ひと目で")
SOURCES = Text("Where the figures come from", "数字の出どころ")
WHERE = Text("Where the catalogue can be heard", "どこで聴けるか")
NO_DEALS = Text(
    "Not known: no deals were read. Give Kaigai the DDEX deliveries or a catalogue sheet with "
    "territories.",
    "不明です。許諾の情報がまだ読み込まれていません。"
    "DDEXの納品データ、または地域の列があるカタログ表を読み込んでください。",
)
NOT_AT_HOME = Text(
    "No recording is known to be open at home, so there is nothing to compare with.",
    "本国で聴けることが分かっている録音がなく、比べられません。",
)
TODO = Text("What to do first", "まず取り組むこと")
TODO_LEDE = Text(
    "What is worth most comes first; where that is not known, the gravest. At most two of each "
    "kind.",
    "効果の見込みが大きい順に、不明なものは重大な順に並べました。同じ種類は二つまでです。",
)
GAPS = Text("What was found", "見つかった課題")
BOARD = Text("Artist by artist", "アーティスト別の状況")
BOARD_LEDE = Text(
    "The share of each artist’s recordings, releases and videos with nothing found. Pale is "
    "where to look.",
    "各アーティストの録音・リリース・動画のうち、課題が見つからなかった割合です。"
    "色の薄いところから確認してください。",
)
BOARD_NOTE = Text(
    "Recordings, releases and videos with a finding, of all that were checked.",
    "検査した録音・リリース・動画のうち、課題のある件数。",
)
SUBTITLES = Text("Who can read along", "字幕は届いているか")
SUBTITLES_LEDE = Text(
    "The share of each artist’s official videos with subtitles made by people, by the languages "
    "of the markets that matter.",
    "公式動画のうち、人が作った字幕がある割合を、重点市場の言語ごとに示します。",
)
SUBTITLES_NOTE = Text(
    "Official videos with subtitles, of those whose subtitles are known.",
    "字幕の有無が分かる公式動画のうち、字幕のある本数。",
)
NO_CAPTIONS = Text(
    "Not known: no list of captions was read.", "不明です。字幕の一覧がまだ読み込まれていません。"
)
ARTISTS = Text("Every artist’s findings", "アーティスト別の課題一覧")
