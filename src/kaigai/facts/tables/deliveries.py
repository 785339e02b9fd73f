"""What an origin delivers as one, and a newer delivery of its scope replaces."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

DELIVERIES = Table(
    "deliveries",
    about=Text(
        en="What an origin delivers as one, and a newer delivery of its scope replaces.",
        ja="出どころが届けた一単位で、同じ対象の新しい納品に置き換えられます。",
    ),
    kind="log",
    key=("delivery_id",),
    columns={
        "delivery_id": "string",
        "origin_id": "string",
        "scope": "string",
        "kind": "string",
        "standing": "int64",
        "delivered_at": "timestamp('UTC')",
        "read_at": "timestamp('UTC')",
        "sender": "string",
        "recipient": "string",
        "message_id": "string",
        "release_id": "string",
        "has_deals": "boolean",
    },
)
