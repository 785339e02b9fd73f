"""What people ask of review: suggestions, sheets that go out and come back, and how far it is."""

from typing import Annotated, Literal

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import Artist
from kaigai.verbs.verb import Call, Param, verb

SHEETS = (".xlsx", ".csv", ".json")
CAPTIONS = (
    ".srt", ".vtt", ".webvtt", ".ass", ".ssa", ".ttml", ".dfxp", ".xml", ".itt", ".sbv", ".lrc",
)  # fmt: skip


def _languages(text: str) -> str:
    from kaigai.desks.review.slots import slots_of

    slots_of(text)
    return text


Captions = Annotated[
    File | None,
    Param(
        Text(
            "A captions file, to suggest translations of its cues.",
            "字幕ファイル。指定すると、その訳の案を作ります。",
        ),
        word=True,
        shown="FILE",
    ),
]
Of = Annotated[
    File | None,
    Param(
        Text("The captions file that the sheet is of.", "シートのもとになる字幕ファイル。"),
        shown="FILE",
    ),
]
Kinds = Annotated[
    tuple[Literal["title", "artist", "release", "video-title"], ...],
    Param(
        Text("Only this kind; may be repeated.", "この種類だけ(複数指定可)。"),
        many=True,
        shown="KIND",
    ),
]
SuggestedKinds = Annotated[
    tuple[Literal["title", "artist", "release", "video-title", "captions"], ...],
    Param(
        Text(
            "Only this kind; may be repeated. Captions need their FILE.",
            "この種類だけ(複数指定可)。captions には字幕ファイルの指定が必要です。",
        ),
        many=True,
        shown="KIND",
    ),
]
Languages = Annotated[
    str | None,
    Param(
        Text(
            "Languages with commas between: latin (romanised), en, ko, zh-Hant … (else latin,en; "
            "captions: en).",
            "言語をカンマ区切りで: latin(ローマ字)、en、ko、zh-Hant など"
            "(既定は latin,en。字幕は en)。",
        ),
        _languages,
        shown="LANGUAGES",
    ),
]
Only = Annotated[
    str | None,
    Param(
        Text(
            "Only these languages, with commas between: latin (romanised), en, ko … "
            "(captions: one, else en).",
            "この言語だけ。カンマ区切りで latin(ローマ字)、en、ko など(字幕は1言語、既定は en)。",
        ),
        _languages,
        shown="LANGUAGES",
    ),
]
Into = Annotated[
    str,
    Param(
        Text("The language of the translated captions.", "訳した字幕の言語。"),
        _languages,
        shown="LANGUAGE",
    ),
]
Provider = Annotated[
    str | None,
    Param(
        Text(
            "This service in place of the one in settings.toml; none for none.",
            "settings.toml の代わりに使うサービス。none で使いません。",
        ),
        shown="SERVICE",
    ),
]
Yes = Annotated[
    bool,
    Param(
        Text(
            "Send texts to the service; without it the cost is told and nothing is sent.",
            "サービスに送信します。付けない場合は料金を示すだけで送信しません。",
        )
    ),
]
KeepNothing = Annotated[bool, Param(Text("Keep nothing, send nothing.", "保存も送信もしません。"))]
DecideNothing = Annotated[
    bool,
    Param(Text("Only say what would come of it.", "記録も書き出しもせず、結果だけを示します。")),
]
Lyrics = Annotated[
    bool,
    Param(
        Text(
            "The whole captions file is lyrics (else the cues marked ♪ are).",
            "字幕全体が歌詞です(省略時は♪の付いた字幕だけを歌詞とみなします)。",
        )
    ),
]
# A list's lines are not meant: with a service, this bounds what is sent.
Most = Annotated[
    int | None,
    Param(
        Text("Look for at most so many names.", "探す名称の最大件数。"),
        option="limit",
        shown="N",
        least=1,
    ),
]
Sheet = Annotated[
    File,
    Param(
        Text(
            "A sheet that `kaigai localise export` gave out.",
            "`kaigai localise export` で書き出したシート。",
        ),
        word=True,
        shown="SHEET",
        example="examples/review/names.csv",
    ),
]
Overturn = Annotated[
    bool,
    Param(
        Text(
            "Decide against decisions that others made meanwhile.",
            "ほかの人の判断を覆して記録します。",
        )
    ),
]


