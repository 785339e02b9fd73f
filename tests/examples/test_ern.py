"""The example's messages: valid against DDEX's schemas, with the stories that they should tell."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from examples.generator import bulk, output, plan
from examples.generator.ern.message import Message, messages

SCHEMAS = Path(__file__).parents[3] / "shared" / "data" / "ddex-schemas"


@pytest.fixture(scope="module")
def sent() -> list[Message]:
    return messages(plan.label(1, 12))


def schema(version: str) -> etree.XMLSchema:
    """The XSD of a version, or a skipped test."""
    path = SCHEMAS / version / "release-notification.xsd"
    if not path.exists():
        pytest.skip("DDEX's schemas are not here")
    return etree.XMLSchema(etree.parse(path))


@pytest.mark.parametrize("version", ["3.8.2", "4.3"])
def test_messages_are_valid(version: str, sent: list[Message]) -> None:
    rules = schema(version)
    for message in sent:
        if message.version == version:
            rules.assertValid(etree.fromstring(output.xml(message)))


def test_messages_tell_every_story(sent: list[Message]) -> None:
    counted = Counter((message.version, message.kind) for message in sent)
    assert set(counted) == {
        ("3.8.2", "new"), ("3.8.2", "update"),
        ("4.3", "new"), ("4.3", "update"), ("4.3", "purge"), ("4.3", "test"),
    }  # fmt: skip
    assert {message.recipient for message in sent} == {0, 1}
    whole = b"".join(map(output.xml, sent))
    for said in (
        b"<TakeDown>true", b"<IsPreOrderDeal>true", b"<TerritoryCode>392<",
        b"<TerritoryCode>2136<", b"<TerritoryCode>AN<", b"<ExcludedTerritoryCode>KP<", b"<Video>",
        b"<EndDate>", b"UpdateMessage",
    ):  # fmt: skip
        assert said in whole, said
    assert any(b"<DealList>" not in output.xml(message) for message in sent)


def test_messages_have_names_and_ids_of_their_own(sent: list[Message]) -> None:
    assert len({message.file_name for message in sent}) == len(sent)
    assert len({message.message_id for message in sent}) == len(sent)


def test_big_message_is_valid_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.xml"
    size = bulk.big_message(path, recordings=700)
    tree = etree.parse(path)
    assert size == path.stat().st_size > 2_000_000
    assert len(tree.findall("ResourceList/SoundRecording")) == 700
    assert len({found.text for found in tree.iterfind(".//SoundRecording//ISRC")}) == 700
    schema("4.3").assertValid(tree)


def test_many_messages_are_as_many_as_asked(tmp_path: Path) -> None:
    size = bulk.many_messages(tmp_path / "many", 30)
    files = list((tmp_path / "many").iterdir())
    assert len(files) == 30
    assert sum(file.stat().st_size for file in files) == size
