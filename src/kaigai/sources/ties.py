"""What an import changes of whose plays are whose: the tables `artists` and `identities` anew."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pyarrow as pa

    from kaigai.facts.store import Facts

#: Tables whose rows may tie plays to somebody else than before.
TYING: Final = frozenset(
    {
        "usage_monthly", "reported", "names", "parties", "recordings", "releases", "videos",
        "video_links", "channels",
    }
)  # fmt: skip


def ties(facts: "Facts", changed: Collection[str]) -> "dict[str, pa.Table]":
    """The two tables as they must now be; nothing where no plays are known or nothing changed."""
    if "usage_monthly" not in facts or not TYING & set(changed):
        return {}
    from kaigai.facts.engine import Engine, arrow
    from kaigai.identity.artists import artists
    from kaigai.identity.attribution import identified

    engine = Engine(facts)
    known = engine.give("artists", artists(engine))
    return {
        "artists": arrow(known),
        "identities": arrow(identified(engine, home=facts.settings.home)),
    }
