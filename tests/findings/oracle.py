"""Availability the naive way: loops over deals and sets of codes, to judge the fast way by."""

from collections.abc import Mapping
from datetime import date

from kaigai.sources.rights import Right
from kaigai.terms.territories import ISO
from tests.findings.dealt import WITHDRAWN, Sets, codes_in

REASONS = ("open", "unknown", "early", "ended", "takedown")
WORLD = set(ISO)

Answer = dict[str, set[str]]
Place = tuple[str, str]  #: a service and a use


def answers(sets: Sets, day: date) -> dict[Place, Answer]:
    """What holds for a recording with these deal sets, for each service and use."""
    stated = [() if each == WITHDRAWN else each for each in sets if each is not None]
    if not stated:
        return {("any", "stream"): _first_of({"unknown": WORLD})}
    added: dict[Place, Answer] = {}
    for rights in stated:
        assert not isinstance(rights, str)
        for place, answer in _of_set(list(rights), day).items():
            sums = added.setdefault(place, {reason: set() for reason in REASONS})
            for reason in REASONS:
                sums[reason] |= answer[reason]
    return {place: _first_of(answer) for place, answer in added.items()}


def _of_set(rights: list[Right], day: date) -> dict[Place, Answer]:
    if not rights:
        return {("any", "stream"): _first_of({})}
    services = {"any"} | {each.service for each in rights if each.service}
    uses = {"stream", "download"} | {each.use for each in rights if each.use != "any"}
    found = {}
    for service in services:
        for use in uses:
            here = [each for each in rights if _holds(each, service, use)]
            if here:
                found[service, use] = _of_deals(here, day)
    return found


def _holds(right: Right, service: str, use: str) -> bool:
    return right.service in (None, service) and right.use in ("any", use)


def _of_deals(rights: list[Right], day: date) -> Answer:
    seen: Answer = {reason: set() for reason in REASONS}
    for right in rights:
        reason = _reason(right, day)
        if reason:
            seen[reason] |= codes_in(right)
        if right.is_elsewhere:
            seen["unknown"] |= codes_in(right)
    seen["open"] -= seen["takedown"]
    return _first_of(seen)


def _reason(right: Right, day: date) -> str | None:
    started = right.start_day is None or right.start_day <= day
    if right.takedown:
        return "takedown" if started else None
    if right.is_preorder or right.is_elsewhere:
        return None
    if not started:
        return "early"
    return "ended" if right.end_day is not None and right.end_day < day else "open"


def _first_of(answer: Mapping[str, set[str]]) -> Answer:
    """Each territory under its first reason alone."""
    settled: Answer = {}
    for reason in REASONS:
        before = set().union(*settled.values())
        settled[reason] = answer.get(reason, set()) - before
    return settled


def listening(found: Mapping[Place, Answer]) -> tuple[str, Answer] | None:
    """The use that counts for a recording, and where: what `heard` says, with `closed`."""
    by_use = {use: _over_services(found, use) for use in ("stream", "download")}
    stream, download = by_use["stream"], by_use["download"]
    if stream and (stream["open"] or stream["unknown"] or stream["early"]):
        use, answer = "stream", stream
    elif download and (download["open"] or not stream):
        use, answer = "download", download
    elif stream:
        use, answer = "stream", stream
    else:
        return None
    return use, answer | {"closed": WORLD - answer["open"] - answer["unknown"]}


def _over_services(found: Mapping[Place, Answer], wanted: str) -> Answer | None:
    answers = [answer for (_, use), answer in found.items() if use == wanted]
    if not answers:
        return None
    return _first_of({r: set().union(*(each[r] for each in answers)) for r in REASONS})
