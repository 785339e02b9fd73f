"""Whose catalogue a workspace holds, by what was delivered."""

import ibis

from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Facts


def label_name(facts: Facts, engine: str) -> str:
    """The label that most releases name, else who sent most deliveries, else the folder's name."""
    asking = warm(facts, engine)
    for table, column in (("releases", "label"), ("deliveries", "sender")):
        if table in asking.engine:
            rows = asking.engine[table].filter(lambda t, name=column: t[name].notnull())
            counted = rows.group_by(column).agg(n=rows.count()).order_by(ibis.desc("n"), column)
            for name in counted.limit(1).to_pyarrow().column(column).to_pylist():
                return str(name)
    return facts.root.resolve().name
