"""A whole message as deliveries: whose rows they are, which deals decide, what is purged."""

from datetime import UTC, datetime

import pytest

from kaigai.sources.ern import messages as gathering
from kaigai.sources.reader import DELIVERED
from kaigai.sources.rights import NOTHING
from tests.formats.ddex.messages import DEAL, HEADER, RELEASE, SOUND, message
from tests.sources.ern.rows import rows_of

LIVE = message().replace("TestMessage", "LiveMessage")
TRACK = """<TrackRelease><ReleaseReference>R1</ReleaseReference><ReleaseId>
<ProprietaryId Namespace="NS">1</ProprietaryId></ReleaseId>
<DisplayTitle LanguageAndScriptCode="en"><TitleText>Lighthouse</TitleText></DisplayTitle>
<ReleaseResourceReference>A1</ReleaseResourceReference></TrackRelease>"""


def test_delivery() -> None:
    (delivery,) = rows_of(LIVE.replace("4988000000017", "4988000000014")).deliveries
    assert delivery.scope == "ern:PADPIDA2026010101A:PADPIDA2026010102B:4988000000014"
    assert (delivery.kind, delivery.standing, delivery.key) == ("new", DELIVERED, "")
    assert delivery.delivered_at == datetime(2026, 3, 1, 0, 0, 0, 123456, tzinfo=UTC)
    assert (delivery.sender, delivery.recipient) == ("Aoi Records", "PADPIDA2026010102B")
    assert (delivery.message_id, delivery.has_deals) == ("M1", True)


def test_test_message() -> None:
    assert rows_of(message()).deliveries[0].kind == "test"


def test_update_message() -> None:
    text = LIVE.replace(
        "<PartyList>", "<UpdateIndicator>UpdateMessage</UpdateIndicator><PartyList>"
    )
    assert rows_of(text).deliveries[0].kind == "update"


def test_rows() -> None:
    read = rows_of(message(releases=RELEASE + TRACK))
    recording = ("JPZZ02600001", "灯台 (アコースティック)", "青い灯", 206_200)
    columns = ("recording_id", "title", "artist", "duration_ms")
    assert read.column("recordings", *columns) == [recording]
    assert read.column("tracks", "recording_id", "disc", "position") == [("JPZZ02600001", 1, 1)]
    assert read.one("releases")["track_count"] == 1
    assert ("Lighthouse", "en", "english") in read.names("recording")
    assert ("Aoi Hi", "en", "display") in read.names("party")
    assert read.column("credits", "party_id", "role") == [("isni:0000000121032683", "main")]


@pytest.mark.parametrize("deals", [None, ""])
def test_without_deals_nothing_is_known(deals: str | None) -> None:
    read = rows_of(message(deals=deals))
    assert read.column("tracks", "deal_set_id") == [None]
    assert read.one("releases")["deal_set_id"] is None
    assert read.deliveries[0].has_deals is False


def test_deals_of_the_track_decide() -> None:
    korea = DEAL.replace("JP", "KR").replace("R0", "R1")
    read = rows_of(message(releases=RELEASE + TRACK, deals=DEAL + korea))
    own = read.one("tracks")["deal_set_id"]
    assert own != read.one("releases")["deal_set_id"]
    sets = dict(read.column("deals", "deal_set_id", "territory_set_id"))
    given = dict(read.column("territory_sets", "territory_set_id", "given"))
    assert given[sets[own]] == "KR"


def test_deals_of_the_release_decide_where_the_track_has_none() -> None:
    read = rows_of(message(releases=RELEASE + TRACK))
    assert read.one("tracks")["deal_set_id"] == read.one("releases")["deal_set_id"] != NOTHING


def test_delivered_with_deals_for_others_grants_nothing() -> None:
    read = rows_of(message(releases=RELEASE + TRACK, deals=DEAL.replace("R0", "R7")))
    assert read.column("tracks", "deal_set_id") == [NOTHING]
    assert [one.found for one in read.refused] == ["R7"]


