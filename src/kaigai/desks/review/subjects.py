"""What needs a name: every subject, with its original and what stands in its slots now."""

from collections.abc import Collection, Sequence
from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.identity.letters import has_native
from kaigai.identity.names.registry import gathered
from kaigai.identity.names.slots import slot_of

SUBJECT: Final = ("subject_kind", "subject_id")
COLUMNS: Final = (*SUBJECT, "original", "script", "reading", "artist_id", "artist")


def subjects(engine: Engine, kinds: Collection[str], artists: Sequence[str] | None) -> ir.Table:
    """Subjects of these kinds in letters that few abroad can read, of these artists or of all.

    A party counts where it is the main artist of something.
    """
    rows = gathered(engine).rows
    parties = rows.subject_kind != "party"
    main = _main_artists(engine)
    rows = rows.filter(parties | rows.subject_id.isin(main.party_id)).select(*COLUMNS)
    if "video" in kinds and "videos" in engine:
        rows = ibis.union(rows, _videos(engine))
    rows = rows.filter(rows.subject_kind.isin(list(kinds)) & rows.original.notnull())
    if artists is not None:
        rows = rows.filter(rows.artist_id.isin(list(artists) or ["-"]))
    return rows.filter(has_native(rows.original).fill_null(False))


def standing_forms(engine: Engine) -> ir.Table:
    """What counts in each slot now: text, source, by, at, is_official (final) or not."""
    forms = gathered(engine).forms
    first = forms.filter(forms.place == 0)
    columns = (*SUBJECT, "slot", "text", "source", "by", "at", "is_official", "is_locked")
    found = first.select(*columns)
    if "videos" not in engine:
        return found
    decided = first.filter(first.subject_kind == "video")
    shown = _localised(engine, found).anti_join(decided, [*SUBJECT, "slot"])
    return ibis.union(found, shown.select(*columns))


def _main_artists(engine: Engine) -> ir.Table:
    parts = [
        engine[table].select("party_id") for table in ("recordings", "releases") if table in engine
    ] or [engine.empty("recordings").select("party_id")]
    every = ibis.union(*parts) if len(parts) > 1 else parts[0]
    return every.filter(every.party_id.notnull()).distinct()


def _videos(engine: Engine) -> ir.Table:
    """The label's own videos: on a channel that it names as its own, or that it links. Where it
    says nothing of channels, all of them."""
    videos = engine["videos"]
    channels = engine["all_channels"] if "channels" in engine else engine.empty("channels")
    links = engine["video_links"] if "video_links" in engine else engine.empty("video_links")
    own = channels.filter(channels.is_official.fill_null(False))
    owned = own.select("channel_id", owner="party_id").distinct(on="channel_id", keep="first")
    linked = links.select("video_id", of="party_id").distinct(on="video_id", keep="first")
    rows = videos.select("video_id", "channel_id", "channel", "title")
    rows = rows.left_join(owned.mutate(is_own=True), "channel_id").drop("channel_id_right")
    rows = rows.left_join(linked.mutate(is_linked=True), "video_id").drop("video_id_right")
    if "channels" in engine or "video_links" in engine:
        rows = rows.filter(rows.is_own.fill_null(False) | rows.is_linked.fill_null(False))
    parties = gathered(engine).rows
    parties = parties.filter(parties.subject_kind == "party")
    rows = rows.mutate(party=ibis.coalesce(rows.of, rows.owner))
    rows = rows.left_join(parties.select(party="subject_id", called="original"), "party").drop(
        "party_right"
    )
    return rows.select(
        subject_kind=ibis.literal("video"),
        subject_id="video_id",
        original="title",
        script=ibis.null("string"),
        reading=ibis.null("string"),
        artist_id="party",
        artist=ibis.coalesce(rows.called, rows.channel),
    )


def _localised(engine: Engine, like: ir.Table) -> ir.Table:
    """Titles of videos in other languages, as the service shows them."""
    names = engine["names"]
    rows = names.filter((names.subject_kind == "video") & names.text.notnull())
    rows = rows.mutate(slot=slot_of(rows)).filter(lambda t: t.slot.notnull())
    one = rows.distinct(on=[*SUBJECT, "slot"], keep="first")
    return one.select(
        *SUBJECT,
        "slot",
        "text",
        source=ibis.literal("video"),
        by=ibis.null("string"),
        at=ibis.null(like.schema()["at"]),
        is_official=ibis.literal(True),
        is_locked=ibis.literal(False),
    )
