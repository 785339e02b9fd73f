"""What people ask of romanisation: how a name may be written in Latin letters."""

from typing import Annotated, Literal

from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.verb import Call, Param, verb


def _kana(text: str) -> str:
    from kaigai.terms.languages import contradicts
    from kaigai.terms.scripts import scripts_in

    if not scripts_in(text) or contradicts("ja-Hrkt", text):
        raise Refused(
            Text(
                f"{text!r} is no kana reading; write it in hiragana or katakana",
                f"{text!r} はヨミではありません。ひらがなかカタカナで指定してください",
            )
        )
    return text


Texts = Annotated[
    tuple[str, ...],
    Param(
        Text("Names or titles.", "名称または曲名。"),
        many=True,
        word=True,
        shown="TEXT",
        free=True,
        example="夜に駆ける",
    ),
]
Spoken = Annotated[
    Literal["ja", "ko", "zh"] | None,
    Param(
        Text(
            "Its language, where the script does not tell.",
            "文字だけでは分からないときの言語。",
        )
    ),
]
Reading = Annotated[
    str | None,
    Param(
        Text("The kana reading, which settles nearly everything.", "ヨミ(かな)。ほぼ確定します。"),
        _kana,
        shown="KANA",
    ),
]
Kind = Annotated[
    Literal["song", "release", "anime", "artist", "person", "stage name", "group"],
    Param(Text("What it is.", "種別。")),
]
Style = Annotated[
    Literal["musicbrainz", "lyrics", "anime", "macron", "plain", "sung"],
    Param(Text("House style.", "表記の流儀。")),
]


@verb(
    "romanise",
    Text(
        "Japanese, Korean and Chinese names in Latin letters: candidates, and how sure each is.",
        "日本語・韓国語・中国語の名称をラテン文字に。候補とその確かさを示します。",
    ),
    "fix",
    stands="any",
    lines=None,
    page=None,
)
def romanise(
    call: Call,
    texts: Texts,
    language: Spoken = None,
    reading: Reading = None,
    kind: Kind = "song",
    style: Style = "musicbrainz",
) -> Answer:
    """Names in Latin letters."""
    from kaigai.desks.names.romanisation import actions, answers

    found = actions.romanise(
        call.store,
        texts=texts,
        language=language,
        reading=reading,
        kind=kind,
        style=style,
        engine=call.engine,
    )
    return answers.romanise(found)
