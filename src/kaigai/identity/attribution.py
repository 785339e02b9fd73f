"""Whose plays are these? Ties each thing that reports name to an artist, with score and reason."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine, to_json
from kaigai.facts.table import TABLES
from kaigai.identity.codes import by_code
from kaigai.identity.evidence import covered_homes, evident_homes, presence, with_evidence
from kaigai.identity.name_match import candidates, spelt_names
from kaigai.identity.overrides import answered
from kaigai.identity.scoring import judged
from kaigai.identity.titles import in_catalogue

#: Tables that ties are made from; those in the second line may be absent.
NEEDED = ("reported", "usage_monthly", "artists", "names")
USEFUL = (
    "recordings", "releases", "videos", "video_links", "channels", "identity_answers",
)  # fmt: skip

#: What stands for the artists of a territory whom no list names.
UNLISTED = "unlisted:"

COLUMNS = tuple(TABLES["identities"].columns)


def identified(engine: Engine, *, home: str) -> ir.Table:
    """The same from an engine's tables; `artists` is given to it, or stored."""
    # Passed over as it is read: of large reports a copy would not fit into memory.
    given = {"usage_monthly": engine.view("usage_monthly")}
    known = [name for name in (*NEEDED, *USEFUL) if name in engine and name not in given]
    given |= {name: engine[name] for name in known}
    if "names" not in given:
        given["names"] = engine.empty("names")
    return identify(given, home=home)


def identify(tables: Mapping[str, ir.Table], *, home: str) -> ir.Table:
    """The table `identities`, of NEEDED tables and those of USEFUL that are there.

    home  the home of the catalogue's own artists where no list says another
    """
    reported = tables["reported"]
    homes = homes_of(tables, home).cache()
    coded = by_code(reported, tables)
    rows = []
    if coded is not None:
        coded = coded.cache()
        rows.append(_coded(coded, tables["artists"], homes))
    rest = (reported if coded is None else reported.anti_join(coded, "reported_id")).cache()
    if not rows or rest.count().to_pyarrow().as_py():
        rows += _by_words(rest, tables, homes)
    every = ibis.union(*rows) if len(rows) > 1 else rows[0]
    if "identity_answers" in tables:
        every = answered(every, reported, tables["identity_answers"])
    return _one_each(every).select(*COLUMNS)


def _by_words(rest: ir.Table, tables: Mapping[str, ir.Table], homes: ir.Table) -> list[ir.Table]:
    """What no code ties: by the names in it, else by its script and home chart."""
    seen = presence(tables["usage_monthly"]).cache()
    named = _named(rest, tables, homes, seen).cache()
    unlisted = rest.anti_join(named.filter(named.state != "rejected"), "reported_id")
    return [named, _evident(unlisted, seen)]


def homes_of(tables: Mapping[str, ir.Table], home: str) -> ir.Table:
    """Every artist with a home: as listed, and `home` for the catalogue's own others."""
    artists = tables["artists"]
    own = [
        tables[name].select("party_id") for name in ("recordings", "releases") if name in tables
    ]
    rows = artists.select("party_id", "artist_id", "home_territory")
    if own:
        signed = (ibis.union(*own) if len(own) > 1 else own[0]).distinct()
        signed = signed.filter(signed.party_id.notnull()).mutate(is_own=True)
        rows = rows.left_join(signed, "party_id").drop("party_id_right")
    else:
        rows = rows.mutate(is_own=False)
    each = rows.group_by("artist_id").agg(
        home_territory=rows.home_territory.max(), is_own=rows.is_own.fill_null(False).any()
    )
    given = each.home_territory.fill_null(each.is_own.ifelse(home, ibis.null("string")))
    return each.select("artist_id", home_territory=given)


def _coded(coded: ir.Table, artists: ir.Table, homes: ir.Table) -> ir.Table:
    known = artists.select("party_id", "artist_id").distinct()
    rows = coded.inner_join(known, "party_id").inner_join(homes, "artist_id")
    own = (rows.method == "channel").ifelse("own-channel", "same-code")
    return rows.mutate(
        role=ibis.literal("main"),
        credit=ibis.null("string"),
        reason=own,
        state=ibis.literal("tied"),
        evidence=ibis.literal("{}"),
    ).select(*COLUMNS)


def _named(
    rest: ir.Table, tables: Mapping[str, ir.Table], homes: ir.Table, everywhere: ir.Table
) -> ir.Table:
    usage = tables["usage_monthly"]
    names = spelt_names(tables["names"], tables["artists"]).cache()
    found = candidates(rest, names).inner_join(homes, "artist_id")
    reporters = usage.filter(usage.reporter.notnull()).select("reported_id").distinct()
    found = found.left_join(reporters.mutate(is_own=True), "reported_id").drop("reported_id_right")
    found = found.mutate(is_own=found.is_own.fill_null(False)).cache()
    seen = everywhere.semi_join(found, "reported_id").cache()
    proven = with_evidence(found, seen, covered_homes(everywhere)).cache()
    rows = judged(_beside_rivals(proven))
    if "recordings" in tables:
        rows = in_catalogue(rows.cache(), tables)
    else:
        rows = rows.mutate(recording_id=ibis.null("string"))
    told = ibis.struct({name: rows[name] for name in ("titles", "home_titles", "rivals")})
    return rows.mutate(
        video_id=ibis.null("string"), release_id=ibis.null("string"), evidence=to_json(told)
    ).select(*COLUMNS)


def _evident(rest: ir.Table, seen: ir.Table) -> ir.Table:
    """What nobody's list has, by its home alone; the artist stays unlisted."""
    rows = evident_homes(rest, seen)
    nothing = ("recording_id", "video_id", "release_id", "credit")
    return rows.mutate(
        artist_id=ibis.literal(UNLISTED) + rows.home_territory,
        role=ibis.literal("main"),
        **{name: ibis.null("string") for name in nothing},
        method=ibis.literal("script"),
        reason=ibis.literal("evident-home"),
        score=ibis.literal(0.7),
        state=ibis.literal("tied"),
        evidence=ibis.literal("{}"),
    ).select(*COLUMNS)


def _beside_rivals(rows: ir.Table) -> ir.Table:
    """Each tie with what it has beside it: other artists of the same credit."""
    strong = (rows.at_home | rows.native).cast("int64")
    exact = rows.is_exact.cast("int64")
    same = ibis.window(group_by=[rows.reported_id, rows.credit])
    beside = rows.mutate(
        rivals=rows.artist_id.count().over(same),
        exact_rivals=exact.sum().over(same),
        strong_rivals=strong.sum().over(same),
    )
    return beside.mutate(
        exact_elsewhere=~beside.is_exact & (beside.exact_rivals > 0) & (beside.rivals > 1),
        rival_at_home=beside.strong_rivals > 0,
    )


def _one_each(rows: ir.Table) -> ir.Table:
    """One row per thing and artist: tied before doubtful, then the higher score."""
    order = [rows.state != "tied", rows.state != "doubt", rows.score.desc(), rows.credit]
    place = ibis.row_number().over(group_by=[rows.reported_id, rows.artist_id], order_by=order)
    return rows.mutate(place=place).filter(lambda t: t.place == 0)
