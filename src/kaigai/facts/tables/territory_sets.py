"""A set of territories as four words of 63 bits."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

TERRITORY_SETS = Table(
    "territory_sets",
    about=Text(
        en="A set of territories as four words of 63 bits.",
        ja="地域の集合を63ビットの整数四つで表したものです。",
    ),
    kind="interned",
    key=("territory_set_id",),
    columns={
        "territory_set_id": "int64",
        "m0": "int64",
        "m1": "int64",
        "m2": "int64",
        "m3": "int64",
        "n": "int64",
        "given": "string",
    },
)
