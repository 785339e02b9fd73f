"""The cues of one language as rules see them: with limits, frames, and the original beside."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kaigai.desks.captions.limits import Audience, Limits, limits_for
from kaigai.formats.captions.document import Opened
from kaigai.formats.captions.model import Cue

FPS: Final = 24.0  #: frames a second where nobody says
ROUNDING_MS = 1  #: files round each time to a millisecond


@dataclass(frozen=True, slots=True)
class Track:
    """Cues in the order of their file; `numbers` are what people call them."""

    cues: tuple[Cue, ...]
    limits: Limits
    fps: float = 24.0
    original: tuple[Cue, ...] | None = None
    original_language: str = ""
    numbers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.numbers:
            object.__setattr__(self, "numbers", tuple(range(1, len(self.cues) + 1)))

    @property
    def language(self) -> str:
        """The language alone, without script and region."""
        return self.limits.language.partition("-")[0]

    @property
    def gap_ms(self) -> float:
        """The least time between two cues."""
        return self.frames_ms(self.limits.gap_frames)

    def frames_ms(self, frames: int) -> float:
        """How long some frames last."""
        return frames * 1000 / self.fps

    def after(self, place: int) -> int | None:
        """The next cue that stands at the same place on the picture."""
        here = self.cues[place].layout
        return next((each for each in range(place + 1, len(self.cues))
                     if self.cues[each].layout == here), None)  # fmt: skip

    def room_ms(self, place: int) -> float:
        """How late a cue may end: before the next, and not longer than one may be shown."""
        cue, after = self.cues[place], self.after(place)
        longest = cue.start_ms + self.limits.longest_ms
        if after is None:
            return longest
        return min(longest, self.cues[after].start_ms - self.gap_ms)

    def with_cue(self, place: int, cue: Cue) -> "Track":
        """The same with one cue in the place of another."""
        return self._with((*self.cues[:place], cue, *self.cues[place + 1 :]), self.numbers)

    def without(self, place: int) -> "Track":
        """The same without a cue."""
        numbers = (*self.numbers[:place], *self.numbers[place + 1 :])
        return self._with((*self.cues[:place], *self.cues[place + 1 :]), numbers)

    def ordered(self) -> "Track":
        """The same by time; cues of one moment stay as they are."""
        order = sorted(range(len(self.cues)), key=lambda place: self.cues[place].start_ms)
        return self._with([self.cues[each] for each in order],
                          [self.numbers[each] for each in order])  # fmt: skip

    def window(self, begin: int, end: int) -> "Track":
        """Some of its cues."""
        return self._with(self.cues[begin:end], self.numbers[begin:end])

    def _with(self, cues: Iterable[Cue], numbers: Iterable[int]) -> "Track":
        return replace(self, cues=tuple(cues), numbers=tuple(numbers) or (0,))


def track_of(
    opened: Opened,
    *,
    fps: float = FPS,
    audience: Audience = "adult",
    original: Opened | None = None,
) -> Track:
    """The cues of a file as rules see them; `original` is the file in the language it is from."""
    return Track(
        opened.captions.cues,
        limits_for(opened.language, audience),
        fps,
        original.captions.cues if original else None,
        original.language if original else "",
    )