@verb(
    "localise suggest",
    Text(
        "Suggest the names or captions that are missing: romanised, remembered, or translated by "
        "a service that you configure. Nothing is in use before a person approves it.",
        "足りない名称や字幕の案を作ります(ローマ字化・翻訳メモリ・設定した翻訳サービス)。"
        "人が承認するまで使われません。",
    ),
    "fix",
    kind="make",
    lines=None,
    page=None,
    doing=Text("looking for names", "名称を探しています"),
)
def suggest(
    call: Call,
    file: Captions = None,
    kind: SuggestedKinds = (),
    language: Languages = None,
    artist: Artist = None,
    provider: Provider = None,
    yes: Yes = False,
    dry_run: KeepNothing = False,
    lyrics: Lyrics = False,
    most: Most = None,
) -> Answer:
    """Look for names or captions that are missing."""
    from kaigai.desks.review import actions, answers
    from kaigai.desks.review.scope import check_captions

    check_captions(kind, has_file=file is not None, are_lyrics=lyrics)
    if file is None:
        done = actions.suggest(
            call.facts,
            at=call.at,
            kinds=kind,
            languages=language or actions.DEFAULT,
            artist=artist,
            most=most or call.limit,
            provider=provider,
            send=yes,
            dry_run=dry_run,
            engine=call.engine,
            watch=call.watch,
        )
    else:
        done = actions.suggest_captions(
            call.facts,
            data=file.content,
            name=file.name,
            at=call.at,
            languages=language or "en",
            artist=artist,
            are_lyrics=lyrics,
            most=most or call.limit,
            provider=provider,
            send=yes,
            dry_run=dry_run,
            engine=call.engine,
            watch=call.watch,
        )
    return answers.suggested(done)


@verb(
    "localise export",
    Text(
        "Give out a sheet for reviewers, or of a captions file for translators; without --out, "
        "show what is open.",
        "確認者用のシート、または字幕の翻訳用シートを書き出します。--out がなければ確認待ちを"
        "一覧します。",
    ),
    "fix",
    makes=SHEETS,
    out_also="to",
)
def export(
    call: Call,
    kind: Kinds = (),
    language: Only = None,
    artist: Artist = None,
    captions: Of = None,
    lyrics: Lyrics = False,
) -> Answer:
    """Give out a sheet."""
    if captions is not None:
        from kaigai.desks.review.cues import actions as cues
        from kaigai.desks.review.cues import answers as cue_answers

        into = language or "en"
        made = cues.give_out_captions(
            call.facts,
            data=captions.content,
            name=captions.name,
            into=into,
            language=call.language,
            are_lyrics=lyrics,
            engine=call.engine,
        )
        given = {"captions": captions.name, "language": into, "lyrics": lyrics}
        return cue_answers.given_out(made, call.limit, call.out, given)
    from kaigai.desks.review.sheets import actions, answers

    made = actions.give_out(
        call.facts,
        language=call.language,
        kinds=kind,
        languages=language,
        artist=artist,
        engine=call.engine,
    )
    return answers.given_out(made, call.limit, call.out)


@verb(
    "localise import",
    Text(
        "Take a sheet in: each row becomes a decision, and conflicts are shown. A sheet of "
        "captions becomes a new captions file (--captions and --out).",
        "シートを取り込みます。各行が判断として記録され、競合があれば示します。字幕のシートは"
        "新しい字幕ファイルになります(--captions と --out)。",
    ),
    "fix",
    kind="decide",
    role="reviewer",
    makes=CAPTIONS,
    lines=12,
)
def import_(
    call: Call,
    sheet: Sheet,
    overturn: Overturn = False,
    captions: Of = None,
    language: Into = "en",
    lyrics: Lyrics = False,
    dry_run: DecideNothing = False,
) -> Answer:
    """Take a sheet in."""
    if captions is not None:
        from kaigai.desks.review.cues import actions as cues
        from kaigai.desks.review.cues import answers as cue_answers

        new = cues.take_in_captions(
            call.facts,
            sheet=sheet.content,
            sheet_name=sheet.name,
            data=captions.content,
            name=captions.name,
            into=language,
            out=call.out,
            by=call.by,
            at=call.at,
            are_lyrics=lyrics,
            dry_run=dry_run,
        )
        return cue_answers.new_captions(new, call.limit)
    from kaigai.desks.review.sheets import actions, answers

    done = actions.take_in(
        call.facts,
        data=sheet.content,
        at=call.at,
        by=call.by,
        sheet=sheet.name,
        out=call.out,
        overturn=overturn,
        dry_run=dry_run,
    )
    return answers.taken_in(done, call.limit)


@verb(
    "localise status",
    Text(
        "How far the review is, with conflicts and who decided what.",
        "確認の進み具合、競合、誰が何を決めたかを示します。",
    ),
    "fix",
    lines=12,
)
def status(call: Call, artist: Artist = None) -> Answer:
    """Say how far the review is."""
    from kaigai.desks.review import actions, answers

    found = actions.status(call.facts, artist=artist, engine=call.engine)
    return answers.status(found, call.limit, call.out)
