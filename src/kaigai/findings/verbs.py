"""What people ask of the audit: run it, list what it found, and show one thing."""

from typing import Annotated, Literal

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Artist, AsOf, territory
from kaigai.verbs.verb import Call, Param, verb


def _check(name: str) -> str:
    from kaigai.findings.check import check_named

    return check_named(name).name


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
    tuple[Literal["high", "medium", "low", "note"], ...],
    Param(Text("Only this severity; may be repeated.", "この重大度だけ(複数指定可)。"), many=True),
]
States = Annotated[
    tuple[Literal["new", "remaining", "fixed"], ...],
    Param(
        Text(
            "Only this state (else new and remaining); may be repeated.",
            "この状態だけ(省略時は new と remaining、複数指定可)。",
        ),
        many=True,
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
    return answers.audit(done, actions.ranking(call.facts))


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

    found = actions.findings(
        call.facts,
        artist=artist,
        checks=check,
        territory=territory,
        severities=severity,
        states=state,
        limit=call.limit,
        engine=call.engine,
    )
    return answers.findings(found)


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

    found = actions.show(call.facts, what, at=call.at, as_of=as_of, engine=call.engine)
    return answers.show(found)


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
