"""A small label in a workspace: three artists, their catalogue, videos, plays and findings."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.availability import MASKS, REASONS
from kaigai.findings.check import About, Check, Family, Fix, Severity
from kaigai.findings.overview import actions, answers
from kaigai.terms.names import fold
from kaigai.terms.territories import ISO, mask_of
from kaigai.terms.text import Text

DAY = date(2026, 11, 1)
AT = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
DELIVERED = datetime(2026, 10, 20, tzinfo=UTC)

ARTISTS = (("p1", "波止場", "Hatoba"), ("p2", "夜凪 <b>&", "Yonagi"), ("p3", "Kujira", "Kujira"))
PER_ARTIST = 12
AUDITED = ("artists", "availability", "answers", "findings", "audits")  #: what audits write
OPEN_AT_HOME_ONLY, EVERYWHERE, NOBODY_KNOWS = 1, 2, 3

Rows = Sequence[Mapping[str, Any]]


FIXES: Mapping[str, Fix] = {"heard": "rights", "found": "localise", "understood": "captions"}


def _check(name: str, about: About, severity: Severity, family: Family, says: Text) -> Check:
    sentence = Text(f"What {name} looks for.", f"{name}の説明です。")
    todo = Text(f"Mend {name}.", f"{name}を直してください。")
    fix = FIXES.get(family, "metadata")
    return Check(name, about, severity, family, fix, sentence, says, todo, (), lambda: None)


CHECKS = {
    each.name: each
    for each in (
        _check(
            "not-available-abroad",
            "recordings",
            "high",
            "heard",
            Text(
                "“{title}” is closed in {territories}.", "「{title}」は{territories}で聴けません。"
            ),
        ),
        _check(
            "no-latin-title",
            "recordings",
            "high",
            "found",
            Text("“{title}” has no Latin title.", "「{title}」にはラテン文字がありません。"),
        ),
        _check(
            "preview-video",
            "videos",
            "high",
            "whole",
            Text("“{title}” is {video_ms} long.", "「{title}」は{video_ms}です。"),
        ),
        _check(
            "credits-missing",
            "recordings",
            "low",
            "linked",
            Text("“{title}” names nobody.", "「{title}」に作家の記載がありません。"),
        ),
        _check(
            "official-check",
            "recordings",
            "high",
            "official",
            Text("“{title}”.", "「{title}」。"),
        ),
    )
}


def small_label(root: Path, *, usage: bool = True, findings: Rows | None = None) -> Facts:
    """A workspace at `root` with one audit; `findings` replaces those that it would have."""
    facts = Facts.open(root, create=True)
    tables = {**_log(), **_catalogue(), **_videos(), **_solved()}
    if usage:
        tables["usage"] = _usage()
    tables["findings"] = _findings() if findings is None else findings
    found = {name: rows for name, rows in tables.items() if name in AUDITED}
    write(facts, {name: rows for name, rows in tables.items() if name not in AUDITED})
    write(facts, found)
    return facts


def write(facts: Facts, tables: Mapping[str, Rows]) -> None:
    """Write tables, together."""
    with facts.writing() as writing:
        for name, rows in tables.items():
            writing.write(Change(name, _table(name, rows)))
        writing.commit(at=AT, what=f"wrote {', '.join(tables)}")


@contextmanager
def small_checks() -> Iterator[None]:
    """The checks of the small label are the only ones."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (actions, answers):
            patch.setattr(module, "CHECKS", CHECKS)
        yield


def _table(name: str, rows: Rows) -> pa.Table:
    provenance = {"origin_id": "o1", "delivery_id": "d1"}
    return pa.Table.from_pylist(
        [{**provenance, **row} for row in rows], schema=TABLES[name].arrow_schema()
    )


def _log() -> dict[str, Rows]:
    origin = {
        "origin_id": "o1",
        "path": "a.xml",
        "reader": "ern",
        "licence": "contract",
        "read_at": AT,
        "rows": 100,
        "refused": 0,
        "is_refused": False,
    }
    delivery = {
        "delivery_id": "d1",
        "scope": "ern:a",
        "kind": "release",
        "standing": 3,
        "delivered_at": DELIVERED,
        "read_at": AT,
        "has_deals": True,
    }
    audit = {
        "audit_id": "a1",
        "at": AT,
        "as_of": DAY,
        "commit": 1,
        "ran": ["credits-missing", "no-latin-title", "not-available-abroad", "preview-video"],
        "skipped": ["no-gtin"],
        "reasons": ["nothing was read into: releases"],
        "reasons_ja": ["次の表がまだ読み込まれていません: releases"],
        "new": 5,
        "remaining": 2,
        "fixed": 1,
    }
    return {"origins": [origin], "deliveries": [delivery], "audits": [audit]}


def recording_ids(artist: str) -> list[str]:
    """The recordings of an artist."""
    return [f"{artist}-r{n}" for n in range(PER_ARTIST)]


