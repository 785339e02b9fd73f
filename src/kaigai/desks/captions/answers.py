"""Captions checked, fixed and converted, as answers."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kaigai.desks.captions import caption_file, sections
from kaigai.desks.captions.caption_file import Checked, Mended
from kaigai.desks.captions.gate import Asked
from kaigai.formats.captions.kinds import KINDS
from kaigai.formats.captions.songs import numbers
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Block, Chart, File, Screen, Step

if TYPE_CHECKING:
    import altair as alt

    from kaigai.desks.captions.actions import Delivered


def check(checked: Sequence[Checked], limit: int | None) -> Answer:
    """What is wrong in each file, with a picture of how fast it must be read."""
    names = ", ".join(each.opened.name for each in checked)
    count = sum(len(each.problems) for each in checked)
    can = sum(len(each.fixable) for each in checked)
    found = Text(
        f"{count} problems, of which {can} can be fixed safely.",
        f"問題は{count}件、うち{can}件は安全に自動修正できます。",
    )
    files = [(each.opened, each.problems, each.fixable) for each in checked]
    return Answer(
        Text(f"Captions: {names}", f"字幕の検査: {names}"),
        tuple(_checked(checked, limit)),
        list(checked),
        lambda language: sections.problem_rows(files, language),
        tuple(_fix_it(each) for each in checked if each.fixable),
        lede=found if count else CLEAN,
        refused=any(caption_file.worst(each.problems) or each.opened.faults for each in checked),
    )


def _checked(checked: Sequence[Checked], limit: int | None) -> Iterator[Block]:
    for place, each in enumerate(checked):
        first, *rest = sections.checked_sections(
            each.opened, each.track, each.problems, each.fixable, limit
        )
        yield first
        if each.track.cues:
            yield _reading(each, place)
        yield from rest


def _reading(checked: Checked, place: int) -> Chart:
    name, source = checked.opened.name, checked.track.limits.source

    def draw(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.desks.captions.charts import reading
        from kaigai.pictures.ink import NARROW, WIDE

        return reading(checked.track, language, NARROW if screen == "narrow" else WIDE)

    return Chart(
        f"reading-{place}",
        Text("How fast each cue must be read", "各字幕に必要な読む速さ"),
        draw,
        ABOUT,
        Text(
            f"Characters a second of {name}. Limit: {source.en}.",
            f"{name} の毎秒文字数。基準: {source.ja}",
        ),
    )


def _fix_it(checked: Checked) -> Step:
    name = checked.opened.name
    return Step("captions fix", FIX_IT, {"file": name}, out=f"fixed_{name}")


def fix(mended: Mended, out: str) -> Answer:
    """What was changed and what is left; the file where one was asked for."""
    name = mended.opened.name
    blocks = sections.fixed_sections(mended.fixed, mended.before, mended.after)
    blocks += sections.fault_sections(name, mended.opened.faults)
    if out and mended.losses:
        blocks += sections.loss_sections(mended.losses, caption_file.kind_of(out))
    step = Step("captions fix", WRITE_IT, {"file": name}, out=f"fixed_{name}")
    return Answer(
        Text(f"Captions: {name}", f"字幕の修正: {name}"),
        tuple(blocks),
        mended,
        steps=(_check_again(out) if out else step,),
        file=File(out, mended.content) if out else None,
    )


def convert(delivered: "Delivered", out: str) -> Answer:
    """What the new format cannot hold; or why lyrics are held back."""
    title = Text(
        f"{delivered.opened.name} as {KINDS[delivered.kind].label}",
        f"{delivered.opened.name} を {KINDS[delivered.kind].label} に変換",
    )
    need, decision = delivered.need, delivered.decision
    if delivered.converted is None:
        assert decision is not None
        assert isinstance(need, Asked)
        cues = numbers(need.cues)
        why = Text(
            f"Nothing was written: {decision.reason.en} (lyrics in cues {cues}).",
            f"書き出しませんでした: {decision.reason.ja}(歌詞: {cues}番)。",
        )
        steps = (Step("clearances", SEE_CLEARANCES), Step("clearances import", IMPORT))
        return Answer(title, (Section(HELD_BACK, note=why),), delivered, steps=steps, refused=True)
    blocks = sections.loss_sections(delivered.converted.losses, delivered.kind)
    blocks += sections.fault_sections(delivered.opened.name, delivered.opened.faults)
    if note := _lyrics(delivered):
        blocks.append(Section(LYRICS, note=note))
    return Answer(
        title,
        tuple(blocks),
        delivered,
        steps=(_check_again(out),),
        file=File(out, delivered.converted.content),
    )


def _lyrics(delivered: "Delivered") -> Text | None:
    """What is to be said of lyrics that were let through."""
    if delivered.decision is not None:
        return delivered.decision.reason
    if isinstance(delivered.need, Asked):
        count = len(delivered.need.cues)
        return Text(
            f"{count} cues are lyrics in another language: the file may not leave without a "
            "clearance (--for checks it).",
            f"{count}件は別の言語にした歌詞です。許諾なしに外には出せません"
            "(--for を付けると確認します)。",
        )
    return delivered.need.reason if delivered.to else None


def _check_again(out: str) -> Step:
    return Step("captions check", CHECK_AGAIN, {"files": out})


def rules() -> Answer:
    """The rules, and the limits of each language."""
    step = Step("captions check", CHECK, {"files": Blank("FILE")})
    return Answer(RULES, tuple(sections.rules_sections()), steps=(step,))


RULES = Text("Rules of captions", "字幕の規則")
LYRICS = Text("Lyrics", "歌詞")
HELD_BACK = Text("Held back", "保留")
ABOUT = Text(
    en="One bar for each cue along the film; those above the line cannot be read in time.",
    ja="字幕ごとの棒。点線を超えるものは時間内に読めません。",
)
CLEAN = Text("Nothing is wrong by these rules.", "この規則での問題はありません。")
WRITE_IT = Text("write the fixed file", "修正したファイルを書き出す")
CHECK_AGAIN = Text("check the new file", "新しいファイルを検査する")
FIX_IT = Text("fix what can be fixed safely", "安全に直せるものを直す")
CHECK = Text("check captions", "字幕を検査する")
SEE_CLEARANCES = Text("see what is cleared", "許諾の一覧を見る")
IMPORT = Text("record a clearance", "許諾を記録する")
