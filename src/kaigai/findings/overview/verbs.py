"""What people ask of a label as a whole: the figures, where it is heard, and what to do first."""

from datetime import date
from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Artist, day
from kaigai.verbs.verb import Call, verb

JudgedOn = Annotated[
    date | None,
    day(
        Text(
            "As the deals have it on this day (else on the last audit's day).",
            "この日付の許諾で判定します(省略時は前回の監査の日付)。",
        )
    ),
]
COUNTING = Text("counting", "集計中")


@verb(
    "overview",
    Text(
        "Show the label at a glance: what was read, what is unknown, and the key figures.",
        "レーベルの概況(読み込んだもの、不明な点、主な数字)を示します。",
    ),
    "find",
    doing=COUNTING,
)
def overview(call: Call) -> Answer:
    """The label at a glance."""
    from kaigai.findings.overview import actions, answers

    return answers.overview(actions.overview(call.facts, engine=call.engine))


@verb(
    "availability",
    Text(
        "Show where the catalogue, or an artist's part of it, can be heard.",
        "カタログ全体、またはアーティストの録音が、どこで聴けるかを示します。",
    ),
    "find",
    pictures=True,
    page=None,
    doing=COUNTING,
)
def availability(call: Call, artist: Artist = None, as_of: JudgedOn = None) -> Answer:
    """Where recordings can be heard."""
    from kaigai.findings.overview import actions, answers

    found = actions.availability(call.facts, day=as_of, artist=artist, engine=call.engine)
    return answers.availability(found, call.limit)


@verb(
    "todo",
    Text(
        "Say what to do first: the findings that are worth most, by artist and kind.",
        "まず取り組むことを示します。効果の見込みが大きい課題から並べます。",
    ),
    "find",
    lines=10,
    page=10,
    doing=COUNTING,
)
def todo(call: Call, artist: Artist = None) -> Answer:
    """What to do first."""
    from kaigai.findings.overview import actions, answers

    found = actions.todo(call.facts, artist=artist, limit=call.limit, engine=call.engine)
    return answers.todo(found)


@verb(
    "gaps",
    Text(
        "Show what was found, by kind and check by check.",
        "見つかった課題を、種類別・検査別に示します。",
    ),
    "find",
    pictures=True,
    lines=None,
    doing=COUNTING,
)
def gaps(call: Call) -> Answer:
    """Findings by kind."""
    from kaigai.findings.overview import actions, answers

    return answers.gaps(actions.gaps(call.facts, engine=call.engine))


@verb(
    "board",
    Text(
        "Show artist by artist what keeps music from being heard abroad.",
        "海外で聴かれるのを妨げているものを、アーティスト別に示します。",
    ),
    "find",
    pictures=True,
    page=30,
    doing=COUNTING,
)
def board(call: Call) -> Answer:
    """Artists by kinds of finding."""
    from kaigai.findings.overview import actions, answers

    return answers.board(actions.board(call.facts, limit=call.limit, engine=call.engine))


@verb(
    "subtitles",
    Text(
        "Show which artists' videos can be read in which language.",
        "どのアーティストの動画にどの言語の字幕があるかを示します。",
    ),
    "find",
    pictures=True,
    page=30,
    doing=COUNTING,
)
def subtitles(call: Call) -> Answer:
    """Artists by languages of subtitles."""
    from kaigai.findings.overview import actions, answers

    return answers.subtitles(actions.subtitles(call.facts, limit=call.limit, engine=call.engine))


@verb(
    "artists",
    Text(
        "Show every artist's findings, kind by kind, with the fix for each.",
        "アーティストごとに、課題と対処を種類別に示します。",
    ),
    "find",
    lines=5,
    page=30,
    doing=COUNTING,
)
def artists(call: Call, artist: Artist = None) -> Answer:
    """Every artist's findings."""
    from kaigai.findings.overview import actions, answers

    found = actions.artists(call.facts, artist=artist, limit=call.limit, engine=call.engine)
    # Who wants all of them, as a notebook does, has room for all.
    return answers.artists(found, on_screen=call.limit is not None and not call.out)


@verb(
    "sources",
    Text(
        "Show where the key figures come from, which files were read, and what was not checked.",
        "主な数字の出どころ、読み込んだファイル、検査しなかったものを示します。",
    ),
    "data",
    lines=None,
    doing=COUNTING,
)
def sources(call: Call) -> Answer:
    """Where the figures come from."""
    from kaigai.findings.overview import actions, answers

    return answers.sources(actions.overview(call.facts, engine=call.engine))
