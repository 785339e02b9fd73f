"""Review: suggest the names and captions that are missing, and say how far people are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from time import sleep
from typing import Any, Final

import pyarrow as pa

from kaigai.desks.review import rows
from kaigai.desks.review.candidate import Form, surest
from kaigai.desks.review.cues.slots import cue_slots
from kaigai.desks.review.result import Board, Suggested
from kaigai.desks.review.scope import ids_of, kinds_of, of_artist, opened
from kaigai.desks.review.slot_state import board, stale_slots
from kaigai.desks.review.slots import Slot, slots_of
from kaigai.desks.review.subjects import standing_forms, subjects
from kaigai.desks.review.suggestions import (
    SlotForms,
    by_subject,
    found_here,
    open_slots,
)
from kaigai.desks.review.translation import lookup
from kaigai.desks.review.translation.batches import Job, batched, estimate
from kaigai.desks.review.translation.memory import Memory
from kaigai.desks.review.translation.provider_choice import Chosen, choose
from kaigai.desks.review.translation.secret import NoKey, read_key
from kaigai.desks.review.translation.transport import Pause, SendError, translate
from kaigai.desks.review.translation_jobs import Item, Plan, answers, plan
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.formats.captions.document import opened as opened_captions
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Text

DEFAULT: Final = "latin,en"
LOCK: Final = "sending.lock"  #: one sender at a time, so that nothing is sent twice


def suggest(
    facts: Facts,
    *,
    at: datetime,
    kinds: Sequence[str] = (),
    languages: str = DEFAULT,
    artist: str | None = None,
    most: int | None = None,
    provider: str | None = None,
    send: bool = False,
    dry_run: bool = False,
    engine: str = DUCKDB,
    watch: Watch = silent,
    pause: Pause = sleep,
) -> Suggested:
    """Look for the names that are missing, and keep what is found as suggestions.

    kinds      title, artist, release, video-title; all of them where none is named
    languages  `latin` and language tags, with commas between
    most       at most so many names are looked for
    provider   a service in place of the one in the settings; `none` for none
    send       send what only the service can tell; without it the cost is told and nothing sent
    dry_run    keep nothing, either

    What was sent is kept batch by batch: after an interruption the same call goes on where it
    stopped. Raises ReviewError, NoLanguage, NotConfigured, StoreError, BadSettings.
    """
    tables = opened(facts, engine)
    slots_asked = slots_of(languages)
    chosen = choose(facts.settings.translate, provider)
    missing = subjects(tables, kinds_of(kinds), ids_of(tables, artist))
    missing = missing.order_by("artist", "subject_kind", "original", "subject_id")
    same = lookup.same_artists(tables)
    listed = [_as_one(row, same) for row in missing.to_pyarrow().to_pylist()]
    standing = by_subject(standing_forms(tables).to_pyarrow().to_pylist())
    slots = open_slots(listed, slots_asked, standing, stale_slots(tables))[:most]
    forms = {key: _texts(own) for key, own in standing.items()}
    around = _all_subjects(tables, listed, same)
    memory = Memory([*lookup.published(around, forms), *lookup.entries(tables, same)])
    terms = [*lookup.terms(tables, same), *lookup.names(around, forms)]
    glossaries = lookup.glossaries(terms)
    return _suggested(
        facts,
        tables,
        found_here(slots, memory, glossaries, watch),
        glossaries=glossaries,
        chosen=chosen,
        send=send and not dry_run,
        dry_run=dry_run,
        at=at,
        watch=watch,
        pause=pause,
    )


def suggest_captions(
    facts: Facts,
    *,
    data: bytes,
    name: str,
    at: datetime,
    languages: str = "en",
    artist: str | None = None,
    are_lyrics: bool = False,
    most: int | None = None,
    provider: str | None = None,
    send: bool = False,
    dry_run: bool = False,
    engine: str = DUCKDB,
    watch: Watch = silent,
    pause: Pause = sleep,
) -> Suggested:
    """Look for translations of a captions file's cues, as `suggest` does for names.

    Lyrics are never sent to a service elsewhere. Raises what `suggest` does, and NotOpened.
    """
    found = opened_captions(data, name)
    slots_asked = slots_of(languages)
    chosen = choose(facts.settings.translate, provider)
    tables = Engine(facts, engine)
    same = lookup.same_artists(tables) if "names" in tables else {}
    ids = ids_of(opened(facts, engine), artist)
    artist_id = ids[0] if ids else None
    slots = cue_slots(
        found.captions.cues, data, slots_asked, are_lyrics=are_lyrics, artist_id=artist_id,
        artist=artist,
    )[:most]  # fmt: skip
    terms = [*lookup.terms(tables, same)]
    if artist_id:
        standing = by_subject(standing_forms(tables).to_pyarrow().to_pylist())
        around = _all_subjects(tables, [{"artist_id": artist_id}], same)
        terms += lookup.names(around, {key: _texts(own) for key, own in standing.items()})
    glossaries = lookup.glossaries(terms)
    here = chosen is None or chosen.provider.is_local
    made = _suggested(
        facts,
        tables,
        found_here(slots, Memory(lookup.entries(tables, same)), glossaries, watch),
        glossaries=glossaries,
        chosen=chosen,
        send=send and not dry_run,
        dry_run=dry_run,
        at=at,
        watch=watch,
        pause=pause,
        may_send=lambda slot: here or not slot.is_lyrics,
    )
    first = languages.split(",")[0].strip()
    return replace(made, captions=name, language=first, are_lyrics=are_lyrics)


def status(facts: Facts, *, artist: str | None = None, engine: str = DUCKDB) -> Board:
    """How far the review is, for one artist or for all; raises ReviewError, StoreError."""
    tables = opened(facts, engine)
    listed = of_artist(tables, board(tables), artist)
    ordered = listed.order_by("artist", "subject_kind", "original", "slot", "subject_id")
    return Board(ordered.to_pyarrow(), _faulty(tables, artist))


def _faulty(tables: Engine, artist: str | None) -> list[dict[str, Any]]:
    if "suggestions" not in tables:
        return []
    current = of_artist(tables, rows.current(tables["suggestions"]), artist)
    listed = current.filter(current.faults.length() > 0).order_by("artist", "source_text", "text")
    found: list[dict[str, Any]] = listed.to_pyarrow().to_pylist()
    return found


def _suggested(
    facts: Facts,
    tables: Engine,
    seen: Sequence[SlotForms],
    *,
    glossaries: lookup.Glossaries,
    chosen: Chosen | None,
    send: bool,
    dry_run: bool,
    at: datetime,
    watch: Watch,
    pause: Pause,
    may_send: Callable[[Slot], bool] = lambda slot: True,
) -> Suggested:
    """Keep what was found here, and ask the service for the rest where that is wished."""
    settings = facts.settings.translate
    before = _newest(tables)
    asked, cost = Plan(), None
    if chosen:
        waiting = [(each.slot, each.forms) for each in seen]
        asked = plan(
            waiting,
            glossaries,
            marks=chosen.provider.marks,
            origin=chosen.origin,
            earlier=lookup.earlier(_every(tables), chosen.origin),
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
    sent, stopped, back = 0, None, list[tuple[Slot, Form]]()
    if send and chosen and asked.items:
        sent, stopped, back = _sent(facts, chosen, asked.items, at=at, watch=watch, pause=pause)
    counted: dict[str, int] = {}
    for _, form in [*pairs, *back]:
        counted[form.family] = counted.get(form.family, 0) + 1
    return Suggested(
        len(seen),
        counted,
        len(new),
        settings.suggest_from,
        cost,
        sent,
        len(asked.known),
        asked.kept_back,
        stopped,
        dry_run,
        tuple(_best([*pairs, *back])),
    )


def _sent(
    facts: Facts,
    chosen: Chosen,
    items: Sequence[Item],
    *,
    at: datetime,
    watch: Watch,
    pause: Pause,
) -> tuple[int, Text | None, list[tuple[Slot, Form]]]:
    """Send batch by batch, each kept before the next is sent: how many, why it stopped, and what
    came back."""
    from filelock import FileLock, Timeout

    settings = facts.settings.translate
    try:
        key = read_key(settings, needed=chosen.provider.needs_key)
    except NoKey as error:
        return 0, error.text, []
    jobs: list[Job] = [item.job for item in items]
    done = 0
    back: list[tuple[Slot, Form]] = []
    try:
        with FileLock(facts.root / LOCK, timeout=0):
            for batch in batched(jobs, chosen.provider):
                watch(done, len(jobs), chosen.provider.name)
                asked = chosen.asked(batch[0].source, batch[0].target, key)
                replies = translate(chosen.provider, [job.piece for job in batch], asked,
                                    timeout=settings.timeout_seconds, pause=pause)  # fmt: skip
                said = [
                    answer
                    for job, reply in zip(batch, replies, strict=True)
                    for answer in answers(items[job.place], reply, chosen.origin)
                ]
                made = [
                    rows.row(slot, form, at=at, suggest_from=settings.suggest_from)
                    for slot, form in said
                ]
                if made:
                    _append(facts, made, at=at, what=f"{len(batch)} texts from {chosen.origin}")
                back += said
                done += len(batch)
    except SendError as error:
        return done, error.text, back
    except Timeout:
        return done, SENDING_ALREADY, back
    watch(len(jobs), len(jobs), chosen.provider.name)
    return done, None, back


def _best(found: Sequence[tuple[Slot, Form]]) -> Iterator[tuple[Slot, Form]]:
    """Each slot once, with the form to offer first."""
    by_slot: dict[tuple[str, str, str], tuple[Slot, list[Form]]] = {}
    for slot, form in found:
        by_slot.setdefault(slot.key, (slot, []))[1].append(form)
    return ((slot, surest(forms)) for slot, forms in by_slot.values())


def _append(facts: Facts, new: Sequence[Mapping[str, Any]], *, at: datetime, what: str) -> None:
    schema = TABLES["suggestions"].arrow_schema()
    with facts.writing() as writing:
        writing.write(Change("suggestions", pa.Table.from_pylist(list(new), schema=schema)))
        writing.commit(at=at, what=what)


def _every(tables: Engine) -> list[dict[str, Any]]:
    if "suggestions" not in tables:
        return []
    found: list[dict[str, Any]] = tables["suggestions"].to_pyarrow().to_pylist()
    return found


def _newest(tables: Engine) -> list[dict[str, Any]]:
    if "suggestions" not in tables:
        return []
    found: list[dict[str, Any]] = rows.newest(tables["suggestions"]).to_pyarrow().to_pylist()
    return found


def _all_subjects(
    tables: Engine, listed: Sequence[Mapping[str, Any]], same: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Everything by the artists concerned, whose names and titles may stand in a text."""
    artists = {row["artist_id"] for row in listed if row["artist_id"]}
    parties = artists | {party for party, one in same.items() if one in artists}
    every = subjects(tables, ["party", "release", "recording"], sorted(parties))
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
