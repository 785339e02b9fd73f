"""Fits how sure the engine may be, on the training half of the pairs.

    python -m tools.make_romanise_calibration FOLDER

One logistic regression for each group of `confidence.group`; only its eight weights are kept.
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from benchmarks.romanise_data import Pair, pairs
from kaigai.romanise import LYRICS, confidence, engine
from kaigai.romanise.candidate import Kind, Language
from kaigai.romanise.fold import folded
from kaigai.romanise.form import written
from kaigai.romanise.readers import cleaned

DATA = Path(__file__).parents[1] / "src/kaigai/romanise/data"
SETS = {"ja_songs": False, "ja_anime": False, "ja_artists": True, "ja_artists_foreign": True}
OTHERS: dict[str, Language] = {"ko_names": "ko", "ko_titles": "ko", "zh_titles": "zh"}
KINDS: dict[str, Kind] = {"person": "person", "stage_name": "stage name", "group": "group"}
#: The tables have seen the training half. Learned from half of it, they are right on the other
#: half this much less often than on their own.
UNSEEN = {"ja_artists": 0.911, "ko person": 0.885, "ko stage name": 0.686}
ROUNDS, CAREFUL = 30, 5.0
Sample = tuple[tuple[float, ...], float, float]


def sample(pair: Pair, *, is_name: bool) -> tuple[str, tuple[float, ...], bool] | None:
    """Group, features and whether the first answer is right."""
    if engine.language_of(pair.native) != "ja":
        return None
    ways = engine.ways_to_read(cleaned(pair.native), None, is_name=is_name)
    if not ways:
        return None
    chosen, share = ways[0]
    right = folded(written(chosen, LYRICS)) == folded(pair.latin)
    return confidence.group(chosen, is_name=is_name), confidence.features(chosen, share), right


def other(pair: Pair, language: Language) -> tuple[str, tuple[float, ...], bool]:
    """The same for Korean and Chinese, where confidence is still the share."""
    kind: Kind = KINDS.get(pair.kind, "anime")
    found = engine.candidates(pair.native, language=language, kind=kind)
    share = found[0].confidence if found else 0.0
    right = bool(found) and folded(found[0].text) == folded(pair.latin)
    return engine.confidence_group(language, kind), confidence.simple(share), right


def fitted(samples: list[Sample]) -> np.ndarray:
    """Weights by Newton's method, with a small penalty on all but the first."""
    features = np.array([row for row, _, _ in samples])
    right = np.array([answer for _, answer, _ in samples])
    worth = np.array([weight for _, _, weight in samples])
    penalty = np.diag([0.0] + [CAREFUL] * (features.shape[1] - 1))
    weights = np.zeros(features.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (worth * (right - chance)) - penalty @ weights
        bend = (features * (worth * chance * (1 - chance))[:, None]).T @ features + penalty
        weights += np.linalg.solve(bend + 1e-9 * np.eye(len(weights)), slope)
    return weights


def main(folder: Path) -> None:
    """Write the weights; the old ones are put away first, so that shares are seen as they are."""
    (DATA / "calibration.tsv").write_text("", encoding="utf-8")
    groups: dict[str, list[Sample]] = defaultdict(list)
    for name, is_name in SETS.items():
        given = pairs(name, training=True, folder=folder)
        for pair in given:
            if found := sample(pair, is_name=is_name):
                right = found[2] * UNSEEN.get(name, 1.0)
                groups[found[0]].append((found[1], right, 1500 / len(given)))
    for name, language in OTHERS.items():
        for pair in pairs(name, training=True, folder=folder):
            group, features, right = other(pair, language)
            groups[group].append((features, right * UNSEEN.get(group, 1.0), 1.0))
    lines = ["# Group of answers, then the weights of confidence.features; see the README.\n"]
    for name in sorted(groups):
        cells = "\t".join(f"{weight:.3f}" for weight in fitted(groups[name]))
        lines.append(f"{name}\t{cells}\n")
    (DATA / "calibration.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
