"""Whose catalogue it is: what releases say, else who sends them, else the folder's name."""

from pathlib import Path

from kaigai.briefs.label import label_name
from kaigai.facts.engine import DUCKDB
from kaigai.facts.store import Facts
from tests.findings.small_label import small_label, write


def test_the_label_that_most_releases_name(tmp_path: Path) -> None:
    facts = small_label(tmp_path)
    labels = ["海鳴レコード", "Umi", "Umi", None]
    write(facts, {"releases": [{"release_id": str(n), "label": each}
                               for n, each in enumerate(labels)]})  # fmt: skip
    assert label_name(facts, DUCKDB) == "Umi"


def test_where_two_are_named_as_often_it_is_the_same_every_time(tmp_path: Path) -> None:
    facts = small_label(tmp_path)
    write(facts, {"releases": [{"release_id": "1", "label": "b"}, {"release_id": "2",
                                                                   "label": "a"}]})  # fmt: skip
    assert label_name(facts, DUCKDB) == "a"


def test_else_who_sends_deliveries_else_the_folder(tmp_path: Path) -> None:
    facts = small_label(tmp_path / "波")
    assert label_name(facts, DUCKDB) == "波"
    sent = {
        "delivery_id": "d2",
        "scope": "x",
        "kind": "release",
        "standing": 3,
        "sender": "送り手",
    }
    write(facts, {"deliveries": [sent | {"delivered_at": facts.commit.at, "read_at": None}]})
    assert label_name(facts, DUCKDB) == "送り手"
    assert label_name(Facts.open(tmp_path, create=True), DUCKDB) == tmp_path.name
