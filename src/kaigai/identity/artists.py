"""Which parties are one artist: spellings are brought together on evidence, never on a guess."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.facts.table import TABLES
from kaigai.identity.letters import spelling

#: Roles of names that may tie two parties. A reading does not: homonyms are common.
TYING: Final = ("display", "latin", "english", "alias", "formal")
SHOWN: Final = ("display", "latin", "english")
#: Labels halve their distance with each round: enough for a chain of thousands of spellings.
ROUNDS: Final = 16

#: What brought an artist's parties together, the surest first, with a score from 0 to 1.
EVIDENCE: Final = (
    ("own id", 1.0),
    ("shared identifier", 1.0),
    ("shared spelling", 0.9),
    ("shared Latin spelling", 0.75),
)


def artists(engine: Engine) -> ir.Table:
    """The table `artists`: every party with the artist it belongs to.

    Parties are one artist when they share an identifier, a native spelling, or a Latin one
    that no two native names share. What contradicts stays apart: two ISNIs, two MBIDs, two
    numbers that one sender gave, and, where only a spelling ties, two home territories.
    """
    if "parties" not in engine:
        return engine.empty("artists")
    parties = engine["parties"]
    names = engine["names"] if "names" in engine else _no_names(parties)
    return brought_together(parties, names.filter(names.subject_kind == "party"))


def _no_names(parties: ir.Table) -> ir.Table:
    """Names without rows, in the same engine as the parties."""
    columns = {name: ibis.null(kind) for name, kind in TABLES["names"].columns.items()}
    return parties.filter(ibis.literal(False)).select(**columns)


def brought_together(parties: ir.Table, names: ir.Table) -> ir.Table:
    """The same from tables alone; `names` holds names of parties."""
    marks = _marks(parties).cache()
    spelt = _spelt(names).cache()
    alone = parties.select("party_id", artist_id="party_id").cache()
    numbered = marks.filter(marks.issuer != "home")
    by_number = _joined(
        alone,
        numbered.select("party_id", key=numbered.issuer + " " + numbered.number),
        numbered,
    )
    native, latin = spelt.filter(spelt.is_native), spelt.filter(~spelt.is_native)
    by_native = _joined(by_number, native.select("party_id", "key"), marks)
    # Two native names with one Latin spelling are homonyms, as with readings.
    known = by_native.semi_join(native, "party_id")
    unlike = known.select("party_id", issuer=ibis.literal("native"), number="artist_id")
    by_latin = _joined(by_native, latin.select("party_id", "key"), ibis.union(marks, unlike))
    steps = [alone, by_number, by_native, by_latin]
    return _described(by_latin, _evidence(steps), parties, names)


def _marks(parties: ir.Table) -> ir.Table:
    """Who numbered which party: `party_id`, `issuer`, `number`.

    Numbers without the name of their issuer neither tie nor contradict.
    """
    own = parties.proprietary_id
    columns = {
        "isni": parties.isni,
        "mbid": parties.mbid,
        "own": own.re_search(":").ifelse(own, ibis.null("string")),
        "home": parties.home_territory,
    }
    every = ibis.union(
        *(
            parties.select("party_id", issuer=ibis.literal(issuer), number=number)
            for issuer, number in columns.items()
        )
    )
    sender = every.number.re_extract("^(.*):", 1)
    issuer = (every.issuer == "own").ifelse(sender, every.issuer)
    return every.filter(every.number.notnull() & (every.number != "")).mutate(issuer=issuer)


def _spelt(names: ir.Table) -> ir.Table:
    """Spellings that may tie: `party_id`, `key`, `is_native`."""
    usable = names.filter(names.role.isin(TYING))
    keys = usable.select(
        party_id="subject_id", key=spelling(usable.text), is_native=usable.script != "Latn"
    )
    return keys.filter(keys.key != "").distinct()


def _joined(groups: ir.Table, keys: ir.Table, marks: ir.Table) -> ir.Table:
    """Groups joined where they share a key, unless their marks contradict it.

    A key whose groups contradict each other ties none of them, and a chain of keys that
    leads to a contradiction is undone as a whole.
    """
    own = marks.inner_join(groups, "party_id").select("artist_id", "issuer", "number").distinct()
    links = keys.inner_join(groups, "party_id").select("artist_id", "key").distinct()
    shared = links.group_by("key").having(lambda t: t.count() > 1).agg(times=lambda t: t.count())
    links = links.semi_join(shared, "key").cache()
    links = links.anti_join(_contradicted(links, "key", own), "key").cache()
    if links.count().to_pyarrow().as_py() == 0:
        return groups
    found = _components(links)
    found = found.anti_join(_contradicted(found, "label", own), "label")
    rows = groups.left_join(found, "artist_id")
    return rows.select("party_id", artist_id=rows.label.fill_null(rows.artist_id)).cache()


def _contradicted(rows: ir.Table, by: str, marks: ir.Table) -> ir.Table:
    """Values of the column `by` whose groups have two numbers of one issuer."""
    numbered = rows.inner_join(marks, "artist_id")
    counted = numbered.group_by(by, "issuer").agg(numbers=numbered.number.nunique())
    return counted.filter(counted.numbers > 1).select(by).distinct()


def _components(links: ir.Table) -> ir.Table:
    """Every group with the least one it is linked to, over however many keys: `label`."""
    labels = links.select("artist_id", label="artist_id").distinct().cache()
    for _ in range(ROUNDS):
        heard = links.inner_join(labels, "artist_id").group_by("key")
        least = heard.agg(label=lambda t: t.label.min())
        told = links.inner_join(least, "key").group_by("artist_id")
        spread = told.agg(label=lambda t: t.label.min()).cache()
        further = spread.select(label="artist_id", beyond="label")
        jumped = spread.inner_join(further, "label").select("artist_id", label="beyond").cache()
        moved = jumped.inner_join(labels, "artist_id", rname="{name}_before")
        if moved.filter(moved.label != moved.label_before).count().to_pyarrow().as_py() == 0:
            break
        labels = jumped
    return labels


def _evidence(steps: list[ir.Table]) -> ir.Table:
    """The weakest step that brought each artist's parties together: `artist_id`, `step`."""
    *before, last = steps
    rows = last.mutate(step=0)
    for number, (early, late) in enumerate(zip(before, steps[1:], strict=True), start=1):
        pairs = early.inner_join(late, "party_id", rname="{name}_after")
        moved = pairs.filter(pairs.artist_id != pairs.artist_id_after).select("party_id")
        told = last.semi_join(moved, "party_id").mutate(step=number)
        rows = ibis.union(rows, told.select(*rows.columns))
    return rows.group_by("artist_id").agg(step=rows.step.max())


