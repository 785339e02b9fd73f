"""Whole messages: order of parts, forms of XML, both ways of reading, and what is refused."""

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaigai.formats.ddex import walk
from kaigai.formats.ddex.ern import looks_like_ern, read_ern
from kaigai.formats.ddex.faults import BrokenMessage, NotErn, Problem
from kaigai.formats.ddex.grants import ReleaseDeal
from kaigai.formats.ddex.message import End, Head, Party, Purged, Release, Resource
from kaigai.formats.ddex.prolog import NEAR
from tests.formats.ddex.messages import HEADER, SOUND, every, message, only, read


def test_parts_in_order() -> None:
    parts = read(message())
    kinds = [type(part) for part in parts]
    assert kinds == [Head, Party, Resource, Release, ReleaseDeal, End]
    assert parts[-1] == End(has_deal_list=True, deals=1)


def test_head() -> None:
    head = only(Head, read(message(version="432")))
    assert (head.version, head.language, head.control_type) == ("432", "ja", "Test")
    assert (head.message_id, head.thread_id) == ("M1", "T1")
    assert (head.sender.dpid, head.sender.name) == ("PADPIDA2026010101A", "Aoi Records")
    assert head.recipient.dpid == "PADPIDA2026010102B"
    assert head.created_at == datetime(2026, 3, 1, 0, 0, 0, 123456, tzinfo=UTC)


def qualified() -> str:
    text = message(prefix="x")
    for name in ("Release>", "SoundRecording>", "ISRC>", "TitleText>", "DealTerms>", "Duration>"):
        text = text.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    return text


FORMS = {
    "other prefix": message(prefix="ernm").encode(),
    "default namespace": message()
    .replace("ern:New", "New")
    .replace("xmlns:ern", "xmlns")
    .encode(),
    "some qualified children": qualified().encode(),
    "utf-8 with mark": b"\xef\xbb\xbf" + message().encode(),
    "utf-16": ('<?xml version="1.0" encoding="UTF-16"?>' + message()).encode("utf-16"),
    "utf-16 without mark": ('<?xml version="1.0" encoding="UTF-16LE"?>' + message()).encode(
        "utf-16-le"
    ),
    "shift_jis": ('<?xml version="1.0" encoding="Shift_JIS"?>' + message()).encode("cp932"),
    "comments": (
        "<!-- <!DOCTYPE --><?x y?>" + message().replace("<Type>", "<Type><!--a-->")
    ).encode(),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS.keys())
def test_every_form_of_xml_reads_alike(data: bytes) -> None:
    assert looks_like_ern(data)
    assert read(data) == read(message())


@pytest.mark.parametrize("past", range(-2, 70, 3))
def test_a_root_anywhere_near_the_edge_of_the_first_bytes(past: int) -> None:
    start = f"<!--{'x' * (NEAR - 7 - past)}-->"  # the edge cuts the name or the namespace
    data = (start + message()).encode()
    assert looks_like_ern(data)
    assert read(data) == read(message())


def test_stream_reads_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    resources = "".join(
        SOUND.replace("A1", f"A{n}").replace("00001", f"0{n:04}") for n in range(1, 80)
    )
    broken = resources.replace("PT3M26.2S", "long", 3)
    text = message(resources=broken + "<Image><ResourceReference>I1</ResourceReference></Image>")
    whole = read(text)
    monkeypatch.setattr(walk, "AT_ONCE", 1000)
    assert read(text) == whole
    problems = every(Problem, whole)
    assert [problem.xpath for problem in problems] == [
        f"/NewReleaseMessage/ResourceList/SoundRecording[{n}]/Duration" for n in (1, 2, 3)
    ]
    assert problems[0].found == "long"
    assert problems[0].line


@pytest.mark.parametrize(("deals", "has_list"), [(None, False), ("", True)])
def test_no_deals(deals: str | None, has_list: bool) -> None:
    assert only(End, read(message(deals=deals))) == End(has_list, 0)


