"""Parameters that many verbs share: how each is called, explained and understood."""

import re
from datetime import date, datetime
from typing import Annotated, Final

from kaigai.terms.periods import parse_day, parse_month
from kaigai.terms.text import Refused, Text
from kaigai.verbs.verb import Param


def _month(text: str) -> date:
    try:
        return parse_month(text)
    except ValueError:
        raise Refused(
            Text(
                f"{text!r} is no month; write it as 2026-04",
                f"{text!r} は月ではありません。2026-04 のように書いてください",
            )
        ) from None


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise Refused(
            Text(
                f"{text!r} is no day; write it as 2026-11-01",
                f"{text!r} は日付ではありません。2026-11-01 のように書いてください",
            )
        ) from None


def _moment(text: str) -> date | datetime:
    from kaigai.terms.instants import parse_moment

    try:
        return parse_moment(text)
    except ValueError:
        raise Refused(
            Text(
                f"{text!r} is neither a day nor an instant; write 2026-11-01 or 2026-11-01T12:00Z",
                f"{text!r} は日付でも日時でもありません。"
                "2026-11-01 または 2026-11-01T12:00Z のように書いてください",
            )
        ) from None


def _territory(text: str) -> str:
    from kaigai.terms.territories import ISO, name_to_code

    code = name_to_code(text)
    if code not in ISO:
        raise Refused(
            Text(
                f"{text} is no territory; write a code such as JP, or a name",
                f"{text} という国・地域はありません。JP のようなコードか名前で指定してください",
            )
        )
    return str(code)


def _language(text: str) -> str:
    from kaigai.terms.languages import canonical

    tag = canonical(text)
    if tag is None:
        raise Refused(
            Text(
                f"{text!r} is no language; write it as ja, en, ko or zh-Hant",
                f"{text!r} は言語ではありません。ja、en、ko、zh-Hant のように書いてください",
            )
        )
    return tag


class Span(int):
    """A length of time in days, and how somebody wrote it."""

    written: str

    def __str__(self) -> str:
        return self.written


#: Days of each unit, none shorter than it ever is.
_UNITS: Final = {"y": 366, "年": 366, "m": 31, "か月": 31, "w": 7, "週": 7, "d": 1, "日": 1}
_SPAN: Final = re.compile(r"([0-9]{1,4})\s*(y|m|w|d|年|[かカヶケ]月|週|日)間?", re.IGNORECASE)


def _span(text: str) -> Span:
    from kaigai.terms.digits import to_half_width

    found = _SPAN.fullmatch(to_half_width(text).strip())
    if not found or not int(found[1]):
        raise Refused(
            Text(
                f"{text!r} is no length of time; write years as 2y, months as 18m, weeks as 8w or "
                "days as 56d",
                f"{text!r} は期間ではありません。2y(年)、18m(か月)、8w(週)、56d(日)"
                "のように書いてください",
            )
        )
    unit = "か月" if found[2].endswith("月") else found[2].lower()
    span = Span(int(found[1]) * _UNITS[unit])
    span.written = found[0]
    return span


DAY = Param(
    Text("As it was on this day (else today).", "この日付時点(省略時は今日)。"),
    _day,
    shown="DAY",
)
ARTIST = Text(
    "Only this artist: in any spelling, by a part of the name, or by id.",
    "このアーティストだけ(どの表記でも、名前の一部でも、IDでも可)。",
)

Artist = Annotated[str | None, Param(ARTIST, shown="NAME")]
Territory = Annotated[
    str | None,
    Param(
        Text("Only this territory: a code or a name.", "この国・地域だけ(コードまたは名前)。"),
        _territory,
        shown="TERRITORY",
    ),
]
Services = Annotated[
    tuple[str, ...],
    Param(
        Text("Only this service; may be repeated.", "このサービスだけ(複数指定可)。"),
        many=True,
        shown="SERVICE",
    ),
]
Since = Annotated[
    date | None,
    Param(
        Text("From this month on, as 2026-04.", "この月から(例: 2026-04)。"),
        _month,
        option="from",
        shown="MONTH",
    ),
]
Until = Annotated[
    date | None,
    Param(Text("Up to this month.", "この月まで。"), _month, shown="MONTH"),
]
AsOf = Annotated[date | None, DAY]
Seed = Annotated[int, Param(Text("Seed of all that is drawn at random.", "乱数の種。"))]


def month(about: Text, **more: str) -> Param:
    """A month with words of its own."""
    return Param(about, _month, shown="MONTH", option=more.get("option", ""))


def day(about: Text, **more: str) -> Param:
    """A day with words of its own."""
    return Param(about, _day, shown="DAY", option=more.get("option", ""))


def instant(about: Text) -> Param:
    """An instant, or a day, which means its end: what it is says `zones.instant_in` the zone."""
    return Param(about, _moment, shown="DAY")


def span(about: Text, *, example: str = "") -> Param:
    """A length of time."""
    return Param(about, _span, shown="TIME", example=example)


def territory(about: Text, *, many: bool = False) -> Param:
    """A territory with words of its own."""
    return Param(about, _territory, many=many, shown="TERRITORY")


def language(about: Text, *, many: bool = False) -> Param:
    """A language tag with words of its own."""
    return Param(about, _language, many=many, shown="LANGUAGE")
