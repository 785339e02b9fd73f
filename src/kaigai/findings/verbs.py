"""What people ask of the audit: run it, list what it found, and show one thing."""

from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Artist, AsOf, territory
from kaigai.verbs.verb import Call, Param, verb


def _check(name: str) -> str:
    from kaigai.findings.finding_query import known_checks

    return known_checks([name])[0]


def _severity(name: str) -> str:
    from kaigai.findings.finding_query import known_severity

    return known_severity(name)


def _state(name: str) -> str:
    from kaigai.findings.finding_query import known_state

    return known_state(name)


Checks = Annotated[
    tuple[str, ...],
    Param(
        Text("Only this check; may be repeated.", "この検査だけ(複数指定可)。"),
        _check,
        many=True,
        shown="CHECK",
    ),
]
Territory = Annotated[
    str | None,
    territory(
        Text(
            "Only what concerns this territory: a code or a name.",
            "この国・地域に関わるものだけ(コードまたは名前)。",
        )
    ),
]
Severities = Annotated[
    tuple[str, ...],
    Param(
        Text(
            "Only high, medium, low or note; may be repeated.",
            "high・medium・low・note のいずれかだけ(複数指定可)。",
        ),
        _severity,
        many=True,
        shown="SEVERITY",
    ),
]
States = Annotated[
    tuple[str, ...],
    Param(
        Text(
            "Only new, remaining or fixed (else new and remaining).",
            "new・remaining・fixed のいずれか(省略時は new と remaining)。",
        ),
        _state,
        many=True,
        shown="STATE",
    ),
]
What = Annotated[
    str,
    Param(
        Text(
            "An id, ISRC, GTIN, catalogue number, link, file name, or a name in any spelling.",
            "ID、ISRC、JAN、品番、リンク、ファイル名、または名前(どの表記でも可)。",
        ),
        word=True,
        shown="ID",
        example="潮見かなた",
    ),
]


@verb(
    "audit",
    Text(
        "Run the checks, and rank what they find by artist and by kind.",
        "検査を実行し、見つかった課題をアーティスト別・種類別に並べます。",
    ),
    "find",
    kind="make",
    doing=Text("auditing", "監査中"),
)
def audit(call: Call, as_of: AsOf = None, check: Checks = ()) -> Answer:
    """Run the checks."""
    from kaigai.findings import actions, answers

    done = actions.audit(
        call.facts,
        at=call.at,
        as_of=as_of,
        only=check,
        engine=call.engine,
        watch=call.watch,
    )
    return answers.audit(call.facts, done)


@verb(
    "findings",
    Text("List findings, the gravest first.", "課題を重大な順に一覧します。"),
    "find",
    lines=50,
)
def findings(
    call: Call,
    artist: Artist = None,
    check: Checks = (),
    territory: Territory = None,
    severity: Severities = (),
    state: States = (),
) -> Answer:
    """List findings."""
    from kaigai.findings import actions, answers
    from kaigai.findings.finding_query import choose

    engine = actions.audited(call.facts, call.engine)
    wanted = choose(
        engine,
        artist=artist,
        checks=check,
        territory=territory,
        severities=severity,
        states=state,
    )
    return answers.findings(engine, wanted, call.limit)


@verb(
    "show",
    Text(
        "Show one artist, recording, release, video, finding or file.",
        "アーティスト、録音、リリース、動画、課題、ファイルのいずれかを表示します。",
    ),
    "find",
    lines=None,
)
def show(call: Call, what: What, as_of: AsOf = None) -> Answer:
    """Show one thing."""
    from kaigai.findings import actions, answers
    from kaigai.findings.finding_query import matches_of

    engine = actions.engine_of(call.facts, call.engine)
    return answers.show(engine, matches_of(engine, what), as_of, call.at.date())


@verb(
    "checks",
    Text("List the checks.", "検査を一覧します。"),
    "find",
    stands="none",
    lines=None,
)
def checks(call: Call) -> Answer:
    """Which checks there are."""
    from kaigai.findings import answers

    return answers.checks()
