"""The key figure of plays: how much of the last month came from abroad, as measured."""

from typing import Final

from kaigai.findings.overview import words
from kaigai.terms.periods import parse_month
from kaigai.terms.section import percent
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Figure

PLAYS: Final = ("streams", "views")


def abroad(by_month: Answer | None) -> Figure:
    """The share abroad in the last month of the largest service, of the answer of `share`."""
    shares = by_month.result.shares if by_month and by_month.result else ()
    known = [each for each in shares if each.measure in PLAYS and each.estimate.share is not None]
    if not known:
        return Figure(LABEL, UNKNOWN, note=NOT_READ)
    from kaigai.desks.measure.words import source

    last = max((each for each in known if each.series == known[0].series), key=lambda s: s.group)
    when = words.month(parse_month(last.group))
    share = percent(last.estimate.share)
    return Figure(
        LABEL,
        Text(share, share),
        Text(f"{when.en}, {last.service}", f"{when.ja}・{last.service}"),
        last.estimate.share,
        source=source(last.source),
    )


LABEL = Text("of plays came from abroad", "再生に占める海外の割合")
UNKNOWN = Text("?", "?")
NOT_READ = Text("nothing read", "未読み込み")