def test_a_recording_without_any_id_is_named_by_its_place() -> None:
    sound = SOUND.replace("<ISRC>JPZZ02600001</ISRC>", "")
    read = rows_of(message(resources=sound).replace("4988000000017", "4988000000014"))
    assert read.column("recordings", "recording_id", "isrc_given") == [("4988000000014#A1", None)]
    assert read.one("tracks")["recording_id"] == "4988000000014#A1"
    subjects = dict(read.column("names", "subject_kind", "subject_id"))
    assert subjects["recording"] == "4988000000014#A1"


OLD = """<Release><ReleaseReference>{}</ReleaseReference><ReleaseId><ICPN>{}</ICPN></ReleaseId>
<ReferenceTitle><TitleText>{}</TitleText></ReferenceTitle><ReleaseResourceReferenceList>
{}</ReleaseResourceReferenceList><ReleaseType>{}</ReleaseType></Release>"""


def listed(*references: str) -> str:
    name = "ReleaseResourceReference"
    return "".join(f"<{name}>{reference}</{name}>" for reference in references)


def test_every_release_of_a_3_message_is_a_delivery() -> None:
    sounds = "".join(SOUND.replace("A1", f"A{n}").replace("00001", f"0000{n}") for n in (1, 2, 3))
    releases = (
        OLD.format("R0", "4988000000014", "一", listed("A1", "A2"), "Album")
        + OLD.format("R1", "4988000000021", "二", listed("A2"), "Single")
        + OLD.format("R2", "", "三", listed("A3"), "TrackRelease")
    )
    read = rows_of(message(version="382", resources=sounds, releases=releases))
    assert [one.key for one in read.deliveries] == ["4988000000014", "4988000000021"]
    owned = list(
        zip(read.column("recordings", "recording_id"), read.keys["recordings"], strict=True)
    )
    assert owned == [
        ("JPZZ02600001", "4988000000014"),
        ("JPZZ02600002", "4988000000014"),
        ("JPZZ02600003", "4988000000014"),
        ("JPZZ02600002", "4988000000021"),
    ]


def test_a_lone_track_release_is_the_delivery() -> None:
    release = OLD.format("R1", "4988000000014", "一", listed("A1"), "TrackRelease")
    read = rows_of(message(version="382", releases=release, deals=DEAL.replace("R0", "R1")))
    assert read.one("releases")["release_id"] == "4988000000014"
    assert read.one("tracks")["deal_set_id"] != NOTHING


def test_a_message_without_a_release_keeps_its_names() -> None:
    read = rows_of(message(releases="", deals=None))
    assert read.deliveries[0].scope.endswith(":message:M1")
    assert read.names("recording")


def test_a_big_message_leaves_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    sounds = "".join(
        SOUND.replace("A1", f"A{n}").replace("00001", f"0{n:04}") for n in range(1, 60)
    )
    whole = rows_of(message(resources=sounds))
    monkeypatch.setattr(gathering, "HELD", 10)
    pieces = rows_of(message(resources=sounds))
    assert pieces.deliveries == whole.deliveries
    assert set(pieces.keys["names"]) == {""}
    for table, rows in whole.tables.items():
        assert sorted(map(repr, pieces.tables[table])) == sorted(map(repr, rows))


def test_purge_names_every_scope() -> None:
    head = HEADER.replace("TestMessage", "LiveMessage")
    text = f"""<e:PurgeReleaseMessage xmlns:e="http://ddex.net/xml/ern/382">{head}<PurgedRelease>
    <ReleaseId><GRid>A1-2425G-ABC1234002-M</GRid><ICPN>4988000000014</ICPN></ReleaseId>
    </PurgedRelease></e:PurgeReleaseMessage>"""
    read = rows_of(text)
    start = "ern:PADPIDA2026010101A:PADPIDA2026010102B:"
    assert [(one.scope, one.kind, one.has_deals) for one in read.deliveries] == [
        (f"{start}4988000000014", "purge", None),
        (f"{start}A12425GABC1234002M", "purge", None),
    ]
    assert read.tables == {}
