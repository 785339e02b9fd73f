"""Builds the whole label: the clean catalogue first, then the faults, then the videos."""

from examples.generator import catalogue, videos
from examples.generator.catalogue import Studio
from examples.generator.dice import Dice
from examples.generator.faults import codes, products, rights, spellings
from examples.generator.faults import videos as video_faults
from examples.generator.faults.picks import Picks
from examples.generator.model import Label
from examples.generator.titles import Titles


def label(seed: int, artists: int, rounds: int = 1) -> Label:
    """A label of so many artists, each with `rounds` times five releases.

    Every dozen of artists in every round carries the same faults, so that a bigger label has
    more of them at the same rate.
    """
    made = Label(seed)
    dice = Dice(seed)
    studio = Studio(made, dice, Titles(dice))
    for unit in catalogue.build(studio, artists, rounds):
        picks = Picks(studio, unit)
        for faults in (products, codes, spellings, rights):
            faults.plant(made, picks)
        video_faults.plant(studio, unit, videos.build(studio, unit, picks.taken))
    return made
