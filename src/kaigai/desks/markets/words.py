"""Names of territories as reasons say them."""

from collections.abc import Iterable

from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text


def territories(codes: Iterable[str]) -> Text:
    """Names of territories, in the order given."""
    listed = list(codes)
    return Text(
        ", ".join(name_of(code, "en") for code in listed) or "–",
        "、".join(name_of(code, "ja") for code in listed) or "–",
    )
