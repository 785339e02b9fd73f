"""Artists who are heard in the same markets are heard in this one, too."""

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import signal
from kaigai.terms.text import Text

NEIGHBOURS = 60
CHUNK = 2000


@signal(
    "like-artists",
    ja="同じ市場で聴かれるアーティストたちが、この市場でも聴かれています。",
    say=Text(
        en="artists heard where this one is are heard here",
        ja="聴かれる市場が似たアーティストがここで聴かれている",
    ),
)
def like_artists(panel: Panel) -> Matrix:
    heard = panel.present.astype(np.float32)
    length = np.sqrt(np.maximum(heard.sum(axis=1, keepdims=True), 1))
    unit = heard / length
    # Artists heard in the very same markets say the same: each such pattern is asked once.
    patterns, which, many = np.unique(
        np.packbits(panel.present, axis=1), axis=0, return_inverse=True, return_counts=True
    )
    first = np.zeros(len(patterns), dtype=np.int64)
    which = which.ravel()
    first[which] = np.arange(len(which))
    return _shares(unit[first], heard[first], many.astype(np.float32))[which]


def _shares(unit: Matrix, heard: Matrix, many: NDArray[np.float32]) -> Matrix:
    """For each pattern, what the most like ones hold, by likeness; many hold one pattern."""
    answers = np.zeros(heard.shape, dtype=np.float32)
    nearest = min(NEIGHBOURS, len(unit))
    for start in range(0, len(unit), CHUNK):
        like = unit[start : start + CHUNK] @ unit.T
        like[np.arange(len(like)), np.arange(start, start + len(like))] = 0
        if nearest < len(unit):
            cut = np.partition(like, -nearest, axis=1)[:, -nearest][:, None]
            like[like < cut] = 0
        pull = like * np.log1p(many)
        total = np.maximum(pull.sum(axis=1, keepdims=True), 1e-9)
        answers[start : start + CHUNK] = pull @ heard / total
    return answers
