"""Which languages first, as an answer: what is there, each step, and how sure that is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from kaigai.desks.captions.languages.result import Reached
from kaigai.desks.captions.languages.words import between, name, names
from kaigai.terms.reading_languages import SOURCE
from kaigai.terms.section import Section, facts, percent
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Chart, Screen, Step

if TYPE_CHECKING:
    import altair as alt


def languages(reached: Reached) -> Answer:
    """The curve first, then the steps and what they rest on."""
    who = reached.artist
    chart = Chart(
        "languages",
        READ_ALONG,
        lambda language, screen: _curve(reached, language, screen),
        ABOUT,
        Text(
            f"Plays: {reached.audience.table}; readers: {SOURCE}.",
            f"再生数: {reached.audience.table}、読者の割合: {SOURCE}",
        ),
    )
    return Answer(
        Text(
            f"Which subtitles first: {who}" if who else "Which subtitles first",
            f"どの言語の字幕から作るか: {who}" if who else "どの言語の字幕から作るか",
        ),
        (chart, *sections_of(reached)),
        reached,
        lambda language: step_rows(reached, language),
        (
            Step("clearances", CLEAR),
            Step("captions check", CHECK, {"files": Blank("FILE")}),
        ),
        lede=lede(reached),
    )


def _curve(reached: Reached, language: Language, screen: Screen) -> "alt.LayerChart":
    from kaigai.desks.captions.languages.charts import curve
    from kaigai.pictures.ink import NARROW, WIDE

    return curve(reached, language, NARROW if screen == "narrow" else WIDE)


def lede(reached: Reached) -> Text:
    """The answer in a sentence."""
    there, now = names(reached.have), between(reached.low, reached.high)
    if not reached.steps:
        return Text(
            f"With {there.en}, {now} of the plays abroad are reached; no further language adds "
            "any.",
            f"{there.ja}で海外の再生の{now}に届きます。ほかの言語を足しても増えません。",
        )
    some = reached.steps[:3]
    first = names([step.language for step in some])
    then = between(some[-1].low, some[-1].high)
    return Text(
        f"First {first.en}: with these, {then} of the plays abroad come from people who can read "
        f"along; without, {now}.",
        f"まず{first.ja}。これで海外の再生の{then}が、字幕を読める人のものになります(今は{now})。",
    )


def sections_of(reached: Reached) -> list[Section]:
    """What is there, the steps, and what they rest on."""
    rows = tuple(
        (place, name(step.language),
         *(percent(share, 1) for share in (step.adds, step.low, step.high)),
         _proof(step.low, step.bound, exact=step.best is not None),
         Text(*(_places(step.where, each) for each in ("en", "ja"))))
        for place, step in enumerate(reached.steps, start=1)
    )  # fmt: skip
    return [
        facts(THERE, _there(reached)),
        Section(STEPS, STEP_COLUMNS, rows, (0, 2, 3, 4), HOW_SURE if rows else NO_MORE),
        facts(RESTS, _rests(reached)),
    ]


def _proof(low: float, bound: float, *, exact: bool) -> Text:
    """How good the choice is among all of as many languages."""
    if bound - low < 1e-9:
        return Text("no other choice reaches more", "これ以上の組み合わせはありません")
    if exact:
        return Text(f"the best choice reaches {percent(bound, 1)}",
                    f"最良の組み合わせは{percent(bound, 1)}")  # fmt: skip
    return Text(
        f"none reaches more than {percent(bound, 1)}", f"どの組み合わせも{percent(bound, 1)}以下"
    )


def _places(codes: Sequence[str], language: Language) -> str:
    return ("、" if language == "ja" else ", ").join(name_of(code, language) for code in codes)


def _there(reached: Reached) -> list[tuple[Text, Any]]:
    tracks = reached.captioned
    listed = sorted(tracks.by_language.items(), key=lambda pair: -pair[1])
    counted = [Text(f"{name(tag).en} {n}/{tracks.videos}", f"{name(tag).ja} {n}/{tracks.videos}")
               for tag, n in listed[:12]]  # fmt: skip
    return [
        (Text("languages there", "すでにある言語"), [name(tag) for tag in reached.have]),
        (Text("captioned videos", "字幕のある動画"), counted or NO_TRACKS),
        (Text("reached with these", "これで届く割合"), between(reached.low, reached.high)),
    ]


def _rests(reached: Reached) -> list[tuple[Text, Any]]:
    heard = reached.audience
    total = sum(reached.abroad.values())
    what = CHARTS if heard.measure == "rank" else PLAYS
    period = f"{heard.first:%Y-%m} – {heard.last:%Y-%m}" if heard.first and heard.last else None
    return [
        (Text("audience", "対象"), Text(f"{total:,.0f} {what.en}", f"{what.ja} {total:,.0f}")),
        (Text("period", "期間"), period),
        (Text("services", "サービス"), list(heard.services)),
        (Text("table", "表"), heard.table),
        (Text("who reads what", "読める人の割合"), SOURCE),
        (Text("readers unknown", "読者の割合が不明"), percent(reached.unknown, 1)),
    ]


def step_rows(reached: Reached, language: Language) -> pa.Table:
    """The steps as a table for a sheet."""
    rows = [
        {"step": place, "language": step.language, "name": name(step.language).to(language),
         "adds": step.adds, "at_least": step.low, "at_most": step.high, "bound": step.bound,
         "is_best": step.bound - step.low < 1e-9, "territories": list(step.where)}
        for place, step in enumerate(reached.steps, start=1)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=SHEET)


SHEET: Final = pa.schema(
    [
        ("step", pa.int64()),
        ("language", pa.string()),
        ("name", pa.string()),
        ("adds", pa.float64()),
        ("at_least", pa.float64()),
        ("at_most", pa.float64()),
        ("bound", pa.float64()),
        ("is_best", pa.bool_()),
        ("territories", pa.list_(pa.string())),
    ]
)
THERE = Text("What is there", "今あるもの")
NO_TRACKS = Text("unknown: no list of caption tracks was read",
                 "不明(字幕トラックの一覧が読み込まれていません)")  # fmt: skip
STEPS = Text("Which languages first", "次に作る言語")
STEP_COLUMNS = (
    Text("", ""),
    Text("language", "言語"),
    Text("adds", "増える割合"),
    Text("reached, at least", "届く割合(下限)"),
    Text("at most", "上限"),
    Text("proof", "証明"),
    Text("adds most in", "特に増える地域"),
)
HOW_SURE = Text(
    en="Shares of the plays abroad. At least: only the language most people of a territory read "
    "counts there; at most: as if nobody read two. Shares are of all people of a territory; "
    "listeners are younger and may read more languages. Written names cover all who use a "
    "language, not all can read it.",
    ja="海外の再生に占める割合です。下限は各地域で最も多くの人が読む言語だけを数え、"
    "上限は二言語を読む人がいないと仮定した値です。割合は地域の全人口のもので、"
    "リスナーはより若く、より多くの言語を読めるかもしれません。"
    "言語を使う人の割合であり、読めるとは限りません。",
)
NO_MORE = Text("no further language adds any", "ほかの言語を足しても増えません")
RESTS = Text("What this rests on", "根拠")
PLAYS = Text("plays abroad", "海外の再生数")
CHARTS = Text("weighted chart places abroad (no plays are known)",
              "海外チャートの順位の重み(再生数は不明)")  # fmt: skip
READ_ALONG = Text("Listeners abroad who can read along", "字幕を読める海外のリスナー")
ABOUT = Text(
    en="Each bar adds a language; the line shows from the least to the most it may be.",
    ja="1本ごとに言語をひとつ足します。線は下限から上限までの幅です。",
)
CLEAR = Text("see which lyrics are cleared in these languages", "これらの言語の歌詞の許諾を見る")
CHECK = Text("check captions that came back", "届いた字幕を検査する")
