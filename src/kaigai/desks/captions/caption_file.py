"""A file of captions: checked, fixed, or written in another format."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaigai.desks.captions.check import Problem
from kaigai.desks.captions.check import check as check_track
from kaigai.desks.captions.limits import Audience
from kaigai.desks.captions.repair import Fixed
from kaigai.desks.captions.repair import fix as fix_track
from kaigai.desks.captions.track import FPS, Track, track_of
from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import Loss, fitted, losses
from kaigai.formats.captions.document import Opened
from kaigai.terms.text import Refused, Text


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with what is wrong in it; `fixable` are rules and numbers that `fix` would solve."""

    opened: Opened
    track: Track
    problems: tuple[Problem, ...]
    fixable: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after all safe fixes, ready to be written."""

    opened: Opened
    fixed: Fixed
    before: tuple[Problem, ...]
    after: tuple[Problem, ...]
    content: bytes
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Converted:
    """A file in another format, and what was lost on the way."""

    content: bytes
    losses: tuple[Loss, ...]


def check(
    opened: Opened,
    *,
    fps: float = FPS,
    audience: Audience = "adult",
    original: Opened | None = None,
) -> Checked:
    """What is wrong in a file, and which of it can be fixed safely."""
    track = track_of(opened, fps=fps, audience=audience, original=original)
    problems = check_track(track)
    left = {(each.rule, each.number) for each in check_track(fix_track(track).track)}
    solved = {(each.rule, each.number) for each in problems} - left
    return Checked(opened, track, tuple(problems), frozenset(solved))


def fix(
    opened: Opened,
    *,
    kind: str,
    fps: float = FPS,
    audience: Audience = "adult",
    original: Opened | None = None,
) -> Mended:
    """A file with every safe fix made, as `kind`; the original only tells what is untranslated:
    its times are never forced on a translation."""
    track = track_of(opened, fps=fps, audience=audience, original=original)
    fixed = fix_track(track)
    whole = replace(opened, captions=replace(opened.captions, cues=fixed.track.cues))
    made = convert(whole, kind=kind)
    before, after = check_track(track), check_track(fixed.track)
    return Mended(whole, fixed, tuple(before), tuple(after), made.content, made.losses)


def convert(opened: Opened, *, kind: str) -> Converted:
    """A file as another format, with its language written in where the format has a place."""
    captions = opened.captions
    if captions.kind != kind and not captions.language:
        captions = replace(captions, language=opened.language)
    lost = losses(opened.captions, kind)
    return Converted(kinds.write(fitted(captions, kind), kind), lost)


class NoKind(Refused):
    """A name that says no format of captions."""


def kind_of(out: str) -> str:
    """The format that a new file's name says; raises NoKind."""
    kind = kinds.kind_of(out)
    if kind is None:
        endings = " ".join(f".{each}" for each in kinds.ENDINGS)
        raise NoKind(
            Text(
                f"say what to write it to: --out FILE, which ends in one of {endings}",
                f"書き出すファイルを --out で指定してください(拡張子は {endings} のいずれか)",
            )
        )
    return kind.name


def worst(problems: Sequence[Problem]) -> bool:
    """Whether a grave problem is among them."""
    return any(each.weight == "high" for each in problems)
