"""Groups of findings as cards: what it is, how many, where, what it is worth, and the fix."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kaigai.findings.check import Check
from kaigai.findings.overview import words
from kaigai.findings.overview.groups import RECORDED
from kaigai.findings.overview.result import Group, Roster
from kaigai.findings.overview.sections import NOT_INSTALLED
from kaigai.findings.wording import (
    FIX_WORDS,
    SEVERITY_WORDS,
    artist_text,
    said,
    severity_mark,
    territories,
)
from kaigai.findings.worth.words import full
from kaigai.terms.section import Mark, Section
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Text
from kaigai.verbs.answer import Card, Cards, Fold, Step

Checks = Mapping[str, Check]


def first_card(group: Group, checks: Checks, markets: Sequence[str]) -> Card:
    """Something to do first, with an example where it is no longer than what it sums up."""
    check, places = checks.get(group.check), _places(group, markets)
    summed_up = places is not None and group.n > 1
    return Card(
        artist_text(group.artist, group.latin),
        check.sentence if check else NOT_INSTALLED,
        severity_mark(group.severity),
        _sizes(group, places if summed_up else None),
        () if summed_up else _sentences(group, check, markets, 1),
        check.todo if check else None,
        FIX_WORDS[check.fix] if check else None,
    )


def folds(found: Roster, checks: Checks, most: int) -> Iterator[Fold]:
    """The artists, each with its findings; `most` findings of a kind are written out."""
    ordered = sorted(found.groups, key=lambda group: str(group.artist_id))
    groups = {key: list(mine) for key, mine in groupby(ordered, lambda each: each.artist_id)}
    for each in found.artists:
        cards = tuple(
            _card(group, checks, found.markets, most) for group in groups.get(each.artist_id, ())
        )
        marks = tuple(
            Mark(name, Text(f"{word.en} {n:,}", f"{word.ja} {n:,}"))
            for name, word in SEVERITY_WORDS.items()
            if (n := each.severities.get(name))
        )
        yield Fold(
            words.artist(each),
            words.having(each.subjects, RECORDED),
            marks,
            (Cards(FINDINGS, cards, plain=True) if cards else Section(FINDINGS, note=NOTHING),),
        )


def _card(group: Group, checks: Checks, markets: Sequence[str], most: int) -> Card:
    check = checks.get(group.check)
    sentences = _sentences(group, check, markets, most)
    left = group.n - len(sentences)
    given = {"check": group.check} | ({"artist": group.artist_id} if group.artist_id else {})
    return Card(
        check.sentence if check else NOT_INSTALLED,
        None,
        severity_mark(group.severity),
        _sizes(group, _places(group, markets)),
        sentences,
        check.todo if check else None,
        FIX_WORDS[check.fix] if check else None,
        Step("findings", Text(f"and {left:,} more", f"ほか{left:,}件"), given)
        if left > 0
        else None,
    )


def _sizes(group: Group, places: Text | None) -> tuple[Text, ...]:
    kind = group.rows[0]["subject_kind"] if group.rows else ""
    worth = full(group.worth)
    told = Text(f"Worth: {worth.en}", f"効果の見込み: {worth.ja}")
    return tuple(each for each in (words.amount(group.n, kind), places, told) if each)


def _places(group: Group, markets: Sequence[str]) -> Text | None:
    """The territories concerned."""
    codes = codes_of(group.mask)
    if not codes:
        return None
    en, ja = (territories(codes, language, first=markets) for language in ("en", "ja"))
    return Text(f"{len(codes)} territories: {en}", f"{len(codes)}地域: {ja}")


def _sentences(
    group: Group, check: Check | None, markets: Sequence[str], most: int
) -> tuple[Text, ...]:
    return tuple(said(check, row, markets) for row in group.rows[:most])


FINDINGS = Text("Findings", "課題")
NOTHING = Text("Nothing was found.", "課題は見つかりませんでした。")
