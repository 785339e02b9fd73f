"""What people ask of languages: which ones to caption first."""

from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Artist, language
from kaigai.verbs.verb import Call, Param, verb

Have = Annotated[
    tuple[str, ...],
    language(
        Text(
            "A language that is there already; may be repeated.",
            "すでに字幕がある言語(複数指定可)。",
        ),
        many=True,
    ),
]
Afresh = Annotated[
    bool,
    Param(
        Text(
            "Count no captions as there yet, only the language that is sung.",
            "既存の字幕を数えず、歌われている言語だけがあるものとして計算します。",
        )
    ),
]
Count = Annotated[
    int, Param(Text("So many languages at most.", "最大の言語数。"), least=1, most=20)
]


@verb(
    "captions languages",
    Text(
        "Which languages to caption first: the fewest that reach the most listeners abroad.",
        "どの言語の字幕から作るべきか。少ない言語で多くの海外リスナーに届く順に示します。",
    ),
    "fix",
    pictures=True,
    lines=None,
)
def languages(
    call: Call,
    artist: Artist = None,
    have: Have = (),
    afresh: Afresh = False,
    count: Count = 8,
) -> Answer:
    """Which languages to caption first."""
    from kaigai.desks.captions.languages import actions, answers

    return answers.languages(
        actions.rank(call.facts, artist=artist, have=have, afresh=afresh, count=count)
    )
