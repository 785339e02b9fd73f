"""What comes of a review sheet that was taken in, before any door shows it."""

from dataclasses import dataclass

from kaigai.desks.review.sheets.verdicts import Judged, Verdict


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a sheet; `warnings` are approved forms that a term is missing from."""

    judged: Judged
    warnings: tuple[tuple[Verdict, tuple[str, ...]], ...]
    by: str
    is_dry: bool
