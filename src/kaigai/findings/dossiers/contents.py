"""What belongs together: the releases a recording is on, a release's tracks, videos."""

from typing import Any

from kaigai.findings.dossiers.dossier import LISTED, Look, more
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.wording import minutes
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section
from kaigai.terms.text import Text

NOTHING = 0  #: the deal set in which nothing is granted


def length(duration_ms: int | None) -> str | None:
    """A length as people read it; None where it is not known."""
    return None if duration_ms is None else minutes(duration_ms)


def language_name(tag: str | None) -> Text | None:
    """A language by name."""
    if not tag:
        return None
    return Text(name_of_language(tag, "en"), name_of_language(tag, "ja"))


def stated(look: Look, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with their deal set; what was withdrawn since it was granted has the empty one."""
    ids = sorted({row["delivery_id"] for row in rows if row["deal_set_id"] is None})
    taken = rows_of(
        look.engine, "deliveries", lambda t: t.withdrawn & t.delivery_id.isin(ids or [""])
    )
    withdrawn = {row["delivery_id"] for row in taken}
    return [
        row | {"deal_set_id": NOTHING}
        if row["deal_set_id"] is None and row["delivery_id"] in withdrawn
        else row
        for row in rows
    ]


def releases_of(look: Look, tracks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The releases that tracks are on, by id."""
    ids = sorted({row["release_id"] for row in tracks})
    rows = rows_of(look.engine, "releases", lambda t: t.release_id.isin(ids)) if ids else []
    return {row["release_id"]: row for row in rows}


def releases_section(tracks: list[dict[str, Any]], releases: dict[str, dict[str, Any]]) -> Section:
    """The releases that a recording is on, by day."""
    cells = {
        (
            releases.get(row["release_id"], {}).get("title"),
            releases.get(row["release_id"], {}).get("release_type"),
            releases.get(row["release_id"], {}).get("release_day"),
            f"{row['disc'] or 1}-{row['position']}" if row["position"] else None,
            row["release_id"],
        )
        for row in tracks
    }
    columns = (
        Text("release", "リリース"),
        Text("type", "種別"),
        Text("day", "発売日"),
        Text("disc-track", "盤-曲順"),
        Text("id", "ID"),
    )
    ordered = sorted(cells, key=lambda cell: (str(cell[2]), str(cell)))
    note = more(len(ordered), LISTED) if ordered else Text("On no release.", "リリースなし。")
    return Section(
        Text("Releases", "リリース"),
        columns,
        tuple(ordered[:LISTED]),
        note=note,
        opens=((4, "show"),),
    )


def tracks_section(look: Look, tracks: list[dict[str, Any]]) -> Section:
    """The recordings on a release, in its order."""
    ids = sorted({row["recording_id"] for row in tracks})
    known = rows_of(look.engine, "recordings", lambda t: t.recording_id.isin(ids)) if ids else []
    titles = {row["recording_id"]: row for row in known}
    places = {(row["disc"] or 1, row["position"] or 0, row["recording_id"]) for row in tracks}
    cells = [
        (
            f"{disc}-{position}" if position else None,
            titles.get(each, {}).get("title"),
            length(titles.get(each, {}).get("duration_ms")),
            each,
        )
        for disc, position, each in sorted(places)
    ]
    columns = (
        Text("disc-track", "盤-曲順"),
        Text("title", "曲名"),
        Text("length", "長さ"),
        Text("id", "ID"),
    )
    note = None if cells else Text("No tracks were delivered.", "曲が納品されていません。")
    return Section(
        Text("Tracks", "収録曲"), columns, tuple(cells), note=note, opens=((3, "show"),)
    )


def videos_section(rows: list[dict[str, Any]]) -> Section:
    """Videos (of `placed_videos`), the most watched first."""
    rows.sort(key=lambda row: (-(row["views"] or 0), row["video_id"]))
    cells = [
        (
            row["title"],
            length(row["duration_ms"]),
            row["is_official"],
            row["views"],
            row["video_id"],
        )
        for row in rows[:LISTED]
    ]
    columns = (
        Text("title", "タイトル"),
        Text("length", "長さ"),
        Text("official", "公式"),
        Text("views", "視聴回数"),
        Text("id", "ID"),
    )
    note = more(len(rows), LISTED) if rows else Text("No video.", "動画がありません。")
    return Section(Text("Videos", "動画"), columns, tuple(cells), (3,), note, ((4, "show"),))