def _catalogue() -> dict[str, Rows]:
    recordings = [
        {"recording_id": each, "kind": "sound", "title": f"曲 {each}", "party_id": party}
        for party, _, _ in ARTISTS
        for each in recording_ids(party)
    ]
    artists = [
        {"party_id": p, "artist_id": p, "artist": name, "artist_latin": latin}
        for p, name, latin in ARTISTS
    ]
    names = [
        {
            "subject_kind": "party",
            "subject_id": party,
            "role": "artist",
            "text": text,
            "key": fold(text),
        }
        for party, *spellings in ARTISTS
        for text in set(spellings)
    ]
    return {
        "names": names,
        "parties": [{"party_id": p, "kind": "artist"} for p, _, _ in ARTISTS],
        "artists": artists,
        "recordings": recordings,
        "tracks": [{"release_id": "x", "recording_id": r["recording_id"]} for r in recordings],
    }


def _videos() -> dict[str, Rows]:
    videos = [
        {
            "video_id": f"{party}-v{n}",
            "service": "youtube",
            "channel_id": f"c-{party}",
            "title": f"MV {n}",
            "has_captions": n == 0,
        }
        for party, _, _ in ARTISTS[:2]
        for n in range(4)
    ]
    captions = [
        {"video_id": "p1-v0", "caption_id": "1", "language": "en-GB", "track_kind": "standard"},
        {"video_id": "p1-v0", "caption_id": "2", "language": "ko", "track_kind": "asr"},
        {"video_id": "p2-v0", "caption_id": "3", "language": "ja", "track_kind": "standard"},
    ]
    channels = [
        {"channel_id": f"c-{party}", "party_id": party, "is_official": True}
        for party, _, _ in ARTISTS[:1]
    ]
    links = [{"video_id": f"p2-v{n}", "party_id": "p2"} for n in range(2)]
    return {"videos": videos, "captions": captions, "channels": channels, "video_links": links}


def answer(answer_id: int, **codes: Sequence[str]) -> dict[str, Any]:
    """A row of `answers` from territory codes."""
    row: dict[str, Any] = {"answer_id": answer_id, **dict.fromkeys(MASKS, 0)}
    for reason in REASONS:
        mask = mask_of(codes.get(reason, ()))
        row |= {f"{reason}{i}": mask[i] for i in range(4)}
    opened = len(codes.get("open", ()))
    return {**row, "n_open": opened, "n_unknown": len(codes.get("unknown", ()))}


def _solved() -> dict[str, Rows]:
    """Of each artist's recordings a quarter home only, one unknown, the rest everywhere."""
    which = [OPEN_AT_HOME_ONLY] * 3 + [NOBODY_KNOWS] + [EVERYWHERE] * (PER_ARTIST - 4)
    availability = [
        {
            "subject_kind": "recording",
            "subject_id": each,
            "service": "any",
            "use": "stream",
            "day": DAY,
            "answer_id": answer_id,
        }
        for party, _, _ in ARTISTS
        for each, answer_id in zip(recording_ids(party), which, strict=True)
    ]
    answers = [
        answer(OPEN_AT_HOME_ONLY, open=["JP"]),
        answer(EVERYWHERE, open=ISO),
        answer(NOBODY_KNOWS, unknown=ISO),
    ]
    return {"availability": availability, "answers": answers}


def _usage() -> Rows:
    """Daily streams at home and in two markets; March is missing, May has twenty days."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(140)]
    return [
        {
            "day": day,
            "days": 1,
            "service": "Namioto",
            "territory": territory,
            "measure": "streams",
            "quantity": quantity,
            "subject_kind": "recording",
            "subject_id": "p1-r0",
        }
        for day in days
        if day.month != 3
        for territory, quantity in (("JP", 100.0), ("US", 15.0), ("KR", 5.0))
    ]


def finding(check: str, subject_id: str, party: str | None = "p1", **given: Any) -> dict[str, Any]:
    """A row of `findings`; `codes` are the territories concerned."""
    mask = mask_of(given.pop("codes", ()))
    names = {p: name for p, name, _ in ARTISTS}
    known = CHECKS.get(check)
    return {
        "finding_id": f"{check}:{subject_id}",
        "check": check,
        "subject_kind": given.pop("kind", "recording"),
        "subject_id": subject_id,
        "subject": f"曲 {subject_id}",
        "artist_id": party,
        "artist": names.get(party or ""),
        "severity": known.severity if known else "medium",
        "n_territories": sum(word.bit_count() for word in mask),
        **{f"m{i}": mask[i] for i in range(4)},
        "evidence": json.dumps({"title": f"曲 {subject_id}", "video_ms": 90_000}),
        "fix": known.fix if known else "none",
        "state": "new",
        "first_at": AT,
        **given,
    }


def _findings() -> Rows:
    abroad = [code for code in ISO if code != "JP"]
    rows = [
        finding("not-available-abroad", each, party, codes=abroad)
        for party, _, _ in ARTISTS
        for each in recording_ids(party)[:3]
    ]
    rows += [finding("no-latin-title", each) for each in recording_ids("p1")]
    rows += [finding("credits-missing", each, "p2") for each in recording_ids("p2")[:2]]
    rows += [finding("preview-video", "p1-v1", kind="video")]
    rows += [finding("gone-check", "p2-r5", "p2"), finding("credits-missing", "x", None)]
    rows += [finding("no-latin-title", "p3-r0", "p3", state="fixed")]
    return rows