def test_purge() -> None:
    text = f"""<e:PurgeReleaseMessage xmlns:e="http://ddex.net/xml/ern/382">{HEADER}
    <PurgedRelease><ReleaseId><GRid>A10302B0003662026S</GRid><ICPN>4988000000017</ICPN>
    <CatalogNumber Namespace="X">AO-1</CatalogNumber></ReleaseId>
    <Title><TitleText>灯台</TitleText></Title></PurgedRelease></e:PurgeReleaseMessage>"""
    parts = read(text)
    assert only(Head, parts).kind == "PurgeReleaseMessage"
    purged = only(Purged, parts)
    assert (purged.ids.grid, purged.ids.icpn) == ("A10302B0003662026S", "4988000000017")
    assert purged.ids.catalog_numbers[0].value == "AO-1"
    assert purged.titles[0].text == "灯台"
    assert only(End, parts) == End(False, 0)


BOMB = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>"""


@pytest.mark.parametrize("at_once", [2_000_000, 10])
@pytest.mark.parametrize(
    "data",
    [
        (BOMB + message().replace("灯台", "&b;")).encode(),
        ("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + message()).encode(),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>' + message()).encode("utf-16"),
        ("<!--" + "x" * 70_000 + "--><!DOCTYPE x>" + message()).encode(),
    ],
)
def test_any_doctype_is_refused(
    data: bytes, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "AT_ONCE", at_once)
    with pytest.raises(BrokenMessage, match="DOCTYPE") as error:
        read(data)
    assert error.value.todo.ja


def test_truncated_file_names_its_line() -> None:
    with pytest.raises(BrokenMessage) as error:
        read(message().encode()[:-200])
    assert error.value.name == "test.xml"
    assert error.value.line
    assert error.value.line > 10


def test_too_big() -> None:
    data = message().encode()
    with pytest.raises(BrokenMessage, match="size limit"):
        list(read_ern(BytesIO(data), name="big.xml", max_bytes=len(data) - 1))


def test_too_big_in_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    data = message().encode()
    monkeypatch.setattr(walk, "AT_ONCE", 1000)
    with pytest.raises(BrokenMessage, match="size limit"):
        list(read_ern(BytesIO(data), name="big.xml", max_bytes=len(data) - 1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02 not xml",
        b"artist,title\nA,B\n",
        b"<html><body/></html>",
        b'<e:CatalogListMessage xmlns:e="http://ddex.net/xml/ern/382"/>',
    ],
)
def test_other_files_are_not_ern(data: bytes) -> None:
    with pytest.raises(NotErn) as error:
        read(data)
    assert "NewReleaseMessage" in error.value.expected.en
    assert "NewReleaseMessage" in error.value.expected.ja


def test_a_catalogue_list_is_recognised_and_refused() -> None:
    data = b'<e:CatalogListMessage xmlns:e="http://ddex.net/xml/ern/382"/>'
    assert looks_like_ern(data)
    with pytest.raises(NotErn, match="only lists"):
        read(data)


@pytest.mark.parametrize(
    "head", [b"", b"{}", b"<html>", b"<a:b xmlns:a='x'/>", b"\xff\xfe\x00", b"NewReleaseMessage"]
)
def test_what_does_not_look_like_ern(head: bytes) -> None:
    assert not looks_like_ern(head)


LITERAL = message().encode()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    cut=st.integers(0, len(LITERAL)),
    length=st.integers(0, 60),
    put=st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            [b"<", b">", b"&x;", b"]]>", b"<Deal>", b"</Deal>", b"-", b"\x00", b"9999"]
        ),
    ),
)
def test_broken_bytes_raise_nothing_else(cut: int, length: int, put: bytes) -> None:
    data = LITERAL[:cut] + put + LITERAL[cut + length :]
    with suppress(BrokenMessage, NotErn):
        assert isinstance(read(data)[-1], End)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12))
def test_any_text_in_any_value_is_kept_or_noted(text: str) -> None:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for value in ("PT3M26.2S", "2026-04-01", "JP<", "1</Seq", "OnDemandStream", "灯台"):
        stem = value.partition("<")[0]
        changed = message().replace(value, safe + value[len(stem) :])
        assert isinstance(read(changed)[-1], End)
