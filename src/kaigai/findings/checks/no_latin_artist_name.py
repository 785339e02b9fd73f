"""An artist without a Latin name cannot be searched for, followed or booked from abroad."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.findings.main_artists import main_artists, spellings
from kaigai.identity.letters import has_native
from kaigai.terms.text import Text


@check(
    "no-latin-artist-name",
    about="parties",
    severity="high",
    family="found",
    fix="localise",
    ja="ラテン文字の名前がないアーティストは、海外から検索もフォローも出演依頼もできません。",
    say=Text(
        en="{name} has no name in Latin letters.",
        ja="{name}にはラテン文字の名義がありません。",
    ),
    todo=Text(
        en="Agree on one official Latin spelling and deliver it with every release.",
        ja="公式のラテン文字表記をひとつに決め、すべての作品に付けて納品してください。",
    ),
)
def no_latin_artist_name(
    artists: ir.Table, names: ir.Table, recordings: ir.Table, releases: ir.Table | None = None
) -> ir.Table:
    """Main artists with a native name, none of whose parties has a name in Latin script."""
    spelt = spellings(artists, names)
    latin = spelt.filter((spelt.script == "Latn") & (spelt.role != "description"))
    main = main_artists(artists, recordings, releases)
    bad = main.filter(has_native(main.artist)).anti_join(latin, "artist_id")
    return bad.select(party_id="artist_id", name="artist")
