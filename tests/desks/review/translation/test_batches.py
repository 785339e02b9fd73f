"""Texts are sent in batches that a service takes, and the cost is known before."""

from dataclasses import replace

import pytest

from kaigai.desks.review.translation.batches import Job, batched, estimate, estimate_words
from kaigai.desks.review.translation.provider import PROVIDERS, Piece

DEEPL = replace(PROVIDERS["deepl"], pieces=2, characters=10)


def jobs(*texts: str, target: str = "en") -> list[Job]:
    """Jobs out of Japanese."""
    return [Job(place, "ja", target, Piece(text)) for place, text in enumerate(texts)]


def test_batches_hold_so_many_texts_and_characters_of_one_language() -> None:
    given = [*jobs("aaaa", "bbbb", "c", "d" * 30, "e"), *jobs("f", target="ko")]
    made = [[job.piece.text for job in batch] for batch in batched(given, DEEPL)]
    assert made == [["aaaa", "bbbb"], ["c"], ["d" * 30], ["e"], ["f"]]
    assert list(batched([], DEEPL)) == []


@pytest.mark.parametrize(
    ("price", "currency", "minor", "shown"),
    [(2500.0, "JPY", 1, "¥1"), (20.0, "EUR", 1, "€0.01"), (0.0, "EUR", None, None)],
)
def test_the_cost_is_in_minor_units_and_rounded_up(
    price: float, currency: str, minor: int | None, shown: str | None
) -> None:
    found = estimate(jobs("a" * 7, "b"), DEEPL, price_per_million=price, currency=currency)
    assert (found.texts, found.characters, found.batches) == (2, 8, 1)
    assert found.cost_minor == minor
    assert found.cost("en") == shown
    assert ("unknown" in estimate_words(found).en) == (minor is None)
    assert ("不明" in estimate_words(found).ja) == (minor is None)


def test_a_million_characters_cost_the_price() -> None:
    found = estimate(jobs("a" * 1_000_000), DEEPL, price_per_million=20.5, currency="EUR")
    assert found.cost_minor == 2050


def test_a_model_here_costs_nothing() -> None:
    local = PROVIDERS["ctranslate2"]
    assert estimate(jobs("a"), local, price_per_million=9, currency="JPY").cost_minor == 0
