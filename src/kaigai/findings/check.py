"""What a check is: a query that returns the bad rows, and the words for them."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import getmodule, signature
from typing import Any, Literal

import ibis.expr.types as ir

from kaigai.registry import Registry
from kaigai.terms.text import Refused, Text

Severity = Literal["high", "medium", "low", "note"]
About = Literal["recordings", "releases", "parties", "videos"]
Family = Literal["heard", "whole", "found", "understood", "linked", "official"]
Fix = Literal["rights", "deliver", "localise", "captions", "video", "metadata", "none"]
#: By what a gain is told: plays that cannot be where it is closed, plays that will end, or what
#: others get that do not lack it.
Worth = Literal["closed", "lapsing", "lacking"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "note")

#: What a row of `about` is called, and which column names it.
KINDS: dict[About, tuple[str, str]] = {
    "recordings": ("recording", "recording_id"),
    "releases": ("release", "release_id"),
    "parties": ("party", "party_id"),
    "videos": ("video", "video_id"),
}

#: Parameters that are not tables.
GIVEN = ("settings", "day")


@dataclass(frozen=True, slots=True)
class Check:
    """One rule, in one file of `findings/checks`.

    `ask` returns one row per bad subject, with the subject's key (`recording_id` …); the
    columns `m0` to `m3`, where it has them, are the territories concerned; `severity`, where
    it has it, replaces the check's own; every other column is evidence, and `say` may name it.
    """

    name: str
    about: About
    severity: Severity
    family: Family
    fix: Fix
    sentence: Text  #: what is wrong, in general
    say: Text  #: what is wrong here, filled from the evidence
    todo: Text  #: what to do first
    needs: tuple[str, ...]  #: tables; the check is skipped where one is absent
    ask: Callable[..., ir.Table]
    worth: Worth | None = None  #: how a gain is told; None: it cannot be

    def run(self, tables: Callable[[str], ir.Table], **given: Any) -> ir.Table:
        """The bad rows; `given` holds the settings and the day."""
        wanted = {name: given[name] for name in GIVEN if name in signature(self.ask).parameters}
        return self.ask(**{name: tables(name) for name in self.needs}, **wanted)


def check(
    name: str,
    *,
    about: About,
    severity: Severity,
    family: Family,
    fix: Fix,
    ja: str,
    say: Text,
    todo: Text,
    worth: Worth | None = None,
) -> Callable[[Callable[..., ir.Table]], Check]:
    """Make a function a check.

    Its parameters name the tables it needs, besides `settings` and `day`. The first line of
    the file is the sentence people read in English, `ja` the same in Japanese.
    """

    def mark(ask: Callable[..., ir.Table]) -> Check:
        module = getmodule(ask)
        english = ((module and module.__doc__) or "").strip().splitlines()
        sentence = Text(english[0] if english else "", ja)
        needs = tuple(each for each in signature(ask).parameters if each not in GIVEN)
        return Check(name, about, severity, family, fix, sentence, say, todo, needs, ask, worth)

    return mark


CHECKS: Registry[Check] = Registry("kaigai.findings.checks", Check)


class NoCheck(Refused):
    """No check is called so; the text has the nearest names."""


def check_named(name: str) -> Check:
    """The check of that name; raises NoCheck."""
    if name in CHECKS:
        return CHECKS[name]
    near = get_close_matches(name, CHECKS, n=3, cutoff=0.5)
    hint = (
        Text(f"Did you mean: {', '.join(near)}?", f"もしかして: {'、'.join(near)}")
        if near
        else Text("`kaigai checks` lists them.", "`kaigai checks` で一覧できます。")
    )
    raise NoCheck(
        Text(
            f"there is no check {name}. {hint.en}",
            f"{name} という検査はありません。{hint.ja}",
        )
    )
