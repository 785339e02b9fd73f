"""Answers of combined deal sets are their members' answers added up, and have stable ids."""

import numpy as np
import pyarrow as pa

from kaigai.facts import masks
from kaigai.findings.deal_sets import REASONS, Answers, counted, mixed, solved
from kaigai.terms.territories import ISO, mask_of


def of(*deals: tuple[int, str, str, str]) -> Answers:
    """Answers of open deals, each given as set, service, use and one territory."""
    rows = [
        {"deal_set_id": number, "service": service, "use": use}
        | {f"m{i}": word for i, word in enumerate(mask_of([code]))}
        | {reason: reason == "open" for reason in REASONS[:-1]}
        for number, service, use, code in deals
    ]
    return solved(pa.Table.from_pylist(rows))


def alike(number: int, code: str, reason: str) -> dict[str, object]:
    """A deal for one territory that counts for one reason."""
    words = {f"m{i}": word for i, word in enumerate(mask_of([code]))}
    counts = {each: each == reason for each in REASONS[:-1]}
    return {"deal_set_id": number, "service": "any", "use": "stream"} | words | counts


def opened(answers: Answers) -> dict[tuple[int, str, str], int]:
    """How many territories each set opens by service and use."""
    rows = answers.table().to_pylist()
    sizes = np.bitwise_count(answers.words[0]).sum(axis=1).tolist()
    keys = [(row["set_id"], row["service"], row["use"]) for row in rows]
    return dict(zip(keys, sizes, strict=True))


def test_a_deal_that_names_no_use_holds_for_what_its_set_names() -> None:
    found = opened(of((7, "any", "any", "JP"), (7, "One", "ugc", "KR")))
    assert found[7, "any", "stream"] == found[7, "any", "download"] == 1
    assert found[7, "One", "ugc"] == 2


def test_a_combination_opens_what_any_of_its_sets_opens() -> None:
    answers = of((7, "any", "stream", "JP"), (8, "any", "stream", "KR"))
    sets, members = np.array([-5, -5, -6, -6]), np.array([7, 8, 0, 7])
    assert opened(mixed(sets, members, answers)) == {
        (-5, "any", "stream"): 2,
        (-6, "any", "stream"): 1,
    }


def test_counts_each_distinct_answer_once() -> None:
    answers = of((7, "any", "stream", "JP"), (8, "any", "stream", "JP"))
    rows = counted(answers.ids, answers.words).to_pylist()
    assert sorted((row["n_open"], row["n_unknown"]) for row in rows) == [
        (0, 0),
        (0, len(ISO)),
        (1, 0),
    ]
    assert len(masks.WORDS) * len(REASONS) == len(rows[0]) - 4


def test_each_territory_has_one_reason_whether_or_not_those_between_know_any() -> None:
    deals = [
        alike(7, "JP", "open"),
        alike(7, "JP", "ended"),
        alike(7, "KR", "early"),
        alike(8, "KR", "takedown"),
        alike(8, "US", "takedown"),
        alike(8, "JP", "takedown"),
    ]
    both = mixed(np.array([-5, -5]), np.array([7, 8]), solved(pa.Table.from_pylist(deals)))
    sizes = np.bitwise_count(both.words[:, 0]).sum(axis=1).tolist()
    assert dict(zip(REASONS, sizes, strict=True)) == {
        "open": 1,
        "unknown": 0,
        "early": 1,
        "ended": 0,
        "takedown": 1,
        "blocked": 0,
    }
