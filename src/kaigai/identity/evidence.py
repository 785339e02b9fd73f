"""What speaks for a name being this artist and no homonym: the home chart, and native script."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.territory_codes import EVERYWHERE

#: Letters that only the home's own writing has; Han alone may be Chinese or Japanese.
NATIVE: Final = {
    # One kana alone is a fashion of Chinese names: 奶茶の店.
    "JP": "[\u3041-\u3096\u30a1-\u30fa].*[\u3041-\u3096\u30a1-\u30fa\u30fd-\u30ff]",
    "KR": "[\uac00-\ud7a3\u3131-\u318e]",
    "TH": "[\u0e01-\u0e4e]",
    "RU": "[\u0400-\u04ff]",
    "UA": "[\u0400-\u04ff]",
    "BY": "[\u0400-\u04ff]",
    "BG": "[\u0400-\u04ff]",
    "GR": "[\u0370-\u03ff]",
    "CY": "[\u0370-\u03ff]",
    "IL": "[\u0590-\u05ff]",
    "SA": "[\u0600-\u06ff]",
    "EG": "[\u0600-\u06ff]",
    "AE": "[\u0600-\u06ff]",
    "MA": "[\u0600-\u06ff]",
    "LB": "[\u0600-\u06ff]",
    "IN": "[\u0900-\u0dff]",
    "CN": "[\u4e00-\u9fff]",
    "TW": "[\u4e00-\u9fff]",
    "HK": "[\u4e00-\u9fff]",
}

#: Titles in the home chart that prove a name, and the share of its titles that fewer must be.
ENOUGH: Final = 2
SHARE: Final = 0.25
#: Letters from which a spelling is hardly anybody else's.
LONG: Final = 7
#: Letters from which one title at home is proof enough.
LONGER: Final = 10
#: The size of a chart, to the usual one, below which it does not speak for its territory.
THIN: Final = 0.1
#: Letters up to which a spelling is anybody's.
SHORT: Final = 2


def presence(usage_monthly: ir.Table) -> ir.Table:
    """Where each reported thing was seen: `reported_id`, `territory`."""
    placed = usage_monthly.filter(usage_monthly.territory != EVERYWHERE)
    return placed.select("reported_id", "territory").distinct()


def is_native(text: ir.StringValue, home: ir.StringValue) -> ir.BooleanValue:
    """Whether a text is written as only the home territory writes."""
    cases = [((home == code), text.re_search(letters)) for code, letters in NATIVE.items()]
    return ibis.cases(*cases, else_=False).fill_null(False)


def evident_homes(rest: ir.Table, seen: ir.Table) -> ir.Table:
    """Things of unlisted artists whose home is evident: they chart in the one territory whose own
    letters they are written in: `reported_id`, `home_territory`."""
    text = rest.title.fill_null("") + " " + rest.artist.fill_null("")
    told = rest.select("reported_id", text=text)
    lettered = told.filter(told.text.re_search(NATIVE["JP"] + "|" + NATIVE["KR"]))
    placed = lettered.inner_join(seen, "reported_id")
    home = placed.filter(is_native(placed.text, placed.territory))
    each = home.group_by("reported_id").agg(
        home_territory=home.territory.min(), homes=home.territory.nunique()
    )
    return each.filter(each.homes == 1).select("reported_id", "home_territory")


def covered_homes(seen: ir.Table) -> ir.Table:
    """Territories, and whether enough of each was read to miss a name: `is_covered`."""
    sizes = seen.group_by(home_territory="territory").agg(size=lambda t: t.count())
    usual = sizes.size.median().over(ibis.window())
    return sizes.mutate(is_covered=sizes.size >= usual * THIN).drop("size")


def with_evidence(candidates: ir.Table, seen: ir.Table, covered: ir.Table) -> ir.Table:
    """Candidates with what the charts say of them.

    `candidates` has `reported_id`, `title`, `credit`, `key`, `line` (the whole artist line, or
    the channel), `artist_id`, `home_territory`. Added: `at_home` (this thing charts at home),
    `native`; `titles` and `home_titles` of the same name; `artist_at_home` (the artist under
    any name), `line_at_home`; `is_covered` (enough of the home territory's chart was read).
    """
    home = seen.select("reported_id", home_territory="territory").mutate(at_home=True)
    rows = candidates.left_join(home, ["reported_id", "home_territory"])
    rows = rows.drop("reported_id_right", "home_territory_right")
    rows = rows.left_join(covered, "home_territory").drop("home_territory_right")
    text = rows.title.fill_null("") + " " + rows.credit.fill_null("")
    rows = rows.mutate(
        at_home=rows.at_home.fill_null(False),
        is_covered=rows.is_covered.fill_null(False),
        native=is_native(text, rows.home_territory),
    )
    of_name = rows.group_by("key", "artist_id").agg(
        titles=rows.title.nunique(), home_titles=rows.title.nunique(where=rows.at_home)
    )
    of_artist = rows.group_by("artist_id").agg(artist_at_home=(rows.at_home & rows.native).any())
    of_line = rows.group_by("line", "artist_id").agg(line_at_home=rows.at_home.any())
    rows = rows.inner_join(of_name, ["key", "artist_id"])
    rows = rows.inner_join(of_line, ["line", "artist_id"])
    return rows.inner_join(of_artist, "artist_id")
