"""Which findings a person means, in the words they typed or wrote in a notebook."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kaigai.facts.engine import Engine
from kaigai.findings.check import CHECKS, SEVERITIES
from kaigai.findings.dossiers.lookup import Match, artists_of, find, suggestions
from kaigai.findings.listing import OPEN, STATES, Wanted
from kaigai.terms.text import Refused, Text


class NotUnderstood(Refused):
    """A word that means nothing here; the text says what it could be."""


def choose(
    engine: Engine,
    *,
    artist: str | None = None,
    checks: Sequence[str] = (),
    territory: str | None = None,
    severities: Sequence[str] = (),
    states: Sequence[str] = (),
) -> Wanted:
    """Findings by an artist in any spelling, checks, a territory's code, severities and states;
    raises NotUnderstood for an artist whom nobody knows."""
    return Wanted(
        artists=_artists(engine, artist) if artist else None,
        checks=checks,
        territory=territory,
        severities=severities,
        states=states or OPEN,
    )


def known_checks(names: Iterable[str]) -> list[str]:
    """The names of checks, if all are; raises NotUnderstood."""
    given = list(names)
    _one_of("check", "検査", given, tuple(CHECKS))
    return given


def known_severity(name: str) -> str:
    """The name of a severity; raises NotUnderstood."""
    _one_of("severity", "重大度", [name], SEVERITIES)
    return name


def known_state(name: str) -> str:
    """The name of a state; raises NotUnderstood."""
    _one_of("state", "状態", [name], STATES)
    return name


def matches_of(engine: Engine, text: str) -> list[Match]:
    """What a text means; raises NotUnderstood with the nearest spellings."""
    matches = find(engine, text)
    if matches:
        return matches
    near = [f"{each.label} ({each.id})" for each in suggestions(engine, text)]
    raise NotUnderstood(
        Text(
            en=f"nothing is known of {text}. {_hint(near).en or HOW_TO_LOOK.en}",
            ja=f"{text} に当たるものはありません。{_hint(near).ja or HOW_TO_LOOK.ja}",
        )
    )


def _artists(engine: Engine, text: str) -> list[str]:
    ids = artists_of(engine, text)
    if ids:
        return ids
    near = [each.label for each in suggestions(engine, text) if each.kind == "artist"]
    raise NotUnderstood(
        Text(
            en=f"no artist is called {text}. {_hint(near).en}".rstrip(),
            ja=f"{text} というアーティストはいません。{_hint(near).ja}",
        )
    )


def _one_of(en: str, ja: str, given: Iterable[str], known: Sequence[str]) -> None:
    for each in given:
        if each in known:
            continue
        near = get_close_matches(each, known, n=3, cutoff=0.5)
        listed = _hint(near or known[:5])
        raise NotUnderstood(
            Text(
                en=f"there is no {en} {each}. {listed.en}",
                ja=f"{each} という{ja}はありません。{listed.ja}",
            )
        )


def _hint(names: Sequence[str]) -> Text:
    if not names:
        return Text("", "")
    return Text(f"Did you mean: {', '.join(names)}?", f"もしかして: {'、'.join(names)}")


HOW_TO_LOOK = Text(
    en="Look in `kaigai findings`, or in `kaigai table names`.",
    ja="`kaigai findings` か `kaigai table names` で探してください。",
)
