"""A recording that is open at home and closed in many territories is not heard there at all."""

import ibis.expr.types as ir

from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.closures import shut_of_open
from kaigai.terms.text import Text


@check(
    "not-available-abroad",
    about="recordings",
    severity="high",
    family="heard",
    fix="rights",
    worth="closed",
    ja="本国で聴けるのに多くの国で未配信の曲は、海外では一度も聴いてもらえません。",
    say=Text(
        en="“{title}” can be heard in {n_open} and not in {n_territories} territories: "
        "{territories}.",
        ja="「{title}」は{n_open}の国・地域で聴けますが、{n_territories}の国・地域では"
        "聴けません({territories})。",
    ),
    todo=Text(
        en="Ask who holds the rights abroad; if you do, widen the deal to the whole world and "
        "deliver it again.",
        ja="海外の権利を誰が持つか確認し、自社にあれば許諾地域を全世界に広げて再納品して"
        "ください。",
    ),
)
def not_available_abroad(recordings: ir.Table, heard: ir.Table, settings: Settings) -> ir.Table:
    rows = shut_of_open(heard, settings.home)
    bad = rows.filter(rows.n_shut > settings.hole_max).inner_join(recordings, "recording_id")
    return bad.select("recording_id", "title", "n_open", "m0", "m1", "m2", "m3")
