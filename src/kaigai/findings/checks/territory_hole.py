"""A few closed territories in an open world are most often an oversight, and fans there notice."""

import ibis.expr.types as ir

from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.closures import shut_of_open
from kaigai.terms.text import Text


@check(
    "territory-hole",
    about="recordings",
    severity="medium",
    family="heard",
    fix="rights",
    worth="closed",
    ja="世界で聴けるのに数か国だけ閉じている曲は、たいてい設定漏れで、その国のファンだけが"
    "取り残されます。",
    say=Text(
        en="“{title}” is open in {n_open} territories, but not in {territories}.",
        ja="「{title}」は{n_open}の国・地域で聴けますが、{territories}では聴けません。",
    ),
    todo=Text(
        en="Check whether these territories were left out on purpose; if not, add them to the "
        "deal and deliver it again.",
        ja="意図して除いた地域かどうか確認し、そうでなければ許諾地域に加えて再納品してください。",
    ),
)
def territory_hole(recordings: ir.Table, heard: ir.Table, settings: Settings) -> ir.Table:
    rows = shut_of_open(heard, settings.home)
    few = rows.filter(rows.n_shut.between(1, settings.hole_max))
    bad = few.inner_join(recordings, "recording_id")
    return bad.select("recording_id", "title", "n_open", "m0", "m1", "m2", "m3")
