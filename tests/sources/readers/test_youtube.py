"""The reader of saved answers: pages, lines, parts of videos, captions, channels and damage."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.facts.store import Facts
from kaigai.sources import actions
from kaigai.sources.reader import RefusedFile, Source, recognise
from kaigai.sources.readers.youtube import youtube
from tests.sources.reading import DATED, Read, read, read_or_refused, source

SHARED = Path(__file__).parents[4] / "shared" / "data" / "youtube"
IDS = ("cW8VLC9nnTo", "woKq2sD8xho")
CHANNEL = "UCDGmojLIoWpXok597xYo8cg"


def video(own: str = IDS[0], **parts: Any) -> dict[str, Any]:
    return {
        "kind": "youtube#video",
        "id": own,
        "snippet": {"title": "夜", "channelId": CHANNEL, "channelTitle": "灯"},
        "contentDetails": {"duration": "PT4M", "caption": "false"},
    } | parts


def track(own: str, language: str, of: str = IDS[0]) -> dict[str, Any]:
    snippet = {"videoId": of, "language": language, "trackKind": "standard", "status": "serving"}
    return {"kind": "youtube#caption", "id": own, "snippet": snippet}


def answer(*items: Any) -> dict[str, Any]:
    return {"kind": "youtube#someListResponse", "items": list(items)}


def saved(value: Any, **options: Any) -> Source:
    return source(json.dumps(value, ensure_ascii=False), "saved.json", **options)


def test_it_is_found_by_content() -> None:
    for data in (
        json.dumps(answer(video())).encode(),
        json.dumps([answer(video())]).encode("utf-16"),
        json.dumps({"items": [{"id": "x", "snippet": {"channelId": "x"}}]}).encode(),
    ):
        assert recognise(data, "x.txt") is youtube
    for other in (b'{"type": "FeatureCollection"}', b"[1, 2]", b"youtube#", b""):
        assert not youtube.sniff(other, "videos.json")


def test_a_page_of_videos() -> None:
    found = read(youtube, saved(answer(video(), video(IDS[1]))))
    assert [(each.scope, each.standing, each.delivered_at) for each in found.deliveries] == [
        (f"youtube:video:{own}", 2, None) for own in IDS
    ]
    row = found.by("videos", "video_id")[f"youtube:{IDS[0]}"]
    assert (row["channel_id"], row["channel"]) == (f"youtube:{CHANNEL}", "灯")
    assert (row["duration_ms"], row["has_captions"]) == (240_000, False)
    assert (row["seen_at"], row["territory_set_id"]) == (DATED, None)
    assert found.keys["videos"] == [f"video:{own}" for own in IDS]


def test_caption_tracks_of_a_video_come_as_one() -> None:
    pages = [
        answer(track("1", "ja"), track("2", "en")),
        answer(track("3", "ko"), track("4", "ja", IDS[1])),
    ]
    found = read(youtube, saved(pages))
    assert [each.scope for each in found.deliveries] == [f"youtube:captions:{own}" for own in IDS]
    assert found.column("captions", "caption_id", "language") == [
        ("1", "ja"), ("2", "en"), ("3", "ko"), ("4", "ja"),
    ]  # fmt: skip


def test_a_channel() -> None:
    item = {"kind": "youtube#channel", "id": CHANNEL, "snippet": {"title": "灯", "country": "JP"}}
    found = read(youtube, saved(answer(item, item)))
    row = found.one("channels")
    assert (row["title"], row["country"], row["is_official"]) == ("灯", "JP", None)
    assert found.deliveries[0].scope == f"youtube:channel:{CHANNEL}"


def test_parts_of_a_video_from_several_answers_are_one() -> None:
    languages = {"en": {"title": "Night"}}
    parts = [
        answer({"kind": "youtube#video", "id": IDS[0], "snippet": {"title": "夜"}}),
        answer({"kind": "youtube#video", "id": IDS[0], "contentDetails": {"duration": "PT4M"}}),
        answer({"kind": "youtube#video", "id": IDS[0], "localizations": languages}),
    ]
    for order in (parts, parts[::-1], [parts[1], parts[2], parts[0]]):
        found = read(youtube, saved(order))
        assert len(found.deliveries) == 1
        assert (found.one("videos")["title"], found.one("videos")["duration_ms"]) == (
            "夜",
            240_000,
        )
        assert ("Night", "en", "localised") in found.names("video")


def test_languages_alone_do_not_replace_a_video() -> None:
    item = {"kind": "youtube#video", "id": IDS[0], "localizations": {"en": {"title": "Night"}}}
    found = read(youtube, saved(answer(item)))
    assert found.deliveries[0].scope == f"youtube:localizations:{IDS[0]}"
    assert "videos" not in found.tables
    assert found.refused == []


def test_other_answers_are_passed_over_in_one_word() -> None:
    items = [{"kind": "youtube#playlistItem", "id": str(n), "snippet": {}} for n in range(30)]
    found = read(youtube, saved(answer(*items, video())))
    assert [refused.found for refused in found.refused] == ["playlistItem × 30"]
    assert len(found.tables["videos"]) == 1


def test_malformed_items_are_refused_with_their_place_and_others_kept() -> None:
    bad = video(IDS[1])
    bad["contentDetails"] = {"duration": "long"}
    found = read(youtube, saved(answer(5, video(), bad, video("short"))))
    assert found.places == ["/items/0", "/items/2/contentDetails/duration", "/items/3/id"]
    assert len(found.tables["videos"]) == 2


def test_lines_and_a_file_that_breaks_off() -> None:
    lines = "\n".join([json.dumps(answer(video())), "{broken", json.dumps(video(IDS[1]))])
    found = read(youtube, source(lines))
    assert (found.places, len(found.tables["videos"])) == (["line 2"], 2)
    cut = json.dumps(answer(video(), video(IDS[1])), indent=1)[:-150]
    found = read(youtube, source(cut))
    assert (len(found.tables["videos"]), len(found.refused)) == (1, 1)
    with pytest.raises(RefusedFile):
        list(youtube.read(source('{"items": [')))


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
def test_recorded_answers() -> None:
    data = (SHARED / "subset_kpop_jpop_region.json").read_bytes()
    found = read(youtube, source(data))
    assert len(found.tables["videos"]) == 11
    assert found.refused == []
    open_in = {row["video_id"]: row["territory_set_id"] for row in found.tables["videos"]}
    sizes = {row["territory_set_id"]: row["n"] for row in found.tables["territory_sets"]}
    assert open_in["youtube:woKq2sD8xho"] is None
    assert sizes[open_in["youtube:cW8VLC9nnTo"]] == 244
    assert sizes[open_in["youtube:EXgGaXiXHEQ"]] == 2
    captions = read(
        youtube, source((SHARED / "testdata_apidata_captions_captions_by_video.json").read_bytes())
    )
    assert captions.column("captions", "language", "track_kind") == [
        ("en", "standard"), ("zh-Hans", "standard"),
    ]  # fmt: skip


WHOLE = json.dumps(
    [answer(video(statistics={"viewCount": "5"}), track("1", "ja")), video(IDS[1])],
    ensure_ascii=False,
).encode()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=10), st.integers(0, 30))
def test_a_damaged_answer_is_read_or_refused(at: int, put: bytes, dropped: int) -> None:
    damaged = WHOLE[:at] + put + WHOLE[at + dropped :]
    youtube.sniff(damaged, "x")
    found = read_or_refused(youtube, source(damaged))
    if isinstance(found, Read):
        assert len({each.key for each in found.deliveries}) == len(found.deliveries)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
    | st.sampled_from(IDS)
)
KEYS = st.sampled_from(
    ["kind", "id", "snippet", "contentDetails", "statistics", "localizations", "videoId", "title",
     "trackKind", "regionRestriction", "allowed", "blocked", "duration", "caption", "items", "en"]
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(KEYS, VALUES, max_size=8), st.sampled_from(["video", "caption", "channel", ""])
)
def test_any_item_is_read_or_refused(item: dict[str, Any], kind: str) -> None:
    if kind:
        item |= {"kind": f"youtube#{kind}"}
    content = json.dumps(answer(item, item)).encode()
    found = read_or_refused(youtube, Source("x", 1, lambda: BytesIO(content), DATED))
    assert isinstance(found, Read)


@pytest.mark.parametrize("depth", [600, 3_000, 10_000])
def test_a_field_nested_without_end_costs_itself(depth: int) -> None:
    whole, nested = (
        json.dumps(video()),
        json.dumps(video(IDS[1])).replace('"PT4M"', "[" * depth + "]" * depth),
    )
    got = read(youtube, source(f'{{"items": [{nested}, {whole}]}}', "saved.json"))
    assert set(got.column("videos", "video_id")) == {f"youtube:{each}" for each in IDS}
    assert len(got.refused) == 1


def test_a_kind_that_is_half_a_character_is_told(tmp_path: Path) -> None:
    """It took the whole read along, after every reader was done."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"kind":"\\ud800","id":"x"}\n' + json.dumps(video()))
    facts = Facts.open(tmp_path / "w", create=True)
    actions.read(facts, paths=[lines], at=DATED)
    assert facts.pinned().arrow("videos").num_rows == 1


def test_a_title_of_ten_million_letters_costs_itself() -> None:
    long = video(snippet={"title": "夜" * 10_000_000, "channelId": CHANNEL})
    found = read(youtube, saved(answer(long, video(IDS[1]))))
    assert len(found.tables["videos"]) == 2
    (refused,) = found.refused
    assert (refused.place, len(refused.found) < 300) == ("/items/0/snippet/title", True)
    assert "131,072" in refused.expected.ja
