"""Clearances as answers: what holds, what is about to end, what was taken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kaigai.desks.captions.clearances.record import STATUSES, USES, Clearance
from kaigai.desks.captions.clearances.sheet import Taken, sheet_of
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import unusable
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section
from kaigai.terms.territories import ISO, codes_of, complement, mask_of
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Step

SHOWN = 4  #: territories that are named one by one


def clearances(facts: Facts, records: Sequence[Clearance], day: date) -> Answer:
    """Every clearance as it stands, as a list or as a sheet that comes back."""
    steps = [Step("clearances import", RECORD)]
    if records:
        given = {"file": Blank("FILE"), "delivery": "youtube", "work": Blank("ID")}
        given["territory"] = "Worldwide"
        steps.append(Step("captions convert", SEND, given, out="NEW.vtt"))
    return Answer(
        ALL,
        tuple(sections_of(records, day, facts.settings.ending_days)),
        list(records),
        lambda language: sheet_of(records, language, codes=True).table(),
        steps,
        sheet=lambda language: sheet_of(records, language),
    )


def taken(found: Taken, name: str, day: date) -> Answer:
    """What became of a sheet."""
    return Answer(
        ALL,
        tuple(taken_sections(found, name, day)),
        found,
        steps=(Step("clearances", LIST),),
        refused=bool(found.bad),
    )


def sections_of(records: Sequence[Clearance], day: date, ending_days: int) -> list[Section]:
    """Every clearance, and first those that end within some days."""
    soon = [each for each in records if _ends_soon(each, day, ending_days)]
    made = [Section(ALL, COLUMNS, tuple(_row(each, day) for each in records),
                    note=None if records else NOTHING)]  # fmt: skip
    if soon:
        soon.sort(key=lambda each: each.end or day)
        title = Text(
            f"Ending within {ending_days} days of {day}", f"{day}から{ending_days}日以内に終了"
        )
        made.insert(0, Section(title, COLUMNS, tuple(_row(each, day) for each in soon)))
    return made


def _ends_soon(record: Clearance, day: date, days: int) -> bool:
    if record.status != "cleared":
        return False
    return record.end is not None and day <= record.end <= day + timedelta(days=days)


def _row(record: Clearance, day: date) -> tuple[object, ...]:
    return (
        record.title or record.work_id,
        record.work_id,
        _into(record),
        places(record.territories),
        record.end or WITHOUT_END,
        record.holder,
        _state(record, day),
    )


def _into(record: Clearance) -> Text:
    """The language and the use."""
    tag, use = language_name(record.language), USES[record.use]
    return Text(f"{tag.en}: {use.en}", f"{tag.ja}: {use.ja}")


def _state(record: Clearance, day: date) -> Text:
    """Where it stands on a day."""
    if record.status != "cleared":
        return STATUSES[record.status]
    if record.end is not None and record.end < day:
        return ENDED
    if record.start is not None and record.start > day:
        return Text(f"from {record.start}", f"{record.start}から")
    return STATUSES["cleared"]


def language_name(tag: str) -> Text:
    """What a language is called."""
    return Text(name_of_language(tag, "en"), name_of_language(tag, "ja"))


def places(territories: Sequence[str]) -> Text:
    """Territories in few words."""
    if len(territories) == len(ISO):
        return Text("worldwide", "全世界")
    without = codes_of(complement(mask_of(territories)))
    if len(without) <= SHOWN:
        return Text(f"worldwide without {_names(without, 'en')}",
                    f"全世界({_names(without, 'ja')}を除く)")  # fmt: skip
    if len(territories) <= SHOWN:
        return Text(_names(territories, "en"), _names(territories, "ja"))
    rest = len(territories) - SHOWN + 1
    few = territories[: SHOWN - 1]
    return Text(f"{_names(few, 'en')} and {rest} more", f"{_names(few, 'ja')}ほか{rest}地域")


def _names(codes: Sequence[str], language: Language) -> str:
    return ("、" if language == "ja" else ", ").join(name_of(code, language) for code in codes)


def taken_sections(taken: Taken, name: str, day: date) -> list[Section]:
    """What became of a sheet."""
    made = []
    if taken.new:
        made.append(Section(RECORDED, COLUMNS, tuple(
            _row(each, day) for each in taken.new)))  # fmt: skip
    if taken.known:
        known = Text(
            f"{taken.known} rows were recorded already", f"{taken.known}行は記録済みでした"
        )
        made.append(Section(KNOWN, note=known))
    if taken.bad:
        named = [replace(each, place=f"{name}:{each.place}") for each in taken.bad]
        made.append(unusable(named, None, REFUSED, CORRECT))
    return made


COLUMNS = (
    Text("song", "曲"),
    Text("id", "作品ID"),
    Text("into", "言語と用途"),
    Text("where", "地域"),
    Text("until", "期限"),
    Text("who", "許諾者"),
    Text("state", "状態"),
)
WITHOUT_END = Text("no end", "期限なし")
ALL = Text("Clearances of lyrics", "歌詞の許諾")
NOTHING = Text(
    "no clearance is recorded: no lyrics may leave in another language",
    "許諾の記録がありません。歌詞の翻訳・ローマ字は外に出せません",
)
ENDED = Text("ended", "終了")
RECORDED = Text("Recorded", "記録しました")
KNOWN = Text("Known already", "記録済み")
REFUSED = Text("Not taken", "取り込めなかった行")
CORRECT = Text(
    "correct these rows and import the sheet again; what was taken is not recorded twice",
    "この行を直して、もう一度取り込んでください。取り込み済みの行が二重になることはありません",
)
RECORD = Text("record more", "許諾を記録する")
SEND = Text("send captions whose lyrics are cleared", "許諾済みの字幕を書き出す")
LIST = Text(
    "see all clearances, and what is about to end", "許諾の一覧と、まもなく終わるものを見る"
)
