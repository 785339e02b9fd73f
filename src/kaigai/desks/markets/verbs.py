"""What people ask of markets: where artists would be heard, what comes next, was that right."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from kaigai.desks.markets.backtest.horizon import WEEKS_8, Horizon, parse_horizon
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Seed, Services, day
from kaigai.verbs.verb import Call, Param, verb

Who = Annotated[
    str | None,
    Param(
        Text(
            "An artist in any spelling, a part of the name, or an id; else the label's artists.",
            "アーティスト(どの表記でも、名前の一部でも、IDでも可)。省略時は自社の全アーティスト。",
        ),
        word=True,
        shown="NAME",
    ),
]
KnownBy = Annotated[
    date | None,
    day(
        Text(
            "Only what was known on this day (else today); months not over by then do not count.",
            "この日までの情報だけを使います(省略時は今日)。終わっていない月は数えません。",
        )
    ),
]
Measure = Annotated[
    Literal["streams", "views", "weight"] | None,
    Param(
        Text(
            "In streams, views or weight (of chart ranks), else in what is known best.",
            "単位(streams・views・weight=チャート重み)。省略時は最もよくわかるもの。",
        )
    ),
]
OnCharts = Annotated[
    str,
    Param(
        Text(
            "The artist or channel: in any spelling, by a part of the name, or by id.",
            "アーティストまたはチャンネル(どの表記でも、名前の一部でも、IDでも可)。",
        ),
        word=True,
        shown="ARTIST",
        example="潮見かなた",
    ),
]
OneService = Annotated[
    str | None,
    Param(
        Text(
            "This service's charts (else the one with most days).",
            "このサービスのチャート(省略時は日数が最も多いもの)。",
        ),
        shown="SERVICE",
    ),
]
ChartedBy = Annotated[
    date | None,
    day(Text("From what was known by this day.", "この日までの情報で判断します。")),
]
Refit = Annotated[
    bool,
    Param(
        Text(
            "Learn from your own charts first; takes a minute or two.",
            "先に手元のチャートから学習します(1〜2分かかります)。",
        )
    ),
]
Cutoff = Annotated[
    date,
    replace(
        day(
            Text(
                "Rank on this day, from what was known by then, as 2026-04-05.",
                "この日までの情報だけで順位付けします(例: 2026-04-05)。",
            )
        ),
        example="2026-09-06",
    ),
]
After = Annotated[
    Horizon,
    Param(
        Text(
            "Compare with so many weeks (8w) or days (56d) after it.",
            "その後どれだけの期間と照合するか。週(8w)または日(56d)。",
        ),
        parse_horizon,
        shown="SPAN",
    ),
]
Charts = Annotated[
    tuple[str, ...],
    Param(
        Text(
            "Only this service's charts, else each one's; may be repeated.",
            "このサービスのチャートだけ(省略時は全サービス、複数指定可)。",
        ),
        many=True,
        shown="SERVICE",
    ),
]
Draws = Annotated[
    int,
    Param(
        Text(
            "How often artists are drawn again for the intervals.",
            "区間を求めるためにアーティストを再抽出する回数。",
        ),
        least=0,
        most=10_000,
    ),
]


@verb(
    "markets",
    Text(
        "Show where artists would be heard: markets by latent demand, with intervals and reasons.",
        "アーティストが聴かれうる市場を、潜在需要の大きい順に、区間と理由つきで示します。",
    ),
    "plan",
    also=("markets artist",),
    pictures=True,
    lines=15,
    page=40,
    doing=Text("weighing markets", "市場を比較中"),
)
def markets(
    call: Call,
    artist: Who = None,
    as_of: KnownBy = None,
    service: Services = (),
    measure: Measure = None,
    seed: Seed = 1,
) -> Answer:
    """Where artists would be heard."""
    from kaigai.desks.markets import actions, answers

    found = actions.rank(
        call.facts,
        at=call.at,
        as_of=as_of,
        artist=artist,
        services=service,
        measure=measure,
        seed=seed,
        engine=call.engine,
        watch=call.watch,
    )
    return answers.markets(found, call.limit)


@verb(
    "markets next",
    Text(
        "Rank the territories where an artist is likely to chart next, with reasons.",
        "アーティストが次にチャート入りしそうな国・地域を、理由とともに並べます。",
    ),
    "plan",
    pictures=True,
    lines=15,
    page=40,
    doing=Text("ranking", "順位付け"),
)
def markets_next(
    call: Call,
    artist: OnCharts,
    as_of: ChartedBy = None,
    service: OneService = None,
    refit: Refit = False,
) -> Answer:
    """Where an artist is likely to chart next."""
    from kaigai.desks.markets.next_market import actions, answers

    found = actions.next_markets(
        call.facts, artist=artist, service=service, day=as_of, refit=refit, engine=call.engine
    )
    return answers.next_markets(found, call.limit)


@verb(
    "markets backtest",
    Text(
        "Hold the ranking of markets to the past: did the ones ranked first come?",
        "過去の日付で市場を順位付けし、その後の実績とどれだけ合ったかを確かめます。",
    ),
    "plan",
    kind="make",
    pictures=True,
    lines=None,
    doing=Text("ranking and comparing", "順位付けと照合"),
)
def markets_backtest(
    call: Call,
    cutoff: Cutoff,
    horizon: After = WEEKS_8,
    service: Charts = (),
    seed: Seed = 20260401,
    draws: Draws = 100,
) -> Answer:
    """The ranking held to the past."""
    from kaigai.desks.markets.backtest import actions, answers

    found = actions.backtest(
        call.facts,
        cutoff=cutoff,
        horizon=int(horizon),
        service=service,
        seed=seed,
        draws=draws,
        engine=call.engine,
        watch=call.watch,
    )
    return answers.backtest(found, out=call.out)
