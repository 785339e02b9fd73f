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
    every = panel.everyone
    # Artists heard in the very same markets say the same: each such pattern is asked once.
    packed = np.packbits(every.present, axis=1)
    _, first, which, many = np.unique(
        packed.view(f"V{packed.shape[1]}").ravel(),
        return_index=True,
        return_inverse=True,
        return_counts=True,
    )
    heard = every.present[first].astype(np.float32)
    asked, at = np.unique(which if panel.rows is None else which[panel.rows], return_inverse=True)
    return _shares(heard, many.astype(np.float32), asked)[at]


def _shares(heard: Matrix, many: NDArray[np.float32], asked: NDArray[np.int64]) -> Matrix:
    """For each pattern asked, what the most like ones hold, by likeness; many hold one pattern."""
    answers = np.zeros((len(asked), heard.shape[1]), dtype=np.float32)
    length = np.sqrt(np.maximum(heard.sum(axis=1), 1))
    nearest = min(NEIGHBOURS, len(heard))
    for start in range(0, len(asked), CHUNK):
        rows = asked[start : start + CHUNK]
        # Whole numbers until they are divided, so that equals are equal however many are asked.
        like = heard[rows] @ heard.T
        like /= length[rows][:, None] * length
        like[np.arange(len(rows)), rows] = 0
        if nearest < len(heard):
            cut = np.partition(like, -nearest, axis=1)[:, -nearest][:, None]
            like[like < cut] = 0
        pull = like * np.log1p(many)
        total = np.maximum(pull.sum(axis=1, keepdims=True), 1e-9)
        answers[start : start + CHUNK] = pull @ heard / total
    return answers
