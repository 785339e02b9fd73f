"""A release on the label's list that was never delivered is on no service at all."""

from datetime import date

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "not-delivered",
    about="releases",
    severity="high",
    family="whole",
    fix="deliver",
    ja="自社の一覧にあるのに納品されていない作品は、どのサービスでも聴けません。",
    say=Text(
        en="“{title}” came out on {release_day} according to the list, but no delivery has it.",
        ja="「{title}」は一覧では{release_day}発売ですが、納品された記録がありません。",
    ),
    todo=Text(
        en="Deliver the release, or read the delivery messages that are still missing here.",
        ja="作品を納品してください。納品済みの場合は、そのメッセージを読み込んでください。",
    ),
)
def not_delivered(releases: ir.Table, names: ir.Table, day: date) -> ir.Table:
    delivered = releases.filter(releases.is_delivered.fill_null(False))
    listed = releases.filter(~releases.is_delivered.fill_null(False))
    due = listed.filter(listed.release_day <= ibis.literal(day))
    # Without any delivery message, nothing is known of what was delivered.
    due = due.filter(delivered.count().as_scalar() > 0)
    missing = due.anti_join(
        delivered.filter(delivered.catalog_number.notnull()), "catalog_number"
    ).anti_join(_same_title(due, delivered, names), "release_id")
    return missing.select("release_id", "title", release_day=missing.release_day.cast("string"))


def _same_title(due: ir.Table, delivered: ir.Table, names: ir.Table) -> ir.Table:
    """Listed releases without a GTIN whose title the same artist has delivered."""
    titles = names.filter((names.subject_kind == "release") & (names.role != "reading"))
    titles = titles.select(release_id="subject_id", key="key").distinct()
    nameless = due.filter(due.gtin.isnull()).select("release_id", "party_id", "artist")
    wanted = nameless.inner_join(titles, "release_id")
    had = delivered.select("release_id", "party_id", "artist").inner_join(titles, "release_id")
    pairs = wanted.inner_join(had, "key", rname="{name}_had")
    same = (pairs.party_id == pairs.party_id_had) | (pairs.artist == pairs.artist_had)
    return pairs.filter(same.fill_null(False)).select("release_id").distinct()
