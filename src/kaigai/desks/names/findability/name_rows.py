"""Every name by which services know a recording, or could, as rows to try queries on."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.forms import PUBLISHED, REFERENCE
from kaigai.identity.names.slots import ENGLISH, LATIN, ORIGINAL, READING, SHORT, TRANSLATED

COLUMNS: Final = ("recording_id", "part", "slot", "text", "script", "is_published", "place")


def name_rows(engine: Engine, forms: ir.Table) -> ir.Table:
    """One row per name of a recording, of its artist, and per title of its videos."""
    recordings = engine["recordings"]
    known = _published(forms)
    own = known.filter(known.subject_kind == "recording")
    titles = recordings.select("recording_id").inner_join(
        own, recordings.recording_id == own.subject_id
    )
    party = known.filter(known.subject_kind == "party")
    members = artists_now(engine).select("party_id", "artist_id")
    owned = recordings.select("recording_id", "party_id").inner_join(members, "party_id")
    theirs = owned.inner_join(party, owned.artist_id == party.subject_id)
    parts = [
        titles.mutate(part=ibis.literal("title")).select(*COLUMNS),
        theirs.mutate(part=ibis.literal("artist")).select(*COLUMNS),
    ]
    if "video_links" in engine and "videos" in engine:
        parts.append(_videos(engine, recordings))
    rows = ibis.union(*parts)
    # What counts in its slot comes first, so that the first of each list is the best.
    return rows.order_by("recording_id", "part", "slot", "place", "text")


def _published(forms: ir.Table) -> ir.Table:
    """Official forms, and whether services have them.

    A label's list says nothing about what was delivered; where nothing of a subject was, it
    is all there is to go by.
    """
    official = forms.filter(forms.weight > REFERENCE)
    slots = [ORIGINAL, LATIN, ENGLISH, READING, SHORT]
    official = official.filter(official.slot.isin(slots) | official.slot.startswith(TRANSLATED))
    subject = [official.subject_kind, official.subject_id]
    highest = official.standing.max().over(ibis.window(group_by=subject))
    return official.mutate(
        is_published=(
            official.standing.notnull()
            & ((official.standing >= PUBLISHED) | (highest.fill_null(0) < PUBLISHED))
        ).fill_null(False)
    )


def _videos(engine: Engine, recordings: ir.Table) -> ir.Table:
    """Titles of the videos that the label links to a recording, in every language."""
    links = engine["video_links"]
    linked = links.filter(links.recording_id.notnull()).select("video_id", "recording_id")
    linked = linked.semi_join(recordings, "recording_id")
    names = engine["names"]
    told = names.filter(
        (names.subject_kind == "video") & names.role.isin(["display", "localised"])
    )
    rows = linked.inner_join(told, linked.video_id == told.subject_id)
    return rows.select(
        recording_id="recording_id",
        part=ibis.literal("video"),
        slot=ibis.literal(ORIGINAL),
        text="text",
        script="script",
        is_published=ibis.literal(True),
        place=ibis.literal(0, "int64"),
    )
