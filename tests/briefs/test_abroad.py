"""The figure of plays abroad is that of the last month of the largest service, as measured."""

from dataclasses import dataclass

import pytest

from kaigai.briefs.abroad import abroad
from kaigai.desks.measure.interval import Estimate
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer


@dataclass(frozen=True)
class Share:
    """A line of `share` by month, as far as it is looked at."""

    group: str
    service: str
    share: float | None
    measure: str = "views"
    source: str = "youtube-studio, month"

    @property
    def series(self) -> tuple[str, str]:
        """What is counted."""
        return self.service, self.measure

    @property
    def estimate(self) -> Estimate:
        """The share."""
        return Estimate(self.share)


@dataclass(frozen=True)
class Shares:
    """What `share` found, the fullest months first."""

    shares: tuple[Share, ...]


def answer(*shares: Share) -> Answer:
    """An answer of `share` by month."""
    return Answer(Text("t", "t"), result=Shares(shares))


def test_the_last_month_of_the_largest_service_counts() -> None:
    found = abroad(
        answer(
            Share("2026-09", "Chart", 0.9, measure="rank"),
            Share("2026-08", "YouTube", 0.1),
            Share("2026-10", "Namioto", 0.5, measure="streams"),
            Share("2026-10", "YouTube", 0.163),
            Share("2026-11", "YouTube", None),
        )
    )
    assert (found.value.en, found.share) == ("16%", 0.163)
    assert found.of == Text("October 2026, YouTube", "2026年10月・YouTube")
    assert found.source == Text("youtube-studio, by month", "youtube-studio(月別)")


@pytest.mark.parametrize("told", [None, answer(), answer(Share("2026-10", "YouTube", None))])
def test_what_is_not_known_is_not_made_up(told: Answer | None) -> None:
    found = abroad(told)
    assert (found.value.en, found.share) == ("?", None)
    assert found.note
