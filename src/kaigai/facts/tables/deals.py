"""One right to use within a set of deals; many recordings share a set."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

DEALS = Table(
    "deals",
    about=Text(
        en="One right to use within a set of deals; many recordings share a set.",
        ja="取引条件の組に含まれる利用許諾ひとつです。多くの録音が同じ組を共有します。",
    ),
    kind="interned",
    key=(
        "deal_set_id",
        "n",
    ),
    columns={
        "deal_set_id": "int64",
        "n": "int64",
        "territory_set_id": "int64",
        "commercial_model": "string",
        "use_type": "string",
        "use": "string",
        "service": "string",
        "start_day": "date",
        "end_day": "date",
        "takedown": "boolean",
        "is_preorder": "boolean",
        "is_discoverable": "boolean",
        "is_elsewhere": "boolean",
    },
)