def _described(
    members: ir.Table, evidence: ir.Table, parties: ir.Table, names: ir.Table
) -> ir.Table:
    """Artists with the name people know, a Latin one, and the home territory."""
    spelt = names.inner_join(members, names.subject_id == members.party_id)
    native = spelt.filter((spelt.script != "Latn") & spelt.role.isin(["display", "formal"]))
    latin = spelt.filter((spelt.script == "Latn") & (spelt.role != "description"))
    homes = members.inner_join(parties.select("party_id", "home_territory"), "party_id")
    home = homes.group_by("artist_id").agg(home_territory=homes.home_territory.max())
    rows = members.inner_join(home, "artist_id").inner_join(evidence, "artist_id")
    for chosen in (_common(native, "native"), _common(latin, "artist_latin")):
        rows = rows.left_join(chosen, "artist_id").drop("artist_id_right")
    return rows.select(
        "party_id",
        "artist_id",
        artist=rows.native.fill_null(rows.artist_latin).fill_null(rows.artist_id),
        artist_latin="artist_latin",
        home_territory="home_territory",
        evidence=ibis.cases(*((rows.step == n, each) for n, (each, _) in enumerate(EVIDENCE))),
        score=ibis.cases(
            *(
                (rows.step == n, ibis.literal(score, "float64"))
                for n, (_, score) in enumerate(EVIDENCE)
            )
        ),
    )


def _common(spelt: ir.Table, name: str) -> ir.Table:
    """Each artist's most frequent spelling, a shown one before an alias; then the shorter."""
    shown = spelt.role.isin(SHOWN).cast("int64")
    counted = spelt.mutate(shown=shown).group_by("artist_id", "text")
    ranked = counted.agg(shown=lambda t: t.shown.max(), times=lambda t: t.count())
    order = [ranked.shown.desc(), ranked.times.desc(), ranked.text.length(), ranked.text]
    place = ibis.row_number().over(group_by=ranked.artist_id, order_by=order)
    first = ranked.mutate(place=place)
    return first.filter(first.place == 0).select("artist_id", **{name: first.text})
