"""What a rule is: a reader's need, the cues that fail it, and a fix where one is safe."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import getmodule
from typing import Any, Literal

from kaigai.desks.captions.track import Track
from kaigai.registry import Registry
from kaigai.terms.text import Text

Weight = Literal["high", "medium", "low"]
#: In which order fixes are tried: what is written, then in which order, lines, and times.
Step = Literal["content", "order", "lines", "times"]
STEPS: tuple[Step, ...] = ("content", "order", "lines", "times")


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that fails a rule, with what the sentence names; `at_ms` where no cue begins."""

    place: int
    evidence: Mapping[str, Any] = field(default_factory=dict)
    at_ms: int | None = None


Judge = Callable[[Track], Iterable[Hit]]
Mend = Callable[[Track, int], Track | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, in one file of `captions/rules`."""

    name: str
    weight: Weight
    sentence: Text  #: what readers need
    say: Text  #: what is wrong here, filled from the evidence
    todo: Text
    judge: Judge
    languages: frozenset[str] | None = None  #: None for all
    with_original: bool = False  #: whether it needs the original beside
    step: Step = "content"
    mend: Mend | None = None

    def hits(self, track: Track) -> Iterator[Hit]:
        """The cues that fail; none where the rule does not speak of this language."""
        unasked = self.languages is not None and track.language not in self.languages
        if unasked or (self.with_original and track.original is None):
            return
        yield from self.judge(track)


def rule(
    name: str,
    *,
    weight: Weight,
    ja: str,
    say: Text,
    todo: Text,
    languages: Iterable[str] | None = None,
    with_original: bool = False,
    step: Step = "content",
    mend: Mend | None = None,
) -> Callable[[Judge], Rule]:
    """Make a function a rule; its file's first line is the English sentence, `ja` the Japanese.

    `mend` returns the track with this one problem solved, or None where it cannot be safely.
    """

    def mark(judge: Judge) -> Rule:
        module = getmodule(judge)
        english = ((module and module.__doc__) or "").strip().splitlines()
        sentence = Text(english[0] if english else "", ja)
        spoken = frozenset(languages) if languages is not None else None
        return Rule(name, weight, sentence, say, todo, judge, spoken, with_original, step, mend)

    return mark


RULES: Registry[Rule] = Registry("kaigai.desks.captions.rules", Rule)
