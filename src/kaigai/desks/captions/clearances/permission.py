"""Whether words may leave the house: speech and titles always, lyrics only where cleared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kaigai.desks.captions.clearances.record import (
    STATUSES,
    USES,
    Clearance,
    Kind,
    Use,
    work_key,
)
from kaigai.terms.languages import canonical, name_of_language
from kaigai.terms.territories import Mask, codes_of, intersect, mask_of, minus, union
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and why; `by` are the records that allow it, `missing` the territories that
    none covers."""

    allowed: bool
    reason: Text
    by: tuple[Clearance, ...] = ()
    missing: tuple[str, ...] = field(default=())


def may_leave(
    *,
    kind: Kind,
    work: str,
    language: str,
    use: Use,
    territories: Sequence[str],
    day: date,
    clearances: Iterable[Clearance],
) -> Decision:
    """Whether a translation or romanisation of a work's words may leave on a day.

    Only a record that is cleared, has a proof, is in its term, and is of this work, language
    and use counts; together they must cover every territory, and where one holder refused or
    withdrew, another's yes is not enough. A record of `zh` covers all
    Chinese, one of `zh-Hant` only that.
    """
    if kind != "lyrics":
        return Decision(True, SPEECH)
    if not work:
        return Decision(False, NO_WORK)
    if not territories:
        return Decision(False, NO_TERRITORY)
    same = [each for each in clearances if work_key(each.work_id) == work_key(work)]
    fitting = [each for each in same if each.use == use and _covers(each.language, language)]
    if not fitting:
        return Decision(False, _none(work, language, use, same))
    holding = [each for each in fitting if _why_not(each, day) is None]
    if not holding:
        return Decision(False, _first_reason(fitting, day))
    wanted, covered = mask_of(territories), _covered(holding)
    against = [each for each in fitting if each.status in ("refused", "withdrawn")]
    denied = intersect(wanted, covered, _covered(against))
    if codes := codes_of(denied):
        return Decision(False, _denied(against, codes), tuple(holding), codes)
    missing = codes_of(minus(wanted, covered))
    if missing:
        return Decision(False, _not_there(missing, codes_of(covered)), tuple(holding), missing)
    return Decision(True, _yes(holding), tuple(holding))


def _covered(records: Iterable[Clearance]) -> Mask:
    return union(*(mask_of(each.territories) for each in records))


def _denied(records: Sequence[Clearance], codes: Sequence[str]) -> Text:
    holders = dict.fromkeys(each.holder for each in records)
    return Text(
        f"{', '.join(holders)} does not allow it in {_named(codes, 'en')}",
        f"{'、'.join(holders)}が{_named(codes, 'ja')}での利用を認めていません",
    )


def _covers(cleared: str, wanted: str) -> bool:
    """`zh` covers `zh-Hant` and `zh-TW`; `zh-Hant` does not cover `zh`."""
    given, asked = canonical(cleared) or cleared, canonical(wanted) or wanted
    return asked == given or asked.startswith(f"{given}-")


def _why_not(record: Clearance, day: date) -> Text | None:
    """Why a record does not hold on a day; None where it does."""
    if record.status != "cleared":
        status = STATUSES[record.status]
        return Text(f"its record says: {status.en}", f"記録の状態は「{status.ja}」です")
    if not record.proof:
        return Text("its record names no proof", "記録に証拠(契約書など)がありません")
    if record.start and day < record.start:
        return Text(f"it is cleared from {record.start} only", f"許諾は{record.start}からです")
    if record.end and day > record.end:
        return Text(f"the clearance ended on {record.end}", f"許諾は{record.end}に終了しました")
    return None


def _first_reason(records: Sequence[Clearance], day: date) -> Text:
    """The reason of the record that comes nearest: in force before ended before asked for."""
    order = {"cleared": 0, "asked": 1, "refused": 2, "withdrawn": 3}
    nearest = min(records, key=lambda each: order[each.status])
    return _why_not(nearest, day) or NO_WORK


def _none(work: str, language: str, use: Use, same: Sequence[Clearance]) -> Text:
    named = {each: name_of_language(language, each) for each in ("en", "ja")}
    what = USES[use]
    held = sorted({(each.language, each.use) for each in same})
    known_en = ", ".join(f"{name_of_language(tag, 'en')} ({USES[each].en})" for tag, each in held)
    known_ja = "、".join(f"{name_of_language(tag, 'ja')}({USES[each].ja})" for tag, each in held)
    return Text(
        f"no clearance for a {what.en} of {work} into {named['en']}"
        + (f"; there is one for: {known_en}" if held else ""),
        f"{work} の{named['ja']}への{what.ja}の許諾がありません"
        + (f"(あるのは {known_ja})" if held else ""),
    )


def _not_there(missing: Sequence[str], covered: Sequence[str]) -> Text:
    if len(missing) > SHOWN and len(covered) <= SHOWN:
        return Text(
            f"cleared only for {_named(covered, 'en')}", f"許諾は{_named(covered, 'ja')}だけです"
        )
    return Text(
        f"not cleared for {_named(missing, 'en')}", f"{_named(missing, 'ja')}は許諾の対象外です"
    )


def _named(codes: Sequence[str], language: Language) -> str:
    shown = [name_of(code, language) for code in codes[:SHOWN]]
    joined = ("、" if language == "ja" else ", ").join(shown)
    more = len(codes) - len(shown)
    if not more:
        return joined
    return f"{joined}ほか{more}地域" if language == "ja" else f"{joined} and {more} more"


def _yes(records: Sequence[Clearance]) -> Text:
    holders = dict.fromkeys(each.holder for each in records)
    ends = [each.end for each in records if each.end]
    until_en = f", until {min(ends)}" if ends else ""
    until_ja = f"({min(ends)}まで)" if ends else ""
    return Text(
        f"cleared by {', '.join(holders)}{until_en}", f"{'、'.join(holders)}の許諾済み{until_ja}"
    )


SHOWN = 6  #: territories that are named one by one
SPEECH = Text(
    en="speech and titles need no clearance",
    ja="台詞と題名に歌詞の許諾は要りません",
)
NO_WORK = Text("it is not said which work it is", "どの作品の歌詞かが指定されていません")
NO_TERRITORY = Text("it is not said where it goes", "どの地域に出すかが指定されていません")
