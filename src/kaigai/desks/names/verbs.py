"""What people ask of names: what everything is called, and a sheet of it that comes back."""

from typing import Annotated, Literal

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import language as language_tag
from kaigai.verbs.verb import Call, Param, verb

What = Annotated[
    str | None,
    Param(
        Text(
            "An id, or a name or a part of one, of the thing or its artist, in any spelling.",
            "ID、またはその名称やアーティスト名(どの表記でも、一部だけでも可)。",
        ),
        word=True,
        shown="WHAT",
    ),
]
Kind = Annotated[
    Literal["party", "release", "recording", "work"] | None,
    Param(Text("Only these.", "種類で絞ります。")),
]
Missing = Annotated[
    Literal["latin", "reading", "english"] | None,
    Param(Text("Only what lacks this.", "欠けているもので絞ります。")),
]
Language = Annotated[
    str | None,
    language_tag(
        Text(
            "Also the names in this language, for example ko or zh-Hant.",
            "この言語の名称も表示(例: ko、zh-Hant)。",
        )
    ),
]
Sheet = Annotated[
    File,
    Param(
        Text("A sheet that `kaigai names --out` wrote.", "`kaigai names --out` で書き出した表。"),
        word=True,
        shown="SHEET",
    ),
]


@verb(
    "names",
    Text(
        "What everything is called: original, reading, Latin, English, and who says so. "
        "Written to .xlsx, .csv or .json it is a sheet to fill in and import.",
        "名称の台帳。原題・ヨミ・ローマ字・英題と、それぞれの出どころを示します。"
        ".xlsx・.csv・.json に書き出すと、記入して取り込める表になります。",
    ),
    "fix",
    also=("names show",),
)
def names(
    call: Call,
    what: What = None,
    kind: Kind = None,
    missing: Missing = None,
    language: Language = None,
) -> Answer:
    """What everything is called."""
    from kaigai.desks.names import actions, answers

    found = actions.names(
        call.facts,
        what=what,
        kind=kind,
        missing=missing,
        language=language,
        limit=call.limit,
        engine=call.engine,
    )
    return answers.names(found, call.out)


@verb(
    "names import",
    Text(
        "Take back a sheet of names: each cell that was changed becomes a decision.",
        "記入した表を取り込みます。変更されたセルだけが決定になります。",
    ),
    "fix",
    kind="decide",
    role="reviewer",
    lines=20,
)
def names_import(call: Call, sheet: Sheet) -> Answer:
    """Take back a sheet of names."""
    from kaigai.desks.names import actions, answers

    done = actions.take(call.facts, content=sheet.content, name=sheet.name, by=call.by, at=call.at)
    return answers.taken(done, sheet.name, call.limit)
