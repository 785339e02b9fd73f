"""How much is to be sent, in which batches, and what that costs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import groupby

from kaigai.desks.review.translation.provider import Piece, Provider
from kaigai.terms.text import Language, Text

LONGEST = 10_000  #: characters of one text; what is longer is for people


@dataclass(frozen=True, slots=True)
class Job:
    """One text to send: its place among all, its languages, and what is sent for it."""

    place: int
    source: str
    target: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long what would be sent is, and what it costs; `cost_minor` None: unknown."""

    provider: str
    texts: int
    characters: int
    batches: int
    cost_minor: int | None
    currency: str

    def cost(self, language: Language) -> str | None:
        """The cost as people write it."""
        from babel.numbers import format_currency, get_currency_precision

        if self.cost_minor is None:
            return None
        amount = Decimal(self.cost_minor).scaleb(-get_currency_precision(self.currency))
        return str(format_currency(amount, self.currency, locale=language))


def batched(jobs: Iterable[Job], provider: Provider) -> Iterator[list[Job]]:
    """Jobs of one pair of languages together, as many as a request takes."""
    ordered = sorted(jobs, key=_together)
    for _, group in groupby(ordered, key=_together):
        batch: list[Job] = []
        characters = 0
        for job in group:
            length = len(job.piece.text)
            full = len(batch) == provider.pieces or characters + length > provider.characters
            if batch and full:
                yield batch
                batch, characters = [], 0
            batch.append(job)
            characters += length
        yield batch


def _together(job: Job) -> tuple[str, str]:
    return job.source, job.target


def estimate(
    jobs: list[Job], provider: Provider, *, price_per_million: float, currency: str
) -> Estimate:
    """What sending the jobs comes to; a price of 0 is an unknown one, and free only here."""
    characters = sum(len(job.piece.text) for job in jobs)
    batches = sum(1 for _ in batched(jobs, provider))
    cost: int | None = None
    if provider.is_local:
        cost = 0
    elif price_per_million > 0:
        cost = _minor(characters, price_per_million, currency)
    return Estimate(provider.name, len(jobs), characters, batches, cost, currency)


def _minor(characters: int, price_per_million: float, currency: str) -> int:
    """The cost in minor units, rounded up."""
    from babel.numbers import get_currency_precision

    major = Decimal(str(price_per_million)) * characters / 1_000_000
    minor = major.scaleb(get_currency_precision(currency))
    return int(minor.to_integral_value(ROUND_CEILING))


def estimate_words(found: Estimate) -> Text:
    """The estimate in one line."""
    texts, characters, batches = (
        f"{each:,}" for each in (found.texts, found.characters, found.batches)
    )
    return Text(
        en=f"{found.provider}: {texts} texts, {characters} characters in {batches} requests; "
        f"cost: {found.cost('en') or UNKNOWN_COST.en}",
        ja=f"{found.provider}: {texts}件、{characters}文字、{batches}回の要求。"
        f"料金: {found.cost('ja') or UNKNOWN_COST.ja}",
    )


UNKNOWN_COST = Text(
    en="unknown (set translate.price_per_million in settings.toml)",
    ja="不明(settings.toml の translate.price_per_million を設定すると表示します)",
)
