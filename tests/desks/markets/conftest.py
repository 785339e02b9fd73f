"""A label whose markets are ranked once; fewer trees, so that tests are quick."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import pyarrow as pa
import pytest

from kaigai.desks.markets import model
from kaigai.desks.markets.actions import rank
from kaigai.desks.markets.result import Ranking
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.terms.names import fold
from tests.desks.markets.small_plays import homes, usage_rows

AT: Final = datetime(2026, 11, 2, 9, tzinfo=UTC)
NEW: Final = "artist-new"


@pytest.fixture(scope="session", autouse=True)
def few_trees() -> Iterator[None]:
    """Fifteen trees instead of many: what tests hold does not hang on how many there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "TREES", {**model.TREES, "max_iter": 15, "max_leaf_nodes": 7})
        yield


def _tables() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    artists = {**homes(), NEW: "JP"}
    origin = {"origin_id": "0a", "delivery_id": "0a"}
    delivery = {"delivery_id": "0a", "origin_id": "0a", "scope": "all", "kind": "full"}
    yield "deliveries", [{**delivery, "delivered_at": AT, "read_at": AT, "standing": 1}]
    yield (
        "parties",
        [{"party_id": each, "home_territory": home} | origin for each, home in artists.items()],
    )
    yield (
        "names",
        [
            {
                "subject_kind": "party", "subject_id": each, "text": f"Band {each[-2:]}",
                "role": "display", "script": "Latn", "key": fold(f"Band {each[-2:]}"),
            } | origin
            for each in artists
        ],
    )  # fmt: skip
    yield (
        "recordings",
        [{"recording_id": f"r-{each}", "party_id": each} | origin for each in artists],
    )
    yield "usage_monthly", [row | origin for row in usage_rows()]
    yield "reported", [{"reported_id": each, "artist": each} for each in artists]
    yield (
        "identities",
        [{"reported_id": each, "artist_id": each, "state": "tied"} for each in homes()],
    )
    closed = dict.fromkeys(TABLES["answers"].columns, 0)
    yield "answers", [closed | {"answer_id": 1}]
    yield (
        "availability",
        [
            {
                "subject_kind": "recording",
                "subject_id": "r-artist-01",
                "use": "stream",
                "answer_id": 1,
            }
        ],
    )


@pytest.fixture(scope="session")
def label(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A label of fifteen artists, of one of whom nothing was ever played."""
    facts = Facts.open(tmp_path_factory.mktemp("markets") / "workspace", create=True)
    with facts.writing() as writing:
        for name, rows in _tables():
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(rows, schema=schema)))
        writing.commit(at=AT, what="a label")
    return facts


@pytest.fixture(scope="session")
def ranking(label: Facts) -> Ranking:
    """The whole label ranked, and kept."""
    return rank(label, at=AT)
