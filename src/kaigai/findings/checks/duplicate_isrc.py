"""One ISRC on two different recordings mixes their plays and payments beyond repair."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text

APART_MS = 10_000  #: lengths further apart than this are not of one recording


@check(
    "duplicate-isrc",
    about="recordings",
    severity="high",
    family="linked",
    fix="metadata",
    ja="ひとつのISRCを別々の録音に付けると、再生数や分配が混ざり、後から分けられません。",
    say=Text(
        en="{isrc} stands on “{title}” and on “{other_title}”.",
        ja="{isrc} が「{title}」と「{other_title}」の両方に付いています。",
    ),
    todo=Text(
        en="Find out which of the two it belongs to, and give the other one its own ISRC.",
        ja="どちらの録音のものかを確認し、もう一方には固有のISRCを付番してください。",
    ),
)
def duplicate_isrc(all_recordings: ir.Table, names: ir.Table) -> ir.Table:
    rows = all_recordings.filter(all_recordings.isrc.notnull() & all_recordings.title.notnull())
    several = rows.group_by("recording_id").agg(n=rows.title.nunique()).filter(lambda t: t.n > 1)
    rows = rows.semi_join(several, "recording_id")
    own = names.filter((names.subject_kind == "recording") & (names.role != "reading"))
    own = own.semi_join(several, own.subject_id == several.recording_id)
    titled = _with_key(rows, own)
    ranges = titled.group_by("recording_id", "title_key").agg(
        isrc=titled.isrc.min(),
        title=titled.title.min(),
        shortest=titled.duration_ms.min(),
        longest=titled.duration_ms.max(),
    )
    other = ranges.view()
    pairs = ranges.inner_join(other, "recording_id", rname="other_{name}")
    pairs = pairs.filter(pairs.title_key < pairs.other_title_key)
    same = _sharing(titled, own)
    different = pairs.anti_join(same, ["recording_id", "title_key", "other_title_key"])
    gap = (pairs.shortest - pairs.other_longest > APART_MS) | (
        pairs.other_shortest - pairs.longest > APART_MS
    )
    bad = different.union(pairs.filter(gap.fill_null(False)))
    return bad.select("recording_id", "isrc", "title", "other_title")


def _with_key(rows: ir.Table, own: ir.Table) -> ir.Table:
    """Rows with the key of their own title."""
    keys = own.select(recording_id="subject_id", title="text", key="key").distinct()
    joined = rows.left_join(keys, ["recording_id", "title"], rname="{name}_named")
    return joined.select(
        "recording_id",
        "delivery_id",
        "isrc",
        "title",
        "duration_ms",
        title_key=joined.key.fill_null(joined.title.lower()),
    )


def _sharing(titled: ir.Table, own: ir.Table) -> ir.Table:
    """Pairs of title keys of one recording that some spelling ties together.

    Names are delivered per ISRC, so those of a delivery that itself has the ISRC on two titles
    cannot be told apart: from it, only the titles count.
    """
    places = titled.select("recording_id", "delivery_id", "title_key").distinct()
    clear = places.group_by("recording_id", "delivery_id").agg(
        title_key=places.title_key.min(), n=places.count()
    )
    clear = clear.filter(clear.n == 1)
    spelt = own.select("delivery_id", "key", recording_id="subject_id")
    keys = clear.inner_join(spelt, ["recording_id", "delivery_id"]).select(
        "recording_id", "title_key", "key"
    )
    titles = places.select("recording_id", "title_key", key="title_key")
    known = keys.union(titles, distinct=True)
    other = known.view()
    pairs = known.inner_join(other, ["recording_id", "key"], rname="other_{name}")
    pairs = pairs.filter(pairs.title_key < pairs.other_title_key)
    return pairs.select("recording_id", "title_key", "other_title_key").distinct()
