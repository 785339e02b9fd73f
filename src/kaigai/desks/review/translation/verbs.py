"""What people ask of memory, glossary and services: what is known, what is set, what is sent."""

from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.verb import Call, Param, verb

Pairs = Annotated[
    File,
    Param(
        Text("A .tmx, .xlsx, .csv or .json file.", ".tmx・.xlsx・.csv・.json のファイル。"),
        word=True,
        shown="FILE",
        example="examples/review/pairs.csv",
    ),
]
Terms = Annotated[
    File,
    Param(
        Text("An .xlsx, .csv or .json file.", ".xlsx・.csv・.json のファイル。"),
        word=True,
        shown="FILE",
        example="examples/review/terms.csv",
    ),
]
Source = Annotated[
    str | None,
    Param(
        Text(
            "The originals' language (else the home language).",
            "原文の言語(省略時は本国の言語)。",
        ),
        shown="LANGUAGE",
    ),
]
Target = Annotated[
    str | None,
    Param(
        Text(
            "The translations' language, where the sheet does not say.",
            "訳文の言語(シートにない場合)。",
        ),
        shown="LANGUAGE",
    ),
]
Original = Annotated[
    str,
    Param(
        Text("A text in the original language.", "原文。"),
        word=True,
        shown="TEXT",
        free=True,
        example="港の灯",
    ),
]
Into = Annotated[
    str, Param(Text("The language of the translation.", "訳文の言語。"), shown="LANGUAGE")
]
Word = Annotated[
    str,
    Param(
        Text("The word in the original language.", "原文での語。"),
        word=True,
        shown="WORD",
        free=True,
        example="推し",
    ),
]
Form = Annotated[
    str | None,
    Param(
        Text(
            "Its one form; without, it is never translated.",
            "決まった訳語。省略すると訳しません。",
        ),
        free=True,
        shown="FORM",
    ),
]
Only = Annotated[
    str | None,
    Param(
        Text("Only for translations into this language.", "この言語への翻訳だけに使います。"),
        shown="LANGUAGE",
    ),
]
OfArtist = Annotated[
    str | None,
    Param(
        Text(
            "Only for this artist's texts: in any spelling, by a part of the name, or by id.",
            "このアーティストの文だけに使います(どの表記でも、名前の一部でも、IDでも可)。",
        ),
        shown="NAME",
    ),
]
Note = Annotated[str | None, Param(Text("Why.", "理由。"), free=True)]
LOOKING = Text("looking it up", "検索中")


@verb(
    "localise providers",
    Text(
        "The translation services, which one is chosen, and whether its key is set.",
        "翻訳サービスの一覧と、選択中のもの、キーの有無を示します。",
    ),
    "fix",
    lines=None,
    page=None,
)
def providers(call: Call) -> Answer:
    """The translation services."""
    from kaigai.desks.review.translation import actions, answers

    return answers.services(actions.services(call.facts))


@verb(
    "localise memory import",
    Text(
        "Take a TMX file or a bilingual sheet into the translation memory; twice changes nothing.",
        "TMXファイルか対訳シートを翻訳メモリに取り込みます。二度取り込んでも増えません。",
    ),
    "fix",
    kind="decide",
    role="reviewer",
    lines=None,
)
def memory_import(call: Call, file: Pairs, source: Source = None, target: Target = None) -> Answer:
    """Take translations in."""
    from kaigai.desks.review.translation import actions, answers

    done = actions.remember(
        call.facts,
        data=file.content,
        name=file.name,
        at=call.at,
        by=call.by,
        source=source,
        target=target,
    )
    return answers.remembered(done)


@verb(
    "localise memory find",
    Text(
        "What the translation memory knows of a text: what people approved, here or elsewhere.",
        "ある文について翻訳メモリ(ここや他のツールで承認された訳)を引きます。",
    ),
    "fix",
    lines=None,
    page=None,
    doing=LOOKING,
)
def memory_find(call: Call, text: Original, language: Into = "en") -> Answer:
    """Look a text up."""
    from kaigai.desks.review.translation import actions, answers

    found = actions.recall(call.facts, text=text, language=language, engine=call.engine)
    return answers.recalled(found)


@verb(
    "localise glossary list",
    Text(
        "The glossary: words with one form in a language, or that are never translated.",
        "用語集。訳語の決まった語と、訳さない語を一覧します。",
    ),
    "fix",
    lines=50,
)
def glossary_list(call: Call) -> Answer:
    """List the terms."""
    from kaigai.desks.review.translation import actions, answers

    return answers.terms(actions.terms(call.facts, engine=call.engine), call.limit)


@verb(
    "localise glossary add",
    Text("Set a term of the glossary, or change it.", "用語集の用語を登録・変更します。"),
    "fix",
    kind="decide",
    role="reviewer",
    lines=None,
)
def glossary_add(
    call: Call,
    word: Word,
    form: Form = None,
    language: Only = None,
    artist: OfArtist = None,
    note: Note = None,
) -> Answer:
    """Set a term."""
    from kaigai.desks.review.translation import actions, answers

    done = actions.define(
        call.facts,
        word=word,
        at=call.at,
        by=call.by,
        form=form,
        language=language,
        artist=artist,
        note=note,
    )
    return answers.defined(done)


@verb(
    "localise glossary remove",
    Text("Take a term out of the glossary.", "用語集から用語を外します。"),
    "fix",
    kind="decide",
    role="reviewer",
    lines=None,
)
def glossary_remove(
    call: Call, word: Word, language: Only = None, artist: OfArtist = None
) -> Answer:
    """Take a term out."""
    from kaigai.desks.review.translation import actions, answers

    done = actions.define(
        call.facts,
        word=word,
        at=call.at,
        by=call.by,
        language=language,
        artist=artist,
        remove=True,
    )
    return answers.removed(done)


@verb(
    "localise glossary import",
    Text(
        "Take a sheet of terms into the glossary: word, form (empty: never translated), language, "
        "artist, note.",
        "用語のシート(用語・訳語・言語・アーティスト・備考。訳語が空欄の語は訳さない)を"
        "用語集に取り込みます。",
    ),
    "fix",
    kind="decide",
    role="reviewer",
    lines=50,
)
def glossary_import(call: Call, file: Terms) -> Answer:
    """Take a sheet of terms in."""
    from kaigai.desks.review.translation import actions, answers

    done = actions.define_all(
        call.facts, data=file.content, name=file.name, at=call.at, by=call.by
    )
    return answers.taken_in(done, call.limit)
