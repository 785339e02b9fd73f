"""An artist with several spellings is several artists to services, each with fewer listeners."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.findings.main_artists import main_artists, spellings
from kaigai.identity.letters import JAPANESE, without_marks
from kaigai.terms.text import Text

LATIN_ROLES: Final = ("display", "latin", "english")
#: An artist line with guests is no other spelling of the artist.
GUESTS: Final = r"(?i)[\s(\[](feat|ft|featuring|with|cv)[\s.:：]|\(cv"


@check(
    "artist-spelt-differently",
    about="parties",
    severity="medium",
    family="found",
    fix="metadata",
    ja="表記が揺れるアーティストは、サービス上で別人に分かれ、聴き手も分散します。",
    say=Text(
        en="{name} is spelt in {n_spellings} ways: {spellings}.",
        ja="{name}の表記が{n_spellings}通りあります: {spellings}",
    ),
    todo=Text(
        en="Choose one spelling, list the others as aliases, and redeliver what differs.",
        ja="表記をひとつに決め、ほかは別名として登録し、違うものを再納品してください。",
    ),
)
def artist_spelt_differently(
    artists: ir.Table, names: ir.Table, recordings: ir.Table, releases: ir.Table | None = None
) -> ir.Table:
    """Main artists shown under two Latin names or two names of one native script.

    Case, spaces and word order count; marks on Latin letters, guests, aliases, readings and
    translations do not.
    """
    spelt = _shown(spellings(artists, names))
    compared = without_marks(spelt.text.strip())
    ways = spelt.mutate(compared=compared).group_by("artist_id", "family")
    counted = ways.agg(
        n_spellings=lambda t: t.compared.nunique(),
        spellings=lambda t: t.compared.collect(distinct=True).sort().join(" / "),
    )
    several = counted.filter(counted.n_spellings > 1)
    each = several.group_by("artist_id").agg(
        n_spellings=several.n_spellings.sum(),
        spellings=several.spellings.collect().sort().join(" / "),
    )
    main = main_artists(artists, recordings, releases).select("artist_id", name="artist")
    bad = each.inner_join(main, "artist_id")
    return bad.select("n_spellings", "spellings", "name", party_id="artist_id")


def _shown(spelt: ir.Table) -> ir.Table:
    """The names under which artists are shown, with the family of their script."""
    native = (spelt.role == "display") & spelt.script.notin(["Latn", "Zyyy"])
    latin = spelt.role.isin(LATIN_ROLES) & (spelt.script == "Latn")
    family = spelt.script.isin(JAPANESE).ifelse(ibis.literal("Jpan"), spelt.script)
    return spelt.mutate(family=family).filter((native | latin) & ~spelt.text.re_search(GUESTS))
