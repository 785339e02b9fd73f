"""What people ask of captions: check, fix and convert a file, and the rules they are held to."""

from datetime import date
from typing import Annotated, Literal

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import day, language
from kaigai.verbs.verb import Call, Param, verb

ENDINGS = (
    ".srt", ".vtt", ".webvtt", ".ass", ".ssa", ".ttml", ".dfxp", ".xml", ".itt", ".sbv", ".lrc",
)  # fmt: skip


def _encoding(name: str) -> str:
    from codecs import lookup

    from kaigai.terms.text import Refused

    try:
        return lookup(name).name
    except LookupError:
        raise Refused(
            Text(
                f"there is no encoding {name}; for example cp949, gb18030, big5",
                f"{name} という文字コードはありません(例: cp949、gb18030、big5)",
            )
        ) from None


def _place(text: str) -> tuple[str, ...]:
    from kaigai.desks.captions.destinations import destinations

    return destinations(text)


Files = Annotated[
    tuple[File, ...],
    Param(
        Text(
            "SRT, WebVTT, ASS, TTML, SBV or LRC files.",
            "SRT・WebVTT・ASS・TTML・SBV・LRCの字幕。",
        ),
        word=True,
        many=True,
        shown="FILE",
        example="examples/captions/harbour_light.ja.vtt",
    ),
]
OneFile = Annotated[
    File,
    Param(
        Text("The captions.", "字幕ファイル。"),
        word=True,
        shown="FILE",
        example="examples/captions/harbour_light.ja.vtt",
    ),
]
Language = Annotated[
    str | None,
    language(
        Text(
            "Language of the captions (else as the file, its name or its letters say).",
            "字幕の言語(省略時はファイルの記載・ファイル名・文字種から判断)。",
        )
    ),
]
Encoding = Annotated[
    str | None,
    Param(
        Text(
            "The file's encoding where it is not found by itself (cp949, gb18030, big5 …).",
            "自動で判別できない場合の文字コード(cp949、gb18030、big5 など)。",
        ),
        _encoding,
    ),
]
Original = Annotated[
    File | None,
    Param(
        Text(
            "The captions in the original language, to find lines that were not translated.",
            "原語の字幕。訳し漏れを探します。",
        )
    ),
]
Fps = Annotated[
    float,
    Param(
        Text(
            "Frames a second of the film, for example 23.976.",
            "映像のフレームレート(例: 23.976)。",
        ),
        least=1,
        most=240,
    ),
]
Audience = Annotated[
    Literal["adult", "children", "sdh"],
    Param(Text("Whom they are for; sdh is for the deaf.", "対象の視聴者。sdh は聴覚障害者向け。")),
]
Delivery = Annotated[
    str | None,
    Param(
        Text(
            "Where the file goes (for example youtube): cues marked as song must then be cleared.",
            "納品先(例: youtube)。指定すると、歌詞(♪)の行に許諾が必要になります。",
        ),
        option="for",
        free=True,
    ),
]
Lyrics = Annotated[bool, Param(Text("The whole file is lyrics.", "ファイル全体が歌詞です。"))]
Work = Annotated[
    str,
    Param(
        Text(
            "The work: ISWC, or the id in the clearance.",
            "作品ID(ISWC、または許諾の記録にあるID)。",
        ),
        free=True,
    ),
]
Places = Annotated[
    tuple[tuple[str, ...], ...],
    Param(
        Text(
            "Where it goes: a code, a name or Worldwide; may be repeated.",
            "出す地域。コード・名前・Worldwide(複数指定可)。",
        ),
        _place,
        many=True,
        shown="TERRITORY",
    ),
]
Sung = Annotated[
    str | None,
    language(
        Text(
            "The language in which the song is sung (else the workspace's home language).",
            "歌われている言語(省略時はワークスペースの本国の言語)。",
        )
    ),
]
AsOf = Annotated[
    date | None,
    day(Text("Judge on this day (else today).", "この日付で判定します(省略時は今日)。")),
]


@verb(
    "captions check",
    Text(
        "Check captions by the rules of their language: reading speed, lines, gaps, marks.",
        "字幕を言語ごとの規則で検査します(読む速さ、行の長さ、間隔、記号など)。",
    ),
    "fix",
    stands="none",
    pictures=True,
    lines=60,
    page=None,
)
def check(
    call: Call,
    files: Files,
    language: Language = None,
    encoding: Encoding = None,
    original: Original = None,
    fps: Fps = 24.0,
    audience: Audience = "adult",
) -> Answer:
    """Check captions."""
    from kaigai.desks.captions import answers, caption_file
    from kaigai.formats.captions.document import opened

    beside = opened(original.content, original.name) if original else None
    checked = [
        caption_file.check(
            opened(each.content, each.name, language or "", encoding),
            fps=fps,
            audience=audience,
            original=beside,
        )
        for each in files
    ]
    return answers.check(checked, call.limit)


@verb(
    "captions fix",
    Text(
        "Fix what can be fixed safely, show what was changed, and write a new file.",
        "安全に直せるものを直し、変更点を示して、新しいファイルに書き出します。",
    ),
    "fix",
    stands="none",
    makes=ENDINGS,
)
def fix(
    call: Call,
    file: OneFile,
    language: Language = None,
    encoding: Encoding = None,
    original: Original = None,
    fps: Fps = 24.0,
    audience: Audience = "adult",
) -> Answer:
    """Fix captions; without a new file, only show what would change."""
    from kaigai.desks.captions import answers, caption_file
    from kaigai.formats.captions.document import opened

    given = opened(file.content, file.name, language or "", encoding)
    mended = caption_file.fix(
        given,
        kind=caption_file.kind_of(call.out) if call.out else given.captions.kind,
        fps=fps,
        audience=audience,
        original=opened(original.content, original.name) if original else None,
    )
    return answers.fix(mended, call.out)


@verb(
    "captions convert",
    Text(
        "Write captions in another format, and say what is lost; lyrics leave only if cleared.",
        "字幕を別の形式に変換し、失われるものを示します。歌詞は許諾がなければ外に出せません。",
    ),
    "fix",
    stands="any",
    makes=ENDINGS,
)
def convert(
    call: Call,
    file: OneFile,
    language: Language = None,
    encoding: Encoding = None,
    delivery: Delivery = None,
    lyrics: Lyrics = False,
    work: Work = "",
    territory: Places = (),
    sung: Sung = None,
    as_of: AsOf = None,
) -> Answer:
    """Convert captions; lyrics in another language leave only where they are cleared."""
    from kaigai.desks.captions import actions, answers
    from kaigai.desks.captions.caption_file import kind_of
    from kaigai.formats.captions.document import opened

    delivered = actions.deliver(
        call.store,
        opened(file.content, file.name, language or "", encoding),
        kind=kind_of(call.out),
        to=delivery,
        are_lyrics=lyrics,
        work=work,
        territories=sorted({code for each in territory for code in each}),
        sung=sung,
        day=as_of or call.today,
    )
    return answers.convert(delivered, call.out)


@verb(
    "captions rules",
    Text(
        "List the rules, and the limits of each language with their source.",
        "規則と、言語別の基準・出典を一覧します。",
    ),
    "fix",
    stands="none",
    lines=None,
)
def rules(call: Call) -> Answer:
    """The rules."""
    from kaigai.desks.captions import answers

    return answers.rules()
