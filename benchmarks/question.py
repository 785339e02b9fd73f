"""One whole process that answers home and overseas by artist and month from a workspace."""

import sys
from pathlib import Path
from typing import Any

TENTH = 10

BY_HAND = """
with owner as (
    select distinct r.subject_id, i.artist_id, i.home_territory
    from read_parquet({identities}) i join read_parquet({reported}) r using (reported_id)
    where i.state = 'tied' and i.home_territory is not null and r.subject_id is not null
), first as (
    select artist_id, year(day) y, month(day) m, territory = home_territory is_home,
        sum(quantity) q
    from read_parquet({usage}) join owner using (subject_id)
    where measure = 'streams' and territory <> 'WORLD'
    group by all
)
select artist_id, y, m, sum(case when is_home then q else 0 end) home,
    sum(case when is_home then 0 else q end) overseas
from first group by all order by all
"""


def files(workspace: Path, table: str) -> list[str]:
    """The Parquet files of a table, from the Delta log."""
    from kaigai.facts.store import Facts

    return Facts.open(workspace).files(table)


def ours(workspace: Path, url: str) -> Any:
    """Kaigai's expression on an engine."""
    from kaigai.facts.engine import Engine
    from kaigai.facts.rollup import by_year_and_month, home_and_overseas, owners
    from kaigai.facts.store import Facts

    engine = Engine(Facts.open(workspace), url)
    found = home_and_overseas(
        engine.view("usage"), owners(engine.view("reported"), engine.view("identities"))
    )
    return by_year_and_month(found).to_pyarrow().to_pandas()


def by_hand(workspace: Path) -> Any:
    """DuckDB's SQL, written for this question alone."""
    import duckdb

    names = ("usage", "reported", "identities")
    sql = BY_HAND.format(**{name: files(workspace, name) for name in names})
    return duckdb.connect().execute(sql).df()


def pandas(workspace: Path) -> Any:
    """pandas on the first files, about a tenth of the rows."""
    import pandas as pd

    def read(paths: list[str], columns: list[str]) -> Any:
        return pd.concat([pd.read_parquet(path, columns=columns) for path in paths])

    every = files(workspace, "usage")
    few = every[: max(1, len(every) // TENTH)]
    usage = read(few, ["subject_id", "territory", "day", "quantity"])
    ties = read(files(workspace, "identities"), ["reported_id", "artist_id", "home_territory"])
    things = read(files(workspace, "reported"), ["reported_id", "subject_id"])
    owner = ties.merge(things.drop_duplicates(), on="reported_id")
    rows = usage.merge(owner, on="subject_id")
    day = pd.to_datetime(rows["day"])
    rows["year"], rows["month"] = day.dt.year, day.dt.month
    rows["home"] = rows["quantity"].where(rows["territory"] == rows["home_territory"], 0.0)
    rows["overseas"] = rows["quantity"] - rows["home"]
    return rows.groupby(["artist_id", "year", "month"])[["home", "overseas"]].sum().reset_index()


if __name__ == "__main__":
    way, where = sys.argv[1], Path(sys.argv[2])
    answer = {
        "kaigai": lambda: ours(where, "duckdb://"),
        "spark": lambda: ours(where, "local[2]"),
        "duckdb": lambda: by_hand(where),
        "pandas": lambda: pandas(where),
    }[way]()
    print(len(answer), f"{answer['home'].sum():.0f}", f"{answer['overseas'].sum():.0f}")
