"""What people ask of measure: how much is abroad, and whose plays are whose."""

from datetime import date
from typing import Annotated, Literal

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import Artist, Services, Since, Until, month, territory
from kaigai.verbs.verb import Call, Param, verb

By = Annotated[
    Literal["artist", "home", "label", "service", "territory", "month"],
    Param(
        Text(
            "Group by this; home is the artists' home territory.",
            "集計の単位。home はアーティストの本国。",
        )
    ),
]
Home = Annotated[
    str | None,
    territory(
        Text(
            "Only artists of this home territory: a code or a name.",
            "この国・地域を本国とするアーティストだけ(コードまたは名前)。",
        )
    ),
]
Measures = Annotated[
    tuple[str, ...],
    Param(
        Text(
            "Only streams, views, downloads, rank, amount …; may be repeated.",
            "streams・views・downloads・rank・amount などの指標だけ(複数指定可)。",
        ),
        many=True,
        option="measure",
    ),
]
After = Annotated[
    date | None,
    month(
        Text(
            "The month of a campaign: how fast plays abroad halve from there on.",
            "施策の月。以後、海外の再生がどれだけの速さで半減するかを示します。",
        )
    ),
]
Doubtful = Annotated[bool, Param(Text("Only what is in doubt.", "確認待ちだけを表示します。"))]
Sheet = Annotated[
    File,
    Param(
        Text(
            "A sheet that `kaigai whose --out` wrote: in the column answer yes, no, or another "
            "artist's id.",
            "`kaigai whose --out` で書き出した表。answer 列に「はい」「いいえ」か"
            "別のアーティストIDを書きます。",
        ),
        word=True,
        shown="SHEET",
    ),
]
ADDING = Text("adding up", "集計中")


@verb(
    "share",
    Text(
        "Show home and overseas side by side: plays, charts and money, by artist or otherwise.",
        "国内と海外を並べて示します。再生数・チャート・金額を、アーティスト別などで集計できます。",
    ),
    "measure",
    pictures=True,
    doing=ADDING,
)
def share(
    call: Call,
    artist: Artist = None,
    by: By = "artist",
    home: Home = None,
    service: Services = (),
    measure: Measures = (),
    since: Since = None,
    until: Until = None,
    after: After = None,
) -> Answer:
    """Home and overseas side by side."""
    from kaigai.desks.measure import actions, answers
    from kaigai.desks.measure.share_query import Wanted

    wanted = Wanted(
        by=by,
        homes=(home,) if home else (),
        services=service,
        measures=measure,
        since=since,
        until=until,
        most=call.limit,
    )
    found = actions.share(
        call.facts, at=call.at, artist=artist, wanted=wanted, after=after, engine=call.engine
    )
    return answers.share(found, call.limit)


@verb(
    "whose",
    Text(
        "Show whose plays are whose and how sure that is, doubts first.",
        "再生がどのアーティストのものか、その確かさと確認待ちを示します。",
    ),
    "measure",
    doing=ADDING,
)
def whose(call: Call, artist: Artist = None, doubtful: Doubtful = False) -> Answer:
    """Whose plays are whose."""
    from kaigai.desks.measure import actions, answers

    found = actions.whose(
        call.facts,
        at=call.at,
        artist=artist,
        doubtful=doubtful,
        limit=call.limit,
        engine=call.engine,
    )
    return answers.whose(found, doubtful=doubtful, out=call.out)


@verb(
    "whose import",
    Text(
        "Take in a filled sheet of whose plays are whose.",
        "「誰の再生か」の記入済みの表を取り込みます。",
    ),
    "measure",
    kind="decide",
    role="reviewer",
)
def whose_import(call: Call, sheet: Sheet) -> Answer:
    """Take in what people say of doubts."""
    from kaigai.desks.measure import actions, answers

    done = actions.answer(
        call.facts, content=sheet.content, name=sheet.name, by=call.by, at=call.at
    )
    return answers.answered(done)
