"""Which parties are one artist: spellings are brought together on evidence, never on a guess."""

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine

#: Roles of names that may tie two parties together.
TYING = ("display", "latin", "english", "alias", "reading", "formal")
ROUNDS = 12  #: a chain of spellings longer than this is no artist's


def artists(engine: Engine) -> ir.Table:
    """The table `artists`: every party with the artist it belongs to.

    Two parties are one artist when they share a spelling in the same script family and no
    identifier contradicts it. A shared reading alone ties nobody: homonyms are common.
    """
    parties = engine["parties"].select("party_id", "isni", "home_territory")
    names = engine["names"].filter(lambda t: t.subject_kind == "party")
    members = _components(parties, _ties(parties, names))
    return _described(members, parties, names)


def _ties(parties: ir.Table, names: ir.Table) -> ir.Table:
    """Pairs of parties that share a spelling and are not known to be two."""
    usable = names.filter(names.role.isin(TYING) & (names.role != "reading") & (names.key != ""))
    spelt = usable.select(party_id="subject_id", key="key", script="script").distinct()
    few = spelt.inner_join(parties, "party_id")
    other = few.view()
    pairs = few.inner_join(
        other, [few.key == other.key, few.script == other.script], rname="{name}_b"
    )
    same = pairs.filter(pairs.party_id < pairs.party_id_b)
    conflict = (same.isni != same.isni_b).fill_null(False)
    return same.filter(~conflict).select(a="party_id", b="party_id_b").distinct()


def _components(parties: ir.Table, ties: ir.Table) -> ir.Table:
    """Every party with the least id it is tied to, however many steps away."""
    ties = ties.cache()
    links = ibis.union(
        ties.select(a="a", b="b"),
        ties.select(a="b", b="a"),
        parties.select(a="party_id", b="party_id"),
    ).cache()
    labels = parties.select("party_id", artist_id="party_id").cache()
    if ties.count().execute() == 0:
        return labels
    for _ in range(ROUNDS):
        joined = links.inner_join(labels, links.b == labels.party_id)
        spread = joined.group_by(party_id=joined.a).agg(artist_id=joined.artist_id.min()).cache()
        moved = spread.inner_join(labels, "party_id", rname="{name}_old")
        if moved.filter(moved.artist_id != moved.artist_id_old).count().execute() == 0:
            return spread
        labels = spread
    return labels


def _described(members: ir.Table, parties: ir.Table, names: ir.Table) -> ir.Table:
    """Artists with the name people know, a Latin one, and the home territory."""
    spelt = names.inner_join(members, names.subject_id == members.party_id)
    shown = spelt.filter(spelt.role.isin(["display", "formal"]))
    native = shown.filter(shown.script != "Latn")
    latin = spelt.filter((spelt.script == "Latn") & (spelt.role != "description"))
    known = (
        members.inner_join(parties, "party_id")
        .group_by("artist_id")
        .agg(home_territory=lambda t: t.home_territory.max(), parties=lambda t: t.count())
    )
    described = (
        known.left_join(_common(native, "native"), "artist_id")
        .drop("artist_id_right")
        .left_join(_common(latin, "artist_latin"), "artist_id")
        .drop("artist_id_right")
    )
    rows = members.inner_join(described, "artist_id")
    several = rows.parties > 1
    return rows.select(
        "party_id",
        "artist_id",
        artist=rows.native.fill_null(rows.artist_latin).fill_null(rows.artist_id),
        artist_latin="artist_latin",
        home_territory="home_territory",
        evidence=several.ifelse("shared spelling", "own id"),
        score=several.ifelse(0.9, 1.0),
    )


def _common(spelt: ir.Table, name: str) -> ir.Table:
    """Each artist's most frequent spelling; the shorter, then the first, where two tie."""
    counted = spelt.group_by("artist_id", "text").agg(times=lambda t: t.count())
    place = ibis.row_number().over(
        group_by=counted.artist_id,
        order_by=[counted.times.desc(), counted.text.length(), counted.text],
    )
    first = counted.mutate(place=place)
    return first.filter(first.place == 0).select("artist_id", **{name: first.text})
