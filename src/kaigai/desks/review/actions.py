"""The verbs of review: suggest names, give them out as a sheet, take decisions in, say how far."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from time import sleep
from typing import Any, Final

import pyarrow as pa

from kaigai.desks.review import rows
from kaigai.desks.review import subjects as wanted
from kaigai.desks.review.candidate import Found, surest
from kaigai.desks.review.cues.slots import cue_slots
from kaigai.desks.review.plan import Item, Plan, answers, plan
from kaigai.desks.review.result import Suggested
from kaigai.desks.review.scope import ReviewError, kinds_of, opened, parties_of
from kaigai.desks.review.slot_state import stale_slots
from kaigai.desks.review.slots import NoLanguage, Slot, slots_of
from kaigai.desks.review.suggestions import (
    Seen,
    by_subject,
    found_here,
    in_batches,
    open_slots,
)
from kaigai.desks.review.translation import lookup as known
from kaigai.desks.review.translation.batches import Job, estimate
from kaigai.desks.review.translation.memory import Memory
from kaigai.desks.review.translation.provider_choice import Chosen, NotConfigured, choose
from kaigai.desks.review.translation.secret import NoKey, read_key
from kaigai.desks.review.translation.transport import Pause, SendError, translate
from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.captions.document import NotOpened
from kaigai.formats.captions.document import opened as opened_captions
from kaigai.terms.text import Text

Watch = Callable[[int, int, str], None]

DEFAULT: Final = "latin,en"
LOCK: Final = "sending.lock"  #: one sender at a time, so that nothing is sent twice


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def suggest(
    facts: Facts,
    *,
    at: datetime,
    kinds: Sequence[str] = (),
    languages: str = DEFAULT,
    artist: str | None = None,
    limit: int | None = None,
    provider: str | None = None,
    send: bool = False,
    dry_run: bool = False,
    environ: Mapping[str, str] | None = None,
    watch: Watch = silent,
    pause: Pause = sleep,
) -> Suggested:
    """Look for the names that are missing, and keep what is found as suggestions.

    kinds      title, artist, release, video-title; all of them where none is named
    languages  `latin` and language tags, with commas between
    provider   a service in place of the one in the settings; `none` for none
    send       send what only the service can tell; without it the cost is told and nothing sent
    dry_run    keep nothing, either
    environ    where the service's key may be

    What was sent is kept batch by batch: after an interruption the same call goes on where it
    stopped. Raises ReviewError, StoreError, BadSettings.
    """
    engine = opened(facts)
    try:
        slots_wanted = slots_of(languages)
        chosen = choose(facts.settings.translate, provider)
    except (NoLanguage, NotConfigured) as error:
        raise ReviewError(error.text) from error
    subjects_wanted = wanted.subjects(engine, kinds_of(kinds), parties_of(engine, artist))
    subjects = subjects_wanted.order_by("artist", "subject_kind", "original", "subject_id")
    same = known.same_artists(engine)
    listed = [_as_one(row, same) for row in subjects.to_pyarrow().to_pylist()]
    standing = by_subject(wanted.standing(engine).to_pyarrow().to_pylist())
    slots = open_slots(listed, slots_wanted, standing, stale_slots(engine))[:limit]
    forms = {key: _texts(own) for key, own in standing.items()}
    around = _all_subjects(engine, listed, same)
    memory = Memory([*known.published(around, forms), *known.entries(engine, same)])
    terms = [*known.terms(engine, same), *known.names(around, forms)]
    glossaries = known.glossaries(terms)
    return suggested(
        facts,
        engine,
        found_here(slots, memory, glossaries, watch),
        glossaries=glossaries,
        chosen=chosen,
        send=send and not dry_run,
        dry_run=dry_run,
        at=at,
        environ=environ or {},
        watch=watch,
        pause=pause,
    )


def suggest_captions(
    facts: Facts,
    data: bytes,
    *,
    name: str,
    at: datetime,
    languages: str = "en",
    artist: str | None = None,
    are_lyrics: bool = False,
    provider: str | None = None,
    send: bool = False,
    dry_run: bool = False,
    environ: Mapping[str, str] | None = None,
    watch: Watch = silent,
    pause: Pause = sleep,
) -> Suggested:
    """Look for translations of a captions file's cues, as `suggest` does for names.

    Lyrics are never sent to a service elsewhere. Raises ReviewError, StoreError, BadSettings.
    """
    engine = Engine(facts)
    has_names = "names" in engine
    try:
        found = opened_captions(data, name)
        slots_wanted = slots_of(languages)
        chosen = choose(facts.settings.translate, provider)
    except (NotOpened, NoLanguage, NotConfigured) as error:
        raise ReviewError(error.text) from error
    same = known.same_artists(engine) if has_names else {}
    parties = parties_of(opened(facts), artist) if artist else None
    artist_id = same.get(parties[0], parties[0]) if parties else None
    slots = cue_slots(
        found.captions.cues, data, slots_wanted, are_lyrics=are_lyrics, artist_id=artist_id,
        artist=artist,
    )  # fmt: skip
    terms = [*known.terms(engine, same)]
    if artist_id:
        standing = by_subject(wanted.standing(engine).to_pyarrow().to_pylist())
        around = _all_subjects(engine, [{"artist_id": artist_id}], same)
        terms += known.names(around, {key: _texts(own) for key, own in standing.items()})
    glossaries = known.glossaries(terms)
    here = chosen is None or chosen.provider.is_local
    return suggested(
        facts,
        engine,
        found_here(slots, Memory(known.entries(engine, same)), glossaries, watch),
        glossaries=glossaries,
        chosen=chosen,
        send=send and not dry_run,
        dry_run=dry_run,
        at=at,
        environ=environ or {},
        watch=watch,
        pause=pause,
        may_send=lambda slot: here or not slot.is_lyrics,
    )


def suggested(
    facts: Facts,
    engine: Engine,
    seen: Sequence[Seen],
    *,
    glossaries: known.Glossaries,
    chosen: Chosen | None,
    send: bool,
    dry_run: bool,
    at: datetime,
    environ: Mapping[str, str],
    watch: Watch,
    pause: Pause,
    may_send: Callable[[Slot], bool] = lambda slot: True,
) -> Suggested:
    """Keep what was found here, and ask the service for the rest where that is wished."""
    settings = facts.settings.translate
    before = _newest(engine)
    asked, cost = Plan(), None
    if chosen:
        waiting = [(each.slot, each.forms) for each in seen]
        asked = plan(
            waiting,
            glossaries,
            marks=chosen.provider.marks,
            origin=chosen.origin,
            earlier=known.earlier(_every(engine), chosen.origin),
            may_send=may_send,
        )
        if asked.items:
            cost = estimate(
                asked.jobs,
                chosen.provider,
                price_per_million=settings.price_per_million,
                currency=settings.currency,
            )
    pairs = [(each.slot, form) for each in seen for form in each.forms] + asked.known
    made = [
        rows.row(slot, form, at=at, suggest_from=settings.suggest_from) for slot, form in pairs
    ]
    new = list(rows.anew(made, before))
    if new and not dry_run:
        _append(facts, new, at=at, what=f"suggestions for {len(seen)} names")
    sent, stopped, back = 0, None, list[tuple[Slot, Found]]()
    if send and chosen and asked.items:
        sent, stopped, back = _sent(
            facts, chosen, asked.items, at=at, environ=environ, watch=watch, pause=pause
        )
    counted: dict[str, int] = {}
    for _, form in [*pairs, *back]:
        counted[form.family] = counted.get(form.family, 0) + 1
    best = tuple(_best([*pairs, *back]))
    return Suggested(len(seen), counted, len(new), cost, sent, len(asked.known), asked.kept_back,
                     stopped, dry_run, best)  # fmt: skip


def _sent(
    facts: Facts,
    chosen: Chosen,
    items: Sequence[Item],
    *,
    at: datetime,
    environ: Mapping[str, str],
    watch: Watch,
    pause: Pause,
) -> tuple[int, Text | None, list[tuple[Slot, Found]]]:
    """Send batch by batch, each kept before the next is sent: how many, why it stopped, and what
    came back."""
    from filelock import FileLock, Timeout

    settings = facts.settings.translate
    try:
        key = read_key(settings, environ, needed=chosen.provider.needs_key)
    except NoKey as error:
        return 0, error.text, []
    jobs: list[Job] = [item.job for item in items]
    done = 0
    back: list[tuple[Slot, Found]] = []
    try:
        with FileLock(facts.root / LOCK, timeout=0):
            for batch in in_batches(jobs, chosen.provider):
                watch(done, len(jobs), chosen.provider.name)
                asked = chosen.asked(batch[0].source, batch[0].target, key)
                replies = translate(chosen.provider, [job.piece for job in batch], asked,
                                    timeout=settings.timeout_seconds, pause=pause)  # fmt: skip
                told = [
                    answer
                    for job, reply in zip(batch, replies, strict=True)
                    for answer in answers(items[job.place], reply, chosen.origin)
                ]
                made = [
                    rows.row(slot, form, at=at, suggest_from=settings.suggest_from)
                    for slot, form in told
                ]
                if made:
                    _append(facts, made, at=at, what=f"{len(batch)} texts from {chosen.origin}")
                back += told
                done += len(batch)
    except SendError as error:
        return done, error.text, back
    except Timeout:
        return done, SENDING_ALREADY, back
    watch(len(jobs), len(jobs), chosen.provider.name)
    return done, None, back


def _best(found: Sequence[tuple[Slot, Found]]) -> Iterator[tuple[Slot, Found]]:
    """Each slot once, with the form to offer first."""
    by_slot: dict[tuple[str, str, str], tuple[Slot, list[Found]]] = {}
    for slot, form in found:
        by_slot.setdefault(slot.key, (slot, []))[1].append(form)
    return ((slot, surest(forms)) for slot, forms in by_slot.values())


def _append(facts: Facts, new: Sequence[Mapping[str, Any]], *, at: datetime, what: str) -> None:
    schema = TABLES["suggestions"].arrow_schema()
    with facts.writing() as writing:
        writing.write(Change("suggestions", pa.Table.from_pylist(list(new), schema=schema)))
        writing.commit(at=at, what=what)


def _every(engine: Engine) -> list[dict[str, Any]]:
    if "suggestions" not in engine:
        return []
    found: list[dict[str, Any]] = engine["suggestions"].to_pyarrow().to_pylist()
    return found


def _newest(engine: Engine) -> list[dict[str, Any]]:
    if "suggestions" not in engine:
        return []
    found: list[dict[str, Any]] = rows.newest(engine["suggestions"]).to_pyarrow().to_pylist()
    return found


def _all_subjects(
    engine: Engine, listed: Sequence[Mapping[str, Any]], same: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Everything by the artists concerned, whose names and titles may stand in a text."""
    artists = {row["artist_id"] for row in listed if row["artist_id"]}
    parties = artists | {party for party, one in same.items() if one in artists}
    every = wanted.subjects(engine, ["party", "release", "recording"], sorted(parties))
    return [_as_one(row, same) for row in every.to_pyarrow().to_pylist()]


def _as_one(row: dict[str, Any], same: Mapping[str, str]) -> dict[str, Any]:
    """A row under the one id of its artist."""
    return {**row, "artist_id": same.get(row["artist_id"], row["artist_id"])}


def _texts(own: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {slot: row["text"] for slot, row in own.items() if row["is_official"]}


SENDING_ALREADY = Text(
    en="another call is sending at this moment; run the same command when it is done",
    ja="ほかの処理が送信中です。終わってから同じコマンドを実行してください",
)
