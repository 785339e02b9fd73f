"""The baselines of availability: a Python loop over sets, and a cross join in SQL."""

import sys
from collections import defaultdict
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from benchmarks.catalogue import DAY
from kaigai.terms.territories import ISO, codes_of


def loop(folder: Path) -> int:
    """Per recording, add up the territories of its live deals; returns how many are open."""
    members = {
        row["territory_set_id"]: set(codes_of((row["m0"], row["m1"], row["m2"], row["m3"])))
        for row in pq.read_table(folder / "territory_sets.parquet").to_pylist()
    }
    deals = defaultdict(list)
    for deal in pq.read_table(folder / "deals.parquet").to_pylist():
        deals[deal["deal_set_id"]].append(deal)
    opened: dict[tuple[str, str], set[str]] = defaultdict(set)
    taken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for track in pq.read_table(folder / "tracks.parquet").to_pylist():
        for deal in deals[track["deal_set_id"]]:
            if deal["start_day"] <= DAY and (deal["end_day"] is None or deal["end_day"] >= DAY):
                sides = taken if deal["takedown"] else opened
                key = (track["recording_id"], deal["use"])
                sides[key] |= members[deal["territory_set_id"]]
    return sum(len(codes - taken[key]) for key, codes in opened.items())


CROSS = """
create table pairs as
select r.recording_id, c.code, coalesce(g.granted, false) as granted
from (select distinct recording_id from tracks) r cross join codes c
left join (
    select distinct t.recording_id, m.code, true as granted
    from tracks t join deals d using (deal_set_id) join members m using (territory_set_id)
    where d.start_day <= date '{day}' and coalesce(d.end_day, date '{day}') >= date '{day}'
      and not d.takedown
) g on g.recording_id = r.recording_id and g.code = c.code
"""


def cross(folder: Path) -> int:
    """Every pair of recording and territory, joined to what was granted."""
    connection = duckdb.connect()
    for name in ("tracks", "deals", "territory_sets"):
        connection.sql(f"create view {name} as from read_parquet('{folder}/{name}.parquet')")
    rows = connection.sql("select territory_set_id, m0, m1, m2, m3 from territory_sets").fetchall()
    connection.execute("create table members (territory_set_id bigint, code text)")
    listed = [(row[0], code) for row in rows for code in codes_of(row[1:])]
    import pyarrow as pa

    ids, codes = zip(*listed, strict=True)
    members = pa.table({"territory_set_id": ids, "code": codes})
    connection.register("made", members)
    connection.execute("insert into members select * from made")
    connection.execute("create table codes as select unnest(?) as code", [list(ISO)])
    connection.execute(CROSS.format(day=DAY))
    counted = connection.sql("select count(*) from pairs where granted").fetchone()
    return int(counted[0]) if counted else 0


if __name__ == "__main__":
    print({"loop": loop, "cross": cross}[sys.argv[1]](Path(sys.argv[2])))
